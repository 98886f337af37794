public import EntenteSyntax

/// How balanced a signed graph is, from 0 to 1; nil for what is not defined or not worked out.
public struct SignedBalance: Sendable {
  /// The share of triangles with an even number of negative ties; nil without triangles.
  ///
  /// - Source: Cartwright, Harary: Structural balance: a generalization of Heider's theory (1956).
  public let triangles: Double?
  /// Closed walks with their signs against closed walks without, long ones counting less: tr(e^A) / tr(e^|A|).
  ///
  /// Nil for graphs where nodes × ties is more than 10⁸.
  /// - Source: Estrada, Benzi: Walk-based measure of balance in signed networks (2014).
  public let walk: Double?
  /// 1 − *index* / (*ties* / 2), where at most half of the ties can be frustrated; nil without ties. A lower bound
  /// where the frustration index is not proven.
  ///
  /// - Source: Aref, Wilson: Measuring partial balance in signed networks (2018).
  public let frustration: Double?
}

extension GraphView {
  /// The degree of balance by triangles, by walks, and by frustration.
  public func signedBalance(
    count: TieCount = .relationship, effort: Int = Frustration.defaultEffort, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> SignedBalance {
    let network = try SignedNetwork(self, count: count, monitor: monitor)
    var (all, balanced) = (0, 0)
    try network.forEachTriangle(monitor: monitor) { (triangle, count) throws(QueryError) in
      all += count
      if triangle.isBalanced { balanced += count }
    }
    let frustration = try frustration(count: count, effort: effort, monitor: monitor)
    let half = Double(network.tieCount) / 2
    return SignedBalance(
      triangles: all == 0 ? nil : Double(balanced) / Double(all), walk: try network.walkBalance(monitor: monitor),
      frustration: network.tieCount == 0 ? nil : 1 - Double(frustration.index) / half)
  }
}

extension SignedNetwork {
  /// tr(e^A) / tr(e^|A|), with the trace as Σ ‖e^(A/2) · unit vector‖².
  fileprivate func walkBalance(monitor: QueryMonitor) throws(QueryError) -> Double? {
    guard nodeCount > 0, !pairs.isEmpty, nodeCount * pairs.count <= 100_000_000 else { return nil }
    var meter = WorkMeter(monitor)
    // Both exponentials are taken of A − μ, so that they stay finite; the ratio stays the same.
    let shift = try largestEigenvalue(meter: &meter)
    let stepCount = max(1, Int((shift / 8).rounded(.up)))
    var (signed, unsigned) = (0.0, 0.0)
    for node in 0..<nodeCount {
      for isSigned in [true, false] {
        var vector = ContiguousArray(repeating: 0.0, count: nodeCount)
        vector[node] = 1
        for _ in 0..<stepCount {
          try applyExponential(
            to: &vector, shift: shift, scale: 0.5 / Double(stepCount), isSigned: isSigned, meter: &meter)
        }
        let square = vector.reduce(0) { $0 + $1 * $1 }
        if isSigned { signed += square } else { unsigned += square }
      }
    }
    return signed / unsigned
  }

  /// Multiplies a vector by e^(scale · (A − shift)), by the series of the exponential.
  private func applyExponential(
    to vector: inout ContiguousArray<Double>, shift: Double, scale: Double, isSigned: Bool, meter: inout WorkMeter
  ) throws(QueryError) {
    var term = vector
    var order = 1.0
    while order < 100 {
      term = product(with: term, isSigned: isSigned)
      var size = 0.0
      for node in term.indices {
        term[node] *= scale / order
        vector[node] += term[node]
        size = max(size, abs(term[node]))
      }
      try meter.step(nodeCount + 2 * pairs.count)
      if size < 1e-18 { break }
      order += 1
    }
    let factor = Exponential.of(-shift * scale)
    for node in vector.indices { vector[node] *= factor }
  }

  /// A · vector, of signed or of unsigned ties.
  func product(with vector: ContiguousArray<Double>, isSigned: Bool) -> ContiguousArray<Double> {
    var result = ContiguousArray(repeating: 0.0, count: nodeCount)
    for pair in pairs {
      let weight = Double(isSigned ? pair.positive - pair.negative : pair.positive + pair.negative)
      result[pair.first] += weight * vector[pair.second]
      result[pair.second] += weight * vector[pair.first]
    }
    return result
  }

  /// About the largest eigenvalue of the unsigned ties.
  private func largestEigenvalue(meter: inout WorkMeter) throws(QueryError) -> Double {
    var vector = ContiguousArray(repeating: 1.0, count: nodeCount)
    var value = 0.0
    for _ in 0..<50 {
      var next = product(with: vector, isSigned: false)
      // A + 1 does not swing where the graph is bipartite.
      for node in next.indices { next[node] += vector[node] }
      value = next.reduce(0) { max($0, $1) }
      for node in next.indices { next[node] /= value }
      vector = next
      try meter.step(nodeCount + 2 * pairs.count)
    }
    return value - 1
  }
}
