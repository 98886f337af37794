import EntenteSyntax

/// A lower bound of the frustration where cycles alone say little: in graphs that are dense or frustrated throughout.
///
/// Camps 1 and -1 become unit vectors, so that a tie is frustrated by (1 − sign · v · w) / 2. The best vectors cost no
/// more than the best split. Weights are taken from ties and given to negative cycles, of which each costs its weight
/// at least, as long as that raises the sum:
///
///     frustration ≥ Σ weights of cycles + least cost by vectors of what is left of the ties
///
/// Vectors are found one by one, each the best that its neighbours allow; weights of cycles follow by subgradients.
/// Neither has to be exact: the bound rests on whole numbers and on a matrix without negative eigenvalues, see
/// ``PositiveDefiniteness``.
///
/// - Source: Delorme, Poljak: Laplacian eigenvalues and the maximum cut problem (1993); Goemans, Williamson: Improved
///   approximation algorithms for maximum cut and satisfiability problems using semidefinite programming (1995); Wang,
///   Chang, Kolter: The mixing method (2017); Rendl, Rinaldi, Wiegele: Solving max-cut to optimality by intersecting
///   semidefinite and polyhedral relaxations (2010) for cycles beside vectors.
struct SemidefiniteBound {
  private struct WeighedCycle {
    let ties: ContiguousArray<Int32>
    var weight: Double
    /// How many rounds it has weighed nothing.
    var idle = 0
  }

  /// What proves a bound, as far as it is known.
  private struct Certificate {
    var value = -Double.infinity
    var cycles: [(ties: ContiguousArray<Int32>, weight: Int64)] = []
    var diagonal: ContiguousArray<Int64> = []
  }

  private let graph: KernelGraph
  /// Weights of ties are counted in this, and are about 1.
  private let scale: Double
  private var cycles: [WeighedCycle]
  private var vectors: ContiguousArray<SIMD16<Double>>
  /// By node: the length of the sum of its neighbours, which is its share of the dual.
  private var lengths: ContiguousArray<Double>
  /// By tie: what cycles leave of it, negative where they take more, with its sign.
  private var rest: ContiguousArray<Double>
  private var best = Certificate()

  /// Of the nodes, so that a matrix of their pairs is no more than 32 MB.
  static let nodeLimit = 2_048

  /// - Parameter packing: cycles to begin with, as ``CoveringProgram/packing(of:)`` has them.
  init(_ graph: KernelGraph, packing: [CoveringProgram.Share]) {
    self.graph = graph
    let total = graph.ties.reduce(0.0) { $0 + Double(abs($1.weight)) }
    let scale = max(1, total / Double(max(1, graph.ties.count)))
    self.scale = scale
    cycles = packing.map { WeighedCycle(ties: $0.cycle, weight: Double($0.weight) / scale) }
    var random = SeededGenerator(seed: 1)
    vectors = ContiguousArray(
      (0..<graph.nodeCount).map { _ in
        var vector = SIMD16<Double>()
        for place in vector.indices { vector[place] = random.fraction() - 0.5 }
        return vector / (vector * vector).sum().squareRoot()
      })
    lengths = ContiguousArray(repeating: 0, count: graph.nodeCount)
    rest = ContiguousArray(repeating: 0, count: graph.ties.count)
  }

  /// The bound in units of the kernel, 0 where none is proven.
  ///
  /// - Parameters:
  ///   - end: the step to stop at.
  ///   - limit: a bound above which is enough.
  /// - Complexity: O(ties + cycles) a sweep, O(nodes³) for the proof.
  mutating func bound(limit: Int64, end: Int, meter: inout WorkMeter) throws(QueryError) -> Int64 {
    guard graph.nodeCount <= Self.nodeLimit, meter.total < end else { return 0 }
    var search = ShortCycles(graph)
    var step = 0.05
    var (stale, first) = (0, 0)
    try settle(sweeps: 60, meter: &meter)
    while meter.total < end, stale < 30 {
      for _ in 0..<20 where !cycles.isEmpty {
        reweigh(step: step)
        try settle(sweeps: 3, meter: &meter)
      }
      try settle(sweeps: 30, meter: &meter)
      let before = best.value
      try record(meter: &meter)
      if best.value * scale > Double(limit) + 1 { break }
      stale = best.value > before + 2e-4 * abs(before) ? 0 : stale + 1
      if stale % 5 == 4 { step *= 0.7 }
      for place in cycles.indices { cycles[place].idle = cycles[place].weight > 0 ? 0 : cycles[place].idle + 1 }
      cycles.removeAll { $0.idle > 5 }
      let found = try search.violated(lengths: costs, limit: 200, from: first, meter: &meter)
      first = (first + graph.nodeCount / 3 + 1) % graph.nodeCount
      cycles += found.map { WeighedCycle(ties: $0, weight: 0) }
    }
    return try proven(meter: &meter)
  }

  /// By tie: how far the vectors frustrate it, from 0 to 1.
  private var costs: ContiguousArray<Double> {
    ContiguousArray(
      graph.ties.map { tie in
        let product = (vectors[Int(tie.first)] * vectors[Int(tie.second)]).sum()
        return min(1, max(0, (1 - (tie.weight > 0 ? product : -product)) / 2))
      })
  }

  /// Gives cycles that cost less than 1 more weight, and others less.
  private mutating func reweigh(step: Double) {
    let costs = costs
    for place in cycles.indices {
      let cost = cycles[place].ties.reduce(0.0) { $0 + costs[Int($1)] }
      cycles[place].weight = max(0, cycles[place].weight + step * (1 - cost))
    }
  }

  /// Turns each vector into the direction that its neighbours pull it.
  private mutating func settle(sweeps: Int, meter: inout WorkMeter) throws(QueryError) {
    for (index, tie) in graph.ties.enumerated() { rest[index] = Double(abs(tie.weight)) / scale }
    for cycle in cycles where cycle.weight > 0 {
      for tie in cycle.ties { rest[Int(tie)] -= cycle.weight }
    }
    for (index, tie) in graph.ties.enumerated() where tie.weight < 0 { rest[index] = -rest[index] }
    for _ in 0..<sweeps {
      for node in 0..<graph.nodeCount {
        var sum = SIMD16<Double>()
        for place in graph.places(of: node) {
          let (other, tie) = graph.arcs[place]
          sum += vectors[Int(other)] * rest[Int(tie)]
        }
        let length = (sum * sum).sum().squareRoot()
        lengths[node] = length
        if length > 1e-12 { vectors[node] = sum / length }
      }
      try meter.step(4 * (graph.nodeCount + graph.arcs.count))
    }
  }

  // MARK: - Proof

  /// Keeps the weights and lengths of now if the bound they promise is the best.
  private mutating func record(meter: inout WorkMeter) throws(QueryError) {
    let eigenvalue = try Lanczos.largestEigenvalue(size: graph.nodeCount, steps: 80, meter: &meter) { vector, result in
      for node in 0..<graph.nodeCount {
        var sum = -lengths[node] * vector[node]
        for place in graph.places(of: node) {
          let (other, tie) = graph.arcs[place]
          sum += rest[Int(tie)] * vector[Int(other)]
        }
        result[node] = sum
      }
    }
    // A node's share may be as small as the eigenvalue allows: below 0 that is a gain.
    let sum = lengths.reduce(0) { $0 + $1 + eigenvalue }
    var value = cycles.reduce(0) { $0 + $1.weight } - sum / 4
    for (index, tie) in graph.ties.enumerated() { value += (tie.weight < 0 ? -rest[index] : rest[index]) / 2 }
    guard value > best.value else { return }
    best = Certificate(
      value: value, cycles: cycles.filter { $0.weight > 0 }.map { ($0.ties, Int64($0.weight * scale)) },
      diagonal: ContiguousArray(lengths.map { Int64((($0 + eigenvalue) * scale).rounded(.up)) }))
  }

  /// The bound of the best certificate, in whole numbers.
  private func proven(meter: inout WorkMeter) throws(QueryError) -> Int64 {
    guard !best.diagonal.isEmpty else { return 0 }
    var rest = ContiguousArray(graph.ties.map { abs($0.weight) })
    var doubled: Int64 = 0
    for cycle in best.cycles {
      doubled += 2 * cycle.weight
      for tie in cycle.ties { rest[Int(tie)] -= cycle.weight }
    }
    for weight in rest { doubled += weight }
    // What the eigenvalue was estimated too low by; ten tries reach a quarter of a tie's weight for each node.
    var excess = max(1, Int64(scale / 1_000_000))
    for _ in 0..<10 {
      let diagonal = ContiguousArray(best.diagonal.map { $0 + excess })
      if try PositiveDefiniteness.isProven(graph, diagonal: diagonal, rest: rest, meter: &meter) {
        let sum = diagonal.reduce(0, +)
        return max(0, (2 * doubled - sum) / 4 - 1)
      }
      excess *= 4
    }
    return 0
  }
}
