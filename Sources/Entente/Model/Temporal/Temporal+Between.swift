/// Durations between two instants.
///
/// An instant that lacks a date, a time or a zone takes the other's; a date without a time begins at midnight. With
/// zones, months and days are counted in the first instant's local time and the rest in elapsed time. Between a time of
/// day and anything else only the time counts.
extension Temporal.Duration {
  /// Months, then days, then the rest.
  static func between(_ from: Temporal, _ to: Temporal) throws(TemporalError) -> Temporal.Duration {
    let span = try Span(from, to)
    let months = span.months
    let start = try span.from.adding(months: months)
    let days = try Span(start, span.to, hasDates: span.hasDates).days
    let rest = try span.to.epochNanosecond - start.adding(days: days).epochNanosecond
    return try Temporal.Duration(months: Int128(months), days: Int128(days), nanoseconds: rest)
  }

  static func inMonths(_ from: Temporal, _ to: Temporal) throws(TemporalError) -> Temporal.Duration {
    Temporal.Duration(months: try Span(from, to).months, days: 0, seconds: 0)
  }

  static func inDays(_ from: Temporal, _ to: Temporal) throws(TemporalError) -> Temporal.Duration {
    Temporal.Duration(months: 0, days: try Span(from, to).days, seconds: 0)
  }

  static func inSeconds(_ from: Temporal, _ to: Temporal) throws(TemporalError) -> Temporal.Duration {
    let span = try Span(from, to)
    return try Temporal.Duration(
      months: 0, days: 0, nanoseconds: span.to.epochNanosecond - span.from.epochNanosecond)
  }
}

/// Two instants in one zone.
private struct Span {
  let from, to: Temporal.DateTime
  /// Whether both have a date of their own.
  let hasDates: Bool

  init(_ from: Temporal.DateTime, _ to: Temporal.DateTime, hasDates: Bool) throws(TemporalError) {
    (self.from, self.to, self.hasDates) = (from, to, hasDates)
  }

  init(_ from: Temporal, _ to: Temporal) throws(TemporalError) {
    let start = try Parts(from)
    let end = try Parts(to)
    let startZone = start.zone ?? end.zone ?? .utc
    let first = try Temporal.DateTime(
      Temporal.LocalDateTime(start.date ?? end.date ?? .epoch, start.time ?? .midnight), in: startZone,
      preferring: start.offset)
    let last = try Temporal.DateTime(
      Temporal.LocalDateTime(end.date ?? start.date ?? .epoch, end.time ?? .midnight), in: end.zone ?? startZone,
      preferring: end.offset)
    try self.init(first, last.at(startZone), hasDates: start.date != nil && end.date != nil)
  }

  private struct Parts {
    var date: Temporal.Date?
    var time: Temporal.LocalTime?
    var zone: Temporal.Zone?
    var offset: Temporal.Offset?

    init(_ value: Temporal) throws(TemporalError) {
      switch value {
      case .date(let date): self.date = date
      case .localTime(let time): self.time = time
      case .time(let time): (self.time, zone, offset) = (time.local, .offset(time.offset), time.offset)
      case .localDateTime(let value): (date, time) = (value.date, value.time)
      case .dateTime(let value):
        (date, time, zone, offset) = (value.local.date, value.local.time, value.zoneOrOffset, value.offset)
      case .partialDate(let value):
        guard let day = value.day else { throw .notADay(value.text) }
        date = day
      case .duration: throw .cannotMake(.dateTime, from: .duration)
      }
    }
  }

  /// Whole months of local time.
  var months: Int64 {
    guard hasDates else { return 0 }
    let (start, end) = (from.local.date.civil, to.local.date.civil)
    let months = (end.year - start.year) * 12 + end.month - start.month
    let (startRest, endRest) = (
      (start.day, from.local.time.nanosecondOfDay), (end.day, to.local.time.nanosecondOfDay)
    )
    if months > 0, endRest < startRest { return months - 1 }
    return months < 0 && endRest > startRest ? months + 1 : months
  }

  /// Whole days of local time.
  var days: Int64 {
    guard hasDates else { return 0 }
    let days = to.local.date.epochDay - from.local.date.epochDay
    if days > 0, to.local.time.nanosecondOfDay < from.local.time.nanosecondOfDay { return days - 1 }
    return days < 0 && to.local.time.nanosecondOfDay > from.local.time.nanosecondOfDay ? days + 1 : days
  }
}

extension Temporal.DateTime {
  fileprivate func adding(months: Int64) throws(TemporalError) -> Temporal.DateTime {
    months == 0 ? self : try with(local.date.adding(months: months))
  }

  fileprivate func adding(days: Int64) throws(TemporalError) -> Temporal.DateTime {
    days == 0 ? self : try with(local.date.adding(days: days))
  }

  private func with(_ date: Temporal.Date) throws(TemporalError) -> Temporal.DateTime {
    try Temporal.DateTime(Temporal.LocalDateTime(date, local.time), in: zoneOrOffset, preferring: offset)
  }
}
