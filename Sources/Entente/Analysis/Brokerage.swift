public import EntenteSyntax

/// What a node does between two others that are not tied to each other, by the groups of the three.
///
/// - Source: Gould, Fernandez: Structures of mediation: a formal approach to brokerage in transaction networks (1989).
public enum BrokerageRole: String, CaseIterable, Sendable {
  /// All three are of one group.
  case coordinator
  /// The others are of one group, the broker of another; also called consultant.
  case itinerant
  /// From another group into the broker's.
  case gatekeeper
  /// From the broker's group into another.
  case representative
  /// All three are of different groups.
  case liaison

  init<Group: Equatable>(from source: Group, broker: Group, to target: Group) {
    self =
      switch (source == broker, broker == target, source == target) {
      case (true, true, _): .coordinator
      case (true, false, _): .representative
      case (false, true, _): .gatekeeper
      case (false, false, true): .itinerant
      case (false, false, false): .liaison
      }
  }
}

extension GraphView {
  /// How often each node stands between two others in each role: ways of two steps whose ends have no tie from the
  /// first to the last.
  ///
  ///     let counts = try view.brokerage(groups: countries)
  ///     counts[node][.liaison]
  ///
  /// A tie without a direction leads both ways, so that a gatekeeper is as often a representative. Parallel ties count
  /// once. A node whose group is nil takes no part.
  ///
  /// - Complexity: O(Σ in-degree × out-degree × log *degree*)
  public func brokerage(
    groups: ContiguousArray<Int?>, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> [[BrokerageRole: Int]] {
    var meter = WorkMeter(monitor)
    var counts: [[BrokerageRole: Int]] = Array(repeating: [:], count: nodeCount)
    for broker in 0..<nodeCount {
      guard let own = groups[broker] else { continue }
      let sources = others(of: broker, in: incoming)
      let targets = others(of: broker, in: outgoing)
      for source in sources {
        guard let from = groups[source] else { continue }
        for target in targets where target != source {
          guard let to = groups[target], !outgoing.connects(source, to: UInt32(target)) else { continue }
          counts[broker][BrokerageRole(from: from, broker: own, to: to), default: 0] += 1
        }
        try meter.step(1 + targets.count)
      }
    }
    try meter.report()
    return counts
  }

  /// The neighbours of a node, each once, without the node itself.
  private func others(of node: Int, in rows: AdjacencyRows) -> [Int] {
    var others: [Int] = []
    for place in rows.places(of: node) {
      let other = Int(rows.neighbours[place])
      if other != node, others.last != other { others.append(other) }
    }
    return others
  }
}
