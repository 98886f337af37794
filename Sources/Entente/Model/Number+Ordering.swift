extension Ordering {
  /// Compares an integer with a float exactly, without rounding the integer; nil when the float is NaN.
  ///
  /// For example, 2^53 + 1 is greater than 2.0^53, though both become the same `Double`.
  public static func exact(_ integer: Int64, _ float: Double) -> Ordering? {
    if float.isNaN { return nil }
    // 2^63 is a Double, Int64.max is not: at and above it, every integer is smaller.
    if float >= 0x1p63 { return .ascending }
    if float < -0x1p63 { return .descending }
    let whole = float.rounded(.towardZero)
    let truncated = Int64(whole)
    if integer != truncated { return integer < truncated ? .ascending : .descending }
    return Ordering(0, float - whole)
  }

  /// Compares two floats; nil when one is NaN. Zeros of either sign are the same.
  public static func exact(_ left: Double, _ right: Double) -> Ordering? {
    left < right ? .ascending : left > right ? .descending : left == right ? .same : nil
  }
}
