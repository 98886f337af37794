public import EntenteSyntax

extension GraphView {
  /// How much more of the weight lies inside the groups of a partition than if it were spread at random.
  ///
  ///     let modularity = try view.modularity(of: view.louvain().partition)
  ///
  /// 1 at most, 0 for one group of everything, and not a number where nothing has weight. In a directed view each group
  /// is held against what its nodes give and take.
  ///
  /// - Parameter resolution: how much of the random share is taken off; greater values favour smaller groups.
  /// - Complexity: O(nodes + relationships)
  /// - Source: Newman, Girvan: Finding and evaluating community structure in networks (2004); Leicht, Newman: Community
  ///   structure in directed networks (2008); Reichardt, Bornholdt: Statistical mechanics of community detection (2006).
  public func modularity(
    of partition: Partition, resolution: Double = 1, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> Double {
    try requireWeights(.nonnegative)
    guard partition.groups.count == nodeCount else {
      throw .partitionOfOtherView(partition.groups.count, nodeCount)
    }
    var meter = WorkMeter(monitor)
    var inside = try WorkArray(repeating: 0.0, count: partition.count, of: monitor)
    var given = try WorkArray(repeating: 0.0, count: partition.count, of: monitor)
    var taken = try WorkArray(repeating: 0.0, count: partition.count, of: monitor)
    for node in 0..<nodeCount {
      let group = Int(partition.groups[node])
      // An undirected loop has two ends.
      if !isDirected { inside[group] += outgoing.selfLoopStrength(of: node) }
      for place in outgoing.places(of: node) where partition.groups[Int(outgoing.neighbours[place])] == group {
        inside[group] += outgoing.weight(at: place)
      }
      let ends = isDirected ? 0 : outgoing.selfLoopStrength(of: node)
      given[group] += outgoing.strength(of: node) + ends
      taken[group] += incoming.strength(of: node) + ends
      try meter.step(1 + outgoing.degree(of: node))
    }
    var total = 0.0
    for group in 0..<partition.count { total += given[group] }
    guard total > 0 else { return .nan }
    var modularity = 0.0
    for group in 0..<partition.count {
      modularity += inside[group] / total - resolution * (given[group] / total) * (taken[group] / total)
    }
    return modularity
  }
}
