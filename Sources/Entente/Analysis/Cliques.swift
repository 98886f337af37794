public import EntenteSyntax

extension GraphView {
  /// Tells a function of each maximal clique: nodes that are all connected with each other, and with no other node.
  ///
  ///     try view.forEachMaximalClique(minimumSize: 3) { clique in print(clique.map(view.node(at:))) }
  ///
  /// Directions, loops and parallel relationships do not count. A node alone is a clique. The nodes of a clique
  /// ascend; cliques come in a fixed order.
  ///
  /// - Complexity: O(nodes · degeneracy · 3^(degeneracy / 3)): there can be as many cliques as that.
  /// - Source: Bron, Kerbosch: Algorithm 457: finding all cliques of an undirected graph (1973); Tomita, Tanaka,
  ///   Takahashi: The worst-case time complexity for generating all maximal cliques (2006); Eppstein, Löffler, Strash:
  ///   Listing all maximal cliques in sparse graphs in near-optimal time (2010).
  public func forEachMaximalClique(
    minimumSize: Int = 1, monitor: QueryMonitor = .unlimited,
    _ body: (ContiguousArray<Int>) throws(QueryError) -> Void
  ) throws(QueryError) {
    let simple = try simple(monitor: monitor)
    let order = try DegeneracyOrder(simple, monitor: monitor)
    var meter = WorkMeter(monitor)
    for place in 0..<nodeCount {
      let node = Int(order.nodes[place])
      // A clique of k nodes lies in a (k - 1)-core.
      guard Int(order.cores[node]) + 1 >= minimumSize else { continue }
      let neighbours = simple.outgoing.places(of: node).map { simple.outgoing.neighbours[$0] }
      let later = neighbours.filter { order.places[Int($0)] > place }
      let earlier = neighbours.filter { order.places[Int($0)] < place }
      guard later.count + 1 >= minimumSize else { continue }
      let memory = try MemoryReservation(
        bytes: CliqueSearch.bytes(later.count, earlier.count), of: monitor)
      defer { memory.release() }
      var search = CliqueSearch(candidates: later, excluded: earlier, rows: simple.outgoing)
      while let found = try search.next(&meter) {
        guard found.count + 1 >= minimumSize else { continue }
        try body(ContiguousArray(([node] + found).sorted()))
      }
    }
    try meter.report()
  }
}

/// The maximal cliques among the candidates that none of the excluded nodes could extend.
///
/// Nodes are numbered from 0, the candidates first; sets of candidates are rows of bits, and each node has the bits of
/// the candidates that it is connected with. Excluded nodes are kept as a list of those that are still connected
/// with all of the clique.
private struct CliqueSearch {
  private let nodes: [UInt32]
  private let candidateCount: Int
  private let wordCount: Int
  /// By node, `wordCount` words each.
  private var adjacency: ContiguousArray<UInt64>
  private var frames: [Frame] = []
  private var clique: [Int] = []

  private struct Frame {
    /// Candidates that may extend the clique.
    var candidates: ContiguousArray<UInt64>
    /// Nodes that could extend it and whose cliques are told already.
    var excluded: [UInt32]
    /// Candidates that are still to be tried here.
    var branches: ContiguousArray<UInt64>
    var isEntered = false
  }

  static func bytes(_ candidates: Int, _ excluded: Int) -> Int {
    let words = (candidates + 63) / 64
    return 8 * words * (candidates + excluded) + candidates * (16 * words + 4 * excluded)
  }

  init(candidates: [UInt32], excluded: [UInt32], rows: AdjacencyRows) {
    nodes = candidates + excluded
    candidateCount = candidates.count
    wordCount = (candidates.count + 63) / 64
    adjacency = ContiguousArray(repeating: 0, count: nodes.count * wordCount)
    for (index, node) in nodes.enumerated() {
      // Both lists ascend.
      var places = rows.places(of: Int(node))
      for (candidate, other) in candidates.enumerated() {
        let first = rows.neighbours.lowerBound(of: other, in: places)
        if first == places.upperBound { break }
        if rows.neighbours[first] == other {
          adjacency[index * wordCount + candidate / 64] |= 1 << UInt64(candidate % 64)
        }
        places = first..<places.upperBound
      }
    }
    var all = ContiguousArray<UInt64>(repeating: 0, count: wordCount)
    for candidate in candidates.indices { all[candidate / 64] |= 1 << UInt64(candidate % 64) }
    frames.append(frame(candidates: all, excluded: excluded.indices.map { UInt32(candidates.count + $0) }))
  }

  /// The next clique, by node of the view; nil at the end.
  mutating func next(_ meter: inout WorkMeter) throws(QueryError) -> [Int]? {
    while let top = frames.indices.last {
      if !frames[top].isEntered {
        frames[top].isEntered = true
        try meter.step(wordCount + frames[top].excluded.count + 1)
        if frames[top].excluded.isEmpty && frames[top].candidates.allSatisfy({ $0 == 0 }) {
          return clique.map { Int(nodes[$0]) }
        }
      }
      guard let branch = Self.first(frames[top].branches) else {
        frames.removeLast()
        if !frames.isEmpty { clique.removeLast() }
        continue
      }
      let bit: UInt64 = 1 << UInt64(branch % 64)
      frames[top].branches[branch / 64] &= ~bit
      let row = branch * wordCount
      var candidates = frames[top].candidates
      for word in 0..<wordCount { candidates[word] &= adjacency[row + word] }
      let excluded = frames[top].excluded.filter { connects(Int($0), branch) }
      frames[top].candidates[branch / 64] &= ~bit
      frames[top].excluded.append(UInt32(branch))
      clique.append(branch)
      frames.append(frame(candidates: candidates, excluded: excluded))
    }
    return nil
  }

  /// Tries only candidates that are not connected with the pivot, the node that is connected with the most of them: a
  /// maximal clique holds the pivot or one of those.
  private func frame(candidates: ContiguousArray<UInt64>, excluded: [UInt32]) -> Frame {
    var pivot: Int?
    var greatest = -1
    func consider(_ node: Int) {
      var count = 0
      for word in 0..<wordCount { count += (candidates[word] & adjacency[node * wordCount + word]).nonzeroBitCount }
      if count > greatest { (pivot, greatest) = (node, count) }
    }
    for node in excluded { consider(Int(node)) }
    for word in 0..<wordCount {
      var bits = candidates[word]
      while bits != 0 {
        consider(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    var branches = candidates
    if let pivot { for word in 0..<wordCount { branches[word] &= ~adjacency[pivot * wordCount + word] } }
    return Frame(candidates: candidates, excluded: excluded, branches: branches)
  }

  /// Whether a node is connected with a candidate.
  private func connects(_ node: Int, _ candidate: Int) -> Bool {
    adjacency[node * wordCount + candidate / 64] & (1 << UInt64(candidate % 64)) != 0
  }

  private static func first(_ bits: ContiguousArray<UInt64>) -> Int? {
    for (word, value) in bits.enumerated() where value != 0 { return word * 64 + value.trailingZeroBitCount }
    return nil
  }
}
