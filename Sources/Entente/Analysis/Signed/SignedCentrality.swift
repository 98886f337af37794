public import EntenteSyntax

/// The ties of one node by sign.
public struct SignedDegree: Sendable {
  public let positive: Int
  public let negative: Int
  public var net: Int { positive - negative }
  /// The share of positive ties; nil without a tie.
  public var ratio: Double? { positive + negative == 0 ? nil : Double(positive) / Double(positive + negative) }
}

extension GraphView {
  /// The number of positive and negative ties of each node; a tie of a node with itself does not count.
  ///
  /// - Complexity: O(nodes + relationships)
  public func signedDegrees(
    count: TieCount = .relationship, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> ContiguousArray<SignedDegree> {
    let network = try SignedNetwork(self, count: count, monitor: monitor)
    var degrees = ContiguousArray(repeating: (positive: 0, negative: 0), count: nodeCount)
    for pair in network.pairs {
      for node in [pair.first, pair.second] {
        degrees[node].positive += pair.positive
        degrees[node].negative += pair.negative
      }
    }
    return ContiguousArray(degrees.map { SignedDegree(positive: $0.positive, negative: $0.negative) })
  }

  /// The PN index of each node: many positive ties to central nodes raise it, negative ones lower it.
  ///
  /// The sums of the rows of (I − A / (2n − 2))⁻¹, where A is 1 for a positive tie, -2 for a negative one and -1 for a
  /// pair with both. By conjugate gradients, to 1e-12.
  ///
  /// - Source: Everett, Borgatti: Networks containing negative ties (2014).
  public func pnIndex(monitor: QueryMonitor = .unlimited) throws(QueryError) -> ContiguousArray<Double> {
    let network = try SignedNetwork(self, count: .pair, monitor: monitor)
    guard nodeCount > 1 else { return ContiguousArray(repeating: 1, count: nodeCount) }
    var meter = WorkMeter(monitor)
    let scale = 1 / Double(2 * nodeCount - 2)
    func product(_ vector: ContiguousArray<Double>) -> ContiguousArray<Double> {
      var result = vector
      for pair in network.pairs {
        let weight = Double(pair.positive - 2 * pair.negative) * scale
        result[pair.first] -= weight * vector[pair.second]
        result[pair.second] -= weight * vector[pair.first]
      }
      return result
    }
    var scores = ContiguousArray(repeating: 1.0, count: nodeCount)
    let image = product(scores)
    var residual = ContiguousArray(scores.indices.map { 1 - image[$0] })
    var direction = residual
    var size = residual.reduce(0) { $0 + $1 * $1 }
    var rounds = 0
    while size > 1e-26 * Double(nodeCount), rounds < 10 * nodeCount + 100 {
      let image = product(direction)
      let step = size / direction.indices.reduce(0) { $0 + direction[$1] * image[$1] }
      for node in scores.indices {
        scores[node] += step * direction[node]
        residual[node] -= step * image[node]
      }
      let next = residual.reduce(0) { $0 + $1 * $1 }
      for node in scores.indices { direction[node] = residual[node] + next / size * direction[node] }
      size = next
      rounds += 1
      try meter.step(4 * nodeCount + network.pairs.count)
    }
    return scores
  }

  /// The eigenvector of the signed ties whose eigenvalue is the largest in absolute value, with 1 for its largest entry.
  ///
  /// - Throws: an error where no eigenvalue is the largest, or two nodes' sets of ties have the same one.
  /// - Source: Bonacich, Lloyd: Calculating status with negative relations (2004).
  public func signedEigenvector(monitor: QueryMonitor = .unlimited) throws(QueryError) -> ContiguousArray<Double> {
    let network = try SignedNetwork(self, count: .relationship, monitor: monitor)
    guard !network.pairs.isEmpty else { throw .noDominantEigenvalue() }
    var meter = WorkMeter(monitor)
    // Two starts lead to the same vector only where there is one.
    let first = try network.dominantVector(seed: 1, meter: &meter)
    let second = try network.dominantVector(seed: 2, meter: &meter)
    guard let first, let second, zip(first, second).allSatisfy({ abs($0 - $1) < 1e-6 }) else {
      throw .noDominantEigenvalue()
    }
    return first
  }
}

extension SignedNetwork {
  /// What repeated multiplication by A² makes of a random vector; nil where it does not settle.
  fileprivate func dominantVector(seed: UInt64, meter: inout WorkMeter) throws(QueryError) -> ContiguousArray<Double>? {
    var random = SeededGenerator(seed: seed)
    var vector = ContiguousArray((0..<nodeCount).map { _ in random.fraction() - 0.5 })
    for _ in 0..<100_000 {
      var next = product(with: product(with: vector, isSigned: true), isSigned: true)
      // The first of the entries that are largest, up to rounding, decides the sign.
      let most = next.reduce(0) { max($0, abs($1)) }
      guard most > 0 else { return nil }
      let scale = next.first { abs($0) > most * (1 - 1e-9) } ?? most
      var change = 0.0
      for node in next.indices {
        next[node] /= scale
        change = max(change, abs(next[node] - vector[node]))
      }
      vector = next
      try meter.step(2 * nodeCount + 4 * pairs.count)
      if change < 1e-14 { return vector }
    }
    return nil
  }
}

extension QueryError {
  fileprivate static func noDominantEigenvalue() -> QueryError {
    QueryError(
      .argumentError, .runtime, "InvalidArgumentValue",
      Diagnostic(
        .error, code: "22000", "the signed ties have no one eigenvalue that is the largest, so no status is defined",
        help: ["choose a connected part of the graph with `match`"]))
  }
}
