public import EntenteSyntax

/// What all best splits agree on.
extension Frustration {
  /// Groups of nodes any two of which are in the same camp in every best split, or in different ones in every.
  ///
  /// A node without a signed tie is a group by itself.
  ///
  /// - Throws: an error where the index is not proven, or the effort does not suffice.
  /// - Complexity: at most one search of the kind that proves the index for each node.
  public func certainGroups(monitor: QueryMonitor = .unlimited) throws(QueryError) -> Partition {
    guard isExact else { throw .campsNotProven(self) }
    var meter = WorkMeter(monitor)
    var parents = ContiguousArray(0..<UInt32(network.nodeCount))
    func root(_ node: Int) -> Int {
      var node = node
      while parents[node] != node { node = Int(parents[node]) }
      return node
    }
    for (block, search) in zip(blocks, searches) {
      var search = search
      let left = max(0, effort - meter.total)
      let known = try search.allSplits(limit: 64, effort: left / 4, meter: &meter)
      let groups = try search.certainGroups(
        known: known.splits, areAll: known.areAll, effort: max(0, effort - meter.total), meter: &meter)
      guard let groups else { throw .campsNotProven(self) }
      // Blocks vary freely of each other, so what is certain is certain by way of nodes that they share.
      var firsts: [Int: Int] = [:]
      for (number, group) in groups.enumerated() {
        let node = block.nodes[number]
        guard let first = firsts[group] else {
          firsts[group] = node
          continue
        }
        let (one, other) = (root(first), root(node))
        parents[max(one, other)] = UInt32(min(one, other))
      }
    }
    return Partition(
      labels: ContiguousArray(parents.indices.map { UInt32(root($0)) }), limit: network.nodeCount)
  }

  /// The nodes that not every best split puts on the same side of the others.
  ///
  /// In each component of at least three nodes these are the ones outside the largest certain group; none where
  /// several groups are the largest.
  ///
  /// - Throws: as ``certainGroups(monitor:)``.
  public func straddlers(
    monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> [(node: Int, component: Int)] {
    let groups = try certainGroups(monitor: monitor)
    let sizes = groups.sizes
    var members: [Int: [Int]] = [:]
    for (node, component) in components.enumerated() {
      if let component { members[component, default: []].append(node) }
    }
    var straddlers: [(node: Int, component: Int)] = []
    for (component, nodes) in members.sorted(by: { $0.key < $1.key }) where nodes.count >= 3 {
      let candidates = Set(nodes.map { groups.groups[$0] })
      let most = candidates.map { sizes[Int($0)] }.max() ?? 0
      let largest = candidates.filter { sizes[Int($0)] == most }
      guard largest.count == 1 else { continue }
      straddlers += nodes.filter { !largest.contains(groups.groups[$0]) }.map { ($0, component) }
    }
    return straddlers
  }
}

extension QueryError {
  static func campsNotProven(_ frustration: Frustration) -> QueryError {
    let found =
      frustration.isExact
      ? "the frustration index is \(frustration.index), but not every best split could be told apart"
      : "the frustration index is only known to be between \(frustration.lowerBound) and \(frustration.index)"
    return QueryError(
      .limitReached, .runtime, "EffortLimit",
      Diagnostic(
        .error, code: "54000", "what is certain about the camps could not be proven: \(found)",
        help: ["choose a part of the graph with `match` or `types`, or raise `effort`"]))
  }
}
