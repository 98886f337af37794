/// The sentences of the parser, in alphabetical order.
extension QueryError {
  static func dateWithoutQuotes(text: String, at range: SourceRange) -> QueryError {
    syntax(
      "UnexpectedSyntax", "42001", "`\(text)` is a subtraction and no date", at: range,
      help: ["write dates in quotes: `AS OF '\(text)'`"])
  }

  static func floatOverflow(text: String, at range: SourceRange) -> QueryError {
    syntax(
      "FloatingPointOverflow", "22003", "the number `\(text)` is too large for a 64-bit float", at: range,
      help: ["the largest float is 1.7976931348623157e308"])
  }

  static func integerOverflow(text: String, at range: SourceRange) -> QueryError {
    syntax(
      "IntegerOverflow", "22003", "the integer `\(text)` does not fit into 64 bits", at: range,
      help: ["integers go from -9223372036854775808 to 9223372036854775807; write a float with a point"])
  }

  static func invalidCharacter(text: String, isDash: Bool, at range: SourceRange) -> QueryError {
    syntax(
      "InvalidUnicodeCharacter", "42001", "the character `\(text)` has no meaning here", at: range,
      help: isDash ? ["write the ASCII hyphen `-` for minus"] : [])
  }

  static func invalidNumber(text: String, at range: SourceRange) -> QueryError {
    syntax(
      "InvalidNumberLiteral", "42I07", "`\(text)` is not a number", at: range,
      help: [
        "numbers look like 42, 0x2A, 0o52, 4.2, .5 or 1e9; a name that starts with a digit needs backquotes"
      ])
  }

  static func invalidUnicodeEscape(text: String, digits: Int, at range: SourceRange) -> QueryError {
    syntax(
      "InvalidUnicodeLiteral", "42001", "`\(text)` is not the escape of a Unicode character", at: range,
      help: ["`\\\(digits == 4 ? "u" : "U")` takes \(digits == 4 ? "four" : "eight") hexadecimal digits"])
  }

  static func lengthWithoutStar(at range: SourceRange) -> QueryError {
    syntax(
      "InvalidRelationshipPattern", "42001", "a length range needs a `*` before it", at: range,
      help: ["write `*1..3` for one to three relationships"])
  }

  static func negativeLength(at range: SourceRange) -> QueryError {
    syntax(
      "InvalidRelationshipPattern", "42001", "the number of relationships cannot be negative", at: range)
  }

  static func nestingTooDeep(limit: Int, at range: SourceRange) -> QueryError {
    syntax(
      "UnexpectedSyntax", "42001", "brackets and operators nest more than \(limit) deep here", at: range,
      help: ["split the expression with WITH, or pass the value as a parameter"])
  }

  static func notAssignable(clause: Keyword, at range: SourceRange) -> QueryError {
    syntax(
      "UnexpectedSyntax", "42001",
      "\(clause.rawValue) takes a property such as `n.name`, or a variable with labels such as `n:Label`",
      at: range)
  }

  static func notUTF8(at range: SourceRange) -> QueryError {
    syntax("InvalidUnicodeCharacter", "42001", "these bytes are not UTF-8", at: range)
  }

  static func queryTooLong(bytes: Int) -> QueryError {
    QueryError(
      .syntaxError, .compileTime, "UnexpectedSyntax",
      Diagnostic(
        .error, code: "42001", "the query has \(bytes) bytes, and no more than 2147483646 can be read"))
  }

  static func unexpected(
    text: String, expected: String, suggestion: String?, at range: SourceRange
  ) -> QueryError {
    let shown = text.count > 40 ? "\(text.prefix(40))…" : text
    return syntax(
      "UnexpectedSyntax", "42001", "expected \(expected), found `\(shown)`", at: range,
      help: suggestion.map { ["did you mean `\($0)`?"] } ?? [])
  }

  static func unexpectedEnd(expected: String, at range: SourceRange) -> QueryError {
    syntax("UnexpectedSyntax", "42001", "expected \(expected), found the end of the query", at: range)
  }

  static func unknownEscape(text: String, at range: SourceRange) -> QueryError {
    syntax(
      "UnexpectedSyntax", "42001", "`\(text)` is no escape", at: range,
      help: [
        "the escapes are \\\\ \\' \\\" \\b \\f \\n \\r \\t \\uXXXX and \\UXXXXXXXX; write `\\\\` for a backslash"
      ])
  }

  static func unterminated(_ kind: Token.Kind, at range: SourceRange) -> QueryError {
    let what =
      switch kind {
      case .unterminatedString: "a string starts here and has no closing quote"
      case .unterminatedName: "a name in backquotes starts here and does not end"
      default: "a comment starts here and does not end with `*/`"
      }
    return syntax("UnexpectedSyntax", "42001", what, at: range)
  }

  static func yieldStarInQuery(at range: SourceRange) -> QueryError {
    syntax(
      "UnexpectedSyntax", "42001", "`YIELD *` belongs to a CALL that is the whole query", at: range,
      help: ["name the fields: `YIELD field, other AS variable`"])
  }

  private static func syntax(
    _ detail: String, _ code: String, _ message: String, at range: SourceRange, help: [String] = []
  ) -> QueryError {
    QueryError(
      .syntaxError, .compileTime, detail, Diagnostic(.error, code: code, message, at: range, help: help))
  }
}
