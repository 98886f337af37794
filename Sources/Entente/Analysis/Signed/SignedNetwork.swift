import EntenteSyntax

/// What counts as one tie of a signed graph.
public enum TieCount: String, CaseIterable, Sendable {
  /// Each relationship.
  case relationship
  /// Each pair of nodes, once for each sign that its relationships have.
  case pair
}

/// The signs of a view: how many positive and negative ties each pair of nodes has.
struct SignedNetwork {
  struct Pair {
    /// Less than `second`.
    let first: Int
    let second: Int
    var positive: Int
    var negative: Int
  }

  let nodeCount: Int
  /// In order of their ends; each has a tie.
  let pairs: ContiguousArray<Pair>
  /// Negative ties of nodes with themselves, which every split frustrates.
  let negativeLoops: Int
  let positiveLoops: Int

  var tieCount: Int { pairs.reduce(negativeLoops + positiveLoops) { $0 + $1.positive + $1.negative } }

  /// Takes the signs of the weights of a view; what weighs 0 is no tie, and directions do not count.
  ///
  /// - Complexity: O(nodes + relationships · log *relationships*)
  init(_ view: GraphView, count: TieCount, monitor: QueryMonitor) throws(QueryError) {
    var meter = WorkMeter(monitor)
    var ends: [(first: Int, second: Int, relationship: UInt32, isNegative: Bool)] = []
    let memory = try MemoryReservation(bytes: 72 * view.outgoing.count, of: monitor)
    defer { memory.release() }
    for node in 0..<view.nodeCount {
      let places = view.outgoing.places(of: node)
      for place in places {
        let weight = view.outgoing.weight(at: place)
        let other = Int(view.outgoing.neighbours[place])
        guard weight != 0, view.isDirected || other >= node else { continue }
        ends.append((min(node, other), max(node, other), view.outgoing.relationships[place], weight < 0))
      }
      try meter.step(1 + places.count)
    }
    // In a directed view one that leads both ways stands in two rows.
    if view.isDirected { ends.sort { ($0.first, $0.second, $0.relationship) < ($1.first, $1.second, $1.relationship) } }
    var pairs: ContiguousArray<Pair> = []
    var (positiveLoops, negativeLoops) = (0, 0)
    var last: UInt32?
    for end in ends where !view.isDirected || end.relationship != last {
      last = end.relationship
      if end.first == end.second {
        if end.isNegative { negativeLoops += 1 } else { positiveLoops += 1 }
        continue
      }
      if pairs.last?.first != end.first || pairs.last?.second != end.second {
        pairs.append(Pair(first: end.first, second: end.second, positive: 0, negative: 0))
      }
      let place = pairs.count - 1
      if end.isNegative { pairs[place].negative += 1 } else { pairs[place].positive += 1 }
    }
    if count == .pair {
      for place in pairs.indices {
        pairs[place].positive = min(1, pairs[place].positive)
        pairs[place].negative = min(1, pairs[place].negative)
      }
    }
    nodeCount = view.nodeCount
    self.pairs = pairs
    self.positiveLoops = positiveLoops
    self.negativeLoops = negativeLoops
  }
}

extension SignedNetwork {
  /// The pairs of each node.
  struct Rows {
    let offsets: ContiguousArray<Int>
    let places: ContiguousArray<Int>

    func pairs(of node: Int) -> ArraySlice<Int> { ArraySlice(places[offsets[node]..<offsets[node + 1]]) }
  }

  /// - Complexity: O(nodes + pairs)
  var rows: Rows {
    var offsets = ContiguousArray(repeating: 0, count: nodeCount + 1)
    for pair in pairs {
      offsets[pair.first + 1] += 1
      offsets[pair.second + 1] += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    var places = ContiguousArray(repeating: 0, count: 2 * pairs.count)
    for (index, pair) in pairs.enumerated() {
      for node in [pair.first, pair.second] {
        places[next[node]] = index
        next[node] += 1
      }
    }
    return Rows(offsets: offsets, places: places)
  }
}
