extension SchemaParser {
  /// `(x: Company) COUNT 1..1 OF e WITHIN (x)-[e:BASED_IN]->(:Country)`, `(x: Company) IDENTIFIER x.name`
  mutating func parseConstraint(from start: Int) throws(SyntaxError) {
    try expect(.leftParen, "`(`")
    let variable = try parseName("a variable")
    try expect(.colon, "`:` and the nodes that the rule is for")
    let names = try parseNames("a node type or label", separator: "|")
    try expect(.rightParen, "`)`")
    let rule: SchemaFile.Constraint.Rule
    if takeWord("COUNT") {
      rule = try parseCount(of: variable)
    } else if takeWord("IDENTIFIER") {
      var keys: [Name] = []
      repeat {
        try parseVariable(variable)
        try expect(.dot, "`.` and a key")
        keys.append(try parseKey())
      } while take(.comma)
      rule = .identifier(keys)
    } else {
      throw unexpected("`COUNT` or `IDENTIFIER`", among: ["COUNT", "IDENTIFIER"])
    }
    constraints.append(
      SchemaFile.Constraint(names: names, rule: rule, range: SourceRange(start..<max(start, previousEnd))))
  }

  private mutating func parseCount(of variable: Name) throws(SyntaxError) -> SchemaFile.Constraint.Rule {
    let bounds = token.range.lower
    let minimum = try parseNumber()
    try expect(.dotDot, "`..`, as in `0..1`")
    let maximum: Int? = take(.star) ? nil : try parseNumber()
    if let maximum, maximum < minimum {
      throw SyntaxError(diagnostic: Errors.emptyBounds(SourceRange(bounds..<previousEnd), minimum, maximum))
    }
    try expectWord("OF")
    let edge = try parseName("a variable for the edges")
    try expectWord("WITHIN")
    try expect(.leftParen, "`(`")
    try parseVariable(variable)
    try expect(.rightParen, "`)`")
    let isBackward = take(.less)
    try expect(.minus, "`-[`")
    try expect(.leftBracket, "`[`")
    try parseVariable(edge)
    try expect(.colon, "`:` and a relationship type")
    let type = try parseName("a relationship type")
    try expect(.rightBracket, "`]`")
    try expect(.minus, "`->` or `-`")
    let isForward = !isBackward && take(.greater)
    try expect(.leftParen, "`(`")
    let other = take(.colon) ? try parseNames("a node type or label", separator: "|") : []
    try expect(.rightParen, "`)`")
    return .count(
      minimum: minimum, maximum: maximum, type: type,
      direction: isForward ? .outgoing : isBackward ? .incoming : .either, other: other)
  }

  private mutating func parseVariable(_ variable: Name) throws(SyntaxError) {
    guard token.kind == .name, source[token.range] == variable.text else {
      throw unexpected("the variable `\(variable.text)`")
    }
    advance()
  }

  private mutating func parseNumber() throws(SyntaxError) -> Int {
    guard token.kind == .integer, let number = Int(source[token.range]) else { throw unexpected("a number") }
    advance()
    return number
  }
}
