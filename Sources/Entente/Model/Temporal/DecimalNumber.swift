/// An exact decimal number with up to eighteen digits after the point: the amounts and factors of durations.
struct DecimalNumber {
  /// The number times 10^18.
  let scaled: Int128

  static let scale: Int128 = 1_000_000_000_000_000_000

  init(scaled: Int128) { self.scaled = scaled }
  init(_ integer: Int64) { scaled = Int128(integer) * Self.scale }

  /// The number as it is written: 0.1 is a tenth. nil for one that is too large or not finite.
  init?(_ float: Double) {
    guard float.isFinite, abs(float) < 1e19 else { return nil }
    // Below the last digit there is nothing to keep.
    if abs(float) < 1e-18 { self.init(scaled: 0) } else { self.init("\(float)") }
  }

  /// Digits with an optional sign, point or comma, and exponent; digits beyond the eighteenth are cut.
  init?(_ text: String) {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    var exponent = 0
    if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let power = Int(rest[rest.index(after: mark)...]), abs(power) < 100 else { return nil }
      exponent = power
      rest = rest[..<mark]
    }
    var digits: Int128 = 0
    var places = 0
    var isAfterPoint = false
    var count = 0
    for byte in rest.utf8 {
      switch byte {
      case 0x30...0x39:
        if isAfterPoint, places >= 18 { continue }
        let (times, overflow) = digits.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        digits = times + Int128(byte - 0x30)
        count += 1
        if isAfterPoint { places += 1 }
      case 0x2E, 0x2C:
        if isAfterPoint || count == 0 { return nil }
        isAfterPoint = true
      default: return nil
      }
    }
    guard count > 0, !isAfterPoint || places > 0 else { return nil }
    var power = 18 - places + exponent
    while power > 0 {
      let (times, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      digits = times
      power -= 1
    }
    while power < 0 {
      digits /= 10
      power += 1
    }
    scaled = isNegative ? -digits : digits
  }

  /// The number times another, or nil where it does not fit.
  func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    // Shared powers of ten are cut first: they are what makes products of short numbers long.
    var (left, right, places) = (scaled, other.scaled, 18)
    while places > 0, left != 0, left % 10 == 0 { (left, places) = (left / 10, places - 1) }
    while places > 0, right != 0, right % 10 == 0 { (right, places) = (right / 10, places - 1) }
    var (product, overflow) = left.multipliedReportingOverflow(by: right)
    if overflow { return DecimalNumber(approximate * other.approximate) }
    while places > 0 {
      product /= 10
      places -= 1
    }
    return DecimalNumber(scaled: product)
  }

  /// The number divided by another that is not zero, or nil where it does not fit.
  func divided(by other: DecimalNumber) -> DecimalNumber? {
    var (divisor, places) = (other.scaled, 18)
    while places > 0, divisor % 10 == 0 { (divisor, places) = (divisor / 10, places - 1) }
    var dividend = scaled
    for _ in 0..<places {
      let (times, overflow) = dividend.multipliedReportingOverflow(by: 10)
      if overflow { return DecimalNumber(approximate / other.approximate) }
      dividend = times
    }
    let (quotient, overflow) = dividend.dividedReportingOverflow(by: divisor)
    return overflow ? nil : DecimalNumber(scaled: quotient)
  }

  private var approximate: Double { Double(scaled) / 1e18 }
}
