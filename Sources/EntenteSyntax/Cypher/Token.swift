/// The smallest piece of a query that the parser looks at.
///
/// What is wrong with a text is a token too, so that the error is raised where the parser meets it, with what it
/// expected there.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case end
    /// A word, which may be a keyword.
    case name
    /// A name in backquotes.
    case quotedName
    /// A name that goes on with `@`, such as `amount@KRW`: only a property key may.
    case keyName
    case integer, float, string

    case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, semicolon, colon, dot, dotDot, bar, dollar
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, matches
    case plus, plusEqual, minus, star, slash, percent, caret, concatenate

    /// A dash or arrowhead beyond ASCII, which only a relationship pattern may use.
    case unicodeDash, unicodeLeftArrowhead, unicodeRightArrowhead

    /// A number with a wrong character or without digits.
    case malformedNumber
    case unterminatedString, unterminatedName, unterminatedComment
    /// An ASCII character without a meaning.
    case strayCharacter
    /// A character beyond ASCII that starts no name.
    case strayUnicode
    /// Bytes that are not UTF-8.
    case illFormed
  }

  var kind: Kind
  var keyword: Keyword?
  var lower: Int32
  var upper: Int32
  /// Of an opening bracket, the index of the token that closes it; -1 for other tokens.
  var partner: Int32 = -1

  var range: SourceRange { SourceRange(Int(lower)..<Int(upper)) }
}
