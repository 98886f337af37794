public import EntenteSyntax

extension GraphView {
  /// Communities in which each node has the label that most of its neighbours have.
  ///
  /// Every node starts with a label of its own and takes over, one node after another in an order drawn anew each
  /// round, the label with the greatest weight among its neighbours; of equal ones its own, else one that is drawn.
  /// Directions and loops do not count; weights are not negative. The same seed gives the same labels.
  ///
  /// - Parameter maxIterations: rounds at most; labels may go on changing without end.
  /// - Complexity: O(relationships) a round, about five rounds in practice.
  /// - Source: Raghavan, Albert, Kumara: Near linear time algorithm to detect community structures in large-scale
  ///   networks (2007).
  public func labelPropagation(
    seed: UInt64 = 0, maxIterations: Int = 100, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> Communities {
    try requireWeights(.nonnegative)
    let view = try undirected(monitor: monitor)
    let rows = view.outgoing
    var meter = WorkMeter(monitor)
    var generator = SeededGenerator(seed: seed)
    var labels = try WorkArray<UInt32>(ascendingTo: nodeCount, of: monitor)
    var order = try WorkArray<UInt32>(ascendingTo: nodeCount, of: monitor)
    var sums = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    var touched = try WorkArray<UInt32>(repeating: 0, count: nodeCount, of: monitor)
    for _ in 0..<maxIterations {
      var hasChanged = false
      order.shuffle(using: &generator)
      for turn in 0..<nodeCount {
        let node = Int(order[turn])
        var touchedCount = 0
        for place in rows.places(of: node) {
          let neighbour = Int(rows.neighbours[place])
          let weight = rows.weight(at: place)
          guard neighbour != node, weight > 0 else { continue }
          let label = Int(labels[neighbour])
          if sums[label] == 0 {
            touched[touchedCount] = UInt32(truncatingIfNeeded: label)
            touchedCount += 1
          }
          sums[label] += weight
        }
        var greatest = 0.0
        var ties = 0
        for place in 0..<touchedCount {
          let sum = sums[Int(touched[place])]
          if sum > greatest { (greatest, ties) = (sum, 1) } else if sum == greatest { ties += 1 }
        }
        if ties > 0, sums[Int(labels[node])] < greatest {
          var chosen = generator.index(below: ties)
          for place in 0..<touchedCount where sums[Int(touched[place])] == greatest {
            if chosen == 0 { labels[node] = touched[place] }
            chosen -= 1
          }
          hasChanged = true
        }
        for place in 0..<touchedCount { sums[Int(touched[place])] = 0 }
        try meter.step(1 + rows.degree(of: node))
      }
      if !hasChanged { break }
    }
    try meter.report()
    return try communities(labels, of: view, 1, monitor)
  }
}
