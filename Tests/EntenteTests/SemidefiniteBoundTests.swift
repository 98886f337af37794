import EntenteSyntax
import EntenteTestSupport
import Testing

@testable import Entente

/// The lower bound by vectors is never above what a split costs, and its proof fails where there is nothing to prove.
struct SemidefiniteBoundTests {
  /// A kernel graph from ties, each two nodes and a sign, and what the best of all splits costs.
  private static func graph(_ random: SignedCase) -> (graph: KernelGraph, least: Int64) {
    let ties = random.ties.filter { $0.first != $0.second }.map { ($0.first, $0.second, Int64($0.sign)) }
    let graph = KernelGraph(SignedKernel(nodeCount: random.nodeCount, ties: ties, keepsAll: true))
    var least = Int64.max
    for split in 0..<(1 << max(0, graph.nodeCount - 1)) {
      let camps = ContiguousArray((0..<graph.nodeCount).map { Int8(split >> $0 & 1 == 1 ? -1 : 1) })
      least = min(least, graph.frustration(of: camps))
    }
    return (graph, least)
  }

  @Test(arguments: 0..<4)
  func `the bound is at most what the best split costs`(batch: UInt64) throws {
    for seed in batch * 25..<(batch + 1) * 25 {
      var random = SplitMix64(seed: seed)
      let (graph, least) = Self.graph(SignedCase.make(using: &random))
      var meter = WorkMeter(.unlimited)
      var program = SemidefiniteBound(graph, packing: [])
      let bound = try program.bound(limit: .max, end: 2_000_000, meter: &meter)
      #expect(bound <= least, "seed \(seed)")
      #expect(bound >= 0, "seed \(seed)")
    }
  }

  /// Where n nodes are all rivals, vectors that add up to 0 cost n (n - 2) / 4 ties: without cycles the bound is known.
  @Test func `rivals of one another have the bound of the literature`() throws {
    let ties = (0..<9).flatMap { first in (first + 1..<9).map { (first: first, second: $0, sign: -1) } }
    let (graph, least) = Self.graph(SignedCase(nodeCount: 9, ties: ties))
    #expect(least == 16 * SignedKernel.unit)
    var meter = WorkMeter(.unlimited)
    var program = SemidefiniteBound(graph, packing: [])
    let bound = try program.bound(limit: 0, end: 1_000_000, meter: &meter)
    #expect(bound > 157 * SignedKernel.unit / 10 && bound <= 16 * SignedKernel.unit)
  }

  @Test func `a matrix with a negative eigenvalue is never called positive`() throws {
    // A circle of three rivals: its matrix has the eigenvalues -1, -1 and 2.
    let (graph, _) = Self.graph(SignedCase(nodeCount: 3, ties: [(0, 1, -1), (1, 2, -1), (0, 2, -1)]))
    let unit = SignedKernel.unit
    for (diagonal, isPositive) in [(unit - 1, false), (unit, false), (unit + 3, true), (0, false), (-unit, false)] {
      var meter = WorkMeter(.unlimited)
      let isProven = try PositiveDefiniteness.isProven(
        graph, diagonal: [diagonal, diagonal, diagonal], rest: [unit, unit, unit], meter: &meter)
      #expect(isProven == isPositive, "diagonal \(diagonal)")
    }
  }

  @Test func `Lanczos finds the largest eigenvalue of a path`() throws {
    var meter = WorkMeter(.unlimited)
    let size = 50
    let found = try Lanczos.largestEigenvalue(size: size, steps: size, meter: &meter) { vector, result in
      for place in 0..<size {
        result[place] = (place > 0 ? vector[place - 1] : 0) + (place < size - 1 ? vector[place + 1] : 0)
      }
    }
    // 2 cos(π / 51)
    #expect(abs(found - 1.996_206_6) < 1e-6)
  }

  /// No packing of cycles can go beyond a third of the ties.
  @Test func `in a dense network the bound is above what cycles can give`() throws {
    var random = SplitMix64(seed: 3)
    let view = try PlantedGraph.make(nodes: 80, ties: 1_600, frustrated: nil, using: &random).signedView()
    let frustration = try view.frustration(effort: 40_000_000)
    #expect(frustration.lowerBound <= frustration.index)
    #expect(frustration.lowerBound > 1_600 / 3, "bounds \(frustration.lowerBound) and \(frustration.index)")
  }
}
