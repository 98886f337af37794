import EntenteSyntax

/// A variable-length relationship without an upper bound: the number of trails grows exponentially with the graph.
///
/// A shortest path needs none, nor a relationship of types that lead nowhere else (a tree, a chain of command) where
/// the graph is small; that cannot be told, so only the bound silences the warning.
enum UnboundedPattern: QueryWarningRule {
  static func warnings(about references: GraphReferences, on graph: Graph) -> [Diagnostic] {
    references.patterns.flatMap(\.relationships).compactMap { relationship in
      guard let length = relationship.length, length.maximum == nil, !relationship.isBound else { return nil }
      return .unboundedPattern(minimum: length.minimum, at: relationship.range)
    }
  }
}
