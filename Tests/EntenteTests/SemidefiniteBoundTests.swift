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

  /// Few, since without optimization vectors are slow.
  @Test(arguments: 0..<4)
  func `the bound is at most what the best split costs`(batch: UInt64) throws {
    for seed in batch * 3..<(batch + 1) * 3 {
      var random = SplitMix64(seed: seed)
      let (graph, least) = Self.graph(SignedCase.make(using: &random))
      var meter = WorkMeter(.unlimited)
      var program = SemidefiniteBound(graph, monitor: .unlimited)
      var search = try OddSetSearch(graph, meter: &meter)
      let bound = try program.bound(limit: .max, end: 20_000, search: &search, meter: &meter)
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
    var program = SemidefiniteBound(graph, monitor: .unlimited)
    var search = try OddSetSearch(graph, meter: &meter)
    let bound = try program.bound(limit: 0, end: 20_000, search: &search, meter: &meter)
    #expect(bound > 157 * SignedKernel.unit / 10 && bound <= 16 * SignedKernel.unit)
  }

  /// Deciding pairs ends where every way is above the limit, and never goes above what the best split costs.
  @Test(arguments: 0..<4)
  func `deciding pairs proves the best split`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var ties: [SignedCase.Tie] = []
    for first in 0..<9 {
      for second in first + 1..<9 { ties.append((first, second, random.next() % 2 == 0 ? 1 : -1)) }
    }
    let (graph, least) = Self.graph(SignedCase(nodeCount: 9, ties: ties))
    for (limit, isProven) in [(least - SignedKernel.unit, true), (least + SignedKernel.unit / 2, false)] {
      var meter = WorkMeter(.unlimited)
      var search = try OddSetSearch(graph, meter: &meter)
      var program = SemidefiniteBound(graph, monitor: .unlimited)
      let bound = try program.bound(limit: limit, end: 4_000, search: &search, meter: &meter)
      #expect(bound <= least, "seed \(seed)")
      var branching = try PairBranching(program, bound: bound, monitor: .unlimited)
      try branching.raise(above: limit, end: isProven ? .max : 100_000, search: &search, meter: &meter)
      if isProven {
        #expect(branching.bound.map { $0 > limit } ?? true, "seed \(seed)")
      } else {
        #expect(try #require(branching.bound) <= least, "seed \(seed)")
      }
    }
  }

  /// Sizes before, at and behind the sixteen rows that go together.
  @Test(arguments: [1, 2, 4, 5, 15, 16, 17, 33])
  func `a decomposition multiplied gives the matrix again`(size: Int) throws {
    var random = SplitMix64(seed: UInt64(size))
    var matrix = try LowerTriangle(size: size, monitor: .unlimited)
    for row in 0..<size {
      for column in 0..<row { matrix[row, column] = Double(random.next() % 100) / 100 - 0.5 }
      matrix[row, row] = Double(size)
    }
    var decomposition = matrix
    var meter = WorkMeter(.unlimited)
    #expect(try decomposition.decompose(&meter))
    for row in 0..<size {
      for column in 0...row {
        let product = (0...column).reduce(0.0) { $0 + decomposition[row, $1] * decomposition[column, $1] }
        #expect(abs(product - matrix[row, column]) < 1e-12 * Double(size))
      }
    }
    matrix[size - 1, size - 1] = -1
    #expect(try !matrix.decompose(&meter))
  }

  @Test func `a matrix with a negative eigenvalue is never called positive`() throws {
    // A circle of three rivals: its matrix has the eigenvalues -1, -1 and 2.
    let unit: Int64 = 1 << 16
    let entries: [(place: Int, value: Int64)] = [(3, unit), (6, unit), (7, unit)]
    for (diagonal, isPositive) in [(unit - 1, false), (unit, false), (unit + 3, true), (0, false), (-unit, false)] {
      var meter = WorkMeter(.unlimited)
      let isProven = try PositiveDefiniteness.isProven(
        diagonal: [diagonal, diagonal, diagonal], entries: entries, monitor: .unlimited, meter: &meter)
      #expect(isProven == isPositive, "diagonal \(diagonal)")
    }
  }

  @Test func `the matrix of a proof is drawn from the memory limit`() {
    var meter = WorkMeter(.unlimited)
    let monitor = QueryMonitor(limits: QueryLimits(memory: 8 * 71))
    let diagonal = ContiguousArray<Int64>(repeating: 1 << 20, count: 10)
    let entries: [(place: Int, value: Int64)] = []
    #expect(throws: QueryError.self) {
      _ = try PositiveDefiniteness.isProven(diagonal: diagonal, entries: entries, monitor: monitor, meter: &meter)
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
    let view = try PlantedGraph.make(nodes: 40, ties: 700, frustrated: nil, using: &random).signedView()
    let frustration = try view.frustration(effort: 4_000_000)
    #expect(frustration.lowerBound <= frustration.index)
    #expect(frustration.lowerBound > 700 / 3, "bounds \(frustration.lowerBound) and \(frustration.index)")
  }
}
