import EntenteSyntax

/// The errors that operators raise, in alphabetical order.
extension QueryError {
  static func connectedNode(_ node: Text, relationships: Int) -> QueryError {
    QueryError(
      .constraintVerificationFailed, .runtime, "DeleteConnectedNode",
      Diagnostic(
        .error, code: "G1001",
        "the node `\(node)` cannot be deleted: it still has \(relationships == 1 ? "a relationship" : "\(relationships) relationships")",
        notes: ["nothing has been changed"],
        help: ["delete its relationships in the same query too, or all at once with DETACH DELETE"]))
  }

  static func deletedElement(_ value: Value, at range: SourceRange) -> QueryError {
    QueryError(
      .entityNotFound, .runtime, "DeletedEntityAccess",
      Diagnostic(
        .error, code: "25N13", "\(value.kindName) has been deleted and has no properties and labels any more",
        at: range, label: "deleted by this query", help: ["read what is needed in a WITH before DELETE"]))
  }

  static func deletedEnd(of type: Text) -> QueryError {
    QueryError(
      .entityNotFound, .runtime, "DeletedEntityAccess",
      Diagnostic(
        .error, code: "25N13",
        "a relationship of type `\(type)` cannot be created: this query has deleted one of its nodes"))
  }

  static func fileIDChanged(_ id: Text, at range: SourceRange) -> QueryError {
    QueryError(
      .semanticError, .runtime, "InvalidPropertyKey",
      Diagnostic(
        .error, code: "22N31", "the id `\(id)` comes from the graph file and cannot be set", at: range,
        label: "`\(id)`", help: ["create an element with the new id, or store the value under another key"]))
  }

  static func malformedProcedureRow(_ procedure: String, outputs: Int, at range: SourceRange) -> QueryError {
    QueryError(
      .procedureError, .runtime, "InvalidProcedureRow",
      Diagnostic(
        .error, code: "22N31", "`\(procedure)` gave a row without exactly one value for each of its \(outputs) outputs",
        at: range, help: ["mend the Swift code that registers it"]))
  }

  static func mergeAtNull(_ name: String?, at range: SourceRange) -> QueryError {
    QueryError(
      .semanticError, .runtime, "MissingNode",
      Diagnostic(
        .error, code: "22N31", "MERGE cannot start from \(name.map { "`\($0)`" } ?? "a node"), which is null",
        at: range,
        help: ["leave such rows out before MERGE, as with `WHERE x IS NOT NULL`"]))
  }

  static func mergeOnNull(key: Text, at range: SourceRange) -> QueryError {
    QueryError(
      .semanticError, .runtime, "MergeReadOwnWrites",
      Diagnostic(
        .error, code: "22N31", "MERGE cannot find or make an element whose property `\(key)` is null", at: range,
        label: "null", help: ["leave such rows out before MERGE, or set the property with ON CREATE SET"]))
  }

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
        notes: [
          "a property is a boolean, a number, a string, a date, a time, a duration, or a list of these without null"
        ]))
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

  /// An option that its procedure does not take with this value; a choice that is none names the nearest.
  static func wrongOption(
    _ option: ProcedureSignature.Option, of procedure: String, _ value: Value, at range: SourceRange?
  ) -> QueryError {
    let found: String
    switch (option.kind, value) {
    case (.choice, .string(let name)): found = "'\(name)'"
    case (.integer, .integer(let number)): found = "\(number)"
    case (.number, .integer(let number)): found = "\(number)"
    case (.number, .float(let number)): found = "\(number)"
    case (.names, .list), (.nodes, .list), (.relationships, .list): found = "a list with other values"
    default: found = value.kindName
    }
    var help: [String] = []
    if case .choice(let names) = option.kind, case .string(let name) = value,
      let nearest = NearestName.of(String(name), among: names)
    {
      help = ["did you mean '\(nearest)'?"]
    }
    return QueryError(
      .typeError, .runtime, "InvalidArgumentValue",
      Diagnostic(
        .error, code: "22NB1",
        "the option `\(option.name)` of `\(procedure)` must be \(option.kind.words), not \(found)", at: range,
        help: help))
  }

  static func wrongProcedureArgument(
    _ procedure: String, _ name: String, expected: ValueKind, _ value: Value, at range: SourceRange
  ) -> QueryError {
    QueryError(
      .typeError, .runtime, "InvalidArgumentType",
      Diagnostic(
        .error, code: "22NB1",
        "the argument `\(name)` of `\(procedure)` must be \(expected.words), not \(value.kindName)", at: range))
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
    case .temporal(let value): value.kind.words
    case .list: "a list"
    case .map: "a map"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    }
  }
}
