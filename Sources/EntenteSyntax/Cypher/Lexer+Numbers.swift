extension Lexer {
  /// An integer in base 10, 16 (`0x`) or 8 (`0o`), or a decimal number such as `.5`, `1.5` or `1e9`.
  mutating func number() {
    let start = position
    var kind = Token.Kind.integer
    if peek() == 0x30, peek(1) | 0x20 == UInt8(ascii: "x") {
      position += 2
      if !skip(where: \.isHexDigit) { kind = .malformedNumber }
    } else if peek() == 0x30, peek(1) | 0x20 == UInt8(ascii: "o") {
      position += 2
      if !skip(where: \.isOctalDigit) { kind = .malformedNumber }
    } else {
      kind = decimal()
    }
    if startsNameCharacter(at: position) {
      kind = .malformedNumber
      skipNameCharacters()
    }
    append(kind, from: start)
  }

  private mutating func decimal() -> Token.Kind {
    let start = position
    var kind = Token.Kind.integer
    skip(where: \.isDigit)
    if position - start > 1, bytes[start] == 0x30 { kind = .malformedNumber }
    // A point without a digit belongs to a slice (`[1..2]`) or a property.
    if peek() == 0x2E, peek(1).isDigit {
      kind = .float
      position += 1
      skip(where: \.isDigit)
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
      if peek(1 + sign).isDigit {
        kind = .float
        position += 1 + sign
        skip(where: \.isDigit)
      }
    }
    return kind
  }

  /// Skips bytes of a kind; whether there was one.
  @discardableResult
  private mutating func skip(where included: (UInt8) -> Bool) -> Bool {
    let start = position
    while position < bytes.count, included(bytes[position]) { position += 1 }
    return position > start
  }
}

extension UInt8 {
  /// Whether the byte is one of the digits 0 to 9.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  fileprivate var isOctalDigit: Bool { self >= 0x30 && self <= 0x37 }
  fileprivate var isHexDigit: Bool { isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x66) }
}
