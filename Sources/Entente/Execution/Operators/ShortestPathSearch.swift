import EntenteSyntax

/// Breadth-first search for shortest paths between two nodes.
///
/// - Complexity: O(nodes + relationships within reach); with `all`, also the number of paths given.
struct ShortestPathSearch {
  let topology: Topology
  /// 0 or 1: whether the path of length 0 counts.
  let minimum: Int
  let maximum: Int
  let all: Bool
  /// Whether `maximum` holds.
  let bounded: Bool
  let monitor: QueryMonitor
  let allows: (UInt32) -> Bool

  /// The paths as relationships in walking order.
  func paths(from start: UInt32, to end: UInt32) throws(QueryError) -> [[UInt32]] {
    if start == end { return minimum == 0 ? [[]] : try cycles(through: start) }
    /// For each node reached: its level, and the steps by which that level was reached.
    var levels: [UInt32: Int] = [start: 0]
    var steps: [UInt32: [(relationship: UInt32, from: UInt32)]] = [:]
    var frontier = [start]
    var level = 0
    var isFound = false
    while !frontier.isEmpty, !isFound, !bounded || level < maximum {
      try monitor.check()
      level += 1
      var next: [UInt32] = []
      for node in frontier {
        for side in topology.sides {
          monitor.note(work: side.positions(node).count)
          for position in side.positions(node) {
            let neighbour = side.neighbour(position)
            if side.skipsLoops, neighbour == node { continue }
            let isEnd = neighbour == end
            if let known = levels[neighbour], known < level { continue }
            let relationship = side.relationship(position)
            guard allows(relationship) else { continue }
            if isEnd { isFound = true }
            if levels[neighbour] == nil {
              levels[neighbour] = level
              next.append(neighbour)
              steps[neighbour] = [(relationship, node)]
            } else if all {
              steps[neighbour]?.append((relationship, node))
            }
          }
        }
      }
      frontier = next
    }
    guard isFound else { return [] }
    return try backtrack(steps, from: start, to: end, length: level)
  }

  /// The paths of `length` that the steps allow, found from the end back to the start.
  private func backtrack(
    _ steps: [UInt32: [(relationship: UInt32, from: UInt32)]], from start: UInt32, to end: UInt32, length: Int
  ) throws(QueryError) -> [[UInt32]] {
    var paths: [[UInt32]] = []
    var stack: [(node: UInt32, path: [UInt32])] = [(end, [])]
    while let (node, path) = stack.popLast() {
      if path.count == length {
        if node == start { paths.append(path.reversed()) }
        if !all, !paths.isEmpty { return paths }
        continue
      }
      try monitor.check()
      for step in steps[node] ?? [] {
        stack.append((step.from, path + [step.relationship]))
      }
    }
    return paths
  }

  /// The shortest trails from a node back to itself, by trying one length after another: breadth-first search does
  /// not know by which relationship it came, and must not go back by it.
  private func cycles(through node: UInt32) throws(QueryError) -> [[UInt32]] {
    var length = 1
    while !bounded || length <= maximum {
      var trails = TrailEnumerator(from: node, topology, minimum: length, maximum: length, allows: allows)
      var found: [[UInt32]] = []
      var hasTrail = false
      while true {
        let before = trails.steps
        let step = trails.advance(budget: 4096)
        monitor.note(work: trails.steps - before)
        try monitor.check()
        guard step != false else { break }
        guard step == true else { continue }
        hasTrail = true
        if trails.end == node {
          found.append(Array(trails.relationships))
          if !all { break }
        }
      }
      if !found.isEmpty || !hasTrail { return found }
      length += 1
    }
    return []
  }
}
