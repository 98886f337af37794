import EntenteSyntax

/// Gives each input row once for every trail of a hop's length from a bound node.
final class ExpandTrailsOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let hop: LogicalPlan.Hop
  private let context: ExecutionContext
  private let evaluator: Evaluator
  private var topology: Topology?

  private var batch: RowBatch?
  private var row = 0
  private var trails: TrailEnumerator?

  init(_ input: any PhysicalOperator, _ hop: LogicalPlan.Hop, context: ExecutionContext) {
    self.input = input
    self.hop = hop
    self.context = context
    evaluator = Evaluator(context)
    layout = RowLayout(input.layout.variables + [hop.relationship] + (hop.into ? [] : [hop.to]))
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    topology = nil
    batch = nil
    trails = nil
  }

  func next() throws(QueryError) -> RowBatch? {
    while true {
      if batch == nil {
        guard let next = try input.next() else { return nil }
        batch = next
        row = -1
        trails = nil
      }
      guard let current = batch else { return nil }
      let output = try fill(from: current)
      if output.count > 0 { return output }
    }
  }

  private func fill(from current: RowBatch) throws(QueryError) -> RowBatch {
    var rows: ContiguousArray<Int32> = []
    var lists: ContiguousArray<Value> = []
    var ends: ContiguousArray<UInt32> = []
    let into = hop.into ? current.column(of: hop.to) : nil
    while rows.count < RowBatch.preferredCount {
      guard var walk = trails else {
        row += 1
        guard row < current.count else {
          batch = nil
          break
        }
        trails = try startTrails(current)
        continue
      }
      let before = walk.steps
      let found = walk.advance(budget: 4096)
      context.monitor.note(work: walk.steps - before)
      trails = found == false ? nil : walk
      guard found == true, let end = walk.end else {
        try context.monitor.check()
        continue
      }
      if let into, into.nodeID(row) != end { continue }
      rows.append(Int32(truncatingIfNeeded: row))
      lists.append(list(walk.relationships))
      if into == nil { ends.append(end) }
    }
    try context.monitor.check()
    return current.gather(rows).appending([.values(lists)] + (into == nil ? [.nodes(ends)] : []), layout: layout)
  }

  private func list(_ relationships: ContiguousArray<UInt32>) -> Value {
    var list: ContiguousArray<Value> = []
    list.reserveCapacity(relationships.count)
    for relationship in relationships { list.append(.relationship(RelationshipID(relationship))) }
    if hop.reversed { list.reverse() }
    return .list(list)
  }

  /// The trails of the current row; nil where its node is null.
  private func startTrails(_ current: RowBatch) throws(QueryError) -> TrailEnumerator? {
    guard let node = current.column(of: hop.from)?.nodeID(row), node != Column.nullID else { return nil }
    let topology = self.topology ?? Topology(context.graph, types: hop.types, direction: hop.direction)
    self.topology = topology
    let others = hop.distinctFrom.compactMap { current.column(of: $0) }
    let required = try RequiredProperties(hop.properties, in: current, row: row, evaluator: evaluator)
    let row = self.row
    return TrailEnumerator(
      from: node, topology, minimum: hop.length?.minimum ?? 1, maximum: hop.length?.maximum
    ) { relationship in
      required.hold(for: RelationshipID(relationship))
        && !others.contains { $0.holds(relationship: relationship, row: row) }
    }
  }
}
