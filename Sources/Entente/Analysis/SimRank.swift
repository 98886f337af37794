public import EntenteSyntax

/// How alike all pairs of nodes are.
public struct SimilarityMatrix: Sendable {
  public let nodeCount: Int
  let scores: FlatBuffer<Double>
  private let memory: MemoryReservation

  init(nodeCount: Int, scores: FlatBuffer<Double>, memory: MemoryReservation) {
    self.nodeCount = nodeCount
    self.scores = scores
    self.memory = memory
  }

  /// The similarity of two nodes of the view.
  public subscript(first: Int, second: Int) -> Double { scores[first * nodeCount + second] }
}

extension GraphView {
  /// How soon two random walkers meet who follow relationships backwards from two nodes: nodes are alike if nodes lead
  /// to them that are alike.
  ///
  ///     let similarity = try view.simRank()[a, b]
  ///
  /// A node is like itself by 1. Weights, none of them negative, are the shares in which a walker chooses.
  ///
  /// - Parameters:
  ///   - importance: by what the similarity of what leads to two nodes counts for them, from 0 up to, without, 1.
  ///   - tolerance: done once no similarity changes by more in an iteration.
  /// - Throws: an error if it is not done after `maxIterations`, or if nodes² · 16 bytes do not fit into memory.
  /// - Complexity: O(nodes · relationships) an iteration, O(nodes²) of memory.
  /// - Source: Jeh, Widom: SimRank: a measure of structural-context similarity (2002); Lizorkin, Velikhov, Grinev,
  ///   Turdakov: Accuracy estimate and optimization techniques for SimRank computation (2008); as
  ///   `simrank_similarity` of networkx.
  public func simRank(
    importance: Double = 0.9, tolerance: Double = 1e-10, maxIterations: Int = 1000, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> SimilarityMatrix {
    try requireWeights(.nonnegative)
    let (cells, overflow) = nodeCount.multipliedReportingOverflow(by: nodeCount)
    guard !overflow, cells < 1 << 40 else { throw .tooManyPairs(nodeCount) }
    let memory = try MemoryReservation(bytes: 8 * cells, of: monitor)
    var meter = WorkMeter(monitor)
    var scores = MutableFlatBuffer(repeating: 0.0, count: cells)
    for node in 0..<nodeCount { scores[node * nodeCount + node] = 1 }
    var halves = try WorkArray(repeating: 0.0, count: cells, of: monitor)
    var inverse = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    for node in 0..<nodeCount {
      let strength = incoming.strength(of: node)
      inverse[node] = strength > 0 ? 1 / strength : 0
    }
    for _ in 0..<maxIterations {
      // Halfway: the mean over what leads to the first node of the similarity with each second one.
      for first in 0..<nodeCount {
        for second in 0..<nodeCount { halves[first * nodeCount + second] = 0 }
        for place in incoming.places(of: first) {
          let row = Int(incoming.neighbours[place]) * nodeCount
          let share = incoming.weight(at: place) * inverse[first]
          for second in 0..<nodeCount { halves[first * nodeCount + second] += share * scores[row + second] }
          try meter.step(nodeCount)
        }
      }
      var change = 0.0
      for first in 0..<nodeCount {
        for second in 0..<first {
          var sum = 0.0
          for place in incoming.places(of: second) {
            sum += incoming.weight(at: place) * halves[first * nodeCount + Int(incoming.neighbours[place])]
          }
          let score = importance * sum * inverse[second]
          change = max(change, abs(score - scores[first * nodeCount + second]))
          scores[first * nodeCount + second] = score
          scores[second * nodeCount + first] = score
        }
        try meter.step(incoming.count / max(nodeCount, 1) * first + 1)
      }
      if change <= tolerance {
        try meter.report()
        return SimilarityMatrix(nodeCount: nodeCount, scores: scores.finish(), memory: memory)
      }
    }
    throw .notSettled("SimRank", iterations: maxIterations, tolerance: tolerance)
  }
}
