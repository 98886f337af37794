import EntenteSyntax

/// Finds odd sets whose inequality vectors violate.
///
/// It looks at nodes that are few ties apart, and at more of them when it is told to, since vectors of far nodes have
/// little to do with each other: what they seem to violate is mostly that they have few dimensions.
struct OddSetSearch {
  private let graph: KernelGraph
  /// How many ties apart nodes may be.
  private var reach = 0
  /// Whether there are no more pairs, or no room for them.
  private(set) var isWidest = false
  /// Where the nodes near a node begin, and these nodes.
  private var offsets: ContiguousArray<Int>
  private var others: ContiguousArray<Int32> = []
  /// The product of the vectors of a node and of one near it.
  private var products: ContiguousArray<Float> = []
  /// A violation below is none.
  static let tolerance: Float = 0.02
  static let largestSet = 7
  /// Of pairs, each counted twice: all of 2,048 nodes.
  static let pairLimit = 1 << 22

  /// - Parameter graph: with ties alone.
  init(_ graph: KernelGraph, meter: inout WorkMeter) throws(QueryError) {
    self.graph = graph
    offsets = ContiguousArray(repeating: 0, count: graph.nodeCount + 1)
    try widen(meter: &meter)
    try widen(meter: &meter)
  }

  /// Looks one tie farther from now on.
  mutating func widen(meter: inout WorkMeter) throws(QueryError) {
    var (offsets, others): (ContiguousArray<Int>, ContiguousArray<Int32>) = ([0], [])
    var seen = ContiguousArray<Int32>(repeating: -1, count: graph.nodeCount)
    for node in 0..<graph.nodeCount where !isWidest {
      let first = others.count
      seen[node] = Int32(node)
      var ring: ContiguousArray<Int32> = [Int32(node)]
      for _ in 0...reach {
        var next: ContiguousArray<Int32> = []
        for inner in ring {
          for place in graph.places(of: Int(inner)) where seen[Int(graph.arcs[place].node)] != node {
            seen[Int(graph.arcs[place].node)] = Int32(node)
            next.append(graph.arcs[place].node)
          }
        }
        others += next
        ring = next
      }
      others[first...].sort()
      offsets.append(others.count)
      isWidest = others.count > Self.pairLimit
      try meter.step(8 * (others.count - first))
    }
    if isWidest { return }
    reach += 1
    isWidest = others.count == self.others.count
    (self.offsets, self.others) = (offsets, others)
    products = ContiguousArray(repeating: 0, count: others.count)
  }

  /// Pairs of nodes that are near each other.
  var pairCount: Int { others.count / 2 }

  @inline(__always)
  private func places(near node: Int) -> Range<Int> {
    Range(uncheckedBounds: (offsets[node], offsets[node + 1]))
  }

  mutating func look(at vectors: CampVectors, meter: inout WorkMeter) throws(QueryError) {
    for node in 0..<graph.nodeCount {
      for place in places(near: node) { products[place] = vectors.product(node, Int(others[place])) }
      try meter.step(2 * places(near: node).count)
    }
  }

  /// The triangles that are violated most, and whose nodes are near each other.
  ///
  /// Of three products, whose signs do not matter here, more than 1 in sum, the largest is more than a third: from the
  /// pairs that have so much the search starts.
  ///
  /// - Complexity: O(such pairs × nodes near one)
  func triangles(limit: Int, meter: inout WorkMeter) throws(QueryError) -> [OddSet] {
    var found: [Triangle] = []
    var least = Self.tolerance
    var row = ContiguousArray<Float>(repeating: .nan, count: graph.nodeCount)
    for first in 0..<graph.nodeCount {
      for place in places(near: first) { row[Int(others[place])] = products[place] }
      for place in places(near: first) {
        let (second, product) = (Int(others[place]), products[place])
        if second > first { break }
        let largest = abs(product)
        guard largest > (1 + least) / 3 else { continue }
        for place in places(near: second) {
          let (one, other) = (row[Int(others[place])], products[place])
          // Not a number where the third is not near the first.
          guard abs(one) <= largest, abs(other) <= largest else { continue }
          let excess = largest + abs(product < 0 ? one + other : one - other) - 1
          guard excess > least else { continue }
          // Which member is turned: of two that are apart, or the third, or none.
          let turned: Int8 = product > 0 ? (one > other ? 0 : 1) : (one + other > 0 ? 2 : 3)
          found.append(
            Triangle(excess: excess, nodes: (Int32(first), Int32(second), others[place]), turned: turned))
          if found.count >= 8 * limit {
            found.sort { $0.key > $1.key }
            found.removeSubrange(limit...)
            least = found[limit - 1].excess
          }
        }
        try meter.step(places(near: second).count / 2)
      }
      for place in places(near: first) { row[Int(others[place])] = .nan }
    }
    found.sort { $0.key > $1.key }
    return found.prefix(limit).map(\.set)
  }

  private struct Triangle {
    let excess: Float
    let nodes: (Int32, Int32, Int32)
    let turned: Int8

    /// Puts them in the same order each time.
    var key: (Float, Int32, Int32, Int32) { (excess, nodes.0, nodes.1, nodes.2) }

    var set: OddSet {
      OddSet([nodes.0, nodes.1, nodes.2].enumerated().map { 2 * $1 + (Int($0) == turned ? 1 : 0) })
    }
  }

  /// Sets with two more members that are violated most, at most one of each set.
  ///
  /// - Complexity: O(*sets* × nodes near one)
  func enlarged(
    _ sets: [OddSet], at vectors: CampVectors, limit: Int, meter: inout WorkMeter
  ) throws(QueryError) -> [OddSet] {
    var found: [(excess: Float, set: OddSet)] = []
    var seenBy = ContiguousArray(repeating: -1, count: graph.nodeCount)
    var candidates: ContiguousArray<Int32> = []
    for (number, set) in sets.enumerated() where set.members.count < Self.largestSet {
      for member in set.members { seenBy[OddSet.node(member)] = number }
      candidates.removeAll(keepingCapacity: true)
      for member in set.members {
        for place in places(near: OddSet.node(member)) where seenBy[Int(others[place])] != number {
          seenBy[Int(others[place])] = number
          candidates.append(others[place])
        }
      }
      var nearest: [(node: Int, pull: Float)] = []
      let square = vectors.products(of: candidates, withSumOf: set) { node, pull in
        if abs(pull) > 0.25 { nearest.append((Int(node), pull)) }
      }
      if nearest.count > 16 {
        nearest.sort { (abs($0.pull), $0.node) > (abs($1.pull), $1.node) }
        nearest.removeSubrange(16...)
      }
      var best: (excess: Float, first: Int, second: Int) = (Self.tolerance, -1, -1)
      for (place, first) in nearest.enumerated() {
        for (before, second) in nearest[..<place].enumerated() {
          let between = vectors.product(first.node, second.node)
          let together = (first.pull < 0) == (second.pull < 0) ? between : -between
          let excess = (1 - (square + 2 - 2 * abs(first.pull) - 2 * abs(second.pull) + 2 * together)) / 2
          if excess > best.excess { best = (excess, place, before) }
        }
      }
      try meter.step(2 * candidates.count + nearest.count * nearest.count)
      guard best.first >= 0 else { continue }
      let added = [nearest[best.first], nearest[best.second]].map { 2 * Int32($0.node) + ($0.pull > 0 ? 1 : 0) }
      found.append((best.excess, OddSet(set.members + added)))
    }
    return found.indices.sorted { (-found[$0].excess, $0) < (-found[$1].excess, $1) }.prefix(limit).map {
      found[$0].set
    }
  }
}
