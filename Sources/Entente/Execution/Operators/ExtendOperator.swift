import EntenteSyntax

/// Gives the input with more columns, each computed from those of the input.
final class ExtendOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let items: [BoundProjection.Item]
  private let context: ExecutionContext
  private let evaluator: Evaluator

  init(_ input: any PhysicalOperator, _ items: [BoundProjection.Item], context: ExecutionContext) {
    self.input = input
    self.items = items
    self.context = context
    evaluator = Evaluator(context)
    layout = RowLayout(input.layout.variables + items.map(\.variable))
  }

  func open(_ argument: RowBatch) { input.open(argument) }

  func next() throws(QueryError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    try context.monitor.check()
    var columns: [Column] = []
    for item in items { columns.append(try evaluator.evaluate(item.expression, over: batch)) }
    return batch.appending(columns, layout: layout)
  }
}
