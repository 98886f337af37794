import EntenteSyntax

/// Gives each input row with the number of ways to take one or two hops, each from a bound node.
///
/// For two hops that is the product of the degrees less the relationships that both could take, where they must
/// differ; relationships that the row holds already are left out of either.
final class DegreeOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let hops: [LogicalPlan.Hop]
  private let context: ExecutionContext
  private var topologies: [Topology]?
  private var common: CommonRelationships?

  init(_ input: any PhysicalOperator, _ hops: [LogicalPlan.Hop], into variable: Variable, context: ExecutionContext) {
    self.input = input
    self.hops = hops
    self.context = context
    layout = RowLayout(input.layout.variables + [variable])
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    topologies = nil
  }

  /// Rows without a relationship are left out, as `expand` leaves them out: they must not make a group.
  func next() throws(QueryError) -> RowBatch? {
    while let batch = try input.next() {
      try context.monitor.check()
      let topologies = prepared()
      context.monitor.note(work: batch.count * hops.count)
      let froms = hops.map { batch.column(of: $0.from) }
      let used = hops.map { $0.distinctFrom.compactMap { batch.column(of: $0) } }
      var rows: ContiguousArray<Int32> = []
      var counts: ContiguousArray<Int64> = []
      for row in 0..<batch.count {
        var count: Int64 = 1
        for hop in hops.indices where count > 0 {
          let node = froms[hop]?.nodeID(row) ?? Column.nullID
          let degree =
            node == Column.nullID ? 0 : topologies[hop].degree(node, without: used[hop], row: row)
          let (product, overflow) = count.multipliedReportingOverflow(by: Int64(degree))
          if overflow { throw .integerOverflow(.multiply, count, Int64(degree), at: SourceRange(0..<0)) }
          count = product
        }
        if let common, count > 0, let first = froms[0]?.nodeID(row), let second = froms[1]?.nodeID(row) {
          count -= Int64(common.count(first, second, without: used, row: row))
        }
        guard count > 0 else { continue }
        rows.append(Int32(truncatingIfNeeded: row))
        counts.append(count)
      }
      guard !rows.isEmpty else { continue }
      return (rows.count == batch.count ? batch : batch.gather(rows)).appending([.integers(counts)], layout: layout)
    }
    return nil
  }

  private func prepared() -> [Topology] {
    if let topologies { return topologies }
    let prepared = hops.map { Topology(context.graph, types: $0.types, direction: $0.direction) }
    topologies = prepared
    common =
      hops.count == 2 && hops[1].distinctFrom.contains(hops[0].relationship)
      ? CommonRelationships(context.graph, hops[0], prepared[0], hops[1], prepared[1]) : nil
    return prepared
  }
}

extension Topology {
  /// How many relationships of a node the hop could take besides those that a row holds.
  fileprivate func degree(_ node: UInt32, without used: [Column], row: Int) -> Int {
    used.isEmpty ? degree(node) : degree(node) - used.distinctIDs(row).count { holds($0, at: node) }
  }
}

extension [Column] {
  /// The raw ids of relationships that a row holds in some columns, alone or in lists, each once.
  fileprivate func distinctIDs(_ row: Int) -> [UInt32] {
    var ids: [UInt32] = []
    for column in self {
      if case .relationships(let column) = column {
        if !ids.contains(column[row]) { ids.append(column[row]) }
      } else {
        for id in column.relationshipIDs(row) where !ids.contains(id) { ids.append(id) }
      }
    }
    return ids
  }
}

/// The relationships that two hops, from a node each, could both take.
private struct CommonRelationships {
  private let adjacencies: [Adjacency]
  private let directions: [RelationshipPattern.Direction]
  private let topologies: [Topology]

  init(
    _ graph: Graph, _ first: LogicalPlan.Hop, _ firstTopology: Topology, _ second: LogicalPlan.Hop,
    _ secondTopology: Topology
  ) {
    adjacencies = graph.catalog.types.filter { type in
      [first, second].allSatisfy { $0.types.isEmpty || $0.types.contains(graph.catalog.name(of: type)) }
    }.map { graph.adjacency($0) }
    directions = [first.direction, second.direction]
    topologies = [firstTopology, secondTopology]
  }

  /// - Complexity: O(log degree) a type.
  func count(_ first: UInt32, _ second: UInt32, without used: [[Column]], row: Int) -> Int {
    let goesOut = directions.map { $0 != .incoming }
    let comesIn = directions.map { $0 != .outgoing }
    var count = 0
    for adjacency in adjacencies {
      let (a, b) = (NodeID(first), NodeID(second))
      if first == second {
        let loops = adjacency.outgoing(a, to: a).count
        if goesOut[0] && goesOut[1] { count += adjacency.outgoing(a).count - loops }
        if comesIn[0] && comesIn[1] { count += adjacency.incoming(a).count - loops }
        count += loops
      } else {
        if goesOut[0] && comesIn[1] { count += adjacency.outgoing(a, to: b).count }
        if comesIn[0] && goesOut[1] { count += adjacency.outgoing(b, to: a).count }
      }
    }
    guard count > 0 else { return 0 }
    return count
      - (used[0] + used[1]).distinctIDs(row).count { id in
        topologies[0].holds(id, at: first) && topologies[1].holds(id, at: second)
      }
  }
}
