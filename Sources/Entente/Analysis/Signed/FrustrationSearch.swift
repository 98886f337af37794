import EntenteSyntax

/// Branch and bound for the least frustration of a connected signed graph, and for the splits that have it.
///
/// 1. A ``SignedKernel`` takes away what can be decided without loss.
/// 2. Simulated annealing finds a split: an upper bound.
/// 3. Negative cycles give a lower bound: packed greedily, then by the linear program that covers them.
/// 4. Where the two differ, a tie that the program leaves open is decided both ways: its ends become one node, in the
///    same camp or in different ones, and each way goes back to 1.
///
/// A way ends where its lower bound shows that it holds nothing better (or, for all splits, nothing as good). When no
/// way is left the upper bound is proven. Where a sixteenth of the steps does not suffice for that, a ``SemidefiniteBound``
/// of the whole comes in between, which is closer where much is frustrated, and may be branched on as well.
///
/// Steps are counted, not seconds, so that the answer is the same each time.
struct FrustrationSearch {
  /// Two nodes, and how much more they want the same camp than different ones.
  typealias Tie = (Int, Int, Int64)

  let nodeCount: Int
  let ties: [Tie]
  /// The camps (1 and -1) of the best split known, and what it costs.
  private(set) var camps: ContiguousArray<Int8>
  private(set) var upper: Int
  /// No split costs less.
  private(set) var lower = 0
  /// How often a tie was decided.
  private(set) var branchCount = 0
  private let monitor: QueryMonitor

  /// What is still to be looked at.
  struct Way {
    var kernel: SignedKernel
    var bound: Int64
  }

  var isExact: Bool { lower == upper }

  init(nodeCount: Int, ties: [Tie], monitor: QueryMonitor) {
    self.nodeCount = nodeCount
    self.ties = ties
    self.monitor = monitor
    camps = ContiguousArray(repeating: 1, count: nodeCount)
    upper = 0
    upper = cost(of: camps)
  }

  func cost(of camps: ContiguousArray<Int8>) -> Int {
    var cost = 0
    for (first, second, weight) in ties where (weight < 0) == (camps[first] == camps[second]) {
      cost += Int(abs(weight))
    }
    return cost
  }

  private mutating func offer(_ candidate: ContiguousArray<Int8>) {
    let cost = cost(of: candidate)
    if cost < upper { (camps, upper) = (candidate, cost) }
  }

  /// A way whose bound is above holds nothing better than the best split known.
  private var enough: Int64 { (Int64(upper) - 1) * SignedKernel.unit }

  /// Looks for the least frustration until it is proven, or until so many steps were taken.
  mutating func minimize(effort: Int, meter: inout WorkMeter) throws(QueryError) {
    let last = meter.total + effort
    var end = meter.total + effort / 16
    var open = [Way(kernel: SignedKernel(nodeCount: nodeCount, ties: ties, keepsAll: false), bound: 0)]
    var isFirst = true
    var whole: (graph: KernelGraph, kernel: SignedKernel)?
    var wholeBound: Int64 = 0
    while var way = open.popLast() {
      if max(way.bound, wholeBound) > enough { continue }
      if meter.total > end, !isFirst {
        if let (graph, kernel) = whole, meter.total < last {
          let split = graph.descended(from: ContiguousArray(graph.nodes.map { camps[Int($0)] }))
          let other = try annealed(
            graph, kernel, from: split, rounds: 8..<72, end: meter.total + effort / 32, meter: &meter)
          offer(expanded(kernel, other, graph))
          wholeBound = try semidefiniteBound(
            of: graph, kernel, cycleBound: way.bound, first: last - effort / 4 * 3, last: last, meter: &meter)
          (whole, end) = (nil, last)
          open.append(way)
          continue
        }
        let least = open.reduce(way.bound) { min($0, $1.bound) }
        let bound = max(least, wholeBound)
        lower = min(upper, Int((bound + SignedKernel.unit - 1) / SignedKernel.unit))
        return
      }
      way.kernel.reduce()
      way.bound = max(way.bound, way.kernel.cost)
      if way.kernel.aliveCount <= 1 {
        offer(expanded(way.kernel))
        isFirst = false
        continue
      }
      let graph = KernelGraph(way.kernel)
      // Too large for vectors, it has only cycles.
      if isFirst, graph.nodeCount > SemidefiniteBound.nodeLimit { end = last }
      var split = graph.descended(from: ContiguousArray(graph.nodes.map { camps[Int($0)] }))
      if isFirst { split = try annealed(graph, way.kernel, from: split, rounds: 0..<8, end: end, meter: &meter) }
      offer(expanded(way.kernel, split, graph))
      let decision = try decision(
        of: graph, &way, around: split, limit: { $0.enough }, end: end, meter: &meter)
      guard let decision else {
        isFirst = false
        continue
      }
      if isFirst, end < last { whole = (graph, way.kernel) }
      // Cycles that were not all found before the bound by vectors are looked for again behind it.
      if isFirst, end < last, meter.total > end { open.append(way) } else { branch(way, decision, onto: &open) }
      isFirst = false
    }
    lower = upper
  }

  /// A lower bound of the whole by vectors, and by deciding pairs of nodes where that promises more than cycles do.
  private func semidefiniteBound(
    of graph: KernelGraph, _ kernel: SignedKernel, cycleBound: Int64, first: Int, last: Int, meter: inout WorkMeter
  ) throws(QueryError) -> Int64 {
    var program = SemidefiniteBound(graph, monitor: monitor)
    var search = try OddSetSearch(graph, meter: &meter)
    let limit = enough - kernel.cost
    var bound = try program.bound(limit: limit, end: first, search: &search, meter: &meter)
    func gap(_ bound: Int64) -> Int64 { enough - bound }
    // Where little is open, branching by cycles may still close it, and is left the most of the steps.
    let vectorBound = kernel.cost + bound
    if gap(max(vectorBound, cycleBound)) * 50 <= enough, gap(vectorBound) * 2 > gap(cycleBound) { return vectorBound }
    if bound > limit { return vectorBound }
    bound = max(bound, try program.bound(limit: limit, end: last, search: &search, meter: &meter))
    var branching = try PairBranching(program, bound: bound, monitor: monitor)
    try branching.raise(above: limit, end: last, search: &search, meter: &meter)
    return branching.bound.map { kernel.cost + $0 } ?? enough + 1
  }

  /// A split of little frustration; more rounds as long as no packing of cycles proves it best.
  private func annealed(
    _ graph: KernelGraph, _ kernel: SignedKernel, from start: ContiguousArray<Int8>, rounds: Range<Int>,
    end: Int, meter: inout WorkMeter
  ) throws(QueryError) -> ContiguousArray<Int8> {
    var best = start
    for round in rounds {
      let split = try graph.annealed(from: best, sweeps: 40 << min(7, round), seed: UInt64(round), meter: &meter)
      if graph.frustration(of: split) < graph.frustration(of: best) || round == 0 { best = split }
      let whole = expanded(kernel, best, graph)
      let packing = try CyclePacking(of: graph, around: best, meter: &meter)
      if kernel.cost + packing.bound > Int64(cost(of: whole) - 1) * SignedKernel.unit || meter.total > end { break }
    }
    return best
  }

  // MARK: - Steps

  /// A tie to decide next, and which way first.
  struct Decision {
    let first: Int32
    let second: Int32
    /// The sign of the tie.
    let sign: Int64
    let isFrustrated: Bool
    /// A split of the whole that the linear program suggests.
    let rounded: ContiguousArray<Int8>
  }

  /// Raises the lower bound of a way: nil where it is above the limit, else what to decide.
  mutating func decision(
    of graph: KernelGraph, _ way: inout Way, around split: ContiguousArray<Int8>, limit: (Self) -> Int64,
    end: Int, meter: inout WorkMeter
  ) throws(QueryError) -> Decision? {
    let packing = try CyclePacking(of: graph, around: split, meter: &meter)
    way.bound = max(way.bound, way.kernel.cost + packing.bound)
    if way.bound > limit(self) { return nil }
    let memory = try MemoryReservation(
      bytes: 8 * min(CoveringProgram.sizeLimit, graph.ties.count * graph.ties.count / 2), of: monitor)
    defer { memory.release() }
    var program = CoveringProgram(graph)
    var cycles = ShortCycles(graph)
    program.add(packing.cycles)
    var lengths = ContiguousArray(repeating: 0.0, count: graph.ties.count)
    var first = 0
    while true {
      try program.solve(meter: &meter)
      way.bound = max(way.bound, way.kernel.cost + program.packing(of: graph).reduce(0) { $0 + $1.weight })
      if way.bound > limit(self) { return nil }
      for tie in graph.ties.indices { lengths[tie] = program.amount(of: tie) }
      if meter.total > end { break }
      let found = try cycles.violated(lengths: lengths, limit: 100, from: first, meter: &meter)
      first = (first + graph.nodeCount / 3 + 1) % graph.nodeCount
      if !program.add(found) { break }
    }
    let rounded = expanded(way.kernel, graph.descended(from: graph.spanned(by: lengths)), graph)
    offer(rounded)
    if way.bound > limit(self) { return nil }
    var (best, score) = (0, -1.0)
    for (index, tie) in graph.ties.enumerated() {
      let openness = max(0, min(lengths[index], 1 - lengths[index])) + 1e-3
      let other = openness * Double(abs(tie.weight))
      if other > score { (best, score) = (index, other) }
    }
    let tie = graph.ties[best]
    return Decision(
      first: graph.nodes[Int(tie.first)], second: graph.nodes[Int(tie.second)], sign: tie.weight > 0 ? 1 : -1,
      isFrustrated: lengths[best] > 0.5, rounded: rounded)
  }

  mutating func branch(_ way: Way, _ decision: Decision, onto open: inout [Way]) {
    branchCount += 1
    // The last one is taken next.
    for isFrustrated in [!decision.isFrustrated, decision.isFrustrated] {
      var next = way
      next.kernel.contract(
        decision.first, into: decision.second, sign: isFrustrated ? -decision.sign : decision.sign)
      open.append(next)
    }
  }

  /// A split of the whole from one of what is left.
  func expanded(
    _ kernel: SignedKernel, _ split: ContiguousArray<Int8>, _ graph: KernelGraph
  ) -> ContiguousArray<Int8> {
    var whole = ContiguousArray<Int8>(repeating: 1, count: nodeCount)
    for (number, node) in graph.nodes.enumerated() { whole[Int(node)] = split[number] }
    kernel.expand(into: &whole)
    return whole
  }

  func expanded(_ kernel: SignedKernel) -> ContiguousArray<Int8> {
    var whole = ContiguousArray<Int8>(repeating: 1, count: nodeCount)
    kernel.expand(into: &whole)
    return whole
  }
}
