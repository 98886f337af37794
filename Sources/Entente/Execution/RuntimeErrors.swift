import EntenteSyntax

/// The errors of expressions at run time and of limits, in alphabetical order.
extension QueryError {
  private static func type(_ detail: String, _ diagnostic: Diagnostic) -> QueryError {
    QueryError(.typeError, .runtime, detail, diagnostic)
  }

  static func badPattern(_ pattern: Text, _ reason: String, at range: SourceRange) -> QueryError {
    QueryError(
      .argumentError, .runtime, "InvalidRegularExpression",
      Diagnostic(.error, code: "2201B", "`=~` cannot read the pattern '\(pattern)': \(reason)", at: range))
  }

  static func cancelled() -> QueryError {
    QueryError(.limitReached, .runtime, "Cancelled", Diagnostic(.error, code: "57014", "the query was cancelled"))
  }

  static func cannotCompute(
    _ operation: Expression.ArithmeticOperator, _ left: Value, _ right: Value, at range: SourceRange
  ) -> QueryError {
    let operands =
      switch operation {
      case .add: "two numbers, two strings, or a list"
      case .concatenate: "two strings or two lists"
      case .subtract, .multiply, .divide, .modulo, .power: "two numbers"
      }
    return type(
      "InvalidArgumentType",
      Diagnostic(
        .error, code: "22NB1",
        "`\(operation.rawValue)` takes \(operands), found \(left.kindName) and \(right.kindName)", at: range
      ))
  }

  static func divisionByZero(at range: SourceRange) -> QueryError {
    QueryError(
      .argumentError, .runtime, "DivisionByZero",
      Diagnostic(
        .error, code: "22012", "division by zero", at: range,
        help: ["write `x / CASE y WHEN 0 THEN null ELSE y END` to get null in its place"]))
  }

  static func integerOverflow(
    _ operation: Expression.ArithmeticOperator, _ left: Int64, _ right: Int64, at range: SourceRange
  ) -> QueryError {
    QueryError(
      .argumentError, .runtime, "NumberOutOfRange",
      Diagnostic(
        .error, code: "22003", "\(left) \(operation.rawValue) \(right) does not fit into a 64-bit integer", at: range,
        help: ["compute with floats: `toFloat(x) \(operation.rawValue) y`"]))
  }

  static func listIndexNotInteger(_ index: Value, at range: SourceRange) -> QueryError {
    type(
      "ListElementAccessByNonInteger",
      Diagnostic(.error, code: "22NB1", "a list is indexed by an integer, found \(index.kindName)", at: range))
  }

  static func mapKeyNotString(_ key: Value, at range: SourceRange) -> QueryError {
    type(
      "MapElementAccessByNonString",
      Diagnostic(.error, code: "22NB1", "a map is indexed by a string, found \(key.kindName)", at: range))
  }

  static func nestsTooDeep(at range: SourceRange? = nil) -> QueryError {
    QueryError(
      .limitReached, .runtime, "NestingLimit",
      Diagnostic(
        .error, code: "54001", "lists and maps nest more than \(Value.nestingLimit) deep in a value", at: range,
        help: ["keep the parts side by side in one list, as in `x + [y]`, not one inside the other"]))
  }

  static func noProperties(_ value: Value, key: Text, at range: SourceRange) -> QueryError {
    type(
      "InvalidArgumentType",
      Diagnostic(
        .error, code: "22NB1", "\(value.kindName) has no property `\(key)`", at: range,
        notes: ["nodes, relationships and maps have properties"]))
  }

  static func noThread(stackSize: Int) -> QueryError {
    QueryError(
      .limitReached, .runtime, "ThreadLimit",
      Diagnostic(
        .error, code: "53000", "the system gives no thread with a stack of \(stackSize >> 20) MB to run the query",
        help: ["raise the limit of threads or of address space of this process (`ulimit -u`, `ulimit -v`)"]))
  }

  static func notANumber(_ function: String, _ text: Text, at range: SourceRange) -> QueryError {
    type(
      "InvalidArgumentValue", Diagnostic(.error, code: "22NB1", "`\(function)` cannot read '\(text)'", at: range))
  }

  static func notSubscriptable(_ value: Value, at range: SourceRange) -> QueryError {
    type(
      "InvalidArgumentType",
      Diagnostic(
        .error, code: "22NB1", "\(value.kindName) has no elements", at: range,
        notes: ["lists are indexed by an integer; maps, nodes and relationships by a string"]))
  }

  static func numberOutOfRange(_ message: String, at range: SourceRange) -> QueryError {
    QueryError(.argumentError, .runtime, "NumberOutOfRange", Diagnostic(.error, code: "22003", message, at: range))
  }

  static func outOfMemory(_ limit: Int) -> QueryError {
    QueryError(
      .limitReached, .runtime, "MemoryLimit",
      Diagnostic(
        .error, code: "53200", "the query needs more memory than its limit of \(LimitWords.size(limit))",
        help: ["ask for less with WHERE or LIMIT, or raise the limit with `--memory`"]))
  }

  static func outOfTime(_ limit: Duration) -> QueryError {
    QueryError(
      .limitReached, .runtime, "TimeLimit",
      Diagnostic(
        .error, code: "57014", "the query took longer than its limit of \(LimitWords.time(limit))",
        help: ["bound patterns such as `*` by a maximum, start from fewer nodes, or raise the limit with `--timeout`"]))
  }

  static func rangeArgument(_ value: Value, at range: SourceRange) -> QueryError {
    let isFloat = if case .float = value { true } else { false }
    return QueryError(
      .argumentError, .runtime, "InvalidArgumentType",
      Diagnostic(
        .error, code: "22NB1", "`range` takes integers, found \(value.kindName)", at: range,
        help: isFloat ? ["a float becomes an integer by `toInteger(x)`; `^` and `1e9` are floats"] : []))
  }

  static func rangeStepZero(at range: SourceRange) -> QueryError {
    numberOutOfRange("the step of `range` cannot be 0", at: range)
  }

  static func unknownRoundingMode(_ mode: Text, at range: SourceRange) -> QueryError {
    QueryError(
      .argumentError, .runtime, "InvalidArgumentValue",
      Diagnostic(
        .error, code: "22N04", "no mode of `round` is named '\(mode)'", at: range,
        notes: ["the modes: UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN"]))
  }

  /// A value that a function or operator does not take.
  static func wrongArgument(_ function: String, expected: String, _ value: Value, at range: SourceRange) -> QueryError {
    type(
      "InvalidArgumentValue",
      Diagnostic(.error, code: "22NB1", "`\(function)` takes \(expected), found \(value.kindName)", at: range))
  }

  static func wrongType(_ expected: String, _ value: Value, at range: SourceRange) -> QueryError {
    type(
      "InvalidArgumentType",
      Diagnostic(
        .error, code: "22NB1", "expected \(expected), found \(value.kindName)", at: range,
        label: "this is \(value.kindName)"))
  }
}
