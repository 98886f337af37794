/// Numbers and strings.
extension Parser {
  mutating func number(negative: Bool) throws(QueryError) -> Expression {
    let start = start
    return try number(negative: negative, from: start)
  }

  /// A number with its minus sign.
  mutating func negativeNumber() throws(QueryError) -> Expression {
    let start = start
    advance()
    return try number(negative: true, from: start)
  }

  private mutating func number(negative: Bool, from start: Int) throws(QueryError) -> Expression {
    let token = token
    advance()
    switch token.kind {
    case .integer:
      return Expression(.integer(try integer(token, negative: negative)), range: range(from: start))
    case .float:
      let text = source[token.range]
      guard let value = Double(text) else { throw .invalidNumber(text: text, at: token.range) }
      guard value.isFinite else { throw .floatOverflow(text: text, at: token.range) }
      return Expression(.float(negative ? -value : value), range: range(from: start))
    default:
      throw .invalidNumber(text: source[token.range], at: token.range)
    }
  }

  /// The value of an integer token in its base.
  func integer(_ token: Token, negative: Bool) throws(QueryError) -> Int64 {
    let bytes = source.utf8
    var index = Int(token.lower)
    var radix: UInt64 = 10
    if token.upper - token.lower > 2, bytes[index] == 0x30 {
      radix = bytes[index + 1] | 0x20 == UInt8(ascii: "x") ? 16 : 8
      index += 2
    }
    var magnitude: UInt64 = 0
    var overflow = false
    while index < Int(token.upper) {
      let byte = bytes[index]
      let digit = byte <= 0x39 ? UInt64(byte &- 0x30) : UInt64((byte | 0x20) &- 0x57)
      let (product, tooBig) = magnitude.multipliedReportingOverflow(by: radix)
      let (sum, carried) = product.addingReportingOverflow(digit)
      overflow = overflow || tooBig || carried
      magnitude = sum
      index += 1
    }
    let limit: UInt64 = negative ? 1 << 63 : (1 << 63) - 1
    guard !overflow, magnitude <= limit else {
      throw .integerOverflow(text: (negative ? "-" : "") + source[token.range], at: token.range)
    }
    return Int64(truncatingIfNeeded: negative ? 0 &- magnitude : magnitude)
  }

  mutating func string() throws(QueryError) -> Expression {
    let token = token
    let text = try string(token)
    advance()
    return Expression(.string(text), range: token.range)
  }

  /// The text between quotes, its escapes resolved.
  private func string(_ token: Token) throws(QueryError) -> String {
    let content = Int(token.lower) + 1..<Int(token.upper) - 1
    guard source.utf8[content].contains(0x5C) else {
      return source[SourceRange(content)]
    }
    var bytes: [UInt8] = []
    var index = content.lowerBound
    while index < content.upperBound {
      let byte = source.utf8[index]
      if byte == 0x5C {
        try escape(&index, into: &bytes, end: content.upperBound)
      } else {
        bytes.append(byte)
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func escape(_ index: inout Int, into bytes: inout [UInt8], end: Int) throws(QueryError) {
    let start = index
    let letter = index + 1 < end ? source.utf8[index + 1] : 0
    index += 2
    switch letter {
    case 0x5C, 0x27, 0x22: bytes.append(letter)
    case UInt8(ascii: "b"), UInt8(ascii: "B"): bytes.append(0x08)
    case UInt8(ascii: "f"), UInt8(ascii: "F"): bytes.append(0x0C)
    case UInt8(ascii: "n"), UInt8(ascii: "N"): bytes.append(0x0A)
    case UInt8(ascii: "r"), UInt8(ascii: "R"): bytes.append(0x0D)
    case UInt8(ascii: "t"), UInt8(ascii: "T"): bytes.append(0x09)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let scalar = try unicodeEscape(
        &index, digits: letter == UInt8(ascii: "u") ? 4 : 8, from: start, end: end)
      bytes.append(contentsOf: Array(String(Character(scalar)).utf8))
    default:
      // The whole character after the backslash, which may take several bytes.
      while index < end, source.utf8[index] & 0xC0 == 0x80 { index += 1 }
      throw .unknownEscape(text: source[SourceRange(start..<index)], at: SourceRange(start..<index))
    }
  }

  /// The character of a `\u` or `\U` escape; two `\u` escapes may be a surrogate pair.
  private func unicodeEscape(
    _ index: inout Int, digits: Int, from start: Int, end: Int
  ) throws(QueryError) -> Unicode.Scalar {
    var value = try hexadecimal(&index, digits: digits, from: start, end: end)
    if value >> 10 == 0x36, index + 1 < end, source.utf8[index] == 0x5C,
      source.utf8[index + 1] == UInt8(ascii: "u")
    {
      index += 2
      let low = try hexadecimal(&index, digits: 4, from: start, end: end)
      value = low >> 10 == 0x37 ? 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF : value
    }
    guard let scalar = Unicode.Scalar(value) else {
      let range = SourceRange(start..<index)
      throw .invalidUnicodeEscape(text: source[range], digits: digits, at: range)
    }
    return scalar
  }

  private func hexadecimal(
    _ index: inout Int, digits: Int, from start: Int, end: Int
  ) throws(QueryError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard index < end, let digit = Character(Unicode.Scalar(source.utf8[index])).hexDigitValue else {
        let range = SourceRange(start..<min(index + 1, end))
        throw .invalidUnicodeEscape(text: source[range], digits: digits, at: range)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
