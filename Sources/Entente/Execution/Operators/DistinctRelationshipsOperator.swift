import EntenteSyntax

/// Gives the rows in which the two relationships, or lists of them, of each pair have none in common.
final class DistinctRelationshipsOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let pairs: [LogicalPlan.RelationshipPair]
  private let context: ExecutionContext

  init(_ input: any PhysicalOperator, _ pairs: [LogicalPlan.RelationshipPair], context: ExecutionContext) {
    self.input = input
    self.pairs = pairs
    self.context = context
    layout = input.layout
  }

  func open(_ argument: RowBatch) { input.open(argument) }

  func next() throws(QueryError) -> RowBatch? {
    while let batch = try input.next() {
      try context.monitor.check()
      let columns = pairs.compactMap { pair -> (Column, Column)? in
        guard let first = batch.column(of: pair.first), let second = batch.column(of: pair.second) else { return nil }
        return (first, second)
      }
      let rows = ContiguousArray(
        (0..<Int32(truncatingIfNeeded: batch.count)).filter { row in
          columns.allSatisfy { first, second in
            first.relationshipIDs(Int(row)).allSatisfy { !second.holds(relationship: $0, row: Int(row)) }
          }
        })
      if !rows.isEmpty { return rows.count == batch.count ? batch : batch.gather(rows) }
    }
    return nil
  }
}

extension Column {
  /// The raw ids of the relationship, or of the list of relationships, in a row.
  func relationshipIDs(_ row: Int) -> [UInt32] {
    if case .list(let items) = self[row] {
      return items.compactMap { if case .relationship(let id) = $0 { id.rawValue } else { nil } }
    }
    let id = relationshipID(row)
    return id == Self.nullID ? [] : [id]
  }
}
