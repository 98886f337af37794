/// Cuts a style sheet into tokens: words, numbers with their units, texts, and marks; comments fall away.
struct StyleSheetLexer {
  enum Kind: Sendable, Hashable {
    case word
    /// A name in backquotes.
    case quotedName
    /// `#` with what follows: an id, or a colour.
    case hash
    /// `@` at the beginning of a rule, with its word.
    case atWord
    case number
    case text
    /// One of the marks, such as `{` or `^=`.
    case mark
    case unterminated
    case end
  }

  struct Token: Sendable, Hashable {
    var kind: Kind
    var range: SourceRange
  }

  private let bytes: ContiguousArray<UInt8>
  private var position = 0
  private(set) var tokens: [Token] = []

  /// - Complexity: O(*n*)
  static func tokens(of source: SourceText) -> [Token] {
    var lexer = StyleSheetLexer(bytes: source.utf8)
    lexer.run()
    return lexer.tokens
  }

  private init(bytes: ContiguousArray<UInt8>) { self.bytes = bytes }

  private func peek(_ offset: Int = 0) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  private mutating func append(_ kind: Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: SourceRange(start..<position)))
  }

  private mutating func run() {
    if peek() == 0xEF, peek(1) == 0xBB, peek(2) == 0xBF { position = 3 }
    while position < bytes.count { token() }
    append(.end, from: bytes.count)
  }

  private mutating func token() {
    let start = position
    let byte = bytes[position]
    switch byte {
    case 0x20, 0x09...0x0D: position += 1
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): comment()
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
      while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    case UInt8(ascii: "'"), UInt8(ascii: "\""): quoted(byte, .text)
    case UInt8(ascii: "`"): quoted(byte, .quotedName)
    case UInt8(ascii: "#"):
      position += 1
      word()
      append(.hash, from: start)
    case UInt8(ascii: "@"):
      position += 1
      word()
      append(.atWord, from: start)
    case _ where startsNumber: number(from: start)
    case _ where Self.isWordByte(byte) || byte == UInt8(ascii: "\\"):
      word()
      append(.word, from: start)
    default:
      position += 1
      if "!<>^$*~".utf8.contains(byte), peek() == UInt8(ascii: "=") { position += 1 }
      append(.mark, from: start)
    }
  }

  private var startsNumber: Bool {
    let first = peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: "+") ? 1 : 0
    return peek(first).isDigit || (peek(first) == UInt8(ascii: ".") && peek(first + 1).isDigit)
  }

  /// A number and its unit are one token; what looks like a date or a name of digits is a word.
  private mutating func number(from start: Int) {
    position += 1
    while Self.isWordByte(peek()) || peek() == UInt8(ascii: ".") && peek(1).isDigit
      || (peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-")) && bytes[position - 1] | 0x20 == UInt8(ascii: "e")
    {
      position += 1
    }
    if peek() == UInt8(ascii: "%") { position += 1 }
    append(.number, from: start)
  }

  /// Letters, digits, `_`, `-`, `@` inside a key, and whatever a backslash takes along.
  private mutating func word() {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\\") {
        // At the end of the file it takes nothing along.
        position = min(position + 2, bytes.count)
      } else if Self.isWordByte(bytes[position])
        || bytes[position] == UInt8(ascii: "@") && position > 0
          && Self.isWordByte(bytes[position - 1])
      {
        position += 1
      } else {
        break
      }
    }
    position = min(max(position, 0), bytes.count)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }

  private mutating func quoted(_ quote: UInt8, _ kind: Kind) {
    let start = position
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += byte == UInt8(ascii: "\\") && kind == .text ? 2 : 1
      if byte == quote {
        append(kind, from: start)
        return
      }
    }
    position = bytes.count
    append(.unterminated, from: start)
  }

  private mutating func comment() {
    let start = position
    position += 2
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
    append(.unterminated, from: start)
  }
}
