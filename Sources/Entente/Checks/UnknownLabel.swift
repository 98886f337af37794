import EntenteSyntax

/// A label that no node type of the schema has.
enum UnknownLabel: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    guard graph.schema != nil else { return [] }
    let known = graph.facts.labels
    return graph.nodes.flatMap { node in
      node.element.labels.filter { !known.contains($0.name) }.map {
        CheckFindings.unknownLabel($0.name, $0.range, of: node.id, among: known)
      }
    }
  }
}
