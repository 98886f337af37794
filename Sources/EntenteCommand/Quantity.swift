/// Numbers with a unit, as people type them.
enum Quantity {
  /// `500ms`, `2s`, `1.5 s`, `1m`, `1h`; nil for anything else.
  static func duration(_ text: String) -> Duration? {
    let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)]
    guard let value = number(text, units), value < 1e9 else { return nil }
    return .nanoseconds(Int64(value * 1e9))
  }

  /// `500MB`, `2 GB`, `64K`, `1000`; nil for anything else. A kilobyte has 1,024 bytes.
  static func bytes(_ text: String) -> Int? {
    let units: [(String, Double)] = [
      ("kb", 0x1p10), ("mb", 0x1p20), ("gb", 0x1p30), ("tb", 0x1p40), ("k", 0x1p10), ("m", 0x1p20), ("g", 0x1p30),
      ("t", 0x1p40), ("b", 1), ("", 1),
    ]
    guard let value = number(text.lowercased(), units), value < 0x1p60 else { return nil }
    return Int(value)
  }

  /// A decimal number before one of the units; the first unit that fits is taken.
  private static func number(_ text: String, _ units: [(String, Double)]) -> Double? {
    for (suffix, factor) in units where text.hasSuffix(suffix) {
      let digits = String(text.dropLast(suffix.count)).trimmingSpaces
      // `Double` reads hexadecimal, exponents, NaN and infinity too, none of which is meant here.
      guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else { continue }
      if let value = Double(digits) { return value * factor }
    }
    return nil
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
