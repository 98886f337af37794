public import EntenteSyntax

/// How far a signed graph is from falling into any number of camps, or into at most so many.
///
///     let balance = try graph.signedView().weakBalance(camps: 3)
///     balance.index          // ties inside a camp that are negative, or between camps that are positive
///
/// With two camps it is ``Frustration``, which proves much more. Here a proof goes by branch and bound over the nodes
/// and reaches some twenty of them in a biconnected component; beyond that the camps are the best that simulated
/// annealing finds, and cycles with just one negative tie, packed without sharing a tie, tell the lower bound.
///
/// - Source: Davis: Clustering and structural balance in graphs (1967); Doreian, Mrvar: A partitioning approach to
///   structural balance (1996).
public struct WeakBalance: Sendable {
  /// Ties that the best camps found frustrate.
  public let index: Int
  /// Ties that all camps frustrate at least.
  public let lowerBound: Int
  public var isExact: Bool { index == lowerBound }
  /// The camp of each node of the view, from 1, on through the components; 0 without a signed tie.
  public let camps: ContiguousArray<Int>
}

extension GraphView {
  /// At most so many camps with the fewest frustrated ties.
  ///
  /// - Complexity: exponential in the worst case, until the effort is used up.
  public func weakBalance(
    camps limit: Int, count: TieCount = .relationship, effort: Int = Frustration.defaultEffort,
    monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> WeakBalance {
    let network = try SignedNetwork(self, count: count, monitor: monitor)
    let (blocks, components) = try network.blocks(monitor: monitor)
    var meter = WorkMeter(monitor)
    var searches = blocks.map {
      ClusterSearch(nodeCount: $0.nodes.count, ties: network.ties(of: $0), limit: limit)
    }
    for place in blocks.indices.sorted(by: { (blocks[$0].pairs.count, $0) < (blocks[$1].pairs.count, $1) }) {
      try searches[place].minimize(effort: max(0, effort - meter.total), meter: &meter)
    }
    try meter.report()
    var camps = ContiguousArray(repeating: 0, count: network.nodeCount)
    for (block, search) in zip(blocks, searches) {
      // Camps of a block have no names of their own: that of the node it hangs on keeps its number.
      var names: [Int: Int] = [:]
      for (number, node) in block.nodes.enumerated() where camps[node] != 0 {
        names[search.camps[number]] = camps[node]
        let other = camps[node] - 1
        if other != search.camps[number] { names[other] = search.camps[number] + 1 }
      }
      for (number, node) in block.nodes.enumerated() {
        camps[node] = names[search.camps[number]] ?? search.camps[number] + 1
      }
    }
    return WeakBalance(
      index: searches.reduce(network.negativeLoops) { $0 + $1.upper },
      lowerBound: searches.reduce(network.negativeLoops) { $0 + $1.lower },
      camps: Self.numbered(camps, components))
  }

  /// The same camps, numbered in the order of their first nodes, those of each component apart.
  private static func numbered(
    _ camps: ContiguousArray<Int>, _ components: ContiguousArray<Int?>
  ) -> ContiguousArray<Int> {
    var numbers: [[Int]: Int] = [:]
    // In order of the components, so that the camps of one have numbers side by side.
    for node in camps.indices.sorted(by: { (components[$0] ?? 0, $0) < (components[$1] ?? 0, $1) }) {
      guard let component = components[node] else { continue }
      let key = [component, camps[node]]
      numbers[key] = numbers[key] ?? numbers.count + 1
    }
    return ContiguousArray(
      camps.indices.map { node in components[node].flatMap { numbers[[$0, camps[node]]] } ?? 0 })
  }
}
