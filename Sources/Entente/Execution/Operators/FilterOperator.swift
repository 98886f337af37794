import EntenteSyntax

/// Gives the rows in which every predicate is true, tried in order.
final class FilterOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let predicates: [BoundExpression]
  private let context: ExecutionContext
  private let evaluator: Evaluator

  init(_ input: any PhysicalOperator, _ predicates: [BoundExpression], context: ExecutionContext) {
    self.input = input
    self.predicates = predicates
    self.context = context
    evaluator = Evaluator(context)
    layout = input.layout
  }

  func open(_ argument: RowBatch) { input.open(argument) }

  func next() throws(QueryError) -> RowBatch? {
    while var batch = try input.next() {
      try context.monitor.check()
      for predicate in predicates {
        let rows = try evaluator.select(predicate, from: batch)
        if rows.count < batch.count { batch = batch.gather(rows) }
        if batch.count == 0 { break }
      }
      if batch.count > 0 { return batch }
    }
    return nil
  }
}
