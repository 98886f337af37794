import EntenteSyntax

/// A node without relationships that no other element refers to, by its id or its name, and that refers to none.
enum Orphan: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    var used: Set<Int> = []
    for edge in graph.edges { used.formUnion([edge.source, edge.target]) }
    var referred: Set<String> = []
    for element in graph.nodes.map(\.element) + graph.edges.map(\.element) {
      for property in element.properties where !["name", "alias", "ours"].contains(property.key.prefix { $0 != "@" }) {
        referred.formUnion(property.values.compactMap(graph.text))
      }
    }
    // A file of nodes alone has no relationships to miss.
    guard !graph.edges.isEmpty else { return [] }
    return graph.nodes.enumerated().filter { index, node in
      // A step of a story stands alone, and shows what it is about by a query.
      !node.element.labels.contains { $0.name == "Step" } && !used.contains(index) && !referred.contains(node.id)
        && node.element.values("about").isEmpty
        && !node.element.values("name").compactMap(graph.text).contains(where: referred.contains)
    }.map { CheckFindings.orphan($0.element) }
  }
}
