import EntenteSyntax
import Testing

@testable import Entente

/// The inequalities of odd sets hold for all splits, and what vectors violate is found.
struct OddSetTests {
  @Test(arguments: [3, 5, 7])
  func `no split violates the inequality of an odd set`(count: Int) {
    for turned in 0..<(1 << count) {
      let set = OddSet((0..<count).map { Int32(2 * $0 + (turned >> $0 & 1)) })
      #expect(set.members.first == 0, "the first is not turned")
      for split in 0..<(1 << count) {
        var sum = 0
        set.forEachPair { first, second, isTurned in
          let isTogether = (split >> Int(first) ^ split >> Int(second)) & 1 == 0
          sum += isTogether != isTurned ? 1 : -1
        }
        #expect(sum >= -set.slack, "turned \(turned), split \(split)")
      }
    }
  }

  @Test func `a decided pair allows the splits that have it and no others`() {
    for (second, isTogether) in [(2, true), (3, false)] as [(Int32, Bool)] {
      let pair = OddSet([0, second])
      #expect(pair.isDecided && pair.slack == -1)
      pair.forEachPair { #expect($2 != isTogether) }
    }
  }

  /// Of a path of nodes, those that are two ties apart are looked at first, then all.
  @Test func `the search reaches farther when it is told to`() throws {
    let ties = (0..<5).map { ($0, $0 + 1, Int64(1)) }
    let kernel = SignedKernel(nodeCount: 6, ties: ties, keepsAll: true)
    var meter = WorkMeter(.unlimited)
    var search = try OddSetSearch(KernelGraph(kernel), meter: &meter)
    var counts = [search.pairCount]
    while !search.isWidest {
      try search.widen(meter: &meter)
      counts.append(search.pairCount)
    }
    #expect(counts == [9, 12, 14, 15, 15])
  }

  @Test func `a set and its opposite are one`() {
    #expect(OddSet([4, 7, 0]) == OddSet([1, 6, 5]))
    #expect(OddSet([4, 7, 0]) != OddSet([4, 6, 0]))
  }

  /// Three rivals turn their vectors a third of a circle from one another: the products add up to -3/2, and may to -1.
  @Test func `the violated triangle of three rivals is found`() throws {
    let ties = [(0, 1), (0, 2), (1, 2)].map { ($0.0, $0.1, Int64(-1)) }
    let graph = KernelGraph(SignedKernel(nodeCount: 3, ties: ties, keepsAll: true))
    var meter = WorkMeter(.unlimited)
    var vectors = CampVectors(count: 3)
    for _ in 0..<100 { try vectors.settle(graph, rest: [-1, -1, -1], meter: &meter) }
    #expect(abs(vectors.product(0, 1) + 0.5) < 1e-3)
    var search = try OddSetSearch(graph, meter: &meter)
    try search.look(at: vectors, meter: &meter)
    #expect(try search.triangles(limit: 10, meter: &meter) == [OddSet([0, 2, 4])])
  }

  /// Five rivals turn their vectors so that they add up to 0: the products add up to -5/2, and may to -2.
  @Test func `a set is enlarged where that is violated`() throws {
    let ties = (0..<5).flatMap { first in (first + 1..<5).map { (first, $0, Int64(-1)) } }
    let graph = KernelGraph(SignedKernel(nodeCount: 5, ties: ties, keepsAll: true))
    var meter = WorkMeter(.unlimited)
    var vectors = CampVectors(count: 5)
    let rest = ContiguousArray<Float>(repeating: -1, count: 10)
    for _ in 0..<200 { try vectors.settle(graph, rest: rest, meter: &meter) }
    var search = try OddSetSearch(graph, meter: &meter)
    try search.look(at: vectors, meter: &meter)
    let enlarged = try search.enlarged([OddSet([0, 2, 4])], at: vectors, limit: 10, meter: &meter)
    #expect(enlarged == [OddSet([0, 2, 4, 6, 8])])
  }
}
