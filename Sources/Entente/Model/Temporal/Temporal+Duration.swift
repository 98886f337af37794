extension Temporal {
  /// An amount of time: months, days and seconds apart, since their lengths differ; signs may differ too.
  public struct Duration: Hashable, Sendable {
    public let months: Int64
    public let days: Int64
    /// Whole seconds, rounded down; the rest is in ``nanoseconds``.
    public let seconds: Int64
    /// From 0 to 999,999,999.
    public let nanoseconds: Int64

    public static let zero = Duration(months: 0, days: 0, seconds: 0)
    /// The mean of the Gregorian calendar, a twelfth of 365.2425 days: what a part of a month counts for.
    static let secondsPerMonth: Int128 = 2_629_746

    public init(months: Int64, days: Int64, seconds: Int64) {
      (self.months, self.days, self.seconds, nanoseconds) = (months, days, seconds, 0)
    }

    init(months: Int128, days: Int128, nanoseconds total: Int128) throws(TemporalError) {
      let rest = total % 1_000_000_000
      let nanoseconds = rest < 0 ? rest + 1_000_000_000 : rest
      guard let months = Int64(exactly: months), let days = Int64(exactly: days),
        let seconds = Int64(exactly: (total - nanoseconds) / 1_000_000_000)
      else { throw .outOfRange(.duration) }
      (self.months, self.days, self.seconds, self.nanoseconds) = (months, days, seconds, Int64(nanoseconds))
    }

    /// Decimal months and days, times 10^18: parts of a month become days and seconds, parts of a day seconds.
    init(scaledMonths: Int128, scaledDays: Int128, nanoseconds: Int128) throws(TemporalError) {
      let scale = DecimalNumber.scale
      let monthRest = scaledMonths % scale * Self.secondsPerMonth
      let extraDays = monthRest / (86_400 * scale)
      // Both fit by far: at most a day's seconds times 10^27.
      let monthNanoseconds = monthRest % (86_400 * scale) * 1_000_000_000 / scale
      let dayNanoseconds = scaledDays % scale * 86_400 * 1_000_000_000 / scale
      let (time, overflow) = nanoseconds.addingReportingOverflow(monthNanoseconds + dayNanoseconds)
      if overflow { throw .outOfRange(.duration) }
      try self.init(months: scaledMonths / scale, days: scaledDays / scale + extraDays, nanoseconds: time)
    }

    /// All time below the day, in nanoseconds.
    var totalNanoseconds: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }

    /// The length in nanoseconds with months of mean length: what ORDER BY goes by.
    var meanNanoseconds: Int128 {
      (Int128(months) * Self.secondsPerMonth + Int128(days) * 86_400) * 1_000_000_000 + totalNanoseconds
    }
  }
}

// MARK: Arithmetic

extension Temporal.Duration {
  func adding(_ other: Temporal.Duration) throws(TemporalError) -> Temporal.Duration {
    try Temporal.Duration(
      months: Int128(months) + Int128(other.months), days: Int128(days) + Int128(other.days),
      nanoseconds: totalNanoseconds + other.totalNanoseconds)
  }

  func subtracting(_ other: Temporal.Duration) throws(TemporalError) -> Temporal.Duration {
    try Temporal.Duration(
      months: Int128(months) - Int128(other.months), days: Int128(days) - Int128(other.days),
      nanoseconds: totalNanoseconds - other.totalNanoseconds)
  }

  func multiplied(by factor: DecimalNumber) throws(TemporalError) -> Temporal.Duration {
    try mapped { $0.multiplied(by: factor) }
  }

  /// - Parameter divisor: not zero.
  func divided(by divisor: DecimalNumber) throws(TemporalError) -> Temporal.Duration {
    try mapped { $0.divided(by: divisor) }
  }

  /// Each component with a function applied to it; fractions go to the smaller components.
  private func mapped(_ function: (DecimalNumber) -> DecimalNumber?) throws(TemporalError) -> Temporal.Duration {
    guard let months = function(DecimalNumber(months)), let days = function(DecimalNumber(days)),
      let seconds = function(DecimalNumber(seconds)), let nanoseconds = function(DecimalNumber(nanoseconds))
    else { throw .outOfRange(.duration) }
    let scale = DecimalNumber.scale
    let (parts, overflow) = (seconds.scaled % scale * 1_000_000_000).addingReportingOverflow(nanoseconds.scaled)
    if overflow { throw .outOfRange(.duration) }
    return try Temporal.Duration(
      scaledMonths: months.scaled, scaledDays: days.scaled,
      nanoseconds: seconds.scaled / scale * 1_000_000_000 + parts / scale)
  }
}

// MARK: Text

extension Temporal.Duration: CustomStringConvertible {
  /// `P1Y2M3DT4H5M6.7S`: components that are zero left out, each with its sign, `PT0S` for nothing.
  public var description: String {
    var text = "P"
    func append(_ amount: Int64, _ unit: String) {
      if amount != 0 { text += "\(amount)\(unit)" }
    }
    append(months / 12, "Y")
    append(months % 12, "M")
    append(days, "D")
    let total = totalNanoseconds
    guard total != 0 else { return text == "P" ? "PT0S" : text }
    text += "T"
    append(Int64(total / 3_600_000_000_000), "H")
    append(Int64(total / 60_000_000_000 % 60), "M")
    let second = total % 60_000_000_000
    if second != 0 {
      let size = Int64(second.magnitude)
      let fraction = Temporal.LocalTime.fraction(size % 1_000_000_000)
      text += "\(second < 0 ? "-" : "")\(size / 1_000_000_000)\(fraction)S"
    }
    return text
  }

  /// A duration of a text such as `P1Y2M3DT4H5M6.7S`, `P2.5W` or `P2012-02-02T14:37:21.545`.
  public init(_ text: Text) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    let isNegative = scanner.take("-")
    if !isNegative { _ = scanner.take("+") }
    guard scanner.take("P") else { throw .unreadable }
    let start = scanner.place
    var duration: Temporal.Duration
    if let whole = try Self.likeDateTime(&scanner) {
      duration = whole
    } else {
      scanner.place = start
      duration = try Self.designated(&scanner)
    }
    self = isNegative ? try Self.zero.subtracting(duration) : duration
  }

  /// `YYYY-MM-DD[Thh:mm:ss]` or `YYYYMMDD[Thhmmss]` as amounts; nil for another form.
  private static func likeDateTime(_ scanner: inout TemporalScanner) throws(TemporalError) -> Temporal.Duration? {
    guard let year = try? scanner.number(4) else { return nil }
    let isExtended = scanner.take("-")
    guard let month = try? scanner.number(2), !isExtended || scanner.take("-"), let day = try? scanner.number(2),
      scanner.isAtEnd || scanner.peek == 0x54
    else { return nil }
    try Temporal.Date.check("month", month, 0...12)
    try Temporal.Date.check("day", day, 0...31)
    let time = scanner.take("T") ? try scanner.time() : .midnight
    try scanner.expectEnd()
    return try Temporal.Duration(
      months: Int128(year * 12 + month), days: Int128(day), nanoseconds: Int128(time.nanosecondOfDay))
  }

  private static func designated(_ scanner: inout TemporalScanner) throws(TemporalError) -> Temporal.Duration {
    var sum = DurationSum()
    var units: ArraySlice<(Unicode.Scalar, DurationUnit)> = [
      ("Y", .years), ("M", .months), ("W", .weeks), ("D", .days),
    ]
    var count = 0
    func read(_ scanner: inout TemporalScanner) throws(TemporalError) {
      while !scanner.isAtEnd, scanner.peek != 0x54 {
        let amount = try scanner.decimal()
        guard let place = units.firstIndex(where: { scanner.take($0.0) }) else { throw .unreadable }
        try sum.add(amount, units[place].1)
        units = units[(place + 1)...]
        count += 1
      }
    }
    try read(&scanner)
    if scanner.take("T") {
      units = [("H", .hours), ("M", .minutes), ("S", .seconds)]
      let before = count
      try read(&scanner)
      if count == before { throw .unreadable }
    }
    try scanner.expectEnd()
    guard count > 0 else { throw .unreadable }
    return try sum.duration()
  }
}

/// The units that a duration is given in.
public enum DurationUnit: String, Sendable, CaseIterable {
  case years, quarters, months, weeks, days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds
}

/// Adds up decimal amounts of units.
struct DurationSum {
  private var months: Int128 = 0
  private var days: Int128 = 0
  private var seconds: Int128 = 0
  private var nanoseconds: Int128 = 0

  mutating func add(_ amount: DecimalNumber, _ unit: DurationUnit) throws(TemporalError) {
    switch unit {
    case .years: try Self.add(amount, times: 12, to: &months)
    case .quarters: try Self.add(amount, times: 3, to: &months)
    case .months: try Self.add(amount, times: 1, to: &months)
    case .weeks: try Self.add(amount, times: 7, to: &days)
    case .days: try Self.add(amount, times: 1, to: &days)
    case .hours: try Self.add(amount, times: 3600, to: &seconds)
    case .minutes: try Self.add(amount, times: 60, to: &seconds)
    case .seconds: try Self.add(amount, times: 1, to: &seconds)
    case .milliseconds: try addNanoseconds(amount, times: 1_000_000)
    case .microseconds: try addNanoseconds(amount, times: 1000)
    case .nanoseconds: try addNanoseconds(amount, times: 1)
    }
  }

  private mutating func addNanoseconds(_ amount: DecimalNumber, times factor: Int128) throws(TemporalError) {
    let size = DecimalNumber.scale
    let (whole, overflow) = (amount.scaled / size).multipliedReportingOverflow(by: factor)
    if overflow { throw .outOfRange(.duration) }
    try Self.add(whole + amount.scaled % size * factor / size, to: &nanoseconds)
  }

  private static func add(_ amount: DecimalNumber, times factor: Int128, to sum: inout Int128) throws(TemporalError) {
    let (product, overflow) = amount.scaled.multipliedReportingOverflow(by: factor)
    if overflow { throw .outOfRange(.duration) }
    try add(product, to: &sum)
  }

  private static func add(_ amount: Int128, to sum: inout Int128) throws(TemporalError) {
    let (total, overflow) = sum.addingReportingOverflow(amount)
    if overflow { throw .outOfRange(.duration) }
    sum = total
  }

  func duration() throws(TemporalError) -> Temporal.Duration {
    let scale = DecimalNumber.scale
    let whole = seconds / scale * 1_000_000_000
    let broken = seconds % scale * 1_000_000_000 / scale
    let (time, overflow) = nanoseconds.addingReportingOverflow(whole + broken)
    if overflow { throw .outOfRange(.duration) }
    return try Temporal.Duration(scaledMonths: months, scaledDays: days, nanoseconds: time)
  }
}
