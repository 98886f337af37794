import EntenteSyntax

/// A claim of a type that needs a source, and has none, of its own or by an `Evidence` about it.
enum MissingSource: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    guard graph.schema != nil else { return [] }
    var evidenced: Set<String> = []
    for node in graph.nodes where !node.element.values("source").isEmpty {
      evidenced.formUnion(node.element.values("about").compactMap(graph.text))
    }
    let nodes = graph.nodes.filter { node in
      node.element.values("source").isEmpty && !evidenced.contains(node.id)
        && graph.types(of: node.element).contains { $0.isSourced && !isMisspelt(node.element, $0.properties, graph) }
    }
    let edges = graph.edges.filter { edge in
      edge.element.values("source").isEmpty && !evidenced.contains(edge.id ?? "")
        && graph.types(of: edge).contains { $0.isSourced && !isMisspelt(edge.element, $0.properties, graph) }
    }
    return nodes.map { CheckFindings.missingSource(of: "`\($0.id)`", $0.place) }
      + edges.map { CheckFindings.missingSource(of: CheckFindings.name($0, in: graph), $0.place) }
  }

  /// A key `sorce` is told as unknown, and the source not as missing too.
  private static func isMisspelt(
    _ element: CheckedGraph.Element, _ properties: [Schema.Property], _ graph: CheckedGraph
  ) -> Bool {
    graph.hasMisspelling(of: "source", in: element, among: properties)
  }
}
