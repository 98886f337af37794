/// Looking at tokens and taking them.
extension Parser {
  var token: Token { tokens[index] }
  var kind: Token.Kind { tokens[index].kind }
  var keyword: Keyword? { tokens[index].keyword }

  /// Where the next token starts.
  var start: Int { Int(tokens[index].lower) }

  /// The token after the next ones; the last one beyond the end.
  func peek(_ offset: Int) -> Token { tokens[min(index + offset, tokens.count - 1)] }

  mutating func advance() {
    steps += 1
    if index < tokens.count - 1 { index += 1 }
  }

  /// From a place to the end of the token taken last.
  func range(from start: Int) -> SourceRange {
    let end = index > 0 ? Int(tokens[index - 1].upper) : start
    return SourceRange(start..<max(start, end))
  }

  /// Takes a token of a kind if it comes next.
  mutating func take(_ kind: Token.Kind) -> Bool {
    guard self.kind == kind else { return false }
    advance()
    return true
  }

  /// Takes a keyword if it comes next.
  mutating func take(_ keyword: Keyword) -> Bool {
    guard self.keyword == keyword else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind, _ expected: String) throws(QueryError) {
    guard self.kind == kind else { throw unexpected(expected) }
    advance()
  }

  mutating func expect(_ keyword: Keyword) throws(QueryError) {
    guard self.keyword == keyword else { throw unexpected(keyword.rawValue) }
    advance()
  }

  /// Takes the bracket that closes the one at an index.
  mutating func close(_ opener: Int, _ kind: Token.Kind, or other: String? = nil) throws(QueryError) {
    guard self.kind == kind else { throw unclosed(opener, or: other) }
    advance()
  }

  /// Goes one level deeper, if the limit allows.
  mutating func descend() throws(QueryError) {
    depth += 1
    guard depth <= Parser.nestingLimit else {
      throw .nestingTooDeep(limit: Parser.nestingLimit, at: token.range)
    }
  }
}

/// Names.
extension Parser {
  /// A name, which may be any keyword.
  mutating func name(_ expected: String) throws(QueryError) -> Name {
    guard kind == .name || kind == .quotedName else { throw unexpected(expected) }
    let name = Name(text(of: token), range: token.range)
    advance()
    return name
  }

  /// The key of a property, which may go on with `@`.
  mutating func key() throws(QueryError) -> Name {
    guard kind == .keyName else { return try name("a property key") }
    let name = Name(text(of: token), range: token.range)
    advance()
    return name
  }

  /// A name without its backquotes, two of which inside stand for one.
  func text(of token: Token) -> String {
    guard token.kind == .quotedName else { return source[token.range] }
    let bytes = source.utf8
    var name: [UInt8] = []
    var index = Int(token.lower) + 1
    while index < Int(token.upper) - 1 {
      name.append(bytes[index])
      index += bytes[index] == 0x60 ? 2 : 1
    }
    return String(decoding: name, as: UTF8.self)
  }
}
