import EntenteSyntax

/// Guesses row counts from a snapshot's statistics, to compare ways of matching a pattern.
struct CardinalityEstimator {
  let graph: Graph
  /// Whether the graph stays as it is while the plan runs: the statement does not write.
  let isFixed: Bool
  /// Whether `n.id` can only be the id of the file, and leads to one node: no node stores a property `id`.
  let canSeekByID: Bool

  init(_ graph: Graph, isFixed: Bool) {
    self.graph = graph
    self.isFixed = isFixed
    let isStored = graph.catalog.key("id").flatMap { graph.nodeColumn($0) } != nil
    canSeekByID = graph.hasElementIDs && !isStored && graph.nodeFileIDs?.areUnique != false
  }

  /// The rarest of some labels.
  func rarest(_ labels: [Text]) -> Text? {
    labels.min { nodes(labeled: $0) < nodes(labeled: $1) }
  }

  /// How many nodes have a label.
  private func nodes(labeled label: Text) -> Int {
    graph.catalog.label(label).map { graph.statistics.nodeCount($0) } ?? 0
  }

  /// How many nodes have all of some labels, at most.
  func nodes(_ labels: [Text]) -> Double {
    Double(rarest(labels).map { nodes(labeled: $0) } ?? graph.nodeCount)
  }

  /// The share of the nodes with its labels that fit a node of a pattern with the predicates on it alone.
  func share(of variable: Variable, predicates: [BoundExpression]) -> Double {
    predicates.reduce(1) { $0 * selectivity($1, of: variable) }
  }

  /// About how many elements a list has: as many as are written, else a customary guess.
  func length(_ list: BoundExpression) -> Double {
    switch list.node {
    case .list(let items): Double(items.count)
    case .literal(.list(let items)): Double(items.count)
    default: 10
    }
  }

  /// The share of nodes for which a predicate holds: exact for equality on a key, else a customary guess.
  private func selectivity(_ predicate: BoundExpression, of variable: Variable) -> Double {
    if case .comparison(let left, let steps) = predicate.node, steps.count == 1, steps[0].operator == .equal {
      for side in [left, steps[0].operand] {
        if case .property(let base, let key) = side.node, case .variable(variable) = base.node,
          let key = graph.catalog.key(key)
        {
          return 1 / Double(max(1, graph.statistics.distinctValues(key)))
        }
      }
    }
    if case .hasLabels = predicate.node { return 1 }
    return 0.5
  }

  /// How many rows a hop makes of one row.
  func fanOut(
    from: [Text], _ types: [Text], _ direction: RelationshipPattern.Direction, to: [Text],
    length: (minimum: Int, maximum: Int?)?, closes: Bool
  ) -> Double {
    let starts = Double(max(1, rarest(from).map { nodes(labeled: $0) } ?? graph.nodeCount))
    let fromLabel = rarest(from).flatMap { graph.catalog.label($0) }
    let toLabel = rarest(to).flatMap { graph.catalog.label($0) }
    let types: [TypeID?] = types.isEmpty ? [nil] : types.compactMap { graph.catalog.type($0) }
    var relationships = 0.0
    for type in types {
      if direction != .incoming {
        relationships += Double(graph.statistics.relationshipCount(from: fromLabel, type, to: toLabel))
      }
      if direction != .outgoing {
        relationships += Double(graph.statistics.relationshipCount(from: toLabel, type, to: fromLabel))
      }
    }
    var fanOut = relationships / starts
    if closes { fanOut /= Double(max(1, graph.nodeCount)) }
    guard let length else { return fanOut }
    let hops = Double(min(length.maximum ?? 6, 6))
    return max(fanOut, 1.1) * hops * 10
  }
}
