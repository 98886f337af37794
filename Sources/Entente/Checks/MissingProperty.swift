import EntenteSyntax

/// A property that the schema requires and the element does not have.
enum MissingProperty: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    guard graph.schema != nil else { return [] }
    var found: [Diagnostic] = []
    for node in graph.nodes {
      for type in graph.types(of: node.element) {
        let missing = missing(type.properties, in: node.element, isSourced: type.isSourced, graph)
        if !missing.isEmpty {
          found.append(
            CheckFindings.missingProperties(
              missing, of: "the \(type.ownLabels.last ?? "node") `\(node.id)`", node.place))
        }
      }
    }
    for edge in graph.edges {
      guard let type = graph.types(of: edge).first else { continue }
      let missing = missing(type.properties, in: edge.element, isSourced: type.isSourced, graph)
      if !missing.isEmpty {
        found.append(CheckFindings.missingProperties(missing, of: CheckFindings.name(edge, in: graph), edge.place))
      }
    }
    return found
  }

  private static func missing(
    _ properties: [Schema.Property], in element: CheckedGraph.Element, isSourced: Bool, _ graph: CheckedGraph
  ) -> [String] {
    properties.filter { required in
      // A missing source is told by a rule of its own.
      !required.isOptional && !(isSourced && required.key == "source")
        && !element.properties.contains { required.matches($0.key) }
        && !graph.hasMisspelling(of: required.key, in: element, among: properties)
    }.map(\.key)
  }
}
