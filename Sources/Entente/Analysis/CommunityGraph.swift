import EntenteSyntax

/// An undirected weighted graph whose nodes are groups of the nodes of a finer one: a level of Louvain and Leiden.
///
/// Rows are as in ``AdjacencyRows`` but in any order; what lies inside a group is a loop, once in its row.
struct CommunityGraph {
  let offsets: FlatBuffer<Int>
  let neighbours: FlatBuffer<UInt32>
  let weights: FlatBuffer<Double>?
  /// By node: the sum of the weights of its row, loops twice.
  let strengths: FlatBuffer<Double>
  /// The sum of the strengths.
  let total: Double
  private let memory: MemoryReservation?

  var nodeCount: Int { strengths.count }

  @inline(__always)
  func places(of node: Int) -> Range<Int> { Range(uncheckedBounds: (offsets[node], offsets[node + 1])) }

  /// The nodes of an undirected view, each for itself.
  init(_ view: GraphView, monitor: QueryMonitor) throws(QueryError) {
    let rows = view.outgoing
    memory = try MemoryReservation(bytes: 8 * view.nodeCount, of: monitor)
    var strengths = MutableFlatBuffer(repeating: 0.0, count: view.nodeCount)
    var total = 0.0
    for node in 0..<view.nodeCount {
      strengths[node] = rows.strength(of: node) + rows.selfLoopStrength(of: node)
      total += strengths[node]
    }
    offsets = rows.offsets
    neighbours = rows.neighbours
    weights = rows.weights
    self.strengths = strengths.finish()
    self.total = total
  }

  /// The groups of a finer graph, numbered from 0 to a count.
  ///
  /// - Complexity: O(nodes + relationships) of the finer graph.
  init(
    of fine: CommunityGraph, groups: borrowing WorkArray<UInt32>, count: Int, monitor: QueryMonitor
  ) throws(QueryError) {
    var meter = WorkMeter(monitor)
    let members = try GroupMembers(groups, count: count, monitor: monitor)
    // No more places than the finer graph has, and few where groups are large.
    let bound = fine.neighbours.count
    let passing = try MemoryReservation(bytes: 12 * bound, of: monitor)
    var neighbours: ContiguousArray<UInt32> = []
    var weights: ContiguousArray<Double> = []
    var offsets = MutableFlatBuffer(repeating: 0, count: count + 1)
    var strengths = MutableFlatBuffer(repeating: 0.0, count: count)
    var sums = try WorkArray(repeating: 0.0, count: count, of: monitor)
    var isTouched = try WorkArray(repeating: false, count: count, of: monitor)
    var touched = try WorkArray<UInt32>(repeating: 0, count: count, of: monitor)
    for group in 0..<count {
      var touchedCount = 0
      var strength = 0.0
      for place in members.places(of: group) {
        let node = Int(members.nodes[place])
        strength += fine.strengths[node]
        for place in fine.places(of: node) {
          let neighbour = Int(fine.neighbours[place])
          let other = Int(groups[neighbour])
          let weight = fine.weights.map { $0[place] } ?? 1
          if !isTouched[other] {
            isTouched[other] = true
            touched[touchedCount] = UInt32(truncatingIfNeeded: other)
            touchedCount += 1
          }
          // What lies inside is seen from both ends, except loops.
          sums[other] += other == group && neighbour != node ? weight / 2 : weight
        }
        try meter.step(1 + fine.places(of: node).count)
      }
      for place in 0..<touchedCount {
        let other = Int(touched[place])
        neighbours.append(touched[place])
        weights.append(sums[other])
        sums[other] = 0
        isTouched[other] = false
      }
      offsets[group + 1] = neighbours.count
      strengths[group] = strength
    }
    try meter.report()
    memory = try MemoryReservation(bytes: 12 * neighbours.count + 16 * count, of: monitor)
    passing.release()
    self.offsets = offsets.finish()
    self.neighbours = FlatBuffer(neighbours)
    self.weights = FlatBuffer(weights)
    self.strengths = strengths.finish()
    total = fine.total
  }

  /// The modularity of a division into groups.
  func modularity(of groups: borrowing WorkArray<UInt32>, resolution: Double, monitor: QueryMonitor) throws(QueryError)
    -> Double
  {
    guard total > 0 else { return 0 }
    var inside = 0.0
    var strengths = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    for node in 0..<nodeCount {
      let group = groups[node]
      strengths[Int(group)] += self.strengths[node]
      for place in places(of: node) where groups[Int(neighbours[place])] == group {
        let weight = weights.map { $0[place] } ?? 1
        inside += Int(neighbours[place]) == node ? 2 * weight : weight
      }
    }
    var expected = 0.0
    for group in 0..<nodeCount { expected += (strengths[group] / total) * (strengths[group] / total) }
    return inside / total - resolution * expected
  }
}

/// The nodes of each group, ascending.
struct GroupMembers: ~Copyable {
  private(set) var nodes: WorkArray<UInt32>
  private var offsets: WorkArray<UInt32>

  init(_ groups: borrowing WorkArray<UInt32>, count: Int, monitor: QueryMonitor) throws(QueryError) {
    var nodes = try WorkArray<UInt32>(repeating: 0, count: groups.count, of: monitor)
    var offsets = try WorkArray<UInt32>(repeating: 0, count: count + 2, of: monitor)
    // Counts stand two places on, so that filling leaves each group's beginning where it belongs.
    for node in 0..<groups.count { offsets[Int(groups[node]) + 2] += 1 }
    for group in 0..<count { offsets[group + 2] += offsets[group + 1] }
    for node in 0..<groups.count {
      let group = Int(groups[node])
      nodes[Int(offsets[group + 1])] = UInt32(truncatingIfNeeded: node)
      offsets[group + 1] += 1
    }
    self.nodes = nodes
    self.offsets = offsets
  }

  func places(of group: Int) -> Range<Int> { Int(offsets[group])..<Int(offsets[group + 1]) }
}
