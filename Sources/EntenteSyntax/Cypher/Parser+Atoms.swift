/// Atoms: what an expression is made of.
extension Parser {
  mutating func atom() throws(QueryError) -> Expression {
    switch kind {
    case .integer, .float, .malformedNumber: return try number(negative: false)
    case .string: return try string()
    case .name, .quotedName: return try word()
    case .leftParen: return pathBegins(at: index) ? try patternExpression() : try bracketed()
    case .leftBracket: return try list()
    case .leftBrace: return try mapLiteral()
    case .dollar: return try parameter()
    default: throw unexpectedExpression()
    }
  }

  /// An expression in brackets; its range includes them.
  private mutating func bracketed() throws(QueryError) -> Expression {
    let start = start
    let opener = index
    advance()
    var expression = try expression()
    try close(opener, .rightParen, or: "an operator")
    expression.range = range(from: start)
    return expression
  }

  /// A path pattern as a predicate, or `shortestPath(…)`.
  private mutating func patternExpression() throws(QueryError) -> Expression {
    try descend()
    defer { depth -= 1 }
    let pattern = kind == .leftParen ? try pathPattern(inExpression: true) : try patternPart()
    return Expression(.pattern(pattern), range: pattern.range)
  }

  /// `$name`, `$0` or `` $`a name` ``.
  mutating func parameter() throws(QueryError) -> Expression {
    let start = start
    advance()
    guard kind == .name || kind == .quotedName || kind == .integer else {
      throw unexpected("the name of a parameter")
    }
    let text = text(of: token)
    advance()
    return Expression(.parameter(text), range: range(from: start))
  }

  /// An atom that begins with a word: a literal, a keyword's own form, a function call or a variable.
  private mutating func word() throws(QueryError) -> Expression {
    switch keyword {
    case .null: return literal(.null)
    case .true: return literal(.boolean(true))
    case .false: return literal(.boolean(false))
    case .case: return try caseExpression()
    case .exists, .count, .collect:
      if peek(1).kind == .leftBrace { return try subquery() }
      if keyword == .count, peek(1).kind == .leftParen, peek(2).kind == .star { return try countStar() }
    case .all, .any, .noneOf, .single:
      if peek(1).kind == .leftParen, bindsVariable(after: index + 1) { return try quantifier() }
    case .filter, .extract:
      if peek(1).kind == .leftParen, bindsVariable(after: index + 1) { return try legacyComprehension() }
    case .reduce:
      if peek(1).kind == .leftParen, isName(index + 2), peek(3).kind == .equal { return try reduce() }
    case .shortestPath, .allShortestPaths:
      if peek(1).kind == .leftParen, peek(2).kind == .leftParen { return try patternExpression() }
    default: break
    }
    return try nameExpression()
  }

  private mutating func literal(_ kind: Expression.Kind) -> Expression {
    let range = token.range
    advance()
    return Expression(kind, range: range)
  }

  private mutating func nameExpression() throws(QueryError) -> Expression {
    if keyword?.isReserved != true || keyword == .exists || keyword == .all, let paren = callParen() {
      return try functionCall(paren)
    }
    guard isVariable else { throw unexpectedExpression() }
    let variable = try name("a variable")
    let expression = Expression(.variable(variable.text), range: variable.range)
    return kind == .leftBrace ? try mapProjection(of: expression) : expression
  }

  /// Whether the word that comes next is a variable here. A reserved word is one where what follows cannot begin
  /// an expression or a clause of its own: `RETURN end.name`, but not `WHERE RETURN n`.
  private var isVariable: Bool {
    guard let keyword, keyword.isReserved else { return true }
    let next = peek(1)
    switch next.kind {
    case .dot, .comma, .rightParen, .rightBracket, .rightBrace: return true
    case .integer, .float, .string, .quotedName, .dollar, .leftParen, .leftBrace, .malformedNumber, .keyName:
      return false
    case .name: return !keyword.startsClause && keyword != .where && next.keyword != nil
    default: return !keyword.startsClause && keyword != .where
    }
  }

  private mutating func functionCall(_ paren: Int) throws(QueryError) -> Expression {
    let function = try dottedName("a function")
    advance()
    let distinct = keyword == .distinct && peek(1).kind != .rightParen && take(.distinct)
    let arguments = kind == .rightParen ? [] : try expressionList()
    try close(paren, .rightParen, or: "`,`")
    return Expression(
      .call(function, distinct: distinct, arguments), range: range(from: function.range.lower))
  }

  private mutating func countStar() throws(QueryError) -> Expression {
    let start = start
    let opener = index + 1
    index += 3
    try close(opener, .rightParen)
    return Expression(.countStar, range: range(from: start))
  }

  private mutating func caseExpression() throws(QueryError) -> Expression {
    let start = start
    advance()
    let operand = keyword == .when ? nil : try expression()
    guard keyword == .when else { throw unexpected("WHEN") }
    var branches: [Expression.CaseBranch] = []
    while take(.when) {
      let condition = try expression()
      try expect(.then)
      branches.append(.init(when: condition, then: try expression()))
    }
    let otherwise = take(.else) ? try expression() : nil
    guard take(Keyword.end) else { throw unexpected(otherwise == nil ? "WHEN, ELSE or END" : "END") }
    return Expression(
      .caseExpression(operand: operand, branches, else: otherwise), range: range(from: start))
  }
}
