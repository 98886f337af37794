import EntenteSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A division of each group into parts that hang together well: the refinement of Leiden.
///
/// A node that is well connected with its group joins a part that is too, drawn at random, the likelier the more
/// modularity grows.
///
/// - Source: Traag, Waltman, van Eck: From Louvain to Leiden: guaranteeing well-connected communities (2019), algorithm
///   A.2; the randomness θ is 0.01 as there.
struct CommunityParts: ~Copyable {
  /// By node, numbered from 0.
  private(set) var parts: WorkArray<UInt32>
  private(set) var count: Int

  private static let randomness = 0.01

  init(
    _ graph: CommunityGraph, groups: borrowing WorkArray<UInt32>, count groupCount: Int, resolution: Double,
    using generator: inout SeededGenerator, monitor: QueryMonitor
  ) throws(QueryError) {
    let nodeCount = graph.nodeCount
    var meter = WorkMeter(monitor)
    var parts = try WorkArray<UInt32>(ascendingTo: nodeCount, of: monitor)
    var strengthOfGroup = try WorkArray(repeating: 0.0, count: groupCount, of: monitor)
    for node in 0..<nodeCount { strengthOfGroup[Int(groups[node])] += graph.strengths[node] }
    // By part: its strength, its weight to the rest of its group, and whether it is still its first node alone.
    var strengths = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    var ties = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    var isSingle = try WorkArray(repeating: true, count: nodeCount, of: monitor)
    for node in 0..<nodeCount {
      strengths[node] = graph.strengths[node]
      for place in graph.places(of: node) {
        let neighbour = Int(graph.neighbours[place])
        guard neighbour != node, groups[neighbour] == groups[node] else { continue }
        ties[node] += graph.weights.map { $0[place] } ?? 1
      }
      try meter.step(1 + graph.places(of: node).count)
    }
    var order = try WorkArray<UInt32>(ascendingTo: nodeCount, of: monitor)
    order.shuffle(using: &generator)
    var sums = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    var touched = try WorkArray<UInt32>(repeating: 0, count: nodeCount, of: monitor)
    var chances = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)

    for turn in 0..<nodeCount {
      let node = Int(order[turn])
      let group = groups[node]
      let strength = graph.strengths[node]
      let rest = strengthOfGroup[Int(group)]
      let share = graph.total > 0 ? resolution / graph.total : 0
      guard isSingle[node], ties[node] >= share * strength * (rest - strength) else { continue }
      var touchedCount = 0
      for place in graph.places(of: node) {
        let neighbour = Int(graph.neighbours[place])
        let weight = graph.weights.map { $0[place] } ?? 1
        guard neighbour != node, groups[neighbour] == group, weight > 0 else { continue }
        let part = Int(parts[neighbour])
        if sums[part] == 0 {
          touched[touchedCount] = UInt32(truncatingIfNeeded: part)
          touchedCount += 1
        }
        sums[part] += weight
      }
      // Chances fall off against the best gain, so that none overflows.
      var best = 0.0
      for place in 0..<touchedCount {
        let part = Int(touched[place])
        let isWellConnected = ties[part] >= share * strengths[part] * (rest - strengths[part])
        let gain = isWellConnected ? sums[part] - share * strength * strengths[part] : -1
        chances[place] = gain
        best = max(best, gain)
      }
      var total = exp((0 - best) / Self.randomness)
      let alone = total
      for place in 0..<touchedCount where chances[place] >= 0 {
        total += exp((chances[place] - best) / Self.randomness)
      }
      var draw = generator.fraction() * total - alone
      var chosen = node
      for place in 0..<touchedCount where chances[place] >= 0 && draw >= 0 {
        chosen = Int(touched[place])
        draw -= exp((chances[place] - best) / Self.randomness)
      }
      let shared = sums[chosen]
      for place in 0..<touchedCount { sums[Int(touched[place])] = 0 }
      try meter.step(1 + graph.places(of: node).count)
      guard chosen != node else { continue }
      parts[node] = UInt32(truncatingIfNeeded: chosen)
      isSingle[chosen] = false
      // What ties the node to the part no longer ties the part to the rest.
      ties[chosen] += ties[node] - 2 * shared
      strengths[chosen] += strength
      strengths[node] = 0
    }
    try meter.report()
    let count = try parts.renumber(limit: nodeCount, of: monitor)
    self.parts = parts
    self.count = count
  }
}
