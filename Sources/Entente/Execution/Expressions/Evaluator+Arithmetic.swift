import EntenteSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Arithmetic and concatenation. Integer results that do not fit raise an error; they never wrap.
extension Evaluator {
  func arithmetic(
    _ first: BoundExpression, _ steps: [(`operator`: Expression.ArithmeticOperator, operand: BoundExpression)],
    _ row: Row
  ) throws(QueryError) -> Value {
    var result = try value(first, row)
    var range = first.range
    for step in steps {
      let right = try value(step.operand, row)
      range = range.union(step.operand.range)
      result = try apply(step.operator, result, right, at: range)
    }
    return result
  }

  func apply(
    _ operation: Expression.ArithmeticOperator, _ left: Value, _ right: Value, at range: SourceRange
  ) throws(QueryError) -> Value {
    if left.isNull || right.isNull { return .null }
    switch (left, right) {
    case (.integer(let left), .integer(let right)): return try integers(operation, left, right, at: range)
    case (.integer(let left), .float(let right)):
      return try floats(operation, Double(left), right, at: range)
    case (.float(let left), .integer(let right)): return try floats(operation, left, Double(right), at: range)
    case (.float(let left), .float(let right)): return try floats(operation, left, right, at: range)
    case (.temporal, .temporal), (.temporal, .integer), (.temporal, .float), (.integer, .temporal), (.float, .temporal):
      return try temporals(operation, left, right, at: range)
    default:
      guard operation == .add || operation == .concatenate else {
        throw .cannotCompute(operation, left, right, at: range)
      }
      return try concatenate(operation, left, right, at: range)
    }
  }

  private func integers(
    _ operation: Expression.ArithmeticOperator, _ left: Int64, _ right: Int64, at range: SourceRange
  ) throws(QueryError) -> Value {
    let result: (partialValue: Int64, overflow: Bool)
    switch operation {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide:
      if right == 0 { throw .divisionByZero(at: range) }
      result = left.dividedReportingOverflow(by: right)
    case .modulo:
      if right == 0 { throw .divisionByZero(at: range) }
      // The least integer is divisible by -1, though the quotient does not fit.
      result = right == -1 ? (0, false) : (left % right, false)
    case .power: return .float(pow(Double(left), Double(right)))
    case .concatenate: throw .cannotCompute(operation, .integer(left), .integer(right), at: range)
    }
    if result.overflow { throw .integerOverflow(operation, left, right, at: range) }
    return .integer(result.partialValue)
  }

  private func floats(
    _ operation: Expression.ArithmeticOperator, _ left: Double, _ right: Double, at range: SourceRange
  ) throws(QueryError) -> Value {
    switch operation {
    case .add: return .float(left + right)
    case .subtract: return .float(left - right)
    case .multiply: return .float(left * right)
    case .divide: return .float(left / right)
    case .modulo: return .float(fmod(left, right))
    case .power: return .float(pow(left, right))
    case .concatenate: throw .cannotCompute(operation, .float(left), .float(right), at: range)
    }
  }

  private func concatenate(
    _ operation: Expression.ArithmeticOperator, _ left: Value, _ right: Value, at range: SourceRange
  ) throws(QueryError) -> Value {
    switch (left, right) {
    case (.list(let left), .list(let right)):
      try context.monitor.charge(elements: left.count + right.count)
      return .list(left + right)
    case (.list(let items), let item) where operation == .add:
      try context.monitor.charge(elements: items.count + 1)
      return .list(items + [item])
    case (let item, .list(let items)) where operation == .add:
      try context.monitor.charge(elements: items.count + 1)
      return .list([item] + items)
    case (.string(let left), .string(let right)):
      try context.monitor.charge(bytes: left.utf8.count + right.utf8.count)
      return .string(Text(utf8: left.utf8 + right.utf8))
    case (.string(let text), .integer), (.string(let text), .float), (.string(let text), .boolean),
      (.string(let text), .temporal):
      guard operation == .add else { break }
      return .string(Text(utf8: text.utf8 + Text(right.plainText).utf8))
    case (.integer, .string(let text)), (.float, .string(let text)), (.boolean, .string(let text)),
      (.temporal, .string(let text)):
      guard operation == .add else { break }
      return .string(Text(utf8: Text(left.plainText).utf8 + text.utf8))
    default: break
    }
    throw .cannotCompute(operation, left, right, at: range)
  }

  func negate(_ operand: BoundExpression, _ row: Row) throws(QueryError) -> Value {
    let value = try value(operand, row)
    switch value {
    case .null: return .null
    case .integer(let number):
      let (negated, overflow) = Int64(0).subtractingReportingOverflow(number)
      if overflow { throw .numberOutOfRange("-(\(number)) does not fit into a 64-bit integer", at: operand.range) }
      return .integer(negated)
    case .float(let number): return .float(-number)
    case .boolean, .string, .temporal, .list, .map, .node, .relationship, .path:
      throw .wrongType("a number", value, at: operand.range)
    }
  }

  func plus(_ operand: BoundExpression, _ row: Row) throws(QueryError) -> Value {
    let value = try value(operand, row)
    switch value {
    case .null, .integer, .float: return value
    case .boolean, .string, .temporal, .list, .map, .node, .relationship, .path:
      throw .wrongType("a number", value, at: operand.range)
    }
  }
}
