/// Cuts the text of a query into tokens.
///
/// In: a ``SourceText``. Out: tokens in order, the last of kind `end`, without white space and comments, where every
/// opening bracket knows its partner. The lexer never fails: wrong input becomes tokens of its own kinds.
struct Lexer {
  let source: SourceText
  let bytes: ContiguousArray<UInt8>
  var position = 0
  var tokens: ContiguousArray<Token> = []
  /// The indexes of brackets still open.
  private var open: [Int] = []

  /// The tokens of a source.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func tokens(of source: SourceText) -> ContiguousArray<Token> {
    var lexer = Lexer(source: source)
    lexer.run()
    return lexer.tokens
  }

  private init(source: SourceText) {
    self.source = source
    bytes = source.utf8
  }

  /// The byte at an offset from the position, 0 beyond the end.
  func peek(_ offset: Int = 0) -> UInt8 {
    let index = position + offset
    return index < bytes.count ? bytes[index] : 0
  }

  private mutating func run() {
    if peek() == 0xEF, peek(1) == 0xBB, peek(2) == 0xBF { position = 3 }
    while position < bytes.count { token() }
    append(.end, from: bytes.count)
  }

  mutating func append(_ kind: Token.Kind, _ keyword: Keyword? = nil, from start: Int) {
    tokens.append(Token(kind: kind, keyword: keyword, lower: Int32(start), upper: Int32(position)))
  }

  private mutating func token() {
    let start = position
    let byte = bytes[position]
    switch byte {
    case 0x20, 0x09...0x0D, 0x1C...0x1F: position += 1
    case 0x41...0x5A, 0x61...0x7A, 0x5F: word()
    case 0x30...0x39: number()
    case 0x27, 0x22: string(quote: byte)
    case 0x60: quotedName()
    case 0x2E where peek(1).isDigit: number()
    case 0x2F where peek(1) == 0x2F: lineComment()
    case 0x2F where peek(1) == 0x2A: blockComment()
    case 0x80...: beyondASCII()
    default:
      let (kind, length) = symbol(byte)
      position += length
      append(kind, from: start)
      balance(kind)
    }
  }

  private func symbol(_ byte: UInt8) -> (Token.Kind, Int) {
    switch byte {
    case UInt8(ascii: "("): return (.leftParen, 1)
    case UInt8(ascii: ")"): return (.rightParen, 1)
    case UInt8(ascii: "["): return (.leftBracket, 1)
    case UInt8(ascii: "]"): return (.rightBracket, 1)
    case UInt8(ascii: "{"): return (.leftBrace, 1)
    case UInt8(ascii: "}"): return (.rightBrace, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: ";"): return (.semicolon, 1)
    case UInt8(ascii: ":"): return (.colon, 1)
    case UInt8(ascii: "$"): return (.dollar, 1)
    case UInt8(ascii: "-"): return (.minus, 1)
    case UInt8(ascii: "*"): return (.star, 1)
    case UInt8(ascii: "/"): return (.slash, 1)
    case UInt8(ascii: "%"): return (.percent, 1)
    case UInt8(ascii: "^"): return (.caret, 1)
    case UInt8(ascii: "."): return peek(1) == byte ? (.dotDot, 2) : (.dot, 1)
    case UInt8(ascii: "|"): return peek(1) == byte ? (.concatenate, 2) : (.bar, 1)
    case UInt8(ascii: "+"): return peek(1) == UInt8(ascii: "=") ? (.plusEqual, 2) : (.plus, 1)
    case UInt8(ascii: "="): return peek(1) == UInt8(ascii: "~") ? (.matches, 2) : (.equal, 1)
    case UInt8(ascii: ">"): return peek(1) == UInt8(ascii: "=") ? (.greaterOrEqual, 2) : (.greater, 1)
    case UInt8(ascii: "<"):
      if peek(1) == UInt8(ascii: "=") { return (.lessOrEqual, 2) }
      return peek(1) == UInt8(ascii: ">") ? (.notEqual, 2) : (.less, 1)
    default: return (.strayCharacter, 1)
    }
  }

  /// Tells an opening bracket where it closes; a bracket that closes another kind leaves both without partner.
  private mutating func balance(_ kind: Token.Kind) {
    let index = tokens.count - 1
    switch kind {
    case .leftParen, .leftBracket, .leftBrace:
      open.append(index)
    case .rightParen, .rightBracket, .rightBrace:
      guard let opener = open.popLast() else { return }
      switch (tokens[opener].kind, kind) {
      case (.leftParen, .rightParen), (.leftBracket, .rightBracket), (.leftBrace, .rightBrace):
        tokens[opener].partner = Int32(index)
      default: break
      }
    default: break
    }
  }

  private mutating func lineComment() {
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
  }

  private mutating func blockComment() {
    let start = position
    position += 2
    while position < bytes.count {
      if bytes[position] == 0x2A, peek(1) == 0x2F {
        position += 2
        return
      }
      position += 1
    }
    append(.unterminatedComment, from: start)
  }
}
