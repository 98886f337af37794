/// Instants and durations.
extension Temporal {
  /// The instant so much later, or earlier: months first, then days, then time.
  ///
  /// A day that the new month lacks becomes its last day. A date takes the whole days of the time and leaves out the
  /// rest, a time of day leaves out months and days. A datetime takes months and days in local time and the rest in
  /// elapsed time.
  func adding(_ duration: Duration, sign: Int64 = 1) throws(TemporalError) -> Temporal {
    // The least integer has no positive half.
    let duration = sign < 0 ? try Duration.zero.subtracting(duration) : duration
    switch self {
    case .date(let date):
      let (days, overflow) = duration.days.addingReportingOverflow(duration.wholeDays)
      if overflow { throw .outOfRange(.date) }
      return .date(try date.adding(months: duration.months).adding(days: days))
    case .localTime(let time): return .localTime(time.adding(duration))
    case .time(let time): return .time(Time(time.local.adding(duration), offset: time.offset))
    case .localDateTime(let dateTime):
      return .localDateTime(
        try LocalDateTime(dateTime.date.adding(duration), dateTime.time)
          .adding(seconds: duration.seconds, nanoseconds: duration.nanoseconds))
    case .dateTime(let dateTime):
      var moment = dateTime
      if duration.months != 0 || duration.days != 0 {
        moment = try DateTime(
          LocalDateTime(dateTime.local.date.adding(duration), dateTime.local.time), in: dateTime.zoneOrOffset,
          preferring: dateTime.offset)
      }
      let utc = try LocalDateTime(epochSecond: moment.epochSecond, nanosecond: moment.local.time.nanosecond)
        .adding(seconds: duration.seconds, nanoseconds: duration.nanoseconds)
      return .dateTime(
        try DateTime(epochSecond: utc.epochSecond, nanosecond: utc.time.nanosecond, in: dateTime.zoneOrOffset))
    case .duration(let other): return .duration(try other.adding(duration))
    case .partialDate(let date): throw .notADay(date.text)
    }
  }
}

extension Temporal.Duration {
  /// The whole days of the time below the day.
  fileprivate var wholeDays: Int64 { Int64(totalNanoseconds / Int128(Temporal.LocalTime.nanosecondsPerDay)) }
}

extension Temporal.LocalTime {
  fileprivate func adding(_ duration: Temporal.Duration) -> Temporal.LocalTime {
    let day = Int128(Self.nanosecondsPerDay)
    return Temporal.LocalTime(wrapping: nanosecondOfDay + Int64(duration.totalNanoseconds % day))
  }
}

extension Temporal.Date {
  /// The date so many months and days later.
  fileprivate func adding(_ duration: Temporal.Duration) throws(TemporalError) -> Temporal.Date {
    try adding(months: duration.months).adding(days: duration.days)
  }
}
