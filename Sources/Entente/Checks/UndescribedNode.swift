import EntenteSyntax

/// A node that only edges name, in a file where nodes have statements: likely an id with a typo.
enum UndescribedNode: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    let described = graph.nodes.filter(\.isDescribed).map(\.id)
    guard !described.isEmpty else { return [] }
    return graph.nodes.filter { !$0.isDescribed && $0.id != "@graph" }.map {
      CheckFindings.undescribedNode($0.id, $0.idRange, among: described)
    }
  }
}
