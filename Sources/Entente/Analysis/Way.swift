public import EntenteSyntax

/// A way from one node to another, over ties in either direction, no node twice.
public struct Way: Sendable {
  /// From one node to the next.
  public struct Step: Sendable {
    public let from, to: NodeID
    /// All ties between the two, the best supported first.
    public let ties: [(relationship: RelationshipID, strength: TieStrength)]

    /// A step is as strong as the best of its ties.
    var strength: TieStrength? { ties.first?.strength }
  }

  public let steps: [Step]
  /// The place of the step that is supported worst: the way is as strong as that; of several the first.
  public let weakest: Int

  init(steps: [Step]) {
    self.steps = steps
    var weakest = 0
    for (place, step) in steps.enumerated().dropFirst() {
      if let strength = step.strength, let least = steps[weakest].strength, strength < least { weakest = place }
    }
    self.weakest = weakest
  }
}

/// The ways between two nodes.
public struct Ways: Sendable {
  /// The shortest first; of one length, those whose weakest link is strongest first.
  public let ways: [Way]
  /// Whether there are more of the length asked for.
  public let isCut: Bool
}

extension Graph {
  /// The ways between two nodes, with the support of every tie.
  ///
  ///     let ways = try graph.ways(from: jackMa, to: stargate)
  ///     ways.ways[0].steps[ways.ways[0].weakest].ties     // the weakest link of the shortest way
  ///
  /// Nodes that document (`Source`, `Evidence`, `Outlet`, or what the schema says) are not passed through.
  ///
  /// - Parameters:
  ///   - longest: how many steps a way may have; nil for one more than the shortest has.
  ///   - limit: how many ways are given.
  /// - Throws: that a limit of the monitor was reached.
  /// - Complexity: O(nodes + relationships) for the distances; then what is tried, at most the simple paths that can
  ///   still arrive within the length, and 10,000 of each length.
  /// - Source: distances by breadth-first search from the end prune a depth-first search from the start.
  public func ways(
    from start: NodeID, to end: NodeID, longest: Int? = nil, limit: Int = 10, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> Ways {
    var search = WaySearch(self, from: start, to: end, monitor)
    return try search.ways(longest: longest, limit: limit)
  }
}

/// One search for ways.
private struct WaySearch {
  private static let most = 10_000
  private let graph: Graph
  private let start, end: NodeID
  private let hidden: [LabelID]
  private let index: SourceIndex
  private var meter: WorkMeter
  private var neighbourLists: [NodeID: [NodeID]] = [:]

  init(_ graph: Graph, from start: NodeID, to end: NodeID, _ monitor: QueryMonitor) {
    self.graph = graph
    self.start = start
    self.end = end
    hidden = graph.facts.hiddenLabels.sorted().compactMap { graph.catalog.label(Text($0)) }
    index = SourceIndex(graph)
    meter = WorkMeter(monitor)
  }

  mutating func ways(longest: Int?, limit: Int) throws(QueryError) -> Ways {
    let distances = try distances()
    guard start != end, let shortest = distances[start] else { return Ways(ways: [], isCut: false) }
    var found: [Way] = []
    var isCut = false
    let longest = longest ?? shortest + 1
    var length = shortest
    while length <= longest, length < graph.nodeCount, !isCut {
      var (ways, isWhole) = try ways(of: length, distances)
      ways.sort { left, right in isBetter(left, right) }
      if found.count + ways.count > limit || !isWhole { isCut = true }
      found += ways.prefix(limit - found.count)
      length += 1
    }
    try meter.report()
    return Ways(ways: found, isCut: isCut)
  }

  private func isBetter(_ left: Way, _ right: Way) -> Bool {
    if let least = left.steps[left.weakest].strength, let other = right.steps[right.weakest].strength,
      least < other || other < least
    {
      return other < least
    }
    return left.steps.map(\.to).lexicographicallyPrecedes(right.steps.map(\.to))
  }

  /// The distance of every node that can be passed to the end.
  private mutating func distances() throws(QueryError) -> [NodeID: Int] {
    var distances = [end: 0]
    var queue = [end]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      if node == start { continue }
      for neighbour in try neighbours(of: node) where distances[neighbour] == nil {
        distances[neighbour] = (distances[node] ?? 0) + 1
        queue.append(neighbour)
      }
    }
    return distances
  }

  /// The neighbours of a node that can be passed through, and the ends, ascending, each once.
  private mutating func neighbours(of node: NodeID) throws(QueryError) -> [NodeID] {
    if let known = neighbourLists[node] { return known }
    var found: Set<NodeID> = []
    for type in graph.catalog.types {
      let adjacency = graph.adjacency(type)
      for position in adjacency.outgoing(node) { found.insert(adjacency.target(at: position)) }
      for position in adjacency.incoming(node) { found.insert(adjacency.source(at: position)) }
    }
    try meter.step(found.count + 1)
    let list = found.filter { other in
      other != node && (other == start || other == end || !hidden.contains { graph.hasLabel(other, $0) })
    }.sorted()
    neighbourLists[node] = list
    return list
  }

  /// All ways of a length, or the first of very many.
  private mutating func ways(of length: Int, _ distances: [NodeID: Int]) throws(QueryError) -> ([Way], isWhole: Bool) {
    var ways: [Way] = []
    var path = [start]
    var choices = [try neighbours(of: start)[...]]
    while let rest = choices.last {
      try meter.step()
      guard let next = rest.first else {
        choices.removeLast()
        path.removeLast()
        continue
      }
      choices[choices.count - 1] = rest.dropFirst()
      let left = length - path.count
      if next == end {
        if left == 0 {
          ways.append(way(through: path + [end]))
          if ways.count == Self.most { return (ways, false) }
        }
        continue
      }
      guard let distance = distances[next], distance <= left, !path.contains(next) else { continue }
      path.append(next)
      choices.append(try neighbours(of: next)[...])
    }
    return (ways, true)
  }

  private func way(through nodes: [NodeID]) -> Way {
    Way(
      steps: zip(nodes, nodes.dropFirst()).map { from, to in
        let ties = graph.relationships(between: from, and: to).map { ($0, strength(of: $0)) }
        return Way.Step(from: from, to: to, ties: ties.sorted { $1.1 < $0.1 })
      })
  }

  private func strength(of relationship: RelationshipID) -> TieStrength {
    func value(_ key: Text) -> Value {
      graph.catalog.key(key).map { graph.property($0, of: relationship) } ?? .null
    }
    let id = graph.fileID(of: relationship)
    let sources = index.sources(listed: index.listed(relationship), id: id)
    var isInferred = false
    if case .boolean(true) = value("inferred") { isInferred = true }
    return TieStrength(
      sources: index.principals(among: sources),
      isDisputed: index.evidence(about: id).contains { $0.disputes && $0.property == nil },
      confidence: value("confidence"), isInferred: isInferred)
  }
}
