/// What the parser found and what it wanted, for the sentences of `ParserErrors.swift`.
extension Parser {
  /// The error of a token that does not belong here.
  func unexpected(_ expected: String) -> QueryError {
    let token = token
    let text = source[token.range]
    switch token.kind {
    case .strayUnicode, .unicodeDash, .unicodeLeftArrowhead, .unicodeRightArrowhead:
      return .invalidCharacter(text: text, isDash: token.kind == .unicodeDash, at: token.range)
    case .illFormed: return .notUTF8(at: token.range)
    case .unterminatedString, .unterminatedName, .unterminatedComment:
      return .unterminated(token.kind, at: SourceRange(Int(token.lower)..<Int(token.lower) + 1))
    case .end: return .unexpectedEnd(expected: expected, at: token.range)
    default:
      return .unexpected(text: text, expected: expected, suggestion: suggestion, at: token.range)
    }
  }

  func unexpectedAtStart() -> QueryError { unexpected("a clause such as MATCH or RETURN") }

  /// The error of what can neither open a clause nor go on with the one before: perhaps it stands too late.
  func unexpectedClause() -> QueryError {
    var error = unexpected("a clause or the end of the query")
    switch keyword {
    case .where:
      error.diagnostic.help.append("WHERE follows MATCH or WITH, as in `MATCH (n) WHERE n.age > 30 RETURN n`")
    case .as where peek(1).keyword == .of:
      error.diagnostic.help.append("AS OF stands before the first clause: `AS OF '1914-07-28' MATCH …`")
    case .order: error.diagnostic.help.append("ORDER BY stands before SKIP and LIMIT")
    case .skip: error.diagnostic.help.append("SKIP stands before LIMIT")
    default: break
    }
    return error
  }

  /// The error of what is no expression: perhaps it is a query.
  func unexpectedExpression() -> QueryError {
    var error = unexpected("an expression")
    if keyword?.startsClause == true, index > 0, tokens[index - 1].kind == .leftParen {
      error.diagnostic.help.append(
        "a query in an expression stands in `EXISTS { … }`, `COUNT { … }` or `COLLECT { … }`")
    }
    return error
  }

  /// The error of a bracket that something else than its partner follows.
  func unclosed(_ opener: Int, or other: String?) -> QueryError {
    let bracket =
      switch tokens[opener].kind {
      case .leftParen: "`)`"
      case .leftBracket: "`]`"
      default: "`}`"
      }
    var error = unexpected(other.map { "\($0) or \(bracket)" } ?? bracket)
    let place = source.position(of: Int(tokens[opener].lower))
    error.diagnostic.notes.append("the bracket was opened at \(place.line):\(place.column)")
    return error
  }

  /// What was meant by the token that comes next, perhaps: a keyword with a typo, or an operator of another language.
  private var suggestion: String? {
    let text = source[token.range]
    if kind == .name, keyword == nil, text.utf8.count > 2 {
      return NearestName.of(text, among: Keyword.allCases.lazy.filter { !$0.isOld }.map(\.rawValue))
    }
    let previous = index > 0 && tokens[index - 1].upper == token.lower ? source[tokens[index - 1].range] : ""
    let next = peek(1).lower == token.upper ? source[peek(1).range] : ""
    switch (previous, text, next) {
    case ("=", "=", _): return "="
    case (_, "!", "="): return "<>"
    case (_, "!", _): return "NOT"
    case (_, "&", "&"): return "AND"
    case ("-", ">", _): return "-->"
    default: return nil
    }
  }
}
