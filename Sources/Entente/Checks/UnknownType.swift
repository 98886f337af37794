import EntenteSyntax

/// A relationship type that no edge type of the schema has.
enum UnknownType: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    guard graph.schema != nil else { return [] }
    let known = graph.facts.types
    return graph.edges.compactMap { edge in
      guard let type = edge.type, !known.contains(type.name) else { return nil }
      return CheckFindings.unknownType(type.name, type.range, among: known)
    }
  }
}
