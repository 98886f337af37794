import EntenteSyntax

/// Evaluates expressions with openCypher's exact semantics, row by row: the oracle for the typed kernels.
///
/// One group of expressions a file: `+Logic`, `+Arithmetic`, `+Containers`, `+Comprehensions`, `+Elements`. Each group
/// is a function of its own, so that nested expressions need little stack.
final class Evaluator {
  let context: ExecutionContext
  /// The variables of comprehensions, quantifiers and `reduce`, by variable id.
  private var locals: [Int: Value] = [:]
  /// The pattern that `=~` read last.
  var lastPattern: (text: Text, expression: RegularExpression)?

  init(_ context: ExecutionContext) {
    self.context = context
  }

  /// A row of a batch.
  struct Row {
    let batch: RowBatch
    let index: Int
  }

  /// The value of an expression in one row.
  func evaluate(_ expression: BoundExpression, in batch: RowBatch, row: Int) throws(QueryError) -> Value {
    try value(expression, Row(batch: batch, index: row))
  }

  /// The values of an expression over a batch: by a typed kernel where one fits, else row by row.
  func evaluate(_ expression: BoundExpression, over batch: RowBatch) throws(QueryError) -> Column {
    if context.usesKernels, let column = try kernel(expression, over: batch) { return column }
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(batch.count)
    for row in 0..<batch.count { values.append(try value(expression, Row(batch: batch, index: row))) }
    return .values(values)
  }

  /// The rows in which a predicate is true.
  func select(_ predicate: BoundExpression, from batch: RowBatch) throws(QueryError) -> ContiguousArray<Int32> {
    var rows: ContiguousArray<Int32> = []
    if context.usesKernels, case .booleans(let truths)? = try kernel(predicate, over: batch) {
      for row in truths.indices where truths[row] == 1 { rows.append(Int32(truncatingIfNeeded: row)) }
      return rows
    }
    for row in 0..<batch.count {
      let value = try value(predicate, Row(batch: batch, index: row))
      switch value {
      case .boolean(true): rows.append(Int32(truncatingIfNeeded: row))
      case .boolean(false), .null: continue
      case .integer, .float, .string, .temporal, .list, .map, .node, .relationship, .path:
        throw .wrongType("a boolean", value, at: predicate.range)
      }
    }
    return rows
  }

  /// The value of an expression in one row.
  func value(_ expression: BoundExpression, _ row: Row) throws(QueryError) -> Value {
    switch expression.node {
    case .literal(let value): return value
    case .parameter(let name): return context.parameters[name] ?? .null
    case .variable(let variable): return value(of: variable, row)
    case .or(let operands): return try or(operands, row)
    case .xor(let operands): return try xor(operands, row)
    case .and(let operands): return try and(operands, row)
    case .not(let operand): return try not(operand, row)
    case .comparison(let first, let steps): return try comparison(first, steps, row)
    case .in(let element, let list): return try isIn(element, list, row)
    case .stringPredicate(let kind, let left, let right): return try stringPredicate(kind, left, right, row)
    case .isNull(let operand, let negated): return .boolean(try value(operand, row).isNull != negated)
    case .arithmetic(let first, let steps): return try arithmetic(first, steps, row)
    case .negate(let operand): return try negate(operand, row)
    case .plus(let operand): return try plus(operand, row)
    case .list(let items): return try list(items, row)
    case .map(let entries): return try map(entries, row)
    case .subscript(let base, let index): return try subscripted(base, index, row)
    case .slice(let base, let from, let to): return try slice(base, from: from, to: to, row)
    case .property(let base, let key): return try property(base, key: key, row, at: expression.range)
    case .hasLabels(let base, let labels): return try hasLabels(base, labels, row)
    case .mapProjection(let base, let entries): return try mapProjection(base, entries, row)
    case .path(let elements): return path(elements, row)
    case .call(let function, let arguments): return try call(function, arguments, row, at: expression.range)
    case .caseExpression(let operand, let branches, let otherwise):
      return try caseExpression(operand, branches, else: otherwise, row)
    case .listComprehension(let variable, let list, let predicate, let projection):
      return try listComprehension(variable, in: list, where: predicate, projection, row)
    case .quantifier(let quantifier, let variable, let list, let predicate):
      return try quantify(quantifier, variable, in: list, where: predicate, row)
    case .reduce(let accumulator, let initial, let variable, let list, let body):
      return try reduce(accumulator, initial: initial, variable, in: list, body, row)
    case .exists(let subquery): return .boolean(try !run(subquery, limit: 1, row).isEmpty)
    case .count(let subquery): return .integer(Int64(try run(subquery, limit: nil, row).count))
    case .collect(let subquery): return .list(try run(subquery, limit: nil, row))
    }
  }

  /// The value of a variable: of a comprehension, else of the row.
  func value(of variable: Variable, _ row: Row) -> Value {
    if let slot = row.batch.layout.slot(of: variable) { return row.batch.columns[slot][row.index] }
    return locals[variable.id] ?? .null
  }

  /// Gives a variable of a comprehension its value.
  func bind(_ variable: Variable, to value: Value) { locals[variable.id] = value }

  private func run(_ subquery: BoundSubquery, limit: Int?, _ row: Row) throws(QueryError) -> ContiguousArray<Value> {
    guard let subqueries = context.subqueries else { return [] }
    return try subqueries.run(subquery, limit: limit) { value(of: $0, row) }
  }
}
