/// Atoms with a variable or a query of their own.
extension Parser {
  /// What opens with `[`: a list, a list comprehension or a pattern comprehension.
  mutating func list() throws(QueryError) -> Expression {
    if bindsVariable(after: index), separator(after: index) != .comma { return try listComprehension() }
    if patternBegins, [.bar, .filter].contains(separator(after: index)) { return try patternComprehension() }
    return try listLiteral()
  }

  /// Whether a path pattern, with or without a variable, follows the next bracket.
  private var patternBegins: Bool {
    if isName(index + 1), peek(2).kind == .equal {
      return peek(3).kind == .leftParen && pathBegins(at: index + 3)
    }
    return peek(1).kind == .leftParen && pathBegins(at: index + 1)
  }

  private mutating func listLiteral() throws(QueryError) -> Expression {
    let start = start
    let opener = index
    advance()
    let elements = kind == .rightBracket ? [] : try expressionList()
    try close(opener, .rightBracket, or: "`,`")
    return Expression(.list(elements), range: range(from: start))
  }

  /// `variable IN list WHERE predicate`.
  private mutating func filter() throws(QueryError) -> (
    variable: Name, list: Expression, predicate: Expression?
  ) {
    let variable = try name("a variable")
    try expect(.in)
    let list = try expression()
    return (variable, list, try whereClause())
  }

  private mutating func listComprehension() throws(QueryError) -> Expression {
    let start = start
    let opener = index
    advance()
    let filter = try filter()
    let projection = take(.bar) ? try expression() : nil
    try close(opener, .rightBracket, or: projection == nil ? "`|`" : nil)
    return Expression(
      .listComprehension(filter.variable, in: filter.list, where: filter.predicate, projection),
      range: range(from: start))
  }

  /// `filter(x IN list WHERE p)` and `extract(x IN list | e)`, the older forms of the list comprehension.
  mutating func legacyComprehension() throws(QueryError) -> Expression {
    let start = start
    advance()
    let opener = index
    advance()
    let filter = try filter()
    let projection = take(.bar) ? try expression() : nil
    try close(opener, .rightParen, or: projection == nil ? "`|`" : nil)
    return Expression(
      .listComprehension(filter.variable, in: filter.list, where: filter.predicate, projection),
      range: range(from: start))
  }

  mutating func quantifier() throws(QueryError) -> Expression {
    let start = start
    let quantifier: Expression.Quantifier =
      switch keyword {
      case .any: .any
      case .noneOf: .none
      case .single: .single
      default: .all
      }
    advance()
    let opener = index
    advance()
    let filter = try filter()
    try close(opener, .rightParen, or: filter.predicate == nil ? "WHERE" : nil)
    return Expression(
      .quantifier(quantifier, filter.variable, in: filter.list, where: filter.predicate),
      range: range(from: start))
  }

  mutating func reduce() throws(QueryError) -> Expression {
    let start = start
    advance()
    let opener = index
    advance()
    let accumulator = try name("a variable")
    try expect(.equal, "`=`")
    let initial = try expression()
    try expect(.comma, "`,`")
    let variable = try name("a variable")
    try expect(.in)
    let list = try expression()
    try expect(.bar, "`|`")
    let body = try expression()
    try close(opener, .rightParen)
    return Expression(
      .reduce(accumulator, initial: initial, variable, in: list, body), range: range(from: start))
  }

  private mutating func patternComprehension() throws(QueryError) -> Expression {
    let start = start
    let opener = index
    advance()
    try descend()
    defer { depth -= 1 }
    let pattern = try patternPart()
    let predicate = try whereClause()
    try expect(.bar, predicate == nil ? "WHERE or `|`" : "`|`")
    let projection = try expression()
    try close(opener, .rightBracket)
    return Expression(
      .patternComprehension(pattern, where: predicate, projection), range: range(from: start))
  }

  /// `EXISTS { … }`, `COUNT { … }` and `COLLECT { … }`.
  mutating func subquery() throws(QueryError) -> Expression {
    let start = start
    let word = keyword
    advance()
    let opener = index
    advance()
    try descend()
    defer { depth -= 1 }
    let query = keyword?.startsClause == true && peek(1).kind != .equal ? try unions() : try barePattern()
    try close(opener, .rightBrace, or: "a clause")
    let kind: Expression.Kind =
      switch word {
      case .count: .countSubquery(query)
      case .collect: .collectSubquery(query)
      default: .exists(query)
      }
    return Expression(kind, range: range(from: start))
  }

  /// `pattern, … WHERE predicate` as a query of one `MATCH`.
  private mutating func barePattern() throws(QueryError) -> Query {
    let start = start
    let patterns = try patternList()
    let predicate = try whereClause()
    let range = range(from: start)
    let match = Match(optional: false, patterns: patterns, predicate: predicate, range: range)
    return Query(
      mode: .run, parts: [SingleQuery(clauses: [.match(match)], range: range)], unions: [], range: range)
  }
}
