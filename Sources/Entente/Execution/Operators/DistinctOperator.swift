import EntenteSyntax

/// Gives the first of the rows that are equivalent in some variables.
final class DistinctOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let variables: [Variable]
  private let context: ExecutionContext
  private var seen: Set<EquivalenceKey> = []
  private var reserved = 0

  init(_ input: any PhysicalOperator, _ variables: [Variable], context: ExecutionContext) {
    self.input = input
    self.variables = variables
    self.context = context
    layout = input.layout
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    seen = []
    context.monitor.release(bytes: reserved)
    reserved = 0
  }

  func next() throws(QueryError) -> RowBatch? {
    while let batch = try input.next() {
      try context.monitor.check()
      let columns = variables.compactMap { batch.column(of: $0) }
      var rows: ContiguousArray<Int32> = []
      for row in 0..<batch.count where seen.insert(.row(row, of: columns)).inserted {
        rows.append(Int32(truncatingIfNeeded: row))
      }
      guard !rows.isEmpty else { continue }
      let distinct = rows.count == batch.count ? batch : batch.gather(rows)
      let bytes = rows.count * (48 + 32 * columns.count) + distinct.heapBytes
      try context.monitor.reserve(bytes: bytes)
      reserved += bytes
      return distinct
    }
    return nil
  }
}

extension EquivalenceKey {
  /// A key of several columns in one row.
  static func row(_ row: Int, of columns: [Column]) -> EquivalenceKey {
    if columns.count == 1 { return EquivalenceKey(columns[0][row]) }
    return EquivalenceKey(.list(ContiguousArray(columns.map { $0[row] })))
  }
}
