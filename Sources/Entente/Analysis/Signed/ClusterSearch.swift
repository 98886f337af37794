import EntenteSyntax

/// The best camps, at most so many, of a connected signed graph: annealing from above, branch and bound from below.
struct ClusterSearch {
  private let graph: KernelGraph
  /// What all camps pay: what opposite ties of a pair have in common.
  private let base: Int
  private let limit: Int
  /// By node, from 0.
  private(set) var camps: ContiguousArray<Int>
  private(set) var upper: Int
  private(set) var lower: Int

  init(nodeCount: Int, ties: [FrustrationSearch.Tie], limit: Int) {
    let kernel = SignedKernel(nodeCount: nodeCount, ties: ties, keepsAll: true)
    graph = KernelGraph(kernel)
    base = Int(kernel.cost / SignedKernel.unit)
    self.limit = max(1, min(limit, nodeCount))
    camps = ContiguousArray(repeating: 0, count: nodeCount)
    lower = base
    upper = 0
    upper = cost(of: camps)
  }

  private func weight(_ tie: KernelGraph.Tie) -> Int { Int(tie.weight / SignedKernel.unit) }

  private func cost(of camps: ContiguousArray<Int>) -> Int {
    graph.ties.reduce(base) { sum, tie in
      (tie.weight > 0) == (camps[Int(tie.first)] == camps[Int(tie.second)]) ? sum : sum + abs(weight(tie))
    }
  }

  mutating func minimize(effort: Int, meter: inout WorkMeter) throws(QueryError) {
    let end = meter.total + effort
    // Together in one camp the negative ties are frustrated: each closed by positive ones is a cycle that costs.
    let together = ContiguousArray<Int8>(repeating: 1, count: graph.nodeCount)
    lower += Int(try CyclePacking(of: graph, around: together, meter: &meter).bound / SignedKernel.unit)
    for round in 0..<8 where upper > lower && (round == 0 || meter.total < end) {
      try anneal(sweeps: 50 << min(round, 3), seed: UInt64(round), meter: &meter)
    }
    if upper > lower { try prove(end: end, meter: &meter) }
  }

  /// What a node would pay in each camp of its neighbours, in an empty one (-1), and in its own.
  private func costs(of node: Int, in camps: ContiguousArray<Int>) -> [(camp: Int, cost: Int)] {
    var costs: [(camp: Int, cost: Int)] = [(camps[node], 0), (-1, 0)]
    var positive = 0
    for place in graph.places(of: node) {
      let (other, index) = graph.arcs[place]
      let weight = weight(graph.ties[Int(index)])
      positive += max(0, weight)
      let camp = camps[Int(other)]
      if let found = costs.firstIndex(where: { $0.camp == camp }) {
        costs[found].cost -= weight
      } else {
        costs.append((camp, -weight))
      }
    }
    return costs.map { ($0.camp, $0.cost + positive) }
  }

  /// Moves single nodes into camps of their neighbours or into an empty one.
  private mutating func anneal(sweeps: Int, seed: UInt64, meter: inout WorkMeter) throws(QueryError) {
    var random = SeededGenerator(seed: seed)
    var camps = self.camps
    var sizes = ContiguousArray(repeating: 0, count: limit)
    for camp in camps { sizes[camp] += 1 }
    var cost = self.cost(of: camps)
    for sweep in 0..<sweeps {
      let heat = 2 * Double(sweeps - 1 - sweep) / Double(max(1, sweeps - 1))
      for node in 0..<graph.nodeCount {
        let choices = costs(of: node, in: camps)
        let own = choices[0].cost
        let empty = sizes.firstIndex(of: 0)
        let choice = choices[random.index(below: choices.count)]
        guard let camp = choice.camp < 0 ? empty : choice.camp, camp != camps[node] else { continue }
        let loss = choice.cost - own
        guard loss < 0 || heat > 0 && random.fraction() < Exponential.of(-Double(loss) / heat) else { continue }
        sizes[camps[node]] -= 1
        sizes[camp] += 1
        camps[node] = camp
        cost += loss
        if cost < upper { (self.camps, upper) = (camps, cost) }
      }
      try meter.step(graph.nodeCount + 4 * graph.ties.count)
    }
  }
}

/// Branch and bound: one node after the other into each camp, or into a new one.
extension ClusterSearch {
  /// Proves the best camps, or ends where the steps do not suffice.
  private mutating func prove(end: Int, meter: inout WorkMeter) throws(QueryError) {
    // Nodes with many ties come first, since they decide most.
    let order = (0..<graph.nodeCount).sorted {
      (-graph.places(of: $0).count, $0) < (-graph.places(of: $1).count, $1)
    }
    var camps = ContiguousArray(repeating: -1, count: graph.nodeCount)
    var path: [(choices: [(camp: Int, cost: Int)], paid: Int, used: Int)] = []
    /// The ways on from here, best last, without those that cannot be better.
    func choices(_ depth: Int, paid: Int, used: Int) -> [(camp: Int, cost: Int)] {
      let node = order[depth]
      var choices: [(camp: Int, cost: Int)] = []
      for camp in 0..<min(used + 1, limit) {
        let cost = cost(of: node, in: camp, camps)
        if paid + cost < upper { choices.append((camp, cost)) }
      }
      return choices.sorted { $0.cost > $1.cost }
    }
    path.append((choices(0, paid: base, used: 0), base, 0))
    while let last = path.last {
      let depth = path.count - 1
      if meter.total > end { return }
      guard let choice = last.choices.last else {
        path.removeLast()
        if depth > 0 { camps[order[depth - 1]] = -1 }
        continue
      }
      path[depth].choices.removeLast()
      let paid = last.paid + choice.cost
      guard paid < upper else { continue }
      camps[order[depth]] = choice.camp
      let used = max(last.used, choice.camp + 1)
      if depth + 1 == order.count {
        (self.camps, upper) = (camps, paid)
        camps[order[depth]] = -1
        continue
      }
      // Each node that is left pays at least what its best camp costs with those that are placed.
      var least = paid
      for node in order[(depth + 1)...] where least < upper {
        least += (0..<min(used + 1, limit)).reduce(Int.max) { min($0, cost(of: node, in: $1, camps)) }
      }
      try meter.step(1 + (order.count - depth) * (used + 1) * 4)
      if least >= upper {
        camps[order[depth]] = -1
        continue
      }
      path.append((choices(depth + 1, paid: paid, used: used), paid, used))
    }
    lower = upper
  }

  /// What a node pays for a camp to the nodes that are placed.
  private func cost(of node: Int, in camp: Int, _ camps: ContiguousArray<Int>) -> Int {
    var cost = 0
    for place in graph.places(of: node) {
      let (other, index) = graph.arcs[place]
      let theirs = camps[Int(other)]
      guard theirs >= 0 else { continue }
      let weight = weight(graph.ties[Int(index)])
      if (weight > 0) != (theirs == camp) { cost += abs(weight) }
    }
    return cost
  }
}
