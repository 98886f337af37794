public import EntenteSyntax

extension GraphView {
  /// Which relationships of a node a degree counts.
  public enum DegreeDirection: String, CaseIterable, Sendable {
    case out
    case `in`
    case total
  }

  /// The number of relationships of each node, or the sum of their weights.
  ///
  ///     let degrees = try view.degree(.total)
  ///
  /// A relationship of a node with itself counts once out and once in, and so twice in total and in an undirected
  /// view, where all directions give the same. Without weights these are whole numbers.
  ///
  /// - Complexity: O(nodes), with weights O(nodes + relationships).
  /// - Source: Freeman: Centrality in social networks: conceptual clarification (1978); as `degree` of networkx.
  public func degree(
    _ direction: DegreeDirection = .total, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> ContiguousArray<Double> {
    var meter = WorkMeter(monitor)
    var degrees = ContiguousArray<Double>()
    degrees.reserveCapacity(nodeCount)
    // Every other relationship stands in two rows.
    let hasLoops = !isDirected && outgoing.count < 2 * relationshipCount
    for node in 0..<nodeCount {
      var degree = 0.0
      if direction != .in || !isDirected { degree += outgoing.strength(of: node) }
      if isDirected {
        if direction != .out { degree += incoming.strength(of: node) }
      } else {
        if hasLoops { degree += outgoing.selfLoopStrength(of: node) }
      }
      degrees.append(degree)
      try meter.step(isWeighted ? 1 + outgoing.degree(of: node) : 1)
    }
    try meter.report()
    return degrees
  }
}

extension AdjacencyRows {
  /// The sum of the weights in a row; in order, so that it is the same each time.
  @inline(__always)
  func strength(of node: Int) -> Double {
    guard let weights else { return Double(degree(of: node)) }
    var sum = 0.0
    for place in places(of: node) { sum += weights[place] }
    return sum
  }

  /// The sum of the weights of relationships of a node with itself.
  ///
  /// - Complexity: O(log *degree*)
  func selfLoopStrength(of node: Int) -> Double {
    let row = places(of: node)
    let own = UInt32(truncatingIfNeeded: node)
    let first = neighbours.lowerBound(of: own, in: row)
    let loops = first..<neighbours.upperBound(of: own, in: first..<row.upperBound)
    guard let weights else { return Double(loops.count) }
    return loops.reduce(0) { $0 + weights[$1] }
  }
}
