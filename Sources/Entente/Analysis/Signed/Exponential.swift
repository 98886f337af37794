/// e^x without the C library, so that it is the same on every machine.
enum Exponential {
  /// e^x; exact to the last few bits, 0 for what is too small.
  static func of(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    guard x < 700 else { return .infinity }
    // e^x = 2^k · e^r with |r| ≤ ½ ln 2, and e^r by its series.
    let ln2 = 0.693_147_180_559_945_3
    let exponent = (x / ln2).rounded()
    let rest = x - exponent * 0.693_147_180_369_123_8 - exponent * 1.908_214_929_270_587_7e-10
    var (sum, term) = (1.0, 1.0)
    for order in 1...16 {
      term *= rest / Double(order)
      sum += term
    }
    return sum * Double(sign: .plus, exponent: Int(exponent), significand: 1)
  }
}
