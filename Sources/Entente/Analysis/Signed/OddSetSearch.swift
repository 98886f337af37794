import EntenteSyntax

/// Finds odd sets whose inequality vectors violate.
struct OddSetSearch {
  private let nodeCount: Int
  /// The product of any two vectors.
  private var products: ContiguousArray<Float>
  /// A violation below is none.
  static let tolerance: Float = 0.02
  static let largestSet = 7

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    products = ContiguousArray(repeating: 0, count: nodeCount * nodeCount)
  }

  mutating func look(at vectors: CampVectors, meter: inout WorkMeter) throws(QueryError) {
    for first in 0..<nodeCount {
      for second in 0...first {
        let product = vectors.product(first, second)
        products[first * nodeCount + second] = product
        products[second * nodeCount + first] = product
      }
      try meter.step(4 * first)
    }
  }

  /// The triangles that are violated most.
  ///
  /// - Complexity: O(nodes³)
  func triangles(limit: Int, meter: inout WorkMeter) throws(QueryError) -> [OddSet] {
    var found: [(excess: Float, nodes: SIMD4<Int32>)] = []
    var least = Self.tolerance
    for first in 0..<nodeCount {
      for second in 0..<first {
        let product = products[first * nodeCount + second]
        let (ones, others) = (first * nodeCount, second * nodeCount)
        for third in 0..<second {
          let (one, other) = (products[ones + third], products[others + third])
          // No member turned, or one of the three.
          let (sum, difference) = (one + other, one - other)
          let excess = -1 - min(min(product + sum, product - sum), min(difference, -difference) - product)
          guard excess > least else { continue }
          let turned: Int32 =
            excess == -1 - (product + sum)
            ? 3 : excess == -1 - (product - sum) ? 2 : excess == -1 - (difference - product) ? 1 : 0
          found.append((excess, SIMD4(Int32(first), Int32(second), Int32(third), turned)))
          if found.count >= 8 * limit {
            found.sort { $0.excess > $1.excess }
            found.removeSubrange(limit...)
            least = found[limit - 1].excess
          }
        }
      }
      try meter.step(first * first / 4)
    }
    // In the same order each time.
    func key(_ triangle: (excess: Float, nodes: SIMD4<Int32>)) -> (Float, Int32, Int32, Int32) {
      (triangle.excess, triangle.nodes[0], triangle.nodes[1], triangle.nodes[2])
    }
    found.sort { key($0) > key($1) }
    return found.prefix(limit).map { candidate in
      OddSet((0..<3).map { 2 * candidate.nodes[$0] + (Int32($0) == candidate.nodes[3] ? 1 : 0) })
    }
  }

  /// Sets with two more members that are violated most, at most one of each set.
  ///
  /// - Complexity: O(*sets* × nodes)
  func enlarged(_ sets: [OddSet], limit: Int, meter: inout WorkMeter) throws(QueryError) -> [OddSet] {
    var found: [(excess: Float, set: OddSet)] = []
    var pulls = ContiguousArray<Float>(repeating: 0, count: nodeCount)
    for set in sets where set.members.count < Self.largestSet {
      for node in pulls.indices { pulls[node] = 0 }
      for member in set.members {
        let row = OddSet.node(member) * nodeCount
        let sign: Float = member & 1 == 1 ? -1 : 1
        for node in 0..<nodeCount { pulls[node] += sign * products[row + node] }
      }
      // The square of the length of the sum.
      var square: Float = 0
      for member in set.members {
        square += member & 1 == 1 ? -pulls[OddSet.node(member)] : pulls[OddSet.node(member)]
      }
      for member in set.members { pulls[OddSet.node(member)] = 0 }
      var nearest = pulls.indices.filter { abs(pulls[$0]) > 0.25 }
      if nearest.count > 16 {
        nearest.sort { (abs(pulls[$0]), $0) > (abs(pulls[$1]), $1) }
        nearest.removeSubrange(16...)
      }
      var best: (excess: Float, first: Int, second: Int) = (Self.tolerance, -1, -1)
      for (place, first) in nearest.enumerated() {
        for second in nearest[..<place] {
          let between = products[first * nodeCount + second]
          let together = (pulls[first] < 0) == (pulls[second] < 0) ? between : -between
          let excess = (1 - (square + 2 - 2 * abs(pulls[first]) - 2 * abs(pulls[second]) + 2 * together)) / 2
          if excess > best.excess { best = (excess, first, second) }
        }
      }
      try meter.step(nodeCount * set.members.count / 4)
      guard best.first >= 0 else { continue }
      let added = [best.first, best.second].map { 2 * Int32($0) + (pulls[$0] > 0 ? 1 : 0) }
      found.append((best.excess, OddSet(set.members + added)))
    }
    return found.indices.sorted { (-found[$0].excess, $0) < (-found[$1].excess, $1) }.prefix(limit).map {
      found[$0].set
    }
  }
}
