import EntenteSyntax

/// The errors that operators raise, in alphabetical order.
extension QueryError {
  static func missingEnd(of type: Text, source: Bool) -> QueryError {
    QueryError(
      .semanticError, .runtime, "MissingNode",
      Diagnostic(
        .error, code: "22N31",
        "a relationship of type `\(type)` cannot be created: its \(source ? "start" : "end") node is null",
        help: ["leave such rows out before CREATE, as with `WHERE x IS NOT NULL`"]))
  }

  static func negativeRowCount(_ clause: String, _ count: Int64, at range: SourceRange) -> QueryError {
    QueryError(
      .syntaxError, .runtime, "NegativeIntegerArgument",
      Diagnostic(
        .error, code: "22N02", "\(clause) needs a number of rows from 0 up, found \(count)", at: range,
        label: "this is \(count)"))
  }

  static func notStorable(key: Text, _ value: Value, at range: SourceRange) -> QueryError {
    QueryError(
      .typeError, .runtime, "InvalidPropertyType",
      Diagnostic(
        .error, code: "22N01", "property `\(key)` cannot hold \(value.kindName)", at: range,
        notes: ["a property is a boolean, an integer, a float, a string, or a list of these without null"]))
  }

  static func propertiesNotMap(_ value: Value, at range: SourceRange) -> QueryError {
    QueryError(
      .typeError, .runtime, "InvalidArgumentType",
      Diagnostic(.error, code: "22N01", "properties must be a map, found \(value.kindName)", at: range))
  }

  static func rowCountNotInteger(_ clause: String, _ value: Value, at range: SourceRange) -> QueryError {
    QueryError(
      .syntaxError, .runtime, "InvalidArgumentType",
      Diagnostic(.error, code: "22N01", "\(clause) needs an integer, found \(value.kindName)", at: range))
  }

  static func tooManyRows(_ limit: Int) -> QueryError {
    QueryError(
      .limitReached, .runtime, "RowLimit",
      Diagnostic(
        .error, code: "54000", "the result has more rows than its limit of \(limit)",
        help: ["end the query with `LIMIT \(limit)`, or raise the limit with `--max-rows`"]))
  }

  static func writeWithoutTransaction() -> QueryError {
    QueryError(
      .semanticError, .runtime, "ReadOnly", Diagnostic(.error, code: "25G03", "this query may only read the graph"))
  }
}

extension Value {
  /// What the value is, with its article, as messages say it.
  var kindName: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .float: "a float"
    case .string: "a string"
    case .list: "a list"
    case .map: "a map"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    }
  }
}
