import EntenteSyntax

/// Evaluates expressions with openCypher's exact semantics, row by row: the oracle for the typed kernels.
final class Evaluator {
  let context: ExecutionContext
  /// The variables of comprehensions, quantifiers and `reduce`, by variable id.
  private var locals: ContiguousArray<Value> = []

  init(_ context: ExecutionContext) {
    self.context = context
  }

  /// The value of an expression in one row.
  func evaluate(_ expression: BoundExpression, in batch: RowBatch, row: Int) throws(QueryError) -> Value { .null }

  /// The values of an expression over a batch: by a typed kernel where one fits, else row by row.
  func evaluate(_ expression: BoundExpression, over batch: RowBatch) throws(QueryError) -> Column {
    .constant(.null, count: batch.count)
  }

  /// The rows in which a predicate is true.
  func select(_ predicate: BoundExpression, from batch: RowBatch) throws(QueryError) -> ContiguousArray<Int32> { [] }
}
