public import EntenteSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How alike two nodes are by the neighbours that they share.
///
/// - Source: Jaccard: The distribution of the flora in the alpine zone (1912); Salton, McGill: Introduction to Modern
///   Information Retrieval (1983); Adamic, Adar: Friends and neighbors on the web (2003); Zhou, Lü, Zhang: Predicting
///   missing links via local information (2009).
public enum NeighbourSimilarity: String, CaseIterable, Sendable {
  /// The number of shared neighbours.
  case commonNeighbours
  /// Shared neighbours as a share of all neighbours of both.
  case jaccard
  /// Shared neighbours as a share of the neighbours of the one that has fewer.
  case overlap
  /// Shared neighbours over the geometric mean of the numbers of neighbours.
  case cosine
  /// Each shared neighbour counts 1 / log of the number of its neighbours.
  case adamicAdar
  /// Each shared neighbour counts 1 / the number of its neighbours.
  case resourceAllocation

  /// What a shared neighbour counts that has so many neighbours, two at least.
  func share(ofDegree degree: Int) -> Double {
    switch self {
    case .commonNeighbours, .jaccard, .overlap, .cosine: 1
    case .adamicAdar: 1 / log(Double(degree))
    case .resourceAllocation: 1 / Double(degree)
    }
  }

  /// The score of a pair from what its shared neighbours count together, and from its own numbers of neighbours.
  func score(_ shared: Double, degrees first: Int, _ second: Int) -> Double {
    switch self {
    case .commonNeighbours, .adamicAdar, .resourceAllocation: shared
    case .jaccard: shared / (Double(first + second) - shared)
    case .overlap: shared / Double(min(first, second))
    case .cosine: shared / (Double(first) * Double(second)).squareRoot()
    }
  }
}

extension GraphView {
  /// Tells a function of every pair of nodes that share a neighbour, and how alike they are.
  ///
  ///     try view.forEachSimilarPair(.jaccard) { a, b, score in … }
  ///
  /// Directions, loops and parallel relationships do not count. Pairs ascend, and each is told once, with the lower
  /// node first, or with the source first where one is given. Pairs that share none would have 0.
  ///
  /// - Parameter source: the node whose pairs alone are asked for; nil for all pairs.
  /// - Complexity: O(Σ degree²), for one source what lies within two steps of it.
  /// - Source: see ``NeighbourSimilarity``.
  public func forEachSimilarPair(
    _ similarity: NeighbourSimilarity, source: NodeID? = nil, monitor: QueryMonitor = .unlimited,
    _ body: (Int, Int, Double) throws(QueryError) -> Void
  ) throws(QueryError) {
    let rows = try simple(monitor: monitor).outgoing
    var meter = WorkMeter(monitor)
    var shared = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    let index = try source.map { source throws(QueryError) in try requiredIndex(of: source) }
    for node in index.map({ $0..<$0 + 1 }) ?? 0..<nodeCount {
      var others: ContiguousArray<UInt32> = []
      for place in rows.places(of: node) {
        let neighbour = Int(rows.neighbours[place])
        let share = similarity.share(ofDegree: rows.degree(of: neighbour))
        for place in rows.places(of: neighbour) {
          let other = Int(rows.neighbours[place])
          guard other > node || (source != nil && other != node) else { continue }
          if shared[other] == 0 { others.append(UInt32(truncatingIfNeeded: other)) }
          shared[other] += share
        }
        try meter.step(1 + rows.degree(of: neighbour))
      }
      others.sort()
      for other in others.map(Int.init) {
        let score = similarity.score(
          shared[other], degrees: rows.degree(of: node), rows.degree(of: other))
        shared[other] = 0
        try body(node, other, score)
      }
    }
    try meter.report()
  }
}
