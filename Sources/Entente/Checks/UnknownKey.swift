import EntenteSyntax

/// A property key that the schema does not give to elements with these labels.
enum UnknownKey: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    guard let schema = graph.schema else { return [] }
    let all = Set(schema.facts.keys.patterns)
    var found: [Diagnostic] = []
    for node in graph.nodes {
      let types = graph.types(of: node.element)
      guard !types.isEmpty, !types.contains(where: \.isOpen) else { continue }
      found += unknown(
        node.element, types.flatMap(\.properties), all, of: types.last?.ownLabels.last ?? "node", in: graph)
    }
    for edge in graph.edges {
      let types = graph.types(of: edge)
      guard let type = types.first, !types.contains(where: \.isOpen) else { continue }
      found += unknown(edge.element, types.flatMap(\.properties), all, of: type.label, in: graph)
    }
    return found
  }

  private static func unknown(
    _ element: CheckedGraph.Element, _ known: [Schema.Property], _ all: Set<String>, of kind: String,
    in graph: CheckedGraph
  ) -> [Diagnostic] {
    element.properties.filter { property in !known.contains { $0.matches(property.key) } }.map { property in
      CheckFindings.unknownKey(
        property.key, property.keyRange, of: kind, among: known.map(\.key), elsewhere: all)
    }
  }
}
