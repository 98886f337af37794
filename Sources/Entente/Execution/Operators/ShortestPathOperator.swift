import EntenteSyntax

/// Gives each input row once for every shortest path (or for one) between two bound nodes.
///
/// The path is the list of its relationships, in the order of the pattern. Breadth-first search from one end that
/// stops at the level of the other; every node keeps the relationships by which its level was reached.
final class ShortestPathOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let hop: LogicalPlan.Hop
  private let all: Bool
  private let context: ExecutionContext
  private let evaluator: Evaluator
  private var topology: Topology?

  init(_ input: any PhysicalOperator, _ hop: LogicalPlan.Hop, all: Bool, context: ExecutionContext) {
    self.input = input
    self.hop = hop
    self.all = all
    self.context = context
    evaluator = Evaluator(context)
    layout = RowLayout(input.layout.variables + [hop.relationship])
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    topology = nil
  }

  func next() throws(QueryError) -> RowBatch? {
    while let batch = try input.next() {
      var rows: ContiguousArray<Int32> = []
      var lists: ContiguousArray<Value> = []
      guard let from = batch.column(of: hop.from), let to = batch.column(of: hop.to) else { continue }
      let topology = self.topology ?? Topology(context.graph, types: hop.types, direction: hop.direction)
      self.topology = topology
      for row in 0..<batch.count {
        let start = from.nodeID(row)
        let end = to.nodeID(row)
        guard start != Column.nullID, end != Column.nullID else { continue }
        let required = try RequiredProperties(hop.properties, in: batch, row: row, evaluator: evaluator)
        let search = ShortestPathSearch(
          topology: topology, minimum: hop.length?.minimum ?? 1, maximum: hop.length?.maximum ?? 1, all: all,
          bounded: hop.length == nil || hop.length?.maximum != nil, monitor: context.monitor,
          allows: { required.hold(for: RelationshipID($0)) })
        for path in try search.paths(from: start, to: end) {
          rows.append(Int32(truncatingIfNeeded: row))
          let relationships = path.map { Value.relationship(RelationshipID($0)) }
          lists.append(.list(ContiguousArray(hop.reversed ? relationships.reversed() : relationships)))
        }
      }
      guard !rows.isEmpty else { continue }
      return batch.gather(rows).appending([.values(lists)], layout: layout)
    }
    return nil
  }
}
