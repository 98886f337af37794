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
  /// nothing moves. Directions do not count; weights are not negative. The same seed gives the same groups.
  ///
  /// - Parameter resolution: greater values give smaller groups; 1 is plain modularity.
  /// - Complexity: O(relationships) a pass, a few dozen passes in practice.
  /// - Source: Blondel, Guillaume, Lambiotte, Lefebvre: Fast unfolding of communities in large networks (2008).
  public func louvain(
    resolution: Double = 1, seed: UInt64 = 0, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> Communities {
    try requireWeights(.nonnegative)
    let view = try undirected(monitor: monitor)
    var generator = SeededGenerator(seed: seed)
    var graph = try CommunityGraph(view, monitor: monitor)
    var groups = try WorkArray<UInt32>(ascendingTo: nodeCount, of: monitor)
    while true {
      let own = try WorkArray<UInt32>(ascendingTo: graph.nodeCount, of: monitor)
      var moves = try CommunityMoves(graph, groups: own, resolution: resolution, monitor: monitor)
      guard try moves.run(using: &generator) else { break }
      let count = try moves.renumber()
      for node in 0..<nodeCount { groups[node] = moves.groups[Int(groups[node])] }
      graph = try CommunityGraph(of: graph, groups: moves.groups, count: count, monitor: monitor)
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
