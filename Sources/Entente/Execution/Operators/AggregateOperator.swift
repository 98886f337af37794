import EntenteSyntax

/// Gives one row a group: the keys and the aggregates; groups in the order in which they were first seen.
final class AggregateOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let aggregation: BoundProjection.Aggregation
  private let context: ExecutionContext
  private let evaluator: Evaluator
  private var output: ArraySlice<RowBatch>?
  private var reserved = 0

  init(_ input: any PhysicalOperator, _ aggregation: BoundProjection.Aggregation, context: ExecutionContext) {
    self.input = input
    self.aggregation = aggregation
    self.context = context
    evaluator = Evaluator(context)
    layout = RowLayout(aggregation.keys.map(\.variable) + aggregation.aggregates.map(\.variable))
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    output = nil
    context.monitor.release(bytes: reserved)
    reserved = 0
  }

  func next() throws(QueryError) -> RowBatch? {
    if output == nil { output = try aggregated() }
    return output?.popFirst()
  }

  private struct Group {
    let keys: ContiguousArray<Value>
    var accumulators: [Accumulator]
  }

  private func newGroup(_ keys: ContiguousArray<Value>) throws(QueryError) -> Group {
    let bytes = 128 + 96 * aggregation.aggregates.count + keys.reduce(0) { $0 + 32 + $1.heapBytes }
    try context.monitor.reserve(bytes: bytes)
    reserved += bytes
    let accumulators = aggregation.aggregates.map { aggregate in
      Accumulator(aggregate.function, distinct: aggregate.distinct, at: aggregate.range, monitor: context.monitor)
    }
    return Group(keys: keys, accumulators: accumulators)
  }

  private func aggregated() throws(QueryError) -> ArraySlice<RowBatch> {
    var groups: [Group] = []
    var index: [EquivalenceKey: Int] = [:]
    if aggregation.keys.isEmpty { groups.append(try newGroup([])) }
    while let batch = try input.next() {
      try context.monitor.check()
      var keyColumns: [Column] = []
      for key in aggregation.keys { keyColumns.append(try evaluator.evaluate(key.expression, over: batch)) }
      var arguments: [[Column]] = []
      for aggregate in aggregation.aggregates {
        var columns: [Column] = []
        for argument in aggregate.arguments { columns.append(try evaluator.evaluate(argument, over: batch)) }
        arguments.append(columns)
      }
      for row in 0..<batch.count {
        var group = 0
        if !keyColumns.isEmpty {
          let key = EquivalenceKey.row(row, of: keyColumns)
          if let known = index[key] {
            group = known
          } else {
            group = groups.count
            index[key] = group
            groups.append(try newGroup(ContiguousArray(keyColumns.map { $0[row] })))
          }
        }
        for (number, columns) in arguments.enumerated() {
          switch columns.count {
          case 0: try groups[group].accumulators[number].addRow()
          case 1: try groups[group].accumulators[number].add(columns[0][row])
          default: try groups[group].accumulators[number].add(columns[0][row], parameter: columns[1][row])
          }
        }
      }
    }
    return try batches(groups)
  }

  private func batches(_ groups: [Group]) throws(QueryError) -> ArraySlice<RowBatch> {
    var batches: [RowBatch] = []
    for start in stride(from: 0, to: groups.count, by: RowBatch.preferredCount) {
      let part = groups[start..<min(start + RowBatch.preferredCount, groups.count)]
      var columns = [ContiguousArray<Value>](repeating: [], count: layout.variables.count)
      for group in part {
        for (slot, key) in group.keys.enumerated() { columns[slot].append(key) }
        for (number, accumulator) in group.accumulators.enumerated() {
          columns[group.keys.count + number].append(try accumulator.result())
        }
      }
      batches.append(RowBatch(layout: layout, columns: columns.map(Column.values), count: part.count))
    }
    return batches[...]
  }
}
