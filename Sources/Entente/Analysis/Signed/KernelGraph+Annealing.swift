import EntenteSyntax

extension KernelGraph {
  /// A split of little frustration by simulated annealing, each time the same.
  ///
  /// - Complexity: O(*sweeps* × ties)
  /// - Source: Kirkpatrick, Gelatt, Vecchi: Optimization by simulated annealing (1983).
  func annealed(
    from start: ContiguousArray<Int8>, sweeps: Int, seed: UInt64, meter: inout WorkMeter
  ) throws(QueryError) -> ContiguousArray<Int8> {
    var random = SeededGenerator(seed: seed)
    var camps = start
    var frustration = self.frustration(of: camps)
    var best = (camps, frustration)
    // What a node gains by its camp: the weight of its satisfied ties less that of its frustrated ones.
    var gains = ContiguousArray<Int64>(repeating: 0, count: nodeCount)
    var mean = 0.0
    for tie in ties {
      let gain = isFrustrated(tie, by: camps) ? -abs(tie.weight) : abs(tie.weight)
      gains[Int(tie.first)] += gain
      gains[Int(tie.second)] += gain
      mean += Double(abs(tie.weight)) / Double(ties.count)
    }
    for sweep in 0..<sweeps {
      // From hot to cold, the last sweep frozen.
      var work = nodeCount
      let heat = mean * Double(sweeps - 1 - sweep) / Double(max(1, sweeps - 1))
      for node in 0..<nodeCount {
        let gain = gains[node]
        guard gain <= 0 || heat > 0 && random.fraction() < Exponential.of(-Double(gain) / heat) else { continue }
        if gain == 0 && heat == 0 { continue }
        frustration += gain
        gains[node] = -gain
        camps[node] = -camps[node]
        work += places(of: node).count
        for place in places(of: node) {
          let (other, index) = arcs[place]
          let tie = ties[Int(index)]
          gains[Int(other)] += 2 * (isFrustrated(tie, by: camps) ? -abs(tie.weight) : abs(tie.weight))
        }
      }
      if frustration < best.1 { best = (camps, frustration) }
      try meter.step(work)
    }
    return descended(from: best.0)
  }

  /// Moves single nodes as long as that lowers the frustration.
  func descended(from start: ContiguousArray<Int8>) -> ContiguousArray<Int8> {
    var camps = start
    var queue = ContiguousArray(0..<Int32(nodeCount))
    while let node = queue.popLast() {
      var gain: Int64 = 0
      for place in places(of: Int(node)) {
        let tie = ties[Int(arcs[place].tie)]
        gain += isFrustrated(tie, by: camps) ? -abs(tie.weight) : abs(tie.weight)
      }
      guard gain < 0 else { continue }
      camps[Int(node)] = -camps[Int(node)]
      for place in places(of: Int(node)) { queue.append(arcs[place].node) }
    }
    return camps
  }
}
