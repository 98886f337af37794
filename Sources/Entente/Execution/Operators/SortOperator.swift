import EntenteSyntax

/// Gives all rows in order, or only the first of the order; rows that tie keep the order in which they came.
final class SortOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let keys: [BoundProjection.SortKey]
  /// How many rows are wanted; nil for all.
  private let bound: (skip: BoundExpression?, count: BoundExpression)?
  private let context: ExecutionContext
  private let evaluator: Evaluator
  private var output: ArraySlice<RowBatch>?
  private var reserved = 0

  init(
    _ input: any PhysicalOperator, _ keys: [BoundProjection.SortKey],
    bound: (skip: BoundExpression?, count: BoundExpression)?, context: ExecutionContext
  ) {
    self.input = input
    self.keys = keys
    self.bound = bound
    self.context = context
    evaluator = Evaluator(context)
    layout = input.layout
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    output = nil
    context.monitor.release(bytes: reserved)
    reserved = 0
  }

  func next() throws(QueryError) -> RowBatch? {
    if output == nil { output = try sorted() }
    return output?.popFirst()
  }

  /// A row held while sorting.
  private struct Row {
    let keys: ContiguousArray<Value>
    let values: ContiguousArray<Value>
    /// Place in the input: the last key.
    let number: Int
  }

  private func sorted() throws(QueryError) -> ArraySlice<RowBatch> {
    var wanted = Int.max
    if let bound {
      let skip = try bound.skip.map { expression throws(QueryError) in try evaluator.rowCount(expression, "SKIP") } ?? 0
      let count = try evaluator.rowCount(bound.count, "LIMIT")
      wanted = skip.addingReportingOverflow(count).overflow ? Int.max : skip + count
    }
    var rows: [Row] = []
    var number = 0
    while let batch = try input.next() {
      try context.monitor.check()
      let bytes = batch.count * 48 * (keys.count + batch.columns.count + 1) + batch.heapBytes
      try context.monitor.reserve(bytes: bytes)
      reserved += bytes
      var keyColumns: [Column] = []
      for key in keys { keyColumns.append(try evaluator.evaluate(key.expression, over: batch)) }
      for row in 0..<batch.count {
        rows.append(
          Row(
            keys: ContiguousArray(keyColumns.map { $0[row] }), values: ContiguousArray(batch.columns.map { $0[row] }),
            number: number))
        number += 1
      }
      // Twice as many as wanted are kept before the rest is dropped: O(log wanted) a row.
      if wanted < Int.max / 4, rows.count > max(2 * wanted, RowBatch.preferredCount) {
        rows.sort(by: precedes)
        rows.removeLast(rows.count - wanted)
        context.monitor.release(bytes: reserved)
        reserved = rows.count * 48 * (keys.count + layout.variables.count + 1)
        try context.monitor.reserve(bytes: reserved)
      }
    }
    rows.sort(by: precedes)
    if rows.count > wanted { rows.removeLast(rows.count - wanted) }
    return batches(rows)
  }

  private func precedes(_ left: Row, _ right: Row) -> Bool {
    for (index, key) in keys.enumerated() {
      switch Value.order(left.keys[index], right.keys[index]) {
      case .ascending: return key.ascending
      case .descending: return !key.ascending
      case .same: continue
      }
    }
    return left.number < right.number
  }

  private func batches(_ rows: [Row]) -> ArraySlice<RowBatch> {
    stride(from: 0, to: rows.count, by: RowBatch.preferredCount).map { start in
      let part = rows[start..<min(start + RowBatch.preferredCount, rows.count)]
      let columns = layout.variables.indices.map { slot in
        Column.values(ContiguousArray(part.map { $0.values[slot] }))
      }
      return RowBatch(layout: layout, columns: columns, count: part.count)
    }[...]
  }
}
