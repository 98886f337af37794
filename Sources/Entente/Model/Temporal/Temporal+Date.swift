extension Temporal {
  /// A day of the proleptic Gregorian calendar.
  ///
  /// Conversions between days and civil dates count in eras of 400 years with years that begin in March, after
  /// H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
  public struct Date: Hashable, Sendable {
    /// Days since 1970-01-01.
    public let epochDay: Int64

    public static let years: ClosedRange<Int64> = -999_999_999...999_999_999
    static let epochDays =
      days(ofYear: years.lowerBound, month: 1, day: 1)...days(ofYear: years.upperBound, month: 12, day: 31)

    /// The seconds of all moments, with a day to spare for offsets.
    static let epochSeconds = (epochDays.lowerBound - 1) * 86_400...(epochDays.upperBound + 2) * 86_400

    /// - Throws: `outOfRange` beyond the years.
    public init(epochDay: Int64) throws(TemporalError) {
      guard Self.epochDays.contains(epochDay) else { throw .outOfRange(.date) }
      self.epochDay = epochDay
    }

    private init(unchecked epochDay: Int64) { self.epochDay = epochDay }

    static let epoch = Date(unchecked: 0)

    /// A calendar date.
    public init(year: Int64, month: Int64 = 1, day: Int64 = 1) throws(TemporalError) {
      try Self.check(year: year)
      try Self.check("month", month, 1...12)
      try Self.check("day", day, 1...31)
      let length = Self.length(ofMonth: month, in: year)
      guard day <= length else {
        throw .noSuchDay("day", day, period: "\(YearText.text(year))-\(month < 10 ? "0" : "")\(month)", days: length)
      }
      epochDay = Self.days(ofYear: year, month: month, day: day)
    }

    /// A week date of ISO 8601: week 1 has the year's first Thursday, days run from Monday, 1, to Sunday, 7.
    public init(weekYear: Int64, week: Int64 = 1, dayOfWeek: Int64 = 1) throws(TemporalError) {
      try Self.check(year: weekYear)
      try Self.check("week", week, 1...53)
      try Self.check("dayOfWeek", dayOfWeek, 1...7)
      guard week <= Self.weeks(in: weekYear) else { throw .noSuchWeek(year: weekYear) }
      try self.init(epochDay: Self.firstMonday(of: weekYear) + (week - 1) * 7 + dayOfWeek - 1)
    }

    /// The day of a year, counted from 1.
    public init(year: Int64, ordinalDay: Int64) throws(TemporalError) {
      try Self.check(year: year)
      try Self.check("ordinalDay", ordinalDay, 1...366)
      let length: Int64 = Self.isLeap(year) ? 366 : 365
      guard ordinalDay <= length else {
        throw .noSuchDay("ordinalDay", ordinalDay, period: YearText.text(year), days: length)
      }
      epochDay = Self.days(ofYear: year, month: 1, day: 1) + ordinalDay - 1
    }

    /// The day of a quarter, counted from 1.
    public init(year: Int64, quarter: Int64, dayOfQuarter: Int64 = 1) throws(TemporalError) {
      try Self.check(year: year)
      try Self.check("quarter", quarter, 1...4)
      try Self.check("dayOfQuarter", dayOfQuarter, 1...92)
      let month = quarter * 3 - 2
      let first = Self.days(ofYear: year, month: month, day: 1)
      let length = (0..<3).reduce(Int64(0)) { $0 + Self.length(ofMonth: month + $1, in: year) }
      guard dayOfQuarter <= length else {
        throw .noSuchDay("dayOfQuarter", dayOfQuarter, period: "\(YearText.text(year))-Q\(quarter)", days: length)
      }
      epochDay = first + dayOfQuarter - 1
    }

    static func check(_ name: String, _ value: Int64, _ range: ClosedRange<Int64>) throws(TemporalError) {
      guard range.contains(value) else { throw .component(name, value, range) }
    }

    private static func check(year: Int64) throws(TemporalError) { try check("year", year, years) }
  }
}

// MARK: Components

extension Temporal.Date {
  /// Year, month (1 to 12) and day (1 to 31).
  public var civil: (year: Int64, month: Int64, day: Int64) { Self.civil(ofEpochDay: epochDay) }

  static func civil(ofEpochDay epochDay: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = epochDay + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  static func days(ofYear year: Int64, month: Int64, day: Int64) -> Int64 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func length(ofMonth month: Int64, in year: Int64) -> Int64 {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public var year: Int64 { civil.year }
  public var month: Int64 { civil.month }
  public var day: Int64 { civil.day }
  public var quarter: Int64 { (month + 2) / 3 }
  /// 1 on Monday to 7 on Sunday; 1970-01-01 was a Thursday.
  public var dayOfWeek: Int64 { (epochDay + 3).modulo(7) + 1 }
  public var ordinalDay: Int64 { epochDay - Self.days(ofYear: year, month: 1, day: 1) + 1 }

  public var dayOfQuarter: Int64 {
    let civil = civil
    return epochDay - Self.days(ofYear: civil.year, month: (civil.month + 2) / 3 * 3 - 2, day: 1) + 1
  }

  /// The year of the week's Thursday.
  public var weekYear: Int64 { Self.civil(ofEpochDay: epochDay - dayOfWeek + 4).year }
  public var week: Int64 { (epochDay - Self.firstMonday(of: weekYear)) / 7 + 1 }

  /// The Monday of week 1, the week of January 4.
  static func firstMonday(of year: Int64) -> Int64 {
    let fourth = days(ofYear: year, month: 1, day: 4)
    return fourth - (fourth + 3).modulo(7)
  }

  static func weeks(in year: Int64) -> Int64 { (firstMonday(of: year + 1) - firstMonday(of: year)) / 7 }

  /// The same day so many months later, or the month's last where it has fewer days.
  func adding(months: Int64) throws(TemporalError) -> Temporal.Date {
    let civil = civil
    let (total, overflow) = (civil.year * 12 + civil.month - 1).addingReportingOverflow(months)
    let year = total.floorDivided(by: 12)
    guard !overflow, Self.years.contains(year) else { throw .outOfRange(.date) }
    let month = total.modulo(12) + 1
    return try Temporal.Date(year: year, month: month, day: min(civil.day, Self.length(ofMonth: month, in: year)))
  }

  func adding(days: Int64) throws(TemporalError) -> Temporal.Date {
    let (total, overflow) = epochDay.addingReportingOverflow(days)
    if overflow { throw .outOfRange(.date) }
    return try Temporal.Date(epochDay: total)
  }
}

extension Temporal.Date: CustomStringConvertible {
  /// `2025-02-24`, with a sign and all digits beyond four: `-0001-01-01`, `+12345-01-01`.
  public var description: String {
    let civil = civil
    return "\(YearText.text(civil.year))-\(civil.month.padded(2))-\(civil.day.padded(2))"
  }
}

/// Years in dates.
enum YearText {
  static func text(_ year: Int64) -> String {
    switch year {
    case 0...9999: year.padded(4)
    case ..<0: "-" + (-year).padded(4)
    default: "+\(year)"
    }
  }
}

extension Int64 {
  /// The remainder, from 0 up.
  func modulo(_ divisor: Int64) -> Int64 {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  /// The quotient rounded down.
  func floorDivided(by divisor: Int64) -> Int64 { self / divisor - (self % divisor < 0 ? 1 : 0) }

  /// The digits with zeros in front, at least so many.
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
