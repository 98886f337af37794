import EntenteDrawing
import EntenteTestSupport
import Testing

struct CrossingReductionTests {
  @Test func `a node inside a ring of others that its line crosses goes out`() {
    // A square with one node in the middle, which is tied to one far outside alone.
    let centers = [
      PlanePoint(0, 0), PlanePoint(200, 0), PlanePoint(200, 200), PlanePoint(0, 200), PlanePoint(100, 90),
      PlanePoint(400, 110),
    ]
    let lines = [(from: 0, to: 1), (from: 1, to: 2), (from: 2, to: 3), (from: 3, to: 0), (from: 4, to: 5)]
    let sizes = [(width: Double, height: Double)](repeating: (20, 20), count: 6)
    let reduced = CrossingReduction(sizes: sizes, lines: lines).reduced(centers)
    #expect(LineCrossings.count(lines, at: centers) == 1)
    #expect(LineCrossings.count(lines, at: reduced) == 0)
  }

  @Test(arguments: 0..<40)
  func `what moves makes fewer crossings, and no node is put on another`(seed: Int) {
    var random = SplitMix64(seed: UInt64(4000 + seed))
    let count = 4 + seed
    // On a grid with room between, so that none overlaps at first.
    let centers = (0..<count).map { PlanePoint(Double($0 % 7) * 120, Double($0 / 7) * 90) }
    let lines = (0..<count * 3 / 2).map { _ in
      (from: Int.random(in: 0..<count, using: &random), to: Int.random(in: 0..<count, using: &random))
    }
    let sizes = (0..<count).map { _ in
      (width: Double.random(in: 10...90, using: &random), height: Double.random(in: 10...60, using: &random))
    }
    let reduction = CrossingReduction(sizes: sizes, lines: lines)
    let reduced = reduction.reduced(centers)
    #expect(reduced == centers || reduction.conflicts(reduced) < reduction.conflicts(centers), "seed \(4000 + seed)")
    for a in 0..<count {
      for b in 0..<a {
        let isApart =
          abs(reduced[a].x - reduced[b].x) >= (sizes[a].width + sizes[b].width) / 2
          || abs(reduced[a].y - reduced[b].y) >= (sizes[a].height + sizes[b].height) / 2
        #expect(isApart, "seed \(4000 + seed): \(a) and \(b)")
      }
    }
  }

  @Test func `without lines, or with loops alone, nothing moves`() {
    let centers = [PlanePoint(0, 0), PlanePoint(5, 5)]
    let sizes = [(width: Double, height: Double)](repeating: (20, 20), count: 2)
    #expect(CrossingReduction(sizes: sizes, lines: []).reduced(centers) == centers)
    #expect(CrossingReduction(sizes: sizes, lines: [(from: 0, to: 0)]).reduced(centers) == centers)
    #expect(CrossingReduction(sizes: [], lines: []).reduced([]).isEmpty)
  }
}
