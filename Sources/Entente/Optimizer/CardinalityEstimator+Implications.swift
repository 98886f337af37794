import EntenteSyntax

extension CardinalityEstimator {
  /// Whether every node at an end of a hop has a label, since all relationships of its types lead from or to such
  /// nodes. Not where the statement writes: the statistics are those of the snapshot before it.
  func implies(
    _ label: Text, _ types: [Text], _ direction: RelationshipPattern.Direction, atStart: Bool
  ) -> Bool {
    guard isFixed else { return false }
    guard let label = graph.catalog.label(label) else { return false }
    let types = types.isEmpty ? graph.catalog.types : types.compactMap { graph.catalog.type($0) }
    let isSource = direction == .either || (direction == .outgoing) == atStart
    let isTarget = direction == .either || (direction == .incoming) == atStart
    return types.allSatisfy { type in
      let all = graph.statistics.relationshipCount(type)
      return (!isSource || graph.statistics.relationshipCount(from: label, type, to: nil) == all)
        && (!isTarget || graph.statistics.relationshipCount(from: nil, type, to: label) == all)
    }
  }

  /// Whether a hop of a pattern implies a label at one of its nodes.
  func implies(_ label: Text, at node: Int, of pattern: BoundPattern) -> Bool {
    pattern.relationships.contains { hop in
      guard !hop.isBound, hop.length == nil, hop.left == node || hop.right == node else { return false }
      return implies(label, hop.types, hop.direction, atStart: hop.left == node)
    }
  }
}
