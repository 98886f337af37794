import EntenteSyntax

/// Leaves out the first rows.
final class SkipOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let count: BoundExpression
  private let evaluator: Evaluator
  private var remaining: Int?

  init(_ input: any PhysicalOperator, _ count: BoundExpression, context: ExecutionContext) {
    self.input = input
    self.count = count
    evaluator = Evaluator(context)
    layout = input.layout
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    remaining = nil
  }

  func next() throws(QueryError) -> RowBatch? {
    var left = 0
    if let remaining { left = remaining } else { left = try evaluator.rowCount(count, "SKIP") }
    defer { remaining = left }
    while let batch = try input.next() {
      if left == 0 { return batch }
      let dropped = min(left, batch.count)
      left -= dropped
      if dropped < batch.count { return batch.slice(dropped..<batch.count) }
    }
    return nil
  }
}

/// Gives only the first rows.
///
/// A writing clause below takes all rows in before it gives one, so its writes are not cut.
final class LimitOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let count: BoundExpression
  private let drains: Bool
  private let evaluator: Evaluator
  private var remaining: Int?

  /// - Parameter drains: whether the input writes, so that it must run even where no row is wanted.
  init(_ input: any PhysicalOperator, _ count: BoundExpression, drains: Bool, context: ExecutionContext) {
    self.input = input
    self.count = count
    self.drains = drains
    evaluator = Evaluator(context)
    layout = input.layout
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    remaining = nil
  }

  func next() throws(QueryError) -> RowBatch? {
    var left = 0
    if let remaining { left = remaining } else { left = try evaluator.rowCount(count, "LIMIT") }
    remaining = left
    if left == 0 {
      if drains { while try input.next() != nil {} }
      return nil
    }
    guard let batch = try input.next() else { return nil }
    remaining = left - min(left, batch.count)
    return batch.count <= left ? batch : batch.slice(0..<left)
  }
}

extension Evaluator {
  /// The number of rows that SKIP or LIMIT says.
  func rowCount(_ expression: BoundExpression, _ clause: String) throws(QueryError) -> Int {
    switch try evaluate(expression, in: .unit, row: 0) {
    case .integer(let count) where count >= 0: return Int(count)
    case .integer(let count): throw .negativeRowCount(clause, count, at: expression.range)
    case let value: throw .rowCountNotInteger(clause, value, at: expression.range)
    }
  }
}
