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
    var search = OddSetSearch(nodeCount: 3)
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
    var search = OddSetSearch(nodeCount: 5)
    try search.look(at: vectors, meter: &meter)
    #expect(try search.enlarged([OddSet([0, 2, 4])], limit: 10, meter: &meter) == [OddSet([0, 2, 4, 6, 8])])
  }
}
