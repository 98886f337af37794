extension Double {
  /// The number as openCypher writes it: the shortest digits that read back as the same number.
  ///
  ///     1.0    -0.5    0.000001    1e-7    100000000000000000000.0    1e21    1.5e308    NaN    Inf    -Inf
  ///
  /// Exponents begin where ECMAScript's `Number::toString` begins them. Negative zero is `0.0`, as in the TCK.
  public var cypherText: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Inf" : "Inf" }
    if self == 0 { return "0.0" }
    let (digits, point) = magnitude.shortestDigits
    let sign = self < 0 ? "-" : ""
    let body: String
    if point > 21 || point < -5 {
      let fraction = digits.dropFirst()
      body = "\(digits.prefix(1))\(fraction.isEmpty ? "" : ".")\(fraction)e\(point - 1)"
    } else if point <= 0 {
      body = "0." + String(repeating: "0", count: -point) + digits
    } else if digits.utf8.count <= point {
      body = digits + String(repeating: "0", count: point - digits.utf8.count) + ".0"
    } else {
      body = "\(digits.prefix(point)).\(digits.dropFirst(point))"
    }
    return sign + body
  }

  /// The digits of a positive finite number without zeros at either end, and where the point stands: 0.d₁d₂… × 10^point.
  private var shortestDigits: (digits: String, point: Int) {
    // Swift prints the shortest digits that round-trip; only their layout is changed here.
    let parts = description.split(separator: "e", maxSplits: 1)
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", maxSplits: 1)
    let whole = mantissa[0]
    var digits = String(whole) + (mantissa.count == 2 ? String(mantissa[1]) : "")
    let leading = digits.prefix { $0 == "0" }.count
    digits.removeFirst(leading)
    while digits.hasSuffix("0") { digits.removeLast() }
    return (digits, whole.utf8.count - leading + exponent)
  }
}
