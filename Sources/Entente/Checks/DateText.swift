import EntenteSyntax

/// A date as graph files write it: `2025`, `2025-02`, `2025-02-24`, `~2025`, `2025-02/2028`.
///
/// Compared by the first and last day that it may be, as year · 10,000 + month · 100 + day.
struct DateText {
  let first: Int
  let last: Int
  let precision: Schema.Precision

  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let start = Self.single(parts[0]) else { return nil }
    guard parts.count == 2 else {
      self = start
      return
    }
    guard let end = Self.single(parts[1]), start.first <= end.last else { return nil }
    self.init(first: start.first, last: end.last, precision: start.precision)
  }

  private init(first: Int, last: Int, precision: Schema.Precision) {
    self.first = first
    self.last = last
    self.precision = precision
  }

  private static func single(_ text: Substring) -> DateText? {
    var text = text
    if text.first == "~" { text = text.dropFirst() }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    var numbers: [Int] = []
    for (part, length) in zip(parts, lengths) {
      guard part.utf8.count == length, part.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(part) else {
        return nil
      }
      numbers.append(number)
    }
    guard parts.count <= 3, let year = numbers.first else { return nil }
    guard numbers.count > 1 else {
      return DateText(first: year * 10_000 + 101, last: year * 10_000 + 1231, precision: .year)
    }
    guard 1...12 ~= numbers[1] else { return nil }
    let month = year * 10_000 + numbers[1] * 100
    let days = days(ofMonth: numbers[1], year)
    guard numbers.count > 2 else { return DateText(first: month + 1, last: month + days, precision: .month) }
    guard 1...days ~= numbers[2] else { return nil }
    return DateText(first: month + numbers[2], last: month + numbers[2], precision: .day)
  }

  private static func days(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
