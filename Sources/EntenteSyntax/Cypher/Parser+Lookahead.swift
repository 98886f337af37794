/// Telling apart what begins alike, without parsing it: each test looks at the tokens of one bracket and jumps over
/// the brackets inside.
extension Parser {
  /// Whether a path with at least one relationship begins at a token that opens a bracket.
  ///
  /// `(a)-[r]-(b)` could also be a subtraction of a list: as in every Cypher, the pattern wins.
  func pathBegins(at opener: Int) -> Bool {
    guard let next = afterNode(at: opener) else { return false }
    return relationshipBegins(at: next)
  }

  /// Whether a relationship and the bracket of a node follow, rather than an operator.
  func relationshipBegins(at index: Int) -> Bool {
    var next = index
    if tokens[next].kind.isLeftArrowhead { next += 1 }
    guard tokens[next].kind.isDash else { return false }
    next += 1
    if tokens[next].kind == .leftBracket {
      guard detailBegins(after: next), tokens[next].partner >= 0 else { return false }
      next = Int(tokens[next].partner) + 1
    }
    guard tokens[next].kind.isDash else { return false }
    next += 1
    if tokens[next].kind.isRightArrowhead { next += 1 }
    return tokens[next].kind == .leftParen
  }

  /// The index after a node pattern, if the tokens from here on are one.
  private func afterNode(at opener: Int) -> Int? {
    guard tokens[opener].kind == .leftParen, tokens[opener].partner >= 0 else { return nil }
    var next = opener + 1
    if isName(next) { next += 1 }
    while tokens[next].kind == .colon, isName(next + 1) { next += 2 }
    switch tokens[next].kind {
    case .leftBrace where tokens[next].partner >= 0: next = Int(tokens[next].partner) + 1
    case .dollar: next += 2
    default: break
    }
    return next == Int(tokens[opener].partner) ? next + 1 : nil
  }

  private func detailBegins(after bracket: Int) -> Bool {
    switch tokens[bracket + 1].kind {
    case .name, .quotedName, .colon, .star, .leftBrace, .dollar, .rightBracket, .dotDot: true
    default: false
    }
  }

  func isName(_ index: Int) -> Bool {
    index < tokens.count && (tokens[index].kind == .name || tokens[index].kind == .quotedName)
  }

  /// Whether an opening bracket is followed by `variable IN`.
  func bindsVariable(after opener: Int) -> Bool {
    isName(opener + 1) && opener + 2 < tokens.count && tokens[opener + 2].keyword == .in
  }

  /// What stands in a list that opens here, between its commas at the outermost level.
  enum Separator { case none, comma, bar, filter }

  /// The first separator inside a bracket that says what the bracket is.
  mutating func separator(after opener: Int) -> Separator {
    guard tokens[opener].partner >= 0 else { return .none }
    var next = opener + 1
    while next < Int(tokens[opener].partner) {
      steps += 1
      let token = tokens[next]
      switch token.kind {
      case .comma: return .comma
      case .bar: return .bar
      case .dot, .colon, .dollar: next += 1  // A keyword after these is a name.
      default:
        if token.keyword == .where { return .filter }
        if token.partner > next { next = Int(token.partner) }
      }
      next += 1
    }
    return .none
  }

  /// The index of the bracket that opens a call's arguments, if a function's name begins at the next token.
  func callParen() -> Int? {
    var next = index + 1
    while tokens[next].kind == .dot, isName(next + 1) { next += 2 }
    return tokens[next].kind == .leftParen ? next : nil
  }
}
