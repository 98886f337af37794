import EntenteSyntax

/// Gives each input row with the number of relationships of a hop from a bound node.
final class DegreeOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let hop: LogicalPlan.Hop
  private let context: ExecutionContext
  private var topology: Topology?

  init(_ input: any PhysicalOperator, _ hop: LogicalPlan.Hop, into variable: Variable, context: ExecutionContext) {
    self.input = input
    self.hop = hop
    self.context = context
    layout = RowLayout(input.layout.variables + [variable])
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    topology = nil
  }

  /// Rows without a relationship are left out, as `expand` leaves them out: they must not make a group.
  func next() throws(QueryError) -> RowBatch? {
    while let batch = try input.next() {
      try context.monitor.check()
      guard let from = batch.column(of: hop.from) else { continue }
      let topology = self.topology ?? Topology(context.graph, types: hop.types, direction: hop.direction)
      self.topology = topology
      context.monitor.note(work: batch.count)
      var rows: ContiguousArray<Int32> = []
      var degrees: ContiguousArray<Int64> = []
      for row in 0..<batch.count {
        let node = from.nodeID(row)
        let degree = node == Column.nullID ? 0 : topology.degree(node)
        guard degree > 0 else { continue }
        rows.append(Int32(truncatingIfNeeded: row))
        degrees.append(Int64(degree))
      }
      guard !rows.isEmpty else { continue }
      return batch.gather(rows).appending([.integers(degrees)], layout: layout)
    }
    return nil
  }
}
