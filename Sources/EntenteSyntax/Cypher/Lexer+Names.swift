extension Lexer {
  /// A word: a name or a keyword, or a property key with `@`.
  mutating func word() {
    let start = position
    skipNameCharacters()
    guard peek() == 0x40, startsNameCharacter(at: position + 1) else {
      let keyword = Keyword.spelled(by: bytes, from: start, to: position)
      append(.name, keyword, from: start)
      return
    }
    while peek() == 0x40, startsNameCharacter(at: position + 1) {
      position += 1
      skipNameCharacters()
    }
    append(.keyName, from: start)
  }

  /// A name in backquotes, where two backquotes stand for one.
  mutating func quotedName() {
    let start = position
    position += 1
    while position < bytes.count {
      if bytes[position] == 0x60 {
        position += 1
        if peek() != 0x60 {
          append(.quotedName, from: start)
          return
        }
      }
      position += 1
    }
    position = bytes.count
    append(.unterminatedName, from: start)
  }

  mutating func string(quote: UInt8) {
    let start = position
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == quote {
        append(.string, from: start)
        return
      }
      if byte == 0x5C, position < bytes.count { position += 1 }
    }
    append(.unterminatedString, from: start)
  }

  /// White space, a name, a dash, an arrowhead or a stray character beyond ASCII.
  mutating func beyondASCII() {
    let start = position
    guard let (scalar, length) = scalar(at: position) else {
      position += 1
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
      append(.illFormed, from: start)
      return
    }
    if scalar.properties.isIDStart || scalar.properties.generalCategory == .connectorPunctuation {
      word()
      return
    }
    position += length
    switch scalar.value {
    case 0x00A0, 0x1680, 0x180E, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return
    case 0x00AD, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: append(.unicodeDash, from: start)
    case 0x27E8, 0x3008, 0xFE64, 0xFF1C: append(.unicodeLeftArrowhead, from: start)
    case 0x27E9, 0x3009, 0xFE65, 0xFF1E: append(.unicodeRightArrowhead, from: start)
    default: append(.strayUnicode, from: start)
    }
  }

  mutating func skipNameCharacters() {
    while let length = nameCharacterLength(at: position) { position += length }
  }

  func startsNameCharacter(at index: Int) -> Bool { nameCharacterLength(at: index) != nil }

  /// The bytes of the character at an index, if a name may go on with it.
  private func nameCharacterLength(at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x30...0x39, 0x24: return 1
    case 0x80...:
      guard let (scalar, length) = scalar(at: index) else { return nil }
      let properties = scalar.properties
      // A soft hyphen and its like are no ID_Continue, so that a dash never hides in a name.
      return properties.isIDContinue || properties.generalCategory == .currencySymbol ? length : nil
    default: return nil
    }
  }

  /// The Unicode scalar whose UTF-8 bytes start at an index; nil where they are ill-formed.
  private func scalar(at index: Int) -> (Unicode.Scalar, length: Int)? {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count, first < 0x80 || first >= 0xC2 else { return nil }
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<max(length, 1) {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = length == 3 ? 0x800 : length == 4 ? 0x10000 : 0
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
