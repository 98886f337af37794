/// Patterns: paths of nodes and relationships.
extension Parser {
  mutating func patternList() throws(QueryError) -> [PathPattern] {
    var patterns = [try patternPart()]
    while take(.comma) { patterns.append(try patternPart()) }
    return patterns
  }

  /// `variable = path`, or a path without a name.
  mutating func patternPart() throws(QueryError) -> PathPattern {
    guard kind == .name || kind == .quotedName, peek(1).kind == .equal else { return try anonymousPart() }
    let variable = try name("a path variable")
    advance()
    var pattern = try anonymousPart()
    pattern.variable = variable
    pattern.range = variable.range.union(pattern.range)
    return pattern
  }

  private mutating func anonymousPart() throws(QueryError) -> PathPattern {
    let start = start
    let selector: PathPattern.Selector
    switch keyword {
    case .shortestPath: selector = .shortest
    case .allShortestPaths: selector = .allShortest
    default: return try pathPattern()
    }
    advance()
    let opener = index
    try expect(.leftParen, "`(`")
    var pattern = try pathPattern()
    try close(opener, .rightParen)
    pattern.selector = selector
    pattern.range = range(from: start)
    return pattern
  }

  /// A chain of nodes and relationships, which may stand in brackets.
  ///
  /// In an expression a dash or `<` that begins no relationship is an operator after the path.
  mutating func pathPattern(inExpression: Bool = false) throws(QueryError) -> PathPattern {
    let start = start
    if kind == .leftParen, peek(1).kind == .leftParen { return try bracketedPath() }
    var nodes = [try nodePattern()]
    var relationships: [RelationshipPattern] = []
    while (kind.isDash || kind.isLeftArrowhead) && (!inExpression || relationshipBegins(at: index)) {
      relationships.append(try relationshipPattern())
      nodes.append(try nodePattern())
    }
    return PathPattern(
      variable: nil, selector: .all, nodes: nodes, relationships: relationships, range: range(from: start))
  }

  private mutating func bracketedPath() throws(QueryError) -> PathPattern {
    let opener = index
    try descend()
    defer { depth -= 1 }
    advance()
    let pattern = try pathPattern()
    try close(opener, .rightParen)
    return pattern
  }

  private mutating func nodePattern() throws(QueryError) -> NodePattern {
    let start = start
    let opener = index
    try expect(.leftParen, "a node such as `(n)`")
    let variable = kind == .name || kind == .quotedName ? try name("a variable") : nil
    let labels = try labels()
    let properties = try properties()
    try close(opener, .rightParen)
    return NodePattern(variable: variable, labels: labels, properties: properties, range: range(from: start))
  }

  /// `:Label:Other`, or nothing.
  mutating func labels() throws(QueryError) -> [Name] {
    var labels: [Name] = []
    while take(.colon) { labels.append(try name("a label")) }
    return labels
  }

  private mutating func properties() throws(QueryError) -> Expression? {
    switch kind {
    case .leftBrace: return try mapLiteral()
    case .dollar: return try parameter()
    default: return nil
    }
  }

  private mutating func relationshipPattern() throws(QueryError) -> RelationshipPattern {
    let start = start
    let left = kind.isLeftArrowhead
    if left { advance() }
    try dash()
    var pattern = RelationshipPattern(
      variable: nil, direction: .either, types: [], length: nil, properties: nil, range: token.range)
    if kind == .leftBracket { try relationshipDetail(&pattern) }
    try dash()
    let right = kind.isRightArrowhead
    if right { advance() }
    pattern.direction = left == right ? .either : left ? .incoming : .outgoing
    pattern.range = range(from: start)
    return pattern
  }

  private mutating func dash() throws(QueryError) {
    guard kind.isDash else { throw unexpected("`-`") }
    advance()
  }

  /// What stands between the brackets of a relationship.
  private mutating func relationshipDetail(_ pattern: inout RelationshipPattern) throws(QueryError) {
    let opener = index
    advance()
    if kind == .name || kind == .quotedName { pattern.variable = try name("a variable") }
    if take(.colon) {
      pattern.types = [try name("a relationship type")]
      while take(.bar) {
        _ = take(.colon)
        pattern.types.append(try name("a relationship type"))
      }
    }
    if kind == .star { pattern.length = try length() }
    guard kind != .dotDot else { throw .lengthWithoutStar(at: token.range) }
    pattern.properties = try properties()
    try close(opener, .rightBracket)
  }

  /// `*`, `*2`, `*1..`, `*..3`, `*1..3`.
  private mutating func length() throws(QueryError) -> RelationshipPattern.Length {
    let start = start
    advance()
    let minimum = try bound()
    var maximum = minimum
    if take(.dotDot) { maximum = try bound() }
    return RelationshipPattern.Length(minimum: minimum, maximum: maximum, range: range(from: start))
  }

  private mutating func bound() throws(QueryError) -> Int? {
    guard kind != .minus else { throw .negativeLength(at: token.range) }
    guard kind == .integer else { return nil }
    let token = token
    advance()
    guard let bound = Int(exactly: try integer(token, negative: false)) else {
      throw .integerOverflow(text: source[token.range], at: token.range)
    }
    return bound
  }
}

extension Token.Kind {
  var isDash: Bool { self == .minus || self == .unicodeDash }
  var isLeftArrowhead: Bool { self == .less || self == .unicodeLeftArrowhead }
  var isRightArrowhead: Bool { self == .greater || self == .unicodeRightArrowhead }
}
