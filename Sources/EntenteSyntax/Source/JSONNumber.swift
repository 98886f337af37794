/// A number as JSON and PG write it: `-`, an integer without leading zeros, a fraction, an exponent.
///
///     JSONNumber(in: ContiguousArray("2.5e3,".utf8), 0..<6)     // 2500.0, five bytes long
///
/// Source: RFC 8259, section 6.
public struct JSONNumber: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    /// No fraction, no exponent, and fits 64 bits.
    case integer(Int64)
    /// Any other number; always finite.
    case float(Double)
  }

  public let range: SourceRange
  /// The value, or nil where it is beyond the largest double.
  public let value: Value?
  /// Whether an integer is too large for 64 bits, so that digits may be lost.
  public let losesDigits: Bool

  /// The longest number at the start of a range, or nil if none begins there.
  public init?(in bytes: ContiguousArray<UInt8>, _ bounds: Range<Int>) {
    var offset = bounds.lowerBound
    func peek() -> UInt8 { offset < bounds.upperBound ? bytes[offset] : 0 }
    func digits() -> Int {
      let start = offset
      while peek().isASCIIDigit { offset += 1 }
      return offset - start
    }
    let isNegative = peek() == 0x2D
    if isNegative { offset += 1 }
    let magnitude = offset
    if peek() == 0x30 { offset += 1 } else if digits() == 0 { return nil }
    let integerEnd = offset
    if peek() == 0x2E {
      offset += 1
      if digits() == 0 { offset = integerEnd }
    }
    let fractionEnd = offset
    if peek() == 0x65 || peek() == 0x45 {
      offset += 1
      if peek() == 0x2B || peek() == 0x2D { offset += 1 }
      if digits() == 0 { offset = fractionEnd }
    }
    range = SourceRange(bounds.lowerBound..<offset)
    if offset == integerEnd, let integer = Self.integer(bytes[magnitude..<offset], isNegative) {
      value = .integer(integer)
      losesDigits = false
    } else {
      let text = String(decoding: bytes[bounds.lowerBound..<offset], as: UTF8.self)
      let number = Double(text) ?? .infinity
      value = number.isFinite ? .float(number) : nil
      losesDigits = offset == integerEnd
    }
  }

  private static func integer(_ digits: ContiguousArray<UInt8>.SubSequence, _ isNegative: Bool) -> Int64? {
    var value: Int64 = 0
    for digit in digits {
      let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let step = Int64(digit &- 0x30)
      let (sum, overflow) =
        isNegative ? shifted.subtractingReportingOverflow(step) : shifted.addingReportingOverflow(step)
      if tooLarge || overflow { return nil }
      value = sum
    }
    return value
  }
}
