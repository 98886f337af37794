import EntenteSyntax

/// Gives each row with what a writing clause made for it.
///
/// All rows are taken in before the first is given, so that the clause's reads do not see its writes and later
/// clauses (LIMIT among them) do not cut them; then the snapshot that holds the writes takes the place of the old.
final class UpdateOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let update: any RowUpdate
  private let introduced: [Variable]
  private let context: ExecutionContext
  private var output: ArraySlice<RowBatch>?

  init(_ input: any PhysicalOperator, _ update: BoundUpdate, context: ExecutionContext) {
    self.input = input
    self.context = context
    self.update = update.prepared(for: Evaluator(context))
    introduced = update.introduced
    layout = RowLayout(input.layout.variables.adding(introduced))
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    output = nil
  }

  func next() throws(QueryError) -> RowBatch? {
    if output == nil { output = try updated()[...] }
    return output?.popFirst()
  }

  private func updated() throws(QueryError) -> [RowBatch] {
    guard let transaction = context.transaction else { throw .writeWithoutTransaction() }
    var rows: [RowBatch] = []
    while let batch = try input.next() {
      try context.monitor.reserve(bytes: batch.estimatedBytes)
      rows.append(batch)
    }
    var batches: [RowBatch] = []
    for batch in rows { batches.append(try apply(to: batch, transaction)) }
    return context.materialize(carrying: batches.filter { $0.count > 0 })
  }

  private func apply(to batch: RowBatch, _ transaction: GraphTransaction) throws(QueryError) -> RowBatch {
    let row = introduced.isEmpty ? 0 : introduced.count
    var rows: ContiguousArray<Int32> = []
    var columns = introduced.map { ColumnCollector($0.kind) }
    for index in 0..<batch.count {
      if index % 256 == 0 { try context.monitor.check() }
      context.monitor.note(work: 1)
      let results = try update.apply(batch, row: index)
      guard row > 0 else { continue }
      for values in results {
        rows.append(Int32(truncatingIfNeeded: index))
        for (place, value) in values.enumerated() { columns[place].append(value) }
      }
    }
    guard row > 0 else { return batch }
    try context.monitor.reserve(bytes: rows.count * (batch.columns.count + row) * 8)
    return batch.gather(rows).appending(columns.map(\.column), layout: layout)
  }
}

/// Collects the values of a new variable into a column.
private struct ColumnCollector {
  private let kind: ValueKind
  private var ids: ContiguousArray<UInt32> = []
  private var values: ContiguousArray<Value> = []

  init(_ kind: ValueKind) { self.kind = kind }

  mutating func append(_ value: Value) {
    switch (kind, value) {
    case (.node, .node(let node)): ids.append(node.rawValue)
    case (.relationship, .relationship(let relationship)): ids.append(relationship.rawValue)
    default: values.append(value)
    }
  }

  var column: Column {
    switch kind {
    case .node: .nodes(ids)
    case .relationship: .relationships(ids)
    default: .values(values)
    }
  }
}
