import EntenteSyntax

/// The splits of least frustration, once that is proven.
extension FrustrationSearch {
  /// At most `limit` of them, and whether these are all; nil for the second where the steps did not suffice.
  ///
  /// Each is given once, with the first node in camp 1.
  mutating func allSplits(
    limit: Int, effort: Int, meter: inout WorkMeter
  ) throws(QueryError) -> (splits: [ContiguousArray<Int8>], areAll: Bool) {
    let end = meter.total + effort
    let goal = Int64(upper) * SignedKernel.unit
    var splits: [ContiguousArray<Int8>] = []
    var open = [Way(kernel: SignedKernel(nodeCount: nodeCount, ties: ties, keepsAll: true), bound: 0)]
    while var way = open.popLast() {
      if meter.total > end { return (splits, false) }
      way.kernel.reduce()
      way.bound = max(way.bound, way.kernel.cost)
      if way.bound > goal { continue }
      try meter.step(nodeCount)
      if way.kernel.aliveCount <= 1 {
        guard collect(way.kernel, limit: limit, into: &splits) else { return (splits, false) }
        continue
      }
      let graph = KernelGraph(way.kernel)
      let split = graph.descended(from: ContiguousArray(graph.nodes.map { camps[Int($0)] }))
      let decision = try decision(of: graph, &way, around: split, limit: { _ in goal }, end: end, meter: &meter)
      if let decision { branch(way, decision, onto: &open) }
    }
    return (splits, true)
  }

  /// Adds every split that a kernel of one node stands for; false where the limit is passed.
  private func collect(
    _ kernel: SignedKernel, limit: Int, into splits: inout [ContiguousArray<Int8>]
  ) -> Bool {
    var pending: [[Int8]] = [[]]
    while let choices = pending.popLast() {
      if splits.count == limit { return false }
      var whole = ContiguousArray<Int8>(repeating: 1, count: nodeCount)
      let ties = kernel.expand(into: &whole, choices: choices)
      for place in choices.count..<max(choices.count, ties) {
        pending.append(choices + Array(repeating: 1, count: place - choices.count) + [-1])
      }
      if let first = whole.first, first < 0 { for node in whole.indices { whole[node] = -whole[node] } }
      splits.append(whole)
    }
    return true
  }

  /// Groups of nodes that are in the same camp, or in different ones, in every best split alike; by any numbers.
  ///
  /// - Parameter splits: some best splits; all of them where `areAll`.
  /// - Returns: nil where the steps did not suffice.
  mutating func certainGroups(
    known splits: [ContiguousArray<Int8>], areAll: Bool, effort: Int, meter: inout WorkMeter
  ) throws(QueryError) -> ContiguousArray<Int>? {
    let end = meter.total + effort
    var groups = ContiguousArray(repeating: 0, count: nodeCount)
    for split in splits { refine(&groups, by: split) }
    if areAll { return groups }
    // What no known split takes apart is asked for: each node against the first of its group.
    var node = 0
    while node < nodeCount {
      let first = groups.firstIndex(of: groups[node]) ?? node
      if first < node {
        switch try separates(first, node, end: end, meter: &meter) {
        case .some(let split?): refine(&groups, by: split)
        case .some(nil): break
        case nil: return nil
        }
        // A refined group may have another first node, against which the node is still to be asked.
        if groups[first] != groups[node] { continue }
      }
      node += 1
    }
    return groups
  }

  /// Keeps together what a split leaves as it is in the best one.
  private func refine(_ groups: inout ContiguousArray<Int>, by split: ContiguousArray<Int8>) {
    var numbers: [[Int]: Int] = [:]
    for node in groups.indices {
      let key = [groups[node], Int(split[node] * camps[node])]
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      groups[node] = number
    }
  }

  /// A best split in which two nodes stand to each other otherwise than in the best one known, or nil where there is
  /// none; nil altogether where the steps did not suffice.
  private mutating func separates(
    _ first: Int, _ second: Int, end: Int, meter: inout WorkMeter
  ) throws(QueryError) -> ContiguousArray<Int8>?? {
    let goal = Int64(upper) * SignedKernel.unit
    var kernel = SignedKernel(nodeCount: nodeCount, ties: ties, keepsAll: false)
    kernel.contract(
      Int32(truncatingIfNeeded: second), into: Int32(truncatingIfNeeded: first),
      sign: -Int64(camps[first] * camps[second]))
    var open = [Way(kernel: kernel, bound: 0)]
    while var way = open.popLast() {
      if meter.total > end { return nil }
      way.kernel.reduce()
      way.bound = max(way.bound, way.kernel.cost)
      if way.bound > goal { continue }
      try meter.step(nodeCount + ties.count)
      if way.kernel.aliveCount <= 1 {
        let split = expanded(way.kernel)
        if cost(of: split) == upper { return .some(split) }
        continue
      }
      let graph = KernelGraph(way.kernel)
      let split = graph.descended(from: ContiguousArray(graph.nodes.map { camps[Int($0)] }))
      let whole = expanded(way.kernel, split, graph)
      if cost(of: whole) == upper { return .some(whole) }
      let decision = try decision(of: graph, &way, around: split, limit: { _ in goal }, end: end, meter: &meter)
      guard let decision else { continue }
      if cost(of: decision.rounded) == upper { return .some(decision.rounded) }
      branch(way, decision, onto: &open)
    }
    return .some(nil)
  }
}
