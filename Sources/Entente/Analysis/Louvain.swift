public import EntenteSyntax

/// Communities that an algorithm has found, and how good they are.
public struct Communities: Sendable {
  public let partition: Partition
  /// Of the undirected view; not a number where nothing has weight.
  public let modularity: Double
}

extension GraphView {
  /// Communities: groups of nodes with more weight inside than random groups would have.
  ///
  ///     let communities = try view.louvain(seed: 7)
  ///
  /// Nodes move to neighbouring groups while modularity grows, then groups become nodes of a coarser graph, until
  /// nothing moves. This is repeated from what it found until modularity grows by less than 0.00001. Directions do not
  /// count; weights are not negative. The same seed gives the same groups.
  ///
  /// - Parameters:
  ///   - resolution: greater values give smaller groups; 1 is plain modularity.
  ///   - maxIterations: how often it begins again at most; 1 is the method as published.
  /// - Complexity: O(relationships) a pass, a few dozen passes in practice.
  /// - Source: Blondel, Guillaume, Lambiotte, Lefebvre: Fast unfolding of communities in large networks (2008).
  public func louvain(
    resolution: Double = 1, seed: UInt64 = 0, maxIterations: Int = 10, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> Communities {
    try communities(resolution, seed, maxIterations, leastGain: 1e-5, monitor) {
      (graph, groups, generator) throws(QueryError) in
      try louvainIteration(graph, from: groups, resolution, &generator, monitor)
    }
  }

  /// One ascent through all levels.
  private func louvainIteration(
    _ finest: CommunityGraph, from start: consuming WorkArray<UInt32>, _ resolution: Double,
    _ generator: inout SeededGenerator, _ monitor: QueryMonitor
  ) throws(QueryError) -> WorkArray<UInt32> {
    var graph = finest
    // By node of the finest graph: its node in the graph in hand.
    var position = try WorkArray<UInt32>(ascendingTo: finest.nodeCount, of: monitor)
    var groups = start
    while true {
      var moves = try CommunityMoves(graph, groups: groups, resolution: resolution, monitor: monitor)
      let hasMoved = try moves.run(using: &generator)
      let count = try moves.renumber()
      groups = moves.finish()
      for node in 0..<position.count { position[node] = groups[Int(position[node])] }
      // Groups that came in are merged further even if no node has left them.
      if !hasMoved && count == graph.nodeCount { break }
      graph = try CommunityGraph(of: graph, groups: groups, count: count, monitor: monitor)
      groups = try WorkArray(ascendingTo: count, of: monitor)
    }
    return position
  }

  /// What an ascent finds, begun again from what it found until modularity grows by less than asked.
  func communities(
    _ resolution: Double, _ seed: UInt64, _ maxIterations: Int, leastGain: Double, _ monitor: QueryMonitor,
    _ ascend: (CommunityGraph, consuming WorkArray<UInt32>, inout SeededGenerator) throws(QueryError)
      -> WorkArray<UInt32>
  ) throws(QueryError) -> Communities {
    try requireWeights(.nonnegative)
    let view = try undirected(monitor: monitor)
    var generator = SeededGenerator(seed: seed)
    let graph = try CommunityGraph(view, monitor: monitor)
    var groups = try WorkArray<UInt32>(ascendingTo: nodeCount, of: monitor)
    var modularity = -Double.infinity
    for _ in 0..<maxIterations {
      groups = try ascend(graph, groups, &generator)
      let reached = try graph.modularity(of: groups, resolution: resolution, monitor: monitor)
      if reached < modularity + leastGain { break }
      modularity = reached
    }
    return try communities(groups, of: view, resolution, monitor)
  }

  /// The communities that groups of nodes are, with their modularity in an undirected view of this one.
  func communities(
    _ groups: borrowing WorkArray<UInt32>, of view: GraphView, _ resolution: Double, _ monitor: QueryMonitor
  ) throws(QueryError) -> Communities {
    let partition = Partition(labels: groups.array(), limit: nodeCount)
    return Communities(
      partition: partition,
      modularity: try view.modularity(of: partition, resolution: resolution, monitor: monitor))
  }
}
