import EntenteSyntax

/// A call of a scalar function: arguments first, then the function's group.
///
/// A function gives null for a null argument, `coalesce`, `nullIf` and the functions without arguments excepted.
extension Evaluator {
  func call(
    _ function: Function, _ arguments: [BoundExpression], _ row: Row, at range: SourceRange
  ) throws(QueryError) -> Value {
    if function == .coalesce { return try coalesce(arguments, row) }
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(try value(argument, row)) }
    let call = FunctionCall(function: function, arguments: values, place: range, context: context)
    switch function {
    case .nullIf: return Value.equals(values[0], values[1]) == true ? .null : values[0]
    case .range: return try call.range()
    default: break
    }
    if values.contains(where: \.isNull) { return .null }
    if let temporal = function.temporal { return try call.temporal(temporal) }
    switch function {
    case .abs, .ceil, .floor, .round, .sign, .sqrt, .exp, .log, .log10, .e, .pi, .rand, .sin, .cos, .tan, .cot,
      .asin, .acos, .atan, .atan2, .degrees, .radians, .haversin, .isNaN:
      return try call.mathematical()
    case .toInteger, .toFloat, .toBoolean, .toString, .toIntegerOrNull, .toFloatOrNull, .toBooleanOrNull,
      .toStringOrNull, .toIntegerList, .toFloatList, .toBooleanList, .toStringList:
      return try call.conversion()
    case .toUpper, .toLower, .upper, .lower, .trim, .ltrim, .rtrim, .replace, .substring, .left, .right, .split,
      .characterLength, .charLength:
      return try call.string()
    case .head, .last, .tail, .size, .reverse, .isEmpty: return try call.list()
    case .keys, .labels, .type, .id, .elementID, .properties, .nodes, .relationships, .length, .startNode, .endNode:
      return try call.element()
    case .holds, .overlaps, .during: return try call.interval()
    case .randomUUID: return .string(call.randomUUID())
    case .timestamp: return .integer(call.timestamp())
    // Done above.
    default: return .null
    }
  }

  private func coalesce(_ arguments: [BoundExpression], _ row: Row) throws(QueryError) -> Value {
    for argument in arguments {
      let value = try value(argument, row)
      if !value.isNull { return value }
    }
    return .null
  }
}

/// One call of a function with its values.
struct FunctionCall {
  let function: Function
  let arguments: [Value]
  let place: SourceRange
  let context: ExecutionContext

  func wrongArgument(_ expected: String, _ value: Value) -> QueryError {
    .wrongArgument(function.name, expected: expected, value, at: place)
  }

  /// An argument that must be a number, as a float.
  func number(_ index: Int = 0) throws(QueryError) -> Double {
    switch arguments[index] {
    case .integer(let value): return Double(value)
    case .float(let value): return value
    case let value: throw wrongArgument("a number", value)
    }
  }

  func integer(_ index: Int) throws(QueryError) -> Int64 {
    guard case .integer(let value) = arguments[index] else { throw wrongArgument("an integer", arguments[index]) }
    return value
  }

  func text(_ index: Int = 0) throws(QueryError) -> Text {
    guard case .string(let text) = arguments[index] else { throw wrongArgument("a string", arguments[index]) }
    return text
  }
}
