public import EntenteSyntax

extension GraphView {
  /// How central each node is, where a node is as central as those that lead to it are together.
  ///
  /// The eigenvector of the greatest eigenvalue of the transposed adjacency matrix, of length 1; weights, none of them
  /// negative, are its entries. Where components have the same eigenvalue, each has the share that an even start
  /// gives it.
  ///
  /// - Parameter tolerance: the scores are done once all changes of one iteration add up to less.
  /// - Throws: an error if they are not done after `maxIterations`, as where relationships lead one way only and in no
  ///   circle: ``pageRank(damping:restarts:tolerance:maxIterations:monitor:)`` is at home there.
  /// - Complexity: O(relationships) an iteration.
  /// - Source: Bonacich: Factoring and weighting approaches to status scores and clique identification (1972); power
  ///   iteration of the matrix plus 1, as `eigenvector_centrality` of networkx.
  public func eigenvector(
    tolerance: Double = 1e-10, maxIterations: Int = 10_000, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> ContiguousArray<Double> {
    try requireWeights(.nonnegative)
    guard nodeCount > 0 else { return [] }
    var meter = WorkMeter(monitor)
    var scores = try WorkArray(repeating: 1 / Double(nodeCount).squareRoot(), count: nodeCount, of: monitor)
    var next = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    for _ in 0..<maxIterations {
      var squares = 0.0
      for node in 0..<nodeCount {
        next[node] = scores[node] + incoming.sum(of: scores, at: node)
        squares += next[node] * next[node]
        try meter.step(1 + incoming.degree(of: node))
      }
      let length = squares.squareRoot()
      var change = 0.0
      for node in 0..<nodeCount {
        let score = next[node] / length
        change += abs(score - scores[node])
        scores[node] = score
      }
      if change < tolerance {
        try meter.report()
        return scores.array()
      }
    }
    throw .notSettled("eigenvector centrality", iterations: maxIterations, tolerance: tolerance)
  }
}
