import EntenteSyntax

/// The neighbours of each node of a simple view that have a greater degree, or the same and a later place.
///
/// Nodes are numbered by their rank, that is in ascending order of degree, and rows ascend. No row is longer than
/// √(2 · relationships), which bounds the work that is done for pairs of neighbours.
struct RankedRows {
  let offsets: FlatBuffer<Int>
  let neighbours: FlatBuffer<UInt32>
  let weights: FlatBuffer<Double>?
  /// The nodes of the view by rank.
  let nodes: FlatBuffer<UInt32>
  private let memory: MemoryReservation

  @inline(__always)
  func places(of rank: Int) -> Range<Int> { Range(uncheckedBounds: (offsets[rank], offsets[rank + 1])) }

  /// - Complexity: O(nodes + relationships)
  init(_ rows: AdjacencyRows, monitor: QueryMonitor) throws(QueryError) {
    let nodeCount = rows.nodeCount
    let count = rows.count / 2
    memory = try MemoryReservation(bytes: 12 * nodeCount + (rows.weights == nil ? 4 : 12) * count, of: monitor)
    var meter = WorkMeter(monitor)
    var greatest = 0
    for node in 0..<nodeCount { greatest = max(greatest, rows.degree(of: node)) }
    var starts = try WorkArray<UInt32>(repeating: 0, count: greatest + 2, of: monitor)
    for node in 0..<nodeCount { starts[rows.degree(of: node) + 1] += 1 }
    for degree in 0...greatest { starts[degree + 1] += starts[degree] }
    var nodes = MutableFlatBuffer<UInt32>(repeating: 0, count: nodeCount)
    var ranks = try WorkArray<UInt32>(repeating: 0, count: nodeCount, of: monitor)
    for node in 0..<nodeCount {
      let degree = rows.degree(of: node)
      ranks[node] = starts[degree]
      nodes[Int(starts[degree])] = UInt32(truncatingIfNeeded: node)
      starts[degree] += 1
    }
    var offsets = MutableFlatBuffer(repeating: 0, count: nodeCount + 1)
    var next = try WorkArray(repeating: 0, count: nodeCount, of: monitor)
    for rank in 0..<nodeCount {
      next[rank] = offsets[rank]
      var degree = 0
      for place in rows.places(of: Int(nodes[rank])) where ranks[Int(rows.neighbours[place])] > rank { degree += 1 }
      offsets[rank + 1] = offsets[rank] + degree
      try meter.step(1 + degree)
    }
    var neighbours = MutableFlatBuffer<UInt32>(repeating: 0, count: count)
    var weights = MutableFlatBuffer(repeating: 0.0, count: rows.weights == nil ? 0 : count)
    // Ranks are handed out in order, so rows ascend.
    for rank in 0..<nodeCount {
      let node = Int(nodes[rank])
      for place in rows.places(of: node) {
        let other = Int(ranks[Int(rows.neighbours[place])])
        guard other < rank else { continue }
        let target = next[other]
        next[other] = target + 1
        neighbours[target] = UInt32(truncatingIfNeeded: rank)
        if rows.weights != nil { weights[target] = rows.weight(at: place) }
      }
      try meter.step(1 + rows.degree(of: node))
    }
    try meter.report()
    self.offsets = offsets.finish()
    self.neighbours = neighbours.finish()
    self.weights = rows.weights == nil ? nil : weights.finish()
    self.nodes = nodes.finish()
  }
}
