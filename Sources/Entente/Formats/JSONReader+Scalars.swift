public import EntenteSyntax

extension JSONReader {
  /// Reads a string.
  public mutating func string() throws(Failure) -> Text {
    skipSpace()
    let start = position
    guard byte == 0x22 else { throw unexpected("a string") }
    var bytes: ContiguousArray<UInt8> = []
    position += 1
    var from = position
    while byte != 0x22 {
      guard position < end else {
        throw failure("the string has no end: expected a closing quotation mark", start..<min(start + 1, end))
      }
      if byte < 0x20 {
        throw failure(
          "a control character in a string is written as an escape sequence", position..<position + 1)
      }
      if byte == 0x5C {
        bytes.append(contentsOf: source.utf8[from..<position])
        try escape(into: &bytes)
        from = position
      } else {
        position += 1
      }
    }
    bytes.append(contentsOf: source.utf8[from..<position])
    position += 1
    complete(from: start)
    return Text(utf8: bytes)
  }

  /// Reads a number.
  public mutating func number() throws(Failure) -> JSONNumber {
    skipSpace()
    let start = position
    var upper = start
    while upper < end, Self.isWord(source.utf8[upper]) { upper += 1 }
    guard let number = JSONNumber(in: source.utf8, start..<upper) else { throw unexpected("a number") }
    guard number.range.upper == upper else {
      throw failure("`\(source[SourceRange(start..<upper)])` is no number as JSON writes it", start..<upper)
    }
    guard number.value != nil else {
      throw failure(
        "the number \(source[number.range]) is beyond the largest floating-point number", start..<upper)
    }
    position = upper
    complete(from: start)
    return number
  }

  /// Reads `true` or `false`.
  public mutating func boolean() throws(Failure) -> Bool {
    let isTrue = byte == 0x74
    try word(isTrue ? "true" : "false")
    return isTrue
  }

  /// Reads `null`.
  public mutating func null() throws(Failure) { try word("null") }

  private mutating func word(_ word: String) throws(Failure) {
    skipSpace()
    let start = position
    var upper = start
    while upper < end, Self.isWord(source.utf8[upper]) { upper += 1 }
    guard source.utf8[start..<upper].elementsEqual(word.utf8) else { throw unexpected("a value") }
    position = upper
    complete(from: start)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F, 0x80...0xFF: true
    default: false
    }
  }

  /// Decodes the escape sequence at the position.
  private mutating func escape(into bytes: inout ContiguousArray<UInt8>) throws(Failure) {
    let start = position
    position += 2
    switch byte(at: start + 1) {
    case 0x22, 0x5C, 0x2F: bytes.append(byte(at: start + 1))
    case 0x62: bytes.append(0x08)
    case 0x66: bytes.append(0x0C)
    case 0x6E: bytes.append(0x0A)
    case 0x72: bytes.append(0x0D)
    case 0x74: bytes.append(0x09)
    case 0x75:
      guard var unit = codeUnit(at: position) else {
        throw failure("`\\u` needs four hexadecimal digits", start..<min(position, end))
      }
      position += 4
      if 0xD800...0xDBFF ~= unit, byte == 0x5C, byte(at: position + 1) == 0x75,
        let low = codeUnit(at: position + 2), 0xDC00...0xDFFF ~= low
      {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
        position += 6
      }
      guard let scalar = Unicode.Scalar(unit), let encoded = UTF8.encode(scalar) else {
        throw failure(
          "the escape sequence is half a character: a high and a low surrogate belong together",
          start..<position)
      }
      bytes.append(contentsOf: encoded)
    default:
      throw failure("unknown escape sequence in a string", start..<min(start + 1, end))
    }
  }

  /// The four hexadecimal digits at an offset.
  private func codeUnit(at offset: Int) -> UInt32? {
    var unit: UInt32 = 0
    for index in offset..<offset + 4 {
      switch byte(at: index) {
      case let digit where 0x30...0x39 ~= digit: unit = unit << 4 | UInt32(digit - 0x30)
      case let digit where 0x41...0x46 ~= digit: unit = unit << 4 | UInt32(digit - 0x37)
      case let digit where 0x61...0x66 ~= digit: unit = unit << 4 | UInt32(digit - 0x57)
      default: return nil
      }
    }
    return unit
  }

  // MARK: Errors

  /// The error that something else stands here.
  func unexpected(_ expected: String) -> Failure {
    var upper = position
    while upper < end, Self.isWord(source.utf8[upper]) { upper += 1 }
    if upper == position, position < end { upper += 1 }
    let found = upper == position ? "the end" : "`\(source[SourceRange(position..<upper)])`"
    return failure("expected \(expected), found \(found)", position..<upper)
  }

  func failure(_ message: String, _ range: Range<Int>) -> Failure {
    Failure(diagnostic: Diagnostic(.error, code: "PJ001", message, at: SourceRange(range)))
  }
}
