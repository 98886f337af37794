public import EntenteSyntax

extension GraphView {
  /// How near each node is to the others: the inverse of its mean distance from those that reach it.
  ///
  ///     let closeness = try view.closeness()
  ///
  /// Distances lead to the node, as in networkx; reverse the projection for those from it. Weights are lengths, none
  /// of them negative. A node that no other reaches has 0.
  ///
  /// - Parameter wassermanFaust: whether the value is scaled by the share of nodes that reach the node, so that nodes
  ///   of small components do not come out as near to all.
  /// - Complexity: O(nodes · relationships), with weights O(nodes · relationships · log *nodes*).
  /// - Source: Freeman: Centrality in social networks: conceptual clarification (1978); Wasserman, Faust: Social
  ///   Network Analysis (1994), 5.2.2; as `closeness_centrality` of networkx.
  public func closeness(
    wassermanFaust: Bool = true, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> ContiguousArray<Double> {
    try distanceSums(monitor) { distance in
      distance
    } score: { sum, reached in
      guard sum > 0 else { return 0 }
      let others = Double(reached - 1)
      return others / sum * (wassermanFaust ? others / Double(nodeCount - 1) : 1)
    }
  }

  /// How near each node is to the others: the sum of the inverse distances from those that reach it.
  ///
  /// Distances and weights are those of ``closeness(wassermanFaust:monitor:)``; nodes at distance 0 add nothing.
  ///
  /// - Parameter normalized: whether the sum is divided by the number of other nodes.
  /// - Complexity: O(nodes · relationships), with weights O(nodes · relationships · log *nodes*).
  /// - Source: Marchiori, Latora: Harmony in the small-world (2000); as `harmonic_centrality` of networkx.
  public func harmonic(
    normalized: Bool = false, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> ContiguousArray<Double> {
    try distanceSums(monitor) { distance in
      distance > 0 ? 1 / distance : 0
    } score: { sum, _ in
      normalized && nodeCount > 1 ? sum / Double(nodeCount - 1) : sum
    }
  }

  /// A score of each node made of what its distances from others add up to, and of how many reach it, itself included.
  private func distanceSums(
    _ monitor: QueryMonitor, _ term: (Double) -> Double, score: (Double, Int) -> Double
  ) throws(QueryError) -> ContiguousArray<Double> {
    try requireWeights(.nonnegative)
    var meter = WorkMeter(monitor)
    var search = try DistanceSearch(incoming, monitor: monitor)
    var scores = ContiguousArray<Double>()
    scores.reserveCapacity(nodeCount)
    for node in 0..<nodeCount {
      try search.run(from: node, meter: &meter)
      var sum = 0.0
      for place in 1..<max(search.reachedCount, 1) { sum += term(search.distances[Int(search.order[place])]) }
      scores.append(score(sum, search.reachedCount))
    }
    try meter.report()
    return scores
  }
}
