import Synchronization

extension Temporal {
  /// Where a time is told: at an offset from UTC, or in a zone of the IANA database.
  public enum Zone: Hashable, Sendable {
    case offset(Offset)
    case named(NamedZone)

    public static let utc = Zone.offset(.utc)

    /// A zone by its name, or an offset by its text; a blank in a name stands for `_`.
    public init(_ text: String) throws(TemporalError) {
      var scanner = TemporalScanner(Text(text))
      if let offset = try? scanner.offset(), scanner.isAtEnd {
        self = .offset(offset)
      } else if let zone = NamedZone(String(text.map { $0 == " " ? "_" : $0 })) {
        self = .named(zone)
      } else {
        throw .unknownZone(text)
      }
    }
  }

  /// A zone by a name of the IANA database, such as `Europe/Stockholm`.
  public struct NamedZone: Sendable {
    public let name: String
    let rules: TimeZoneRules

    /// nil for a name that is not in the table.
    public init?(_ name: String) {
      guard let rules = TimeZoneRules.named(name) else { return nil }
      self.name = name
      self.rules = rules
    }

    /// All names, in no order.
    public static var names: some Sequence<String> { TimeZoneRules.lines.keys }
  }
}

extension Temporal.NamedZone: Hashable {
  public static func == (left: Temporal.NamedZone, right: Temporal.NamedZone) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// The offsets of a zone through time: transitions, and a rule for the years after the last one.
final class TimeZoneRules: Sendable {
  /// The offset before the first transition.
  private let first: Temporal.Offset
  private let transitions: [(second: Int64, offset: Temporal.Offset)]
  private let rule: YearlyRule?

  enum LocalOffsets: Equatable {
    case one(Temporal.Offset)
    /// The local time is skipped.
    case gap(before: Temporal.Offset, after: Temporal.Offset)
    /// The local time comes twice.
    case overlap(before: Temporal.Offset, after: Temporal.Offset)
  }

  /// The offset at a moment, in seconds since 1970-01-01T00:00Z.
  ///
  /// - Complexity: O(log *transitions*)
  func offset(at second: Int64) -> Temporal.Offset {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].second <= second { low = middle + 1 } else { high = middle }
    }
    if low == transitions.count, let rule { return rule.offset(at: second) }
    return low == 0 ? first : transitions[low - 1].offset
  }

  /// The offsets that a local time may have; zones do not change twice within a day.
  func offsets(atLocal second: Int64) -> LocalOffsets {
    let before = offset(at: second - 86_400)
    let after = offset(at: second + 86_400)
    let isBefore = offset(at: second - Int64(before.seconds)) == before
    let isAfter = offset(at: second - Int64(after.seconds)) == after
    if before == after || isBefore != isAfter { return .one(isBefore || before == after ? before : after) }
    return isBefore ? .overlap(before: before, after: after) : .gap(before: before, after: after)
  }

  /// The change to summer time and back that a zone repeats each year.
  struct YearlyRule: Sendable {
    /// The n-th weekday of a month (n = 5 is the last), and a time of day in seconds.
    struct Day: Sendable {
      let month, week, weekday, time: Int64

      /// The local second at which a year has it.
      func second(in year: Int64) -> Int64 {
        let first = Temporal.Date.days(ofYear: year, month: month, day: 1)
        // 1970-01-01 was a Thursday; Sunday is 0.
        var day = first + (weekday - (first + 4).modulo(7)).modulo(7) + (week - 1) * 7
        if day >= first + Temporal.Date.length(ofMonth: month, in: year) { day -= 7 }
        return day * 86_400 + time
      }
    }

    let standard, summer: Temporal.Offset
    let start, end: Day

    func offset(at second: Int64) -> Temporal.Offset {
      let year = Temporal.Date.civil(ofEpochDay: (second + Int64(standard.seconds)).floorDivided(by: 86_400)).year
      let start = start.second(in: year) - Int64(standard.seconds)
      let end = end.second(in: year) - Int64(summer.seconds)
      let isSummer = start < end ? (start..<end).contains(second) : !(end..<start).contains(second)
      return isSummer ? summer : standard
    }
  }

  /// Reads a line of the table: see `Scripts/time-zones` for its form. nil for a malformed one.
  init?(line: Substring) {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let offsets = parts[1].split(separator: ",").compactMap { Int32($0, radix: 36) }.map {
      Temporal.Offset(unchecked: $0)
    }
    guard let first = offsets.first else { return nil }
    self.first = first
    var transitions: [(second: Int64, offset: Temporal.Offset)] = []
    var digits: [UInt8] = []
    var second: Int64 = 0
    for byte in parts[2].utf8 {
      guard (0x41...0x5A).contains(byte) else {
        digits.append(byte)
        continue
      }
      guard let step = Int64(String(decoding: digits, as: UTF8.self), radix: 36), Int(byte - 0x41) < offsets.count
      else { return nil }
      second += step
      transitions.append((second, offsets[Int(byte - 0x41)]))
      digits = []
    }
    self.transitions = transitions
    let numbers = parts[3].split(separator: ",").compactMap { Int64($0) }
    if numbers.count == 10 {
      rule = YearlyRule(
        standard: Temporal.Offset(unchecked: Int32(truncatingIfNeeded: numbers[0])),
        summer: Temporal.Offset(unchecked: Int32(truncatingIfNeeded: numbers[1])),
        start: .init(month: numbers[2], week: numbers[3], weekday: numbers[4], time: numbers[5]),
        end: .init(month: numbers[6], week: numbers[7], weekday: numbers[8], time: numbers[9]))
    } else {
      rule = nil
    }
  }

  /// The table's line of each name.
  static let lines: [String: Substring] = {
    var lines: [String: Substring] = [:]
    for line in TimeZoneTable.text.split(separator: "\n") {
      for name in line.prefix(while: { $0 != "|" }).split(separator: " ") { lines[String(name)] = line }
    }
    return lines
  }()

  private static let read = Mutex<[String: TimeZoneRules]>([:])

  /// The rules of a zone, read when first asked for.
  static func named(_ name: String) -> TimeZoneRules? {
    guard let line = lines[name] else { return nil }
    return read.withLock { read in
      if let rules = read[name] { return rules }
      let rules = TimeZoneRules(line: line)
      read[name] = rules
      return rules
    }
  }
}
