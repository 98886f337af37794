public import EntenteSyntax

extension GraphView {
  /// Communities as of ``louvain(resolution:seed:monitor:)``, each of them connected in itself.
  ///
  ///     let communities = try view.leiden(seed: 7)
  ///
  /// Between moving nodes and making the coarser graph, each group is divided into parts that hang together well; the
  /// parts become the coarser nodes. This is repeated from what it found until modularity no longer grows.
  ///
  /// - Parameters:
  ///   - resolution: greater values give smaller groups; 1 is plain modularity.
  ///   - maxIterations: how often it begins again at most.
  /// - Complexity: O(relationships) a pass, a few dozen passes in practice.
  /// - Source: Traag, Waltman, van Eck: From Louvain to Leiden: guaranteeing well-connected communities (2019).
  public func leiden(
    resolution: Double = 1, seed: UInt64 = 0, maxIterations: Int = 10, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> Communities {
    try communities(resolution, seed, maxIterations, leastGain: 1e-12, monitor) {
      (graph, groups, generator) throws(QueryError) in
      try leidenIteration(graph, from: groups, resolution, &generator, monitor)
    }
  }

  /// One descent through all levels.
  private func leidenIteration(
    _ finest: CommunityGraph, from start: consuming WorkArray<UInt32>, _ resolution: Double,
    _ generator: inout SeededGenerator, _ monitor: QueryMonitor
  ) throws(QueryError) -> WorkArray<UInt32> {
    var graph = finest
    // By node of the finest graph: its node in the graph in hand.
    var position = try WorkArray<UInt32>(ascendingTo: finest.nodeCount, of: monitor)
    var groups = start
    while true {
      var moves = try CommunityMoves(graph, groups: groups, resolution: resolution, monitor: monitor)
      _ = try moves.run(using: &generator)
      let count = try moves.renumber()
      groups = moves.finish()
      if count == graph.nodeCount { break }
      let parts = try CommunityParts(
        graph, groups: groups, count: count, resolution: resolution, using: &generator, monitor: monitor)
      // Where every part is a single node the next graph would be this one.
      if parts.count == graph.nodeCount { break }
      var groupOfPart = try WorkArray<UInt32>(repeating: 0, count: parts.count, of: monitor)
      for node in 0..<graph.nodeCount { groupOfPart[Int(parts.parts[node])] = groups[node] }
      for node in 0..<position.count { position[node] = parts.parts[Int(position[node])] }
      graph = try CommunityGraph(of: graph, groups: parts.parts, count: parts.count, monitor: monitor)
      groups = groupOfPart
    }
    for node in 0..<position.count { position[node] = groups[Int(position[node])] }
    return position
  }
}
