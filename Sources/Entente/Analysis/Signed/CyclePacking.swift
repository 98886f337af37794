import EntenteSyntax

/// Negative cycles that share no more of a tie than its weight: every split frustrates a tie of each, so that their
/// weights add up to a lower bound.
struct CyclePacking {
  /// A cycle with an odd number of negative ties, by its ties.
  private(set) var cycles: [ContiguousArray<Int32>] = []
  /// The sum of their weights.
  private(set) var bound: Int64 = 0

  /// Closes each tie that a split frustrates by shortest ways through satisfied ties, short cycles first.
  ///
  /// - Complexity: O(frustrated ties × ties) a cycle length.
  init(of graph: KernelGraph, around camps: ContiguousArray<Int8>, meter: inout WorkMeter) throws(QueryError) {
    var left = ContiguousArray(graph.ties.map { abs($0.weight) })
    let open = graph.ties.indices.filter { graph.isFrustrated(graph.ties[$0], by: camps) }
    var isFrustrated = ContiguousArray(repeating: false, count: graph.ties.count)
    for tie in open { isFrustrated[tie] = true }
    var reachedBy = ContiguousArray<Int32>(repeating: -1, count: graph.nodeCount)
    var reachedFrom = ContiguousArray<Int32>(repeating: -1, count: graph.nodeCount)
    var queue: ContiguousArray<(node: Int32, depth: Int)> = []
    for limit in [2, 3, 4, 6, 9, Int.max] {
      for tie in open {
        let (start, end) = (graph.ties[tie].first, graph.ties[tie].second)
        while left[tie] > 0 {
          // Breadth first from one end to the other.
          queue.removeAll(keepingCapacity: true)
          queue.append((start, 0))
          reachedBy[Int(start)] = Int32(tie)
          var head = 0
          search: while head < queue.count {
            let (node, depth) = queue[head]
            head += 1
            guard depth < limit else { continue }
            for place in graph.places(of: Int(node)) {
              let (other, by) = graph.arcs[place]
              guard left[Int(by)] > 0, !isFrustrated[Int(by)], reachedBy[Int(other)] < 0 else { continue }
              reachedBy[Int(other)] = by
              reachedFrom[Int(other)] = node
              queue.append((other, depth + 1))
              if other == end { break search }
            }
          }
          try meter.step(4 * queue.count)
          let isClosed = reachedBy[Int(end)] >= 0
          if isClosed {
            var cycle: ContiguousArray<Int32> = [Int32(tie)]
            var node = end
            while node != start {
              cycle.append(reachedBy[Int(node)])
              node = reachedFrom[Int(node)]
            }
            let weight = cycle.reduce(Int64.max) { min($0, left[Int($1)]) }
            for tie in cycle { left[Int(tie)] -= weight }
            bound += weight
            cycles.append(cycle)
          }
          for (node, _) in queue { reachedBy[Int(node)] = -1 }
          if !isClosed { break }
        }
      }
    }
  }
}
