import EntenteSyntax

/// Gives each input row once for every relationship of a hop from a bound node.
///
/// Where the end of the hop is bound too, only relationships to it are looked up, by binary search.
final class ExpandOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let hop: LogicalPlan.Hop
  private let context: ExecutionContext
  private var topology: Topology?

  /// Where the walk through the current input batch stands.
  private var batch: RowBatch?
  private var row = 0
  private var side = 0
  private var positions = 0..<0

  init(_ input: any PhysicalOperator, _ hop: LogicalPlan.Hop, context: ExecutionContext) {
    self.input = input
    self.hop = hop
    self.context = context
    layout = RowLayout(input.layout.variables + [hop.relationship] + (hop.into ? [] : [hop.to]))
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    topology = nil
    batch = nil
  }

  func next() throws(QueryError) -> RowBatch? {
    while true {
      if batch == nil {
        guard let next = try input.next() else { return nil }
        batch = next
        row = -1
        side = Int.max
        positions = 0..<0
      }
      try context.monitor.check()
      guard let current = batch else { return nil }
      let output = fill(from: current)
      if output.count > 0 { return output }
    }
  }

  /// Walks on through the batch until enough rows are found or it ends (then `batch` is nil).
  private func fill(from current: RowBatch) -> RowBatch {
    let topology = self.topology ?? Topology(context.graph, types: hop.types, direction: hop.direction)
    self.topology = topology
    var rows: ContiguousArray<Int32> = []
    var relationships: ContiguousArray<UInt32> = []
    var ends: ContiguousArray<UInt32> = []
    guard let from = current.column(of: hop.from) else {
      batch = nil
      return RowBatch(layout: layout, columns: [], count: 0)
    }
    let into = hop.into ? current.column(of: hop.to) : nil
    let others = hop.distinctFrom.compactMap { current.column(of: $0) }
    var walked = 0
    walk: while rows.count < RowBatch.preferredCount {
      while positions.isEmpty {
        side = side == Int.max ? 0 : side + 1
        if row < 0 || side >= topology.sides.count {
          row += 1
          side = 0
          if row >= current.count || topology.sides.isEmpty {
            batch = nil
            break walk
          }
        }
        let node = from.nodeID(row)
        guard node != Column.nullID else { continue }
        positions = topology.sides[side].positions(node)
        if let into {
          let end = into.nodeID(row)
          positions = end == Column.nullID ? 0..<0 : topology.sides[side].positions(positions, to: end)
        }
      }
      let current = topology.sides[side]
      let node = from.nodeID(row)
      while !positions.isEmpty, rows.count < RowBatch.preferredCount {
        let position = positions.lowerBound
        positions = (position + 1)..<positions.upperBound
        walked += 1
        let neighbour = current.neighbour(position)
        if current.skipsLoops, neighbour == node { continue }
        let relationship = current.relationship(position)
        if !others.isEmpty, others.contains(where: { $0.holds(relationship: relationship, row: row) }) { continue }
        rows.append(Int32(truncatingIfNeeded: row))
        relationships.append(relationship)
        if into == nil { ends.append(neighbour) }
      }
    }
    context.monitor.note(work: walked)
    return current.gather(rows).appending(
      [.relationships(relationships)] + (into == nil ? [.nodes(ends)] : []), layout: layout)
  }
}
