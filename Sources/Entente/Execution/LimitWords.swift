/// Limits in the words in which people give them.
///
///     LimitWords.size(4 << 30)                   // "4 GB"
///     LimitWords.time(.milliseconds(1500))       // "1.5s"
enum LimitWords {
  /// A number of bytes in the largest unit that says it exactly; a kilobyte has 1,024 bytes.
  static func size(_ bytes: Int) -> String {
    let units = [("GB", 30), ("MB", 20), ("KB", 10)]
    for (unit, bits) in units where bytes >= 1 << bits && bytes % (1 << bits) == 0 { return "\(bytes >> bits) \(unit)" }
    for (unit, bits) in units where bytes >= 1 << bits && bytes % (1 << bits) * 10 % (1 << bits) == 0 {
      return "\(bytes >> bits).\(bytes % (1 << bits) * 10 >> bits) \(unit)"
    }
    return "\(bytes) bytes"
  }

  /// A time in hours, minutes, seconds or milliseconds, as `--timeout` takes it.
  static func time(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    if attoseconds == 0, seconds > 0, seconds % 3600 == 0 { return "\(seconds / 3600)h" }
    if attoseconds == 0, seconds > 60, seconds % 60 == 0 { return "\(seconds / 60)m" }
    let milliseconds = attoseconds / 1_000_000_000_000_000
    if seconds == 0 { return "\(milliseconds)ms" }
    if milliseconds == 0 { return "\(seconds)s" }
    let digits = String(milliseconds + 1000).dropFirst()
    return "\(seconds).\(digits.prefix(digits.hasSuffix("00") ? 1 : digits.hasSuffix("0") ? 2 : 3))s"
  }
}
