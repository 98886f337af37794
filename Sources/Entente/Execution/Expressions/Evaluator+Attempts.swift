import EntenteSyntax

/// Values that are computed before the query as written would compute them.
extension Evaluator {
  /// The values of an expression over a batch; nil in rows where it raises an error, those of limits excepted.
  func attempt(_ expression: BoundExpression, over batch: RowBatch) throws(QueryError) -> ContiguousArray<Value?> {
    var values: ContiguousArray<Value?> = []
    values.reserveCapacity(batch.count)
    guard expression.canFail else {
      let column = try evaluate(expression, over: batch)
      for row in 0..<batch.count { values.append(column[row]) }
      return values
    }
    for row in 0..<batch.count {
      do throws(QueryError) {
        values.append(try evaluate(expression, in: batch, row: row))
      } catch {
        guard error.kind != .limitReached else { throw error }
        values.append(nil)
      }
    }
    return values
  }
}
