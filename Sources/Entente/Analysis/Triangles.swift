public import EntenteSyntax

extension GraphView {
  /// The number of triangles that each node belongs to.
  ///
  ///     let count = try view.triangles().reduce(0, +) / 3
  ///
  /// Directions, loops and parallel relationships do not count.
  ///
  /// - Complexity: O(relationships^1.5)
  /// - Source: Latapy: Main-memory triangle computations for very large (sparse (power-law)) graphs (2008): each
  ///   triangle is found once, from its node of least degree.
  public func triangles(monitor: QueryMonitor = .unlimited) throws(QueryError) -> ContiguousArray<Int> {
    let ranked = try RankedRows(simple(monitor: monitor).outgoing, monitor: monitor)
    var meter = WorkMeter(monitor)
    // By rank.
    var counts = try WorkArray(repeating: 0, count: nodeCount, of: monitor)
    var marks = try WorkArray<UInt64>(repeating: 0, count: nodeCount / 64 + 1, of: monitor)
    for a in 0..<nodeCount {
      let neighbours = ranked.places(of: a)
      guard neighbours.count > 1 else { continue }
      for place in neighbours {
        let c = Int(ranked.neighbours[place])
        marks[c >> 6] |= 1 << UInt64(c & 63)
      }
      var steps = 1 + neighbours.count
      var countOfA = 0
      for place in neighbours {
        let b = Int(ranked.neighbours[place])
        var countOfB = 0
        for place in ranked.places(of: b) {
          let c = Int(ranked.neighbours[place])
          guard marks[c >> 6] & (1 << UInt64(c & 63)) != 0 else { continue }
          counts[c] += 1
          countOfB += 1
        }
        counts[b] += countOfB
        countOfA += countOfB
        steps += ranked.places(of: b).count
      }
      counts[a] += countOfA
      for place in neighbours { marks[Int(ranked.neighbours[place]) >> 6] = 0 }
      try meter.step(steps)
    }
    try meter.report()
    var triangles = ContiguousArray(repeating: 0, count: nodeCount)
    for rank in 0..<nodeCount { triangles[Int(ranked.nodes[rank])] = counts[rank] }
    return triangles
  }
}
