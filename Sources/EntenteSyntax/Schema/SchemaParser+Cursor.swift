/// Looking at tokens and taking them.
extension SchemaParser {
  var token: Token { cursor?.token ?? Token(kind: .end, lower: 0, upper: 0) }

  func peek(_ offset: Int) -> Token { cursor?.peek(offset) ?? token }

  mutating func advance() { cursor?.advance() }

  /// Where the token taken last ends.
  var previousEnd: Int { cursor?.range(from: 0).upper ?? 0 }

  mutating func take(_ kind: Token.Kind) -> Bool { cursor?.take(kind) ?? false }

  mutating func expect(_ kind: Token.Kind, _ expected: String) throws(SyntaxError) {
    guard take(kind) else { throw unexpected(expected) }
  }

  /// Whether a word of the grammar comes next, in any case.
  func isWord(_ word: String) -> Bool { token.kind == .name && source[token.range].uppercased() == word }

  mutating func takeWord(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  mutating func expectWord(_ word: String) throws(SyntaxError) {
    guard takeWord(word) else { throw unexpected("`\(word)`", among: [word]) }
  }

  mutating func parseName(_ expected: String, among known: [String] = []) throws(SyntaxError) -> Name {
    guard let cursor, token.kind == .name || token.kind == .quotedName else { throw unexpected(expected, among: known) }
    let name = Name(cursor.text(of: token), range: token.range)
    advance()
    return name
  }

  /// Names with a separator between.
  mutating func parseNames(_ expected: String, separator: String) throws(SyntaxError) -> [Name] {
    var names = [try parseName(expected)]
    while source[token.range] == separator {
      advance()
      names.append(try parseName(expected))
    }
    return names
  }

  /// A property key: a name, which may go on with `@`, or a family such as `name@*`.
  mutating func parseKey() throws(SyntaxError) -> Name {
    guard let cursor, [.name, .quotedName, .keyName].contains(token.kind) else { throw unexpected("a property key") }
    let key = Name(cursor.text(of: token), range: token.range)
    advance()
    guard key.text.unicodeScalars.contains("@") == false, source[token.range] == "@", token.range.lower == previousEnd,
      peek(1).kind == .star
    else { return key }
    advance()
    advance()
    return Name(key.text + "@*", range: SourceRange(key.range.lower..<previousEnd))
  }

  mutating func parseString() throws(SyntaxError) -> String {
    guard token.kind == .string else { throw unexpected("a text in quotes") }
    do throws(QueryError) {
      guard case .string(let text)? = try cursor?.string().kind else { throw .notUTF8(at: token.range) }
      return text
    } catch {
      throw SyntaxError(diagnostic: Errors.badString(error.diagnostic))
    }
  }

  /// What stands here in place of something else.
  func unexpected(_ expected: String, among known: [String] = []) -> SyntaxError {
    switch token.kind {
    case .end: return SyntaxError(diagnostic: Errors.unexpectedEnd(expected, token.range))
    case .unterminatedString, .unterminatedName, .unterminatedComment:
      return SyntaxError(diagnostic: Errors.unterminated(token.kind, token.range))
    default:
      return SyntaxError(diagnostic: Errors.unexpected(expected, source[token.range], token.range, among: known))
    }
  }
}
