public import EntenteSyntax

/// How far a signed graph is from falling into two camps, with positive ties inside and negative ones between them.
///
///     let frustration = try graph.signedView().frustration()
///     frustration.index          // 1
///     frustration.isExact        // true: no two camps do better
///
/// The frustration index is the least number of ties that have to be taken out until two camps exist. A tie is
/// frustrated by a split if it is positive and between the camps, or negative and inside one.
///
/// Finding it is NP-hard. It is proven by branch and bound, for each biconnected component by itself; where the effort
/// does not suffice the index is that of the best split found, and the bound below says how far off it can be.
///
/// - Source: Harary: On the measurement of structural balance (1959); Aref, Mason, Wilson: A modeling and computational
///   study of the frustration index in signed networks (2020).
public struct Frustration: Sendable {
  /// Ties that the best split found frustrates.
  public let index: Int
  /// Ties that every split frustrates at least.
  public let lowerBound: Int
  /// Whether the index is proven.
  public var isExact: Bool { index == lowerBound }
  /// All signed ties.
  public let tieCount: Int
  /// The component of each node of the view among signed ties, from 1; nil for a node without a signed tie.
  public let components: ContiguousArray<Int?>

  let network: SignedNetwork
  let blocks: [SignedNetwork.Block]
  /// One for each block.
  let searches: [FrustrationSearch]
  let effort: Int

  /// The steps that are taken unless said otherwise: up to a minute or so.
  public static let defaultEffort = 7_000_000_000
}

extension GraphView {
  /// The frustration index, whose signs are those of the weights.
  ///
  /// - Parameters:
  ///   - count: what counts as one tie.
  ///   - effort: how many steps may be taken, some 100 million of them a second.
  /// - Complexity: exponential in the worst case, until the effort is used up. Graphs of 2,000 ties of which 40 are
  ///   frustrated take milliseconds.
  public func frustration(
    count: TieCount = .relationship, effort: Int = Frustration.defaultEffort, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> Frustration {
    let network = try SignedNetwork(self, count: count, monitor: monitor)
    let (blocks, components) = try network.blocks(monitor: monitor)
    var meter = WorkMeter(monitor)
    var searches = blocks.map { block in
      FrustrationSearch(nodeCount: block.nodes.count, ties: network.ties(of: block), monitor: monitor)
    }
    // Small ones first, so that a hard one does not use up what they need.
    for place in blocks.indices.sorted(by: { (blocks[$0].pairs.count, $0) < (blocks[$1].pairs.count, $1) }) {
      try searches[place].minimize(effort: max(0, effort - meter.total), meter: &meter)
    }
    try meter.report()
    return Frustration(
      index: searches.reduce(network.negativeLoops) { $0 + $1.upper },
      lowerBound: searches.reduce(network.negativeLoops) { $0 + $1.lower }, tieCount: network.tieCount,
      components: components, network: network, blocks: blocks, searches: searches, effort: effort)
  }
}
