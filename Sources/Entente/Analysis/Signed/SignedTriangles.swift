public import EntenteSyntax

/// Three nodes with a tie between any two of them.
public struct SignedTriangle: Sendable, Hashable {
  /// By node of the view, ascending.
  public let nodes: [Int]
  /// How many of the three ties are positive.
  public let positive: Int
  /// Whether the negative ones are even in number.
  public var isBalanced: Bool { positive % 2 == 1 }
}

extension SignedNetwork {
  /// The triangles with their ties by sign, as often as there are such ties; each handed over once with how often.
  ///
  /// - Complexity: O(pairs^1.5)
  /// - Source: Chiba, Nishizeki: Arboricity and subgraph listing algorithms (1985).
  func forEachTriangle(
    monitor: QueryMonitor, _ body: (SignedTriangle, Int) throws(QueryError) -> Void
  ) throws(QueryError) {
    var meter = WorkMeter(monitor)
    let rows = self.rows
    var pairOfNode = ContiguousArray(repeating: -1, count: nodeCount)
    // Each triangle is seen from its first node, whose neighbours behind it are marked.
    for first in 0..<nodeCount {
      let own = rows.pairs(of: first).filter { pairs[$0].first == first }
      for index in own { pairOfNode[pairs[index].second] = index }
      for index in own {
        let second = pairs[index].second
        for other in rows.pairs(of: second) where pairs[other].first == second {
          let third = pairs[other].second
          let closing = pairOfNode[third]
          guard closing >= 0 else { continue }
          for (count, positive) in Self.signs([pairs[index], pairs[other], pairs[closing]]) where count > 0 {
            try body(SignedTriangle(nodes: [first, second, third], positive: positive), count)
          }
        }
        try meter.step(1 + rows.pairs(of: second).count)
      }
      for index in own { pairOfNode[pairs[index].second] = -1 }
    }
    try meter.report()
  }

  /// In how many ways so many ties of three pairs are positive, for 3 down to 0.
  private static func signs(_ pairs: [Pair]) -> [(count: Int, positive: Int)] {
    var ways = [1, 0, 0, 0]
    for pair in pairs {
      for positive in (0...3).reversed() {
        ways[positive] = ways[positive] * pair.negative + (positive > 0 ? ways[positive - 1] * pair.positive : 0)
      }
    }
    return (0...3).reversed().map { (ways[$0], $0) }
  }
}

extension GraphView {
  /// The triangles of a signed graph, each as often as the ties between its nodes can be chosen.
  public func signedTriangles(
    count: TieCount = .relationship, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> [SignedTriangle] {
    let network = try SignedNetwork(self, count: count, monitor: monitor)
    var triangles: [SignedTriangle] = []
    try network.forEachTriangle(monitor: monitor) { (triangle, count) throws(QueryError) in
      try monitor.reserve(bytes: 64 * count)
      triangles += Array(repeating: triangle, count: count)
    }
    return triangles
  }
}
