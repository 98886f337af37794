import EntenteSyntax

/// A lower bound of the frustration where cycles alone say little: in graphs that are dense or frustrated throughout.
///
/// Camps 1 and -1 become unit vectors, so that a tie is frustrated by (1 − sign · v · w) / 2, and the best vectors cost
/// no more than the best split. Any split obeys the inequality of each ``OddSet``; vectors that do not are held to it by
/// a weight, which is added to the pairs of the set:
///
///     frustration ≥ (Σ ties − Σ weight · slack − most that vectors gain by ties and weights) / 2
///
/// 1. Each vector goes where its neighbours pull it, and keeps some of its own direction (``CampVectors``).
/// 2. The weights of sets that are violated grow, those of others shrink: the method of multipliers.
/// 3. Sets that are violated come in, sets without weight go (``OddSetSearch``), and again from 1.
///
/// Nothing of it has to be exact: the bound rests on whole numbers and on a matrix without negative eigenvalues, see
/// ``PositiveDefiniteness``.
///
/// - Source: Delorme, Poljak: Laplacian eigenvalues and the maximum cut problem (1993); Goemans, Williamson: Improved
///   approximation algorithms for maximum cut and satisfiability problems using semidefinite programming (1995); Rendl,
///   Rinaldi, Wiegele: Solving max-cut to optimality by intersecting semidefinite and polyhedral relaxations (2010);
///   Burer, Monteiro: A nonlinear programming algorithm for solving semidefinite programs via low-rank factorization
///   (2003); Wang, Chang, Kolter: The mixing method (2017).
struct SemidefiniteBound {
  private struct WeighedSet {
    let set: OddSet
    /// Of the set, kept here since it is needed often.
    let pairCount: Int
    let slack: Float
    var weight: Double
    /// By how much the inequality holds, at the vectors of now.
    var excess = 0.0
    /// How many rounds it has weighed nothing.
    var idle = 0

    init(_ set: OddSet, weight: Double = 0) {
      self.set = set
      self.weight = weight
      pairCount = set.members.count * (set.members.count - 1) / 2
      slack = Float(set.slack)
    }

    /// What the weight grows to by the excess, or shrinks to.
    @inline(__always)
    func weightAhead(_ growth: Double) -> Double { max(0, weight - growth * excess) }
  }

  /// What proves a bound, as far as it is known.
  private struct Certificate {
    var value = -Double.infinity
    var sets: [(set: OddSet, weight: Int64)] = []
    var diagonal: ContiguousArray<Int64> = []
  }

  /// Ties first, then the chords of the sets, which weigh nothing.
  private var graph: KernelGraph
  private let tieCount: Int
  /// Weights of ties are counted in this, and are about 1.
  private let scale: Double
  private var sets: [WeighedSet] = []
  private var known: Set<OddSet> = []
  /// The pairs of each set in turn, and 1 or -1.
  private var terms: ContiguousArray<(tie: Int32, sign: Float)> = []
  /// By pair: its weight with those of the sets.
  private var rest: ContiguousArray<Float> = []
  private var vectors: CampVectors
  private var best = Certificate()
  /// How fast weights grow, so that they and the vectors do not chase each other.
  private var growth = growthAtFirst
  private static let growthAtFirst = 0.02
  /// How much of its own direction a vector keeps.
  private static let inertia: Float = 3
  /// Steps of the method of multipliers may be longer than the ones that pull, by a factor below 2.
  private static let boldness = 1.6
  /// The share by which the bound rose last, and how often it has hardly risen.
  private var (gain, stale) = (Double.infinity, 0)
  /// Which third of the sets is enlarged next.
  private var turn = 0
  private let monitor: QueryMonitor

  /// Of the nodes, so that the matrix of a proof is no more than 144 MB.
  static let nodeLimit = 6_000

  init(_ graph: KernelGraph, monitor: QueryMonitor) {
    self.graph = graph
    self.monitor = monitor
    tieCount = graph.ties.count
    let total = graph.ties.reduce(0.0) { $0 + Double(abs($1.weight)) }
    scale = max(1, total / Double(max(1, graph.ties.count)))
    vectors = CampVectors(count: graph.nodeCount)
  }

  /// The bound in units of the kernel, 0 where none is proven; asked again it goes on where it ended.
  ///
  /// - Parameters:
  ///   - patience: after how many rounds that gain nothing to stop.
  ///   - end: the step to stop at.
  ///   - limit: a bound above which is enough.
  /// - Complexity: O(ties + pairs of sets) a sweep, O(nodes³) for the proof.
  mutating func bound(
    limit: Int64, patience: Int = 6, end: Int, search: inout OddSetSearch, meter: inout WorkMeter
  ) throws(QueryError) -> Int64 {
    guard graph.nodeCount <= Self.nodeLimit, meter.total < end else { return 0 }
    let memory = try MemoryReservation(bytes: graph.nodeCount * 16_384 + OddSetSearch.pairLimit * 8, of: monitor)
    defer { memory.release() }
    if best.diagonal.isEmpty { try record(meter: &meter) }
    while meter.total < end, stale < patience, best.value * scale <= Double(limit) + 1 {
      let before = best.value
      var isSettled = false
      for _ in 0..<2 {
        isSettled = try takeSets(search: &search, meter: &meter)
        try pull(rounds: 30, growth: growth, meter: &meter)
      }
      // What the weights are worth shows where vectors settle without sets pulling at them.
      let restless = vectors
      try record(meter: &meter)
      vectors = restless
      gain = (best.value - before) / max(1, abs(before))
      if gain < 5e-5 { growth *= 0.7 }
      if isSettled, gain < 1e-3, !search.isWidest {
        try search.widen(meter: &meter)
        gain = .infinity
      }
      stale = isSettled && gain < 5e-5 ? stale + 1 : 0
    }
    return try proven(meter: &meter)
  }

  // MARK: - Sets

  /// Lets sets pull at the vectors by the weights that they are about to have, then gives them these weights.
  private mutating func pull(rounds: Int, growth: Double, meter: inout WorkMeter) throws(QueryError) {
    look()
    for _ in 0..<rounds {
      for _ in 0..<2 {
        weigh { $0.weightAhead(growth) }
        try vectors.settle(graph, rest: rest, inertia: Self.inertia, meter: &meter)
        look()
        try meter.step(graph.ties.count + terms.count)
      }
      for place in sets.indices { sets[place].weight = sets[place].weightAhead(Self.boldness * growth) }
    }
  }

  /// Forgets sets that have long weighed nothing and adds violated ones.
  ///
  /// - Returns: whether few were added.
  private mutating func takeSets(
    search: inout OddSetSearch, meter: inout WorkMeter
  ) throws(QueryError) -> Bool {
    for place in sets.indices { sets[place].idle = sets[place].weight > 0 ? 0 : sets[place].idle + 1 }
    sets.removeAll { $0.idle > 2 }
    known = Set(sets.map(\.set))
    try search.look(at: vectors, meter: &meter)
    let limit = max(100, min(8 * graph.nodeCount, max(4_000, 2 * graph.nodeCount)))
    var found = try search.triangles(limit: limit, meter: &meter).filter { known.insert($0).inserted }
    // Larger sets cost more, so they come in when triangles have given what they have.
    if found.count < limit / 8, gain < 2e-4, search.isWidest {
      // A third of the sets at a time.
      turn = (turn + 1) % 3
      let weighed = sets.indices.filter { $0 % 3 == turn && sets[$0].weight > 0 && !sets[$0].set.isDecided }
      found += try search.enlarged(weighed.map { sets[$0].set }, at: vectors, limit: limit / 4, meter: &meter)
        .filter { known.insert($0).inserted }
    }
    sets += found.map { WeighedSet($0) }
    findTerms()
    try meter.step(4 * terms.count)
    return found.count < limit / 8
  }

  /// Makes pairs of what the sets hold.
  private mutating func findTerms() {
    var ties = ContiguousArray(graph.ties[..<tieCount])
    var numbers: [Int: Int32] = [:]
    numbers.reserveCapacity(2 * tieCount)
    func key(_ first: Int32, _ second: Int32) -> Int { Int(first) * graph.nodeCount + Int(second) }
    for (number, tie) in ties.enumerated() {
      numbers[key(min(tie.first, tie.second), max(tie.first, tie.second))] = Int32(number)
    }
    terms.removeAll(keepingCapacity: true)
    for weighed in sets {
      weighed.set.forEachPair { first, second, isTurned in
        let key = key(first, second)
        let number = numbers[key] ?? Int32(ties.count)
        if number == ties.count {
          numbers[key] = number
          ties.append(KernelGraph.Tie(first: first, second: second, weight: 0))
        }
        terms.append((number, isTurned ? -1 : 1))
      }
    }
    graph = KernelGraph(nodes: graph.nodes, ties: ties)
  }

  /// Finds by how much the inequality of each set holds.
  private mutating func look() {
    guard !sets.isEmpty else { return }
    var products = ContiguousArray<Float>(repeating: 0, count: graph.ties.count)
    for (number, tie) in graph.ties.enumerated() {
      products[number] = vectors.product(Int(tie.first), Int(tie.second))
    }
    var place = 0
    for number in sets.indices {
      var sum = sets[number].slack
      for _ in 0..<sets[number].pairCount {
        sum += terms[place].sign * products[Int(terms[place].tie)]
        place += 1
      }
      sets[number].excess = Double(sum)
    }
  }

  /// Adds weights of the sets to those of the ties.
  private mutating func weigh(by weight: (WeighedSet) -> Double) {
    rest.removeAll(keepingCapacity: true)
    for tie in graph.ties { rest.append(Float(Double(tie.weight) / scale)) }
    var place = 0
    for weighed in sets {
      let weight = Float(weight(weighed))
      guard weight > 0 else {
        place += weighed.pairCount
        continue
      }
      for _ in 0..<weighed.pairCount {
        rest[Int(terms[place].tie)] += weight * terms[place].sign
        place += 1
      }
    }
  }

  // MARK: - Deciding

  /// The pair of nodes to decide next: the ends of a heavy tie between strong nodes that vectors leave open.
  func openPair() -> (first: Int32, second: Int32)? {
    var strengths = ContiguousArray<Int64>(repeating: 0, count: graph.nodeCount)
    for tie in graph.ties[..<tieCount] {
      strengths[Int(tie.first)] += abs(tie.weight)
      strengths[Int(tie.second)] += abs(tie.weight)
    }
    var best: (score: Double, tie: KernelGraph.Tie)?
    for tie in graph.ties[..<tieCount] {
      let openness = 1 - Double(abs(vectors.product(Int(tie.first), Int(tie.second))))
      let strength = Double(min(strengths[Int(tie.first)], strengths[Int(tie.second)]))
      let score = openness * strength * Double(abs(tie.weight))
      if openness > 0.01, score > best?.score ?? 0 { best = (score, tie) }
    }
    return best.map { ($0.tie.first, $0.tie.second) }
  }

  /// The bound of the splits that have a pair in the same camp, or with `isTurned` in different ones.
  func decided(_ pair: (first: Int32, second: Int32), isTurned: Bool) -> Self {
    var next = self
    next.sets.append(WeighedSet(OddSet([2 * pair.first, 2 * pair.second + (isTurned ? 1 : 0)]), weight: 3))
    (next.best, next.growth, next.gain, next.stale) = (Certificate(), Self.growthAtFirst, .infinity, 0)
    next.findTerms()
    return next
  }

  /// What it holds apart from what follows from its sets.
  var rested: Self {
    var rested = self
    rested.graph = KernelGraph(nodes: graph.nodes, ties: ContiguousArray(graph.ties[..<tieCount]))
    (rested.terms, rested.rest, rested.known) = ([], [], [])
    return rested
  }

  /// Of what is rested, in bytes.
  var size: Int { graph.nodeCount * 256 + sets.count * 160 }

  // MARK: - Proof

  /// Keeps the weights of now, and what vectors make of them, if the bound they promise is the best.
  private mutating func record(meter: inout WorkMeter) throws(QueryError) {
    weigh { $0.weight }
    let constant =
      graph.ties.reduce(0.0) { $0 + Double(abs($1.weight)) / scale }
      - sets.reduce(0.0) { $0 + $1.weight * Double($1.slack) }
    for _ in 0..<4 {
      for _ in 0..<40 { try vectors.settle(graph, rest: rest, meter: &meter) }
      let (lengths, graph, rest) = (vectors.lengths, graph, rest)
      let size = graph.nodeCount
      let eigenvalue = try Lanczos.largestEigenvalue(size: size, steps: 80, meter: &meter) { vector, result in
        for node in 0..<size {
          var sum = -lengths[node] * vector[node]
          for place in graph.places(of: node) {
            let (other, tie) = graph.arcs[place]
            sum += Double(rest[Int(tie)]) * vector[Int(other)]
          }
          result[node] = sum
        }
      }
      try meter.step(80 * graph.arcs.count)
      // A node's share may be as small as the eigenvalue allows: below 0 that is a gain.
      let value = (constant - lengths.reduce(0) { $0 + $1 + eigenvalue } / 2) / 2
      if value > best.value {
        best = Certificate(
          value: value,
          sets: sets.filter { $0.weight > 0 }.map { ($0.set, Int64($0.weight * scale)) },
          diagonal: ContiguousArray(lengths.map { Int64((($0 + eigenvalue) * scale).rounded(.up)) }))
      }
      // As long as settling more could raise the bound noticeably.
      if eigenvalue * Double(graph.nodeCount) / 4 < 1e-3 * abs(value) { break }
    }
  }

  /// The bound of the best certificate, in whole numbers.
  private func proven(meter: inout WorkMeter) throws(QueryError) -> Int64 {
    guard !best.diagonal.isEmpty else { return 0 }
    var total: Int64 = 0
    var rest: [Int: Int64] = [:]
    func key(_ first: Int32, _ second: Int32) -> Int {
      Int(max(first, second)) * graph.nodeCount + Int(min(first, second))
    }
    for tie in graph.ties[..<tieCount] {
      total += abs(tie.weight)
      rest[key(tie.first, tie.second), default: 0] += tie.weight
    }
    for (set, weight) in best.sets {
      total -= weight * Int64(set.slack)
      set.forEachPair { rest[key($0, $1), default: 0] += $2 ? -weight : weight }
    }
    // What the eigenvalue was estimated too low by; ten tries reach a quarter of a tie's weight for each node.
    var excess = max(1, Int64(scale / 1_000_000))
    for _ in 0..<10 {
      let diagonal = ContiguousArray(best.diagonal.map { $0 + excess })
      let isProven = try PositiveDefiniteness.isProven(
        diagonal: diagonal, entries: rest.lazy.map { ($0.key, -$0.value) }, monitor: monitor, meter: &meter)
      if isProven { return max(0, (2 * total - diagonal.reduce(0, +)) / 4) }
      excess *= 4
    }
    return 0
  }
}
