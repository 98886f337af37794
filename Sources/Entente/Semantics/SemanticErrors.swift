import EntenteSyntax

/// The sentences of semantic analysis, in alphabetical order. Codes are GQLSTATUS values.
extension QueryError {
  static func alreadyBound(name: Name, declared: String?) -> QueryError {
    syntax(
      "VariableAlreadyBound", "42N59", "the variable `\(name.text)` is already bound", at: name.range,
      label: declared.map { "bound at \($0)" }, help: ["choose a new name"])
  }

  static func ambiguousAggregation(name: String, at range: SourceRange) -> QueryError {
    syntax(
      "AmbiguousAggregationExpression", "42I18",
      "`\(name)` has no single value beside an aggregate", at: range, label: "not a grouping key",
      help: [
        "project the variable or its property in a column of its own, or compute the value in a WITH before"
      ])
  }

  static func boundElementChanged(name: Name, declared: String?, at range: SourceRange) -> QueryError {
    syntax(
      "VariableAlreadyBound", "42N59",
      "the variable `\(name.text)` is already bound and cannot be given labels or properties here", at: range,
      label: declared.map { "bound at \($0)" }, help: ["write `(\(name.text))`, and change the node with SET"])
  }

  static func clauseAfterReturn(clause: String, at range: SourceRange) -> QueryError {
    syntax(
      "InvalidClauseComposition", "42001", "\(clause) cannot follow RETURN, which ends a query", at: range,
      help: ["use WITH to pass rows on"])
  }

  static func closedVariable(name: Name, by: String, declared: String?, visible: [String]) -> QueryError {
    syntax(
      "UndefinedVariable", "42N62", "the variable `\(name.text)` cannot be used after \(by)", at: name.range,
      label: "only the new columns are in scope here\(list(visible, after: ": "))",
      help: ["add `\(name.text)` or what is needed of it as a column"])
  }

  static func columnNameConflict(name: String, first: String?, at range: SourceRange) -> QueryError {
    syntax(
      "ColumnNameConflict", "42N38", "two columns have the name `\(name)`", at: range,
      label: first.map { "the first is at \($0)" }, help: ["give one of them another name with AS"])
  }

  static func differentColumns(
    first: [String], other: [String], sameNames: Bool, at range: SourceRange
  ) -> QueryError {
    syntax(
      "DifferentColumnsInUnion", sameNames ? "42N3B" : "42N39",
      sameNames
        ? "the parts of a UNION return the same columns in a different order"
        : "the parts of a UNION return different columns", at: range,
      notes: ["the first part returns \(columns(first)), this one \(columns(other))"],
      help: ["name the columns alike with AS, in the same order"])
  }

  static func directionRequired(clause: String, at range: SourceRange) -> QueryError {
    syntax(
      "RequiresDirectedRelationship", "42I56", "\(clause) needs a relationship with one direction", at: range,
      help: ["write `-[:TYPE]->` or `<-[:TYPE]-`"])
  }

  static func distinctOutsideAggregate(function: String, at range: SourceRange) -> QueryError {
    syntax(
      "UnexpectedSyntax", "42001", "DISTINCT has no meaning in `\(function)`, which is no aggregate", at: range)
  }

  static func implicitArguments(name: Name) -> QueryError {
    syntax(
      "InvalidArgumentPassingMode", "42001",
      "inside a query `\(name.text)` needs its arguments in brackets", at: name.range,
      help: ["only a CALL that is the whole query takes its arguments from parameters"])
  }

  static func incompleteQuery(clause: String, at range: SourceRange) -> QueryError {
    syntax(
      "InvalidClauseComposition", "42N71", "a query cannot end with \(clause)", at: range,
      help: ["end it with RETURN, or with a clause that writes"])
  }

  static func invalidAggregation(in place: String, at range: SourceRange) -> QueryError {
    syntax(
      "InvalidAggregation", "42I24", "an aggregate cannot stand in \(place)", at: range,
      help: ["compute it in a WITH or RETURN, and use the column"])
  }

  static func kindConflict(
    name: Name, is kind: ValueKind, expected: ValueKind, declared: String?
  ) -> QueryError {
    syntax(
      "VariableTypeConflict", "22N27",
      "the variable `\(name.text)` is \(kind.words) and cannot be \(expected.words) too", at: name.range,
      label: declared.map { "\(kind.words) since \($0)" }, help: ["choose a new name"])
  }

  static func labelDeleted(labels: [String], at range: SourceRange) -> QueryError {
    syntax(
      "InvalidDelete", "42I26", "DELETE deletes nodes and relationships, not labels or types", at: range,
      help: ["take a label away with `REMOVE n:\(labels.joined(separator: ":"))`"])
  }

  static func missingParameter(
    name: String, nearest: String?, given: [String], at range: SourceRange
  ) -> QueryError {
    QueryError(
      .parameterMissing, .compileTime, "MissingParameter",
      Diagnostic(
        .error, code: "42N51", "the parameter `$\(name)` has no value", at: range,
        label: given.isEmpty ? "no parameters are given" : "given: \(list(given))",
        help: [nearest.map { "did you mean `$\($0)`?" } ?? "give it one: `--param \(name)=…`"]))
  }

  static func mixedUnions(at range: SourceRange) -> QueryError {
    syntax(
      "InvalidClauseComposition", "42I40", "UNION and UNION ALL cannot be mixed in one query", at: range,
      help: ["use one of them throughout"])
  }

  static func negativeCount(clause: String, value: Int64, at range: SourceRange) -> QueryError {
    syntax("NegativeIntegerArgument", "22N02", "\(clause) cannot be negative", at: range, label: "\(value)")
  }

  static func nestedAggregation(at range: SourceRange) -> QueryError {
    syntax(
      "NestedAggregation", "22N34", "an aggregate cannot stand inside another aggregate", at: range,
      help: ["compute the inner one in a WITH before"])
  }

  static func noAlias(text: String, at range: SourceRange) -> QueryError {
    syntax(
      "NoExpressionAlias", "42N21", "an expression in WITH needs a name", at: range,
      help: ["write `\(short(text)) AS name`"])
  }

  static func noProperties(key: String, kind: ValueKind, at range: SourceRange) -> QueryError {
    let message = "\(kind.words) has no properties, so `.\(key)` cannot be read"
    // The TCK calls the property of a path a syntax error, that of a plain value a type error.
    return kind == .path
      ? syntax("InvalidArgumentType", "22NB1", message, at: range, label: "\(kind.words)")
      : type("InvalidArgumentType", "22NB1", message, at: range, label: "\(kind.words)")
  }

  static func notAnIndex(kind: ValueKind, at range: SourceRange) -> QueryError {
    type("InvalidArgumentType", "22NB1", "a list is indexed by integers, not by \(kind.words)", at: range)
  }

  static func notConstant(name: Name) -> QueryError {
    syntax(
      "NonConstantExpression", "42001", "SKIP and LIMIT cannot use variables such as `\(name.text)`",
      at: name.range, help: ["use a number or a parameter"])
  }

  static func nothingInScope(at range: SourceRange) -> QueryError {
    syntax(
      "NoVariablesInScope", "42I37", "`RETURN *` has no variable to return", at: range,
      help: ["name an element of the pattern, as in `MATCH (n) RETURN *`"])
  }

  static func notIndexable(kind: ValueKind, at range: SourceRange) -> QueryError {
    type("InvalidArgumentType", "22NB1", "\(kind.words) has no elements to pick with `[ ]`", at: range)
  }

  static func parameterAsProperties(clause: String, at range: SourceRange) -> QueryError {
    syntax(
      "InvalidParameterUse", "42N32", "\(clause) cannot take all properties from a parameter", at: range,
      help: ["name the properties: `{key: $map.key}`"])
  }

  static func patternAsValue(at range: SourceRange) -> QueryError {
    syntax(
      "UnexpectedSyntax", "42001", "a pattern is a predicate and has no value", at: range,
      help: [
        "use it in WHERE, count with `COUNT { … }`, test with `EXISTS { … }`, or list with `[… | expression]`"
      ])
  }

  static func randomInAggregate(at range: SourceRange) -> QueryError {
    syntax(
      "NonConstantExpression", "42001", "an aggregate cannot take a random value", at: range,
      help: ["draw the value in a WITH before"])
  }

  static func repeatedRelationship(name: Name, first: String?) -> QueryError {
    syntax(
      "RelationshipUniquenessViolation", "42001",
      "the relationship `\(name.text)` comes twice in one MATCH, which can never match", at: name.range,
      label: first.map { "the first is at \($0)" },
      help: ["choose another name, or use it again in a second MATCH"])
  }

  static func shortestPathInUpdate(clause: String, at range: SourceRange) -> QueryError {
    syntax("UnexpectedSyntax", "42001", "\(clause) cannot take a shortest path", at: range)
  }

  static func shortestPathMinimum(_ minimum: Int, at range: SourceRange) -> QueryError {
    syntax(
      "UnexpectedSyntax", "42001", "a shortest path cannot have a minimum length of \(minimum)", at: range,
      help: ["the minimum is 0 or 1; test `length(p) >= \(minimum)` in WHERE"])
  }

  static func shortestPathShape(at range: SourceRange) -> QueryError {
    syntax(
      "UnexpectedSyntax", "42001", "a shortest path needs two nodes and one relationship between them", at: range,
      help: ["write `shortestPath((a)-[*]-(b))`"])
  }

  static func singleTypeRequired(clause: String, count: Int, at range: SourceRange) -> QueryError {
    syntax(
      "NoSingleRelationshipType", "42I14", "\(clause) needs a relationship with exactly one type", at: range,
      label: count == 0 ? "no type" : "\(count) types", help: ["write `-[:TYPE]->`"])
  }

  static func subqueryColumns(count: Int, at range: SourceRange) -> QueryError {
    syntax(
      "UnexpectedSyntax", "42N22", "COLLECT needs a query with exactly one column, not \(count)", at: range)
  }

  static func subqueryInCount(clause: String, at range: SourceRange) -> QueryError {
    syntax(
      "NonConstantExpression", "42001", "\(clause) cannot look at the graph", at: range,
      help: ["use a number or a parameter"])
  }

  static func subqueryWithoutReturn(at range: SourceRange) -> QueryError {
    syntax("InvalidClauseComposition", "42N71", "the query inside COLLECT must end with RETURN", at: range)
  }

  static func tooManyHops(limit: Int, at range: SourceRange) -> QueryError {
    syntax(
      "UnexpectedSyntax", "42001", "the pattern has more than \(limit) relationships", at: range,
      label: "the \(limit + 1)th", help: ["part the pattern into several MATCH clauses"])
  }

  static func tooManyOperators(limit: Int, at range: SourceRange) -> QueryError {
    syntax(
      "UnexpectedSyntax", "42001",
      "the query has more than \(limit) clauses and nodes of patterns", at: range,
      label: "the \(limit + 1)th",
      help: [
        "join neighbouring CREATE clauses with commas, ask in several queries, or pass data as a parameter to UNWIND"
      ])
  }

  static func undefined(
    name: Name, visible: [String], nearest: String?, declared: String?
  ) -> QueryError {
    var error = syntax(
      "UndefinedVariable", "42N62", "the variable `\(name.text)` is not defined", at: name.range,
      label: visible.isEmpty ? "nothing is in scope here" : "not in scope here; in scope: \(list(visible))",
      help: nearest.map { ["did you mean `\($0)`?\(declared.map { " (declared at \($0))" } ?? "")"] } ?? [])
    if let nearest { error.diagnostic.fix = Diagnostic.Fix(range: name.range, replacement: nearest) }
    return error
  }

  static func unknownField(
    name: Name, procedure: String, fields: [String], nearest: String?
  ) -> QueryError {
    syntax(
      "UndefinedVariable", "42N62", "`\(procedure)` does not yield `\(name.text)`", at: name.range,
      label: fields.isEmpty ? "it yields nothing" : "it yields \(list(fields))",
      help: nearest.map { ["did you mean `\($0)`?"] } ?? [])
  }

  static func unknownFunction(name: Name, nearest: String?) -> QueryError {
    var error = syntax(
      "UnknownFunction", "42N48", "there is no function `\(name.text)`", at: name.range,
      help: nearest.map { ["did you mean `\($0)`?"] } ?? [])
    if let nearest { error.diagnostic.fix = Diagnostic.Fix(range: name.range, replacement: nearest) }
    return error
  }

  /// At compile time where the options are written out, else at run time, by the same words.
  static func unknownOption(
    _ name: String, of signature: ProcedureSignature, phase: Phase = .compileTime, at range: SourceRange?
  ) -> QueryError {
    let names = signature.options.map(\.name)
    let nearest = NearestName.of(name, among: names)
    var diagnostic = Diagnostic(
      .error, code: "42N62", "`\(signature.name)` has no option `\(name)`", at: range,
      notes: ["its options are \(list(names))"], help: nearest.map { ["did you mean `\($0)`?"] } ?? [])
    if phase == .compileTime, let nearest, let range {
      diagnostic.fix = Diagnostic.Fix(range: range, replacement: nearest)
    }
    return QueryError(.argumentError, phase, "InvalidArgumentValue", diagnostic)
  }

  static func unknownProcedure(name: Name, nearest: String?) -> QueryError {
    QueryError(
      .procedureError, .compileTime, "ProcedureNotFound",
      Diagnostic(
        .error, code: "42N08", "there is no procedure `\(name.text)`", at: name.range,
        help: nearest.map { ["did you mean `\($0)`?"] } ?? []))
  }

  static func updateInSubquery(clause: String, subquery: String, at range: SourceRange) -> QueryError {
    syntax(
      "InvalidClauseComposition", "42001", "\(clause) cannot stand inside \(subquery), which only reads", at: range)
  }

  static func updateRequired(clause: String, at range: SourceRange) -> QueryError {
    syntax(
      "InvalidClauseComposition", "42001", "\(clause) cannot stand inside FOREACH, which only writes", at: range)
  }

  static func variableLengthCreated(clause: String, at range: SourceRange) -> QueryError {
    syntax(
      "CreatingVarLength", "42I41", "\(clause) cannot make a relationship of variable length", at: range,
      help: ["write each relationship, or UNWIND a list and create one at a time"])
  }

  static func withRequired(before clause: String, after first: String, at range: SourceRange) -> QueryError {
    syntax(
      "InvalidClauseComposition", "42N24", "\(clause) cannot follow \(first) directly", at: range,
      help: ["put a WITH between them, such as `WITH *`"])
  }

  static func writeRefused(clause: String, at range: SourceRange) -> QueryError {
    QueryError(
      .semanticError, .compileTime, "ReadOnly",
      Diagnostic(
        .error, code: "25G03", "\(clause) writes, and this query may only read", at: range,
        notes: ["nothing has been changed"]))
  }

  static func writeRestricted(clause: String, at range: SourceRange) -> QueryError {
    QueryError(
      .semanticError, .compileTime, "RestrictedGraph",
      Diagnostic(
        .error, code: "25G03", "\(clause) writes, and a part of a graph cannot be written", at: range,
        notes: ["the query is asked as of a date, or of some sources"],
        help: ["write without `AS OF`, `--as-of` and `--according-to`"]))
  }

  static func wrongArgumentCount(
    of name: Name, minimum: Int, maximum: Int?, found: Int, at range: SourceRange
  ) -> QueryError {
    let expected =
      maximum == minimum ? "\(minimum)" : maximum.map { "\(minimum) to \($0)" } ?? "at least \(minimum)"
    let noun = minimum == 1 && (maximum ?? 1) == 1 ? "argument" : "arguments"
    return syntax(
      "InvalidNumberOfArguments", "42I13", "`\(name.text)` takes \(expected) \(noun), not \(found)", at: range)
  }

  static func wrongKind(
    of use: String, expected: [ValueKind], found: ValueKind, at range: SourceRange
  ) -> QueryError {
    let words = expected.map(\.words)
    let alternatives =
      words.count > 1
      ? words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "") : words.joined()
    return syntax(
      "InvalidArgumentType", "22NB1", "\(use) must be \(alternatives), not \(found.words)", at: range,
      label: found.words)
  }

  // MARK: -

  private static func syntax(
    _ detail: String, _ code: String, _ message: String, at range: SourceRange, label: String? = nil,
    notes: [String] = [], help: [String] = []
  ) -> QueryError {
    QueryError(
      .syntaxError, .compileTime, detail,
      Diagnostic(.error, code: code, message, at: range, label: label, notes: notes, help: help))
  }

  private static func type(
    _ detail: String, _ code: String, _ message: String, at range: SourceRange, label: String? = nil
  ) -> QueryError {
    QueryError(
      .typeError, .compileTime, detail, Diagnostic(.error, code: code, message, at: range, label: label))
  }

  /// At most eight names, so that a message stays readable.
  private static func list(_ names: [String], after prefix: String = "") -> String {
    guard !names.isEmpty else { return "" }
    let shown = names.prefix(8).joined(separator: ", ")
    return prefix + shown + (names.count > 8 ? " and \(names.count - 8) more" : "")
  }

  private static func columns(_ names: [String]) -> String {
    names.isEmpty ? "nothing" : list(names.map { "`\(short($0))`" })
  }

  private static func short(_ text: String) -> String {
    text.unicodeScalars.count > 40 ? "\(String(String.UnicodeScalarView(text.unicodeScalars.prefix(40))))…" : text
  }
}
