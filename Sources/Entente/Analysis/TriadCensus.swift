public import EntenteSyntax

/// The sixteen ways in which three nodes can be connected, under the names of Holland and Leinhardt: the numbers of
/// mutual, asymmetric and null pairs, and which way the asymmetric ones lead (down, up, in a circle, transitive).
public enum Triad: String, CaseIterable, Sendable {
  case t003 = "003", t012 = "012", t102 = "102", t021D = "021D", t021U = "021U", t021C = "021C", t111D = "111D"
  case t111U = "111U", t030T = "030T", t030C = "030C", t201 = "201", t120D = "120D", t120U = "120U", t120C = "120C"
  case t210 = "210", t300 = "300"

  /// By the six possible arcs between u, v and w: 1 u→v, 2 v→u, 4 u→w, 8 w→u, 16 v→w, 32 w→v.
  static let ofArcs: [Triad] = (0..<64).map(Triad.init(arcs:))

  private init(arcs: Int) {
    func arc(_ bit: Int) -> Bool { arcs & bit != 0 }
    let pairs = [(1, 2), (4, 8), (16, 32)].map { (arc($0.0) ? 1 : 0) + (arc($0.1) ? 1 : 0) }
    let mutual = pairs.filter { $0 == 2 }.count
    let asymmetric = pairs.filter { $0 == 1 }.count
    // Arcs of asymmetric pairs out of and into each node.
    let ends = [(1, 2, 0, 1), (4, 8, 0, 2), (16, 32, 1, 2)].filter { arc($0.0) != arc($0.1) }
      .map { arc($0.0) ? ($0.2, $0.3) : ($0.3, $0.2) }
    let out = (0..<3).map { node in ends.filter { $0.0 == node }.count }
    let into = (0..<3).map { node in ends.filter { $0.1 == node }.count }
    switch (mutual, asymmetric) {
    case (0, 0): self = .t003
    case (0, 1): self = .t012
    case (1, 0): self = .t102
    case (0, 2): self = out.contains(2) ? .t021D : into.contains(2) ? .t021U : .t021C
    // The node outside of the mutual pair gives or takes the arc; D: it leads to the pair.
    case (1, 1): self = (0..<3).contains { out[$0] == 1 && pairs[2 - $0] == 2 } ? .t111D : .t111U
    case (0, 3): self = out.contains(2) ? .t030T : .t030C
    case (2, 0): self = .t201
    case (1, 2): self = out.contains(2) ? .t120D : into.contains(2) ? .t120U : .t120C
    case (2, 1): self = .t210
    default: self = .t300
    }
  }
}

extension GraphView {
  /// How many sets of three nodes are connected in each of the sixteen ways.
  ///
  ///     let circles = try view.triadCensus()[.t030C]
  ///
  /// Loops do not count, and parallel relationships count once. In an undirected view all pairs are mutual.
  ///
  /// - Throws: an error if a count does not fit into 64 bits, as it may for more than three million nodes.
  /// - Complexity: O(relationships · greatest degree · log *degree*)
  /// - Source: Holland, Leinhardt: A method for detecting structure in sociometric data (1970); Batagelj, Mrvar: A
  ///   subquadratic triad census algorithm for large sparse networks with small maximum degree (2001).
  public func triadCensus(monitor: QueryMonitor = .unlimited) throws(QueryError) -> [Triad: Int] {
    var meter = WorkMeter(monitor)
    let rows = try simple(monitor: monitor).outgoing
    var counts = ContiguousArray(repeating: 0, count: 64)
    var pairs = (asymmetric: 0, mutual: 0)
    /// Arcs between two nodes: 1 from the first, 2 from the second.
    func arcs(_ first: UInt32, _ second: UInt32) -> Int {
      (outgoing.connects(Int(first), to: second) ? 1 : 0) + (outgoing.connects(Int(second), to: first) ? 2 : 0)
    }
    for u in 0..<UInt32(nodeCount) {
      for place in rows.places(of: Int(u)) {
        let v = rows.neighbours[place]
        guard u < v else { continue }
        let between = arcs(u, v)
        var left = rows.places(of: Int(u))
        var right = rows.places(of: Int(v))
        var others = 0
        // The nodes that are connected with u or v, ascending.
        while !(left.isEmpty && right.isEmpty) {
          let a = left.isEmpty ? UInt32.max : rows.neighbours[left.lowerBound]
          let b = right.isEmpty ? UInt32.max : rows.neighbours[right.lowerBound]
          let w = min(a, b)
          if a == w { left.removeFirst() }
          if b == w { right.removeFirst() }
          if w == u || w == v { continue }
          others += 1
          // Three nodes are counted at the least of their connected pairs.
          guard v < w || (u < w && w < v && a != w) else { continue }
          counts[between + 4 * arcs(u, w) + 16 * arcs(v, w)] += 1
        }
        let apart = nodeCount - others - 2
        if between == 3 { pairs.mutual += apart } else { pairs.asymmetric += apart }
        try meter.step(others + 1)
      }
    }
    try meter.report()
    var census = Dictionary(uniqueKeysWithValues: Triad.allCases.map { ($0, 0) })
    for (arcs, count) in counts.enumerated() { census[Triad.ofArcs[arcs], default: 0] += count }
    census[.t012, default: 0] += pairs.asymmetric
    census[.t102, default: 0] += pairs.mutual
    let n = UInt128(nodeCount)
    let all = n < 3 ? 0 : n * (n - 1) * (n - 2) / 6
    let connected = UInt128(census.values.reduce(0, +))
    guard let unconnected = Int(exactly: all - connected) else { throw .countTooLarge("triads") }
    census[.t003] = unconnected
    return census
  }
}
