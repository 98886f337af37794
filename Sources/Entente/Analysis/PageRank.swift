public import EntenteSyntax

extension GraphView {
  /// The chance that a surfer is at each node, who follows relationships at random and now and then jumps.
  ///
  ///     let ranks = try view.pageRank(restarts: [node: 1])   // near to one node
  ///
  /// Ranks add up to 1. A relationship is followed in proportion to its weight, none of them negative; from a node that
  /// no relationship leaves the surfer jumps.
  ///
  /// - Parameters:
  ///   - damping: the chance to follow a relationship, from 0 up to, and without, 1.
  ///   - restarts: where jumps lead, by node, in proportion to the values; nil for every node alike.
  ///   - tolerance: the ranks are done once all changes of one iteration add up to less.
  /// - Throws: an error if the ranks are not done after `maxIterations`.
  /// - Complexity: O(relationships) an iteration; the error shrinks at least by `damping` with each.
  /// - Source: Brin, Page: The anatomy of a large-scale hypertextual web search engine (1998); solved by Gauss–Seidel
  ///   iteration of the linear system, as in Gleich, Gray, Greif, Lau: An inner-outer iteration for computing PageRank
  ///   (2010), with dangling nodes as in Del Corso, Gullí, Romani: Fast PageRank computation via a sparse linear system
  ///   (2005).
  public func pageRank(
    damping: Double = 0.85, restarts: [NodeID: Double]? = nil, tolerance: Double = 1e-10, maxIterations: Int = 1000,
    monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> ContiguousArray<Double> {
    try requireWeights(.nonnegative)
    guard nodeCount > 0 else { return [] }
    var meter = WorkMeter(monitor)
    let jumps = try jumps(to: restarts, monitor)
    // x = damping · Pᵀx + jumps has the ranks as its solution, up to a factor. Neighbours are asked for x / strength,
    // so that each is one access to memory.
    var inverse = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    var ranks = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    var given = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    for node in 0..<nodeCount {
      let strength = outgoing.strength(of: node)
      inverse[node] = strength > 0 ? 1 / strength : 0
      ranks[node] = jumps[node] / (1 - damping)
      given[node] = ranks[node] * inverse[node]
    }
    for _ in 0..<maxIterations {
      var change = 0.0
      var total = 0.0
      for node in 0..<nodeCount {
        let rank = damping * incoming.sum(of: given, at: node) + jumps[node]
        change += abs(rank - ranks[node])
        total += rank
        ranks[node] = rank
        given[node] = rank * inverse[node]
        try meter.step(1 + incoming.degree(of: node))
      }
      guard change >= tolerance * total else {
        try meter.report()
        return ContiguousArray((0..<nodeCount).map { ranks[$0] / total })
      }
    }
    throw .notSettled("PageRank", iterations: maxIterations, tolerance: tolerance)
  }

  /// The share of the jumps that lead to each node.
  private func jumps(to restarts: [NodeID: Double]?, _ monitor: QueryMonitor) throws(QueryError) -> WorkArray<Double> {
    guard let restarts else { return try WorkArray(repeating: 1 / Double(nodeCount), count: nodeCount, of: monitor) }
    var jumps = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    // In a fixed order, so that the sum is the same each time.
    let total = restarts.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    for (node, share) in restarts {
      guard share >= 0, total > 0, total.isFinite else { throw .restartsNotShares(total) }
      jumps[try requiredIndex(of: node)] = share / total
    }
    guard !restarts.isEmpty else { throw .restartsNotShares(0) }
    return jumps
  }
}

extension AdjacencyRows {
  /// The sum of the values of a node's neighbours, each times its weight.
  @inline(__always)
  func sum(of values: borrowing WorkArray<Double>, at node: Int) -> Double {
    var sum = 0.0
    if let weights {
      for place in places(of: node) { sum += weights[place] * values[Int(neighbours[place])] }
    } else {
      for place in places(of: node) { sum += values[Int(neighbours[place])] }
    }
    return sum
  }
}
