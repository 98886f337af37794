import EntenteSyntax

/// Moves single nodes between groups while modularity grows.
///
/// - Source: Blondel, Guillaume, Lambiotte, Lefebvre: Fast unfolding of communities in large networks (2008), with the
///   queue of Traag, Waltman, van Eck: From Louvain to Leiden (2019): only neighbours of what moved are looked at again.
struct CommunityMoves: ~Copyable {
  private let graph: CommunityGraph
  private let resolution: Double
  private let monitor: QueryMonitor
  /// By node.
  private(set) var groups: WorkArray<UInt32>
  /// By group: the sum of the strengths, and the number of nodes.
  private var strengths: WorkArray<Double>
  private var sizes: WorkArray<UInt32>
  /// Groups without nodes, the first to be taken last.
  private var empty: ContiguousArray<UInt32> = []

  /// - Parameter groups: below the number of nodes.
  init(
    _ graph: CommunityGraph, groups: consuming WorkArray<UInt32>, resolution: Double, monitor: QueryMonitor
  ) throws(QueryError) {
    var strengths = try WorkArray(repeating: 0.0, count: graph.nodeCount, of: monitor)
    var sizes = try WorkArray<UInt32>(repeating: 0, count: graph.nodeCount, of: monitor)
    for node in 0..<graph.nodeCount {
      strengths[Int(groups[node])] += graph.strengths[node]
      sizes[Int(groups[node])] += 1
    }
    for group in stride(from: graph.nodeCount - 1, through: 0, by: -1) where sizes[group] == 0 {
      empty.append(UInt32(truncatingIfNeeded: group))
    }
    self.graph = graph
    self.resolution = resolution
    self.monitor = monitor
    self.groups = groups
    self.strengths = strengths
    self.sizes = sizes
  }

  /// Whether a node has moved.
  ///
  /// - Complexity: O(relationships) for each time that all nodes are looked at, a few times in practice.
  mutating func run(using generator: inout SeededGenerator) throws(QueryError) -> Bool {
    let nodeCount = graph.nodeCount
    guard graph.total > 0 else { return false }
    var meter = WorkMeter(monitor)
    // A ring with room for all nodes: each stands in it once at most.
    var queue = try WorkArray<UInt32>(ascendingTo: nodeCount, of: monitor)
    queue.shuffle(using: &generator)
    var isQueued = try WorkArray(repeating: true, count: nodeCount, of: monitor)
    var first = 0
    var queuedCount = nodeCount
    var sums = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    var touched = try WorkArray<UInt32>(repeating: 0, count: nodeCount, of: monitor)
    var hasMoved = false

    while queuedCount > 0 {
      let node = Int(queue[first])
      first = first + 1 == nodeCount ? 0 : first + 1
      queuedCount -= 1
      isQueued[node] = false
      let places = graph.places(of: node)
      // Weights are positive, so a sum of 0 is one not begun; neighbours of weight 0 attract nobody.
      var touchedCount = 0
      if let weights = graph.weights {
        for place in places {
          let neighbour = Int(graph.neighbours[place])
          let weight = weights[place]
          guard neighbour != node, weight > 0 else { continue }
          let group = Int(groups[neighbour])
          if sums[group] == 0 {
            touched[touchedCount] = UInt32(truncatingIfNeeded: group)
            touchedCount += 1
          }
          sums[group] += weight
        }
      } else {
        for place in places {
          let neighbour = Int(graph.neighbours[place])
          guard neighbour != node else { continue }
          let group = Int(groups[neighbour])
          if sums[group] == 0 {
            touched[touchedCount] = UInt32(truncatingIfNeeded: group)
            touchedCount += 1
          }
          sums[group] += 1
        }
      }
      let own = Int(groups[node])
      let strength = graph.strengths[node]
      let share = resolution * strength / graph.total
      // Gains against the node alone. To move takes more than rounding could make up.
      let stay = sums[own] - share * (strengths[own] - strength)
      var best = own
      var bestGain = stay + 1e-12 * (strength + abs(stay))
      for place in 0..<touchedCount {
        let group = Int(touched[place])
        let gain = sums[group] - share * strengths[group]
        if gain > bestGain && group != own { (best, bestGain) = (group, gain) }
        sums[group] = 0
      }
      try meter.step(1 + places.count)
      if 0 > bestGain && sizes[own] > 1, let alone = empty.popLast() { best = Int(alone) }
      guard best != own else { continue }
      hasMoved = true
      sizes[own] -= 1
      strengths[own] -= strength
      if sizes[own] == 0 {
        strengths[own] = 0
        empty.append(UInt32(truncatingIfNeeded: own))
      }
      sizes[best] += 1
      strengths[best] += strength
      groups[node] = UInt32(truncatingIfNeeded: best)
      for place in places {
        let neighbour = Int(graph.neighbours[place])
        guard !isQueued[neighbour], Int(groups[neighbour]) != best else { continue }
        isQueued[neighbour] = true
        let last = first + queuedCount
        queue[last >= nodeCount ? last - nodeCount : last] = UInt32(truncatingIfNeeded: neighbour)
        queuedCount += 1
      }
    }
    try meter.report()
    return hasMoved
  }

  /// Numbers the groups that have nodes from 0, and tells how many there are.
  mutating func renumber() throws(QueryError) -> Int { try groups.renumber(limit: graph.nodeCount, of: monitor) }

  consuming func finish() -> WorkArray<UInt32> { groups }
}
