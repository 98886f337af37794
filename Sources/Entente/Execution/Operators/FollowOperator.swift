import EntenteSyntax

/// Gives input rows whose bound relationship, or list of relationships, fits a hop, with the ends it leads to.
///
/// A bound list is replayed as a trail: `MATCH (a)-[rs*]->(b)` with `rs` bound.
final class FollowOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let hop: LogicalPlan.Hop
  private let context: ExecutionContext
  private let evaluator: Evaluator

  init(_ input: any PhysicalOperator, _ hop: LogicalPlan.Hop, context: ExecutionContext) {
    self.input = input
    self.hop = hop
    self.context = context
    evaluator = Evaluator(context)
    layout = RowLayout(input.layout.variables.adding([hop.from, hop.to]))
  }

  func open(_ argument: RowBatch) { input.open(argument) }

  func next() throws(QueryError) -> RowBatch? {
    while let batch = try input.next() {
      try context.monitor.check()
      let output = try follow(batch)
      if output.count > 0 { return output }
    }
    return nil
  }

  private func follow(_ batch: RowBatch) throws(QueryError) -> RowBatch {
    var rows: ContiguousArray<Int32> = []
    var starts: ContiguousArray<UInt32> = []
    var ends: ContiguousArray<UInt32> = []
    let from = batch.column(of: hop.from)
    let to = batch.column(of: hop.to)
    let others = hop.distinctFrom.compactMap { batch.column(of: $0) }
    for row in 0..<batch.count {
      guard let relationships = relationships(in: batch, row: row), fits(relationships.count) else { continue }
      let required = try RequiredProperties(hop.properties, in: batch, row: row, evaluator: evaluator)
      guard
        relationships.allSatisfy({ relationship in
          hasType(relationship) && required.hold(for: RelationshipID(relationship))
            && !others.contains { $0.holds(relationship: relationship, row: row) }
        })
      else { continue }
      context.monitor.note(work: relationships.count)
      let steps = hop.reversed ? Array(relationships.reversed()) : relationships
      for start in possibleStarts(steps, bound: from?.nodeID(row)) {
        guard let end = walk(steps, from: start) else { continue }
        if let to, to.nodeID(row) != end { continue }
        // `(a)-[r]->(a)`: both ends are one variable.
        if hop.from == hop.to, start != end { continue }
        rows.append(Int32(truncatingIfNeeded: row))
        starts.append(start)
        ends.append(end)
      }
    }
    var columns: [Column] = []
    if from == nil { columns.append(.nodes(starts)) }
    if to == nil, hop.to != hop.from { columns.append(.nodes(ends)) }
    return batch.gather(rows).appending(columns, layout: layout)
  }

  private func relationships(in batch: RowBatch, row: Int) -> [UInt32]? {
    guard let column = batch.column(of: hop.relationship) else { return nil }
    if hop.length == nil {
      let id = column.relationshipID(row)
      return id == Column.nullID ? nil : [id]
    }
    guard case .list(let items) = column[row] else { return nil }
    var ids: [UInt32] = []
    for item in items {
      guard case .relationship(let id) = item else { return nil }
      ids.append(id.rawValue)
    }
    return ids
  }

  private func fits(_ count: Int) -> Bool {
    guard let length = hop.length else { return count == 1 }
    return count >= length.minimum && count <= length.maximum ?? Int.max
  }

  private func hasType(_ relationship: UInt32) -> Bool {
    guard !hop.types.isEmpty else { return true }
    let graph = context.graph
    return hop.types.contains(graph.catalog.name(of: graph.type(of: RelationshipID(relationship))))
  }

  /// The nodes at which the walk may begin: the bound one, else the ends of the first relationship.
  private func possibleStarts(_ steps: [UInt32], bound: UInt32?) -> [UInt32] {
    if let bound { return bound == Column.nullID ? [] : [bound] }
    guard let first = steps.first else { return [] }
    let source = context.graph.source(of: RelationshipID(first)).rawValue
    let target = context.graph.target(of: RelationshipID(first)).rawValue
    return switch hop.direction {
    case .outgoing: [source]
    case .incoming: [target]
    case .either: source == target ? [source] : [source, target]
    }
  }

  /// Where the walk along the relationships leads, nil if they do not join.
  private func walk(_ steps: [UInt32], from start: UInt32) -> UInt32? {
    var node = start
    for step in steps {
      let source = context.graph.source(of: RelationshipID(step)).rawValue
      let target = context.graph.target(of: RelationshipID(step)).rawValue
      if node == source, hop.direction != .incoming {
        node = target
      } else if node == target, hop.direction != .outgoing {
        node = source
      } else {
        return nil
      }
    }
    return node
  }
}
