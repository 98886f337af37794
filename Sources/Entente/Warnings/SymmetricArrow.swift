import EntenteSyntax

/// An arrow on a relationship type without a direction: it finds each relationship in the one direction in which it
/// happens to be written.
enum SymmetricArrow: QueryWarningRule {
  static func warnings(about references: GraphReferences, on graph: Graph) -> [Diagnostic] {
    references.patterns.flatMap(\.allRelationships).compactMap { relationship in
      guard relationship.direction != .either, !relationship.isBound,
        let type = relationship.types.first(where: { graph.facts.symmetricTypes.contains(String($0)) })
      else { return nil }
      return .symmetricArrow(String(type), isAlone: relationship.types.count == 1, at: relationship.range)
    }
  }
}

extension BoundPattern {
  /// The relationships, those of shortest paths included.
  var allRelationships: [Relationship] { relationships + shortestPaths.map(\.relationship) }
}
