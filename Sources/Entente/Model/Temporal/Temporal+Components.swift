/// The components that a temporal value has, read like properties: `d.year`, `t.offset`, `length.minutesOfHour`.
extension Temporal {
  /// The component of a name, in any case; nil for a name that the kind does not have.
  ///
  /// - Throws: `outOfRange` for a duration whose length does not fit into an integer of the unit.
  func component(_ name: String) throws(TemporalError) -> Value? {
    let name = name.lowercased()
    switch self {
    case .date(let date): return date.component(name)
    case .localTime(let time): return time.component(name)
    case .time(let time): return time.local.component(name) ?? time.offset.component(name, zone: nil)
    case .localDateTime(let dateTime): return dateTime.date.component(name) ?? dateTime.time.component(name)
    case .dateTime(let dateTime): return try dateTime.component(name)
    case .duration(let duration): return try duration.component(name)
    case .partialDate(let date): return date.component(name)
    }
  }

  static let dateComponents = [
    "year", "quarter", "month", "week", "weekYear", "day", "ordinalDay", "dayOfWeek", "weekDay", "dayOfQuarter",
    "quarterDay",
  ]
  static let timeComponents = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"]
  static let zoneComponents = ["timezone", "offset", "offsetMinutes", "offsetSeconds"]

  /// The names of the components of a kind.
  static func componentNames(of kind: Kind) -> [String] {
    switch kind {
    case .date: dateComponents
    case .localTime: timeComponents
    case .time: timeComponents + zoneComponents
    case .localDateTime: dateComponents + timeComponents
    case .dateTime: dateComponents + timeComponents + zoneComponents + ["epochSeconds", "epochMillis"]
    case .duration:
      DurationUnit.allCases.map(\.rawValue) + [
        "quartersOfYear", "monthsOfYear", "monthsOfQuarter", "daysOfWeek", "minutesOfHour", "secondsOfMinute",
        "millisecondsOfSecond", "microsecondsOfSecond", "nanosecondsOfSecond",
      ]
    case .partialDate: ["year", "month", "day", "precision", "approximate", "start", "end", "earliest", "latest"]
    }
  }
}

extension Temporal.Date {
  fileprivate func component(_ name: String) -> Value? {
    switch name {
    case "year": .integer(year)
    case "quarter": .integer(quarter)
    case "month": .integer(month)
    case "week": .integer(week)
    case "weekyear": .integer(weekYear)
    case "day": .integer(day)
    case "ordinalday": .integer(ordinalDay)
    case "weekday", "dayofweek": .integer(dayOfWeek)
    case "dayofquarter", "quarterday": .integer(dayOfQuarter)
    default: nil
    }
  }
}

extension Temporal.LocalTime {
  fileprivate func component(_ name: String) -> Value? {
    switch name {
    case "hour": .integer(hour)
    case "minute": .integer(minute)
    case "second": .integer(second)
    case "millisecond": .integer(nanosecond / 1_000_000)
    case "microsecond": .integer(nanosecond / 1000)
    case "nanosecond": .integer(nanosecond)
    default: nil
    }
  }
}

extension Temporal.Offset {
  fileprivate func component(_ name: String, zone: String?) -> Value? {
    switch name {
    case "timezone": .string(zone ?? description)
    case "offset": .string(description)
    case "offsetminutes": .integer(Int64(seconds) / 60)
    case "offsetseconds": .integer(Int64(seconds))
    default: nil
    }
  }
}

extension Temporal.DateTime {
  fileprivate func component(_ name: String) throws(TemporalError) -> Value? {
    switch name {
    case "epochseconds": return .integer(epochSecond)
    case "epochmillis":
      let (millis, overflow) = epochSecond.multipliedReportingOverflow(by: 1000)
      if overflow { throw .outOfRange(.dateTime) }
      return .integer(millis + local.time.nanosecond / 1_000_000)
    default:
      return local.date.component(name) ?? local.time.component(name) ?? offset.component(name, zone: zone?.name)
    }
  }
}

extension Temporal.Duration {
  fileprivate func component(_ name: String) throws(TemporalError) -> Value? {
    switch name {
    case "years": return .integer(months / 12)
    case "quarters": return .integer(months / 3)
    case "months": return .integer(months)
    case "weeks": return .integer(days / 7)
    case "days": return .integer(days)
    case "hours": return .integer(seconds / 3600)
    case "minutes": return .integer(seconds / 60)
    case "seconds": return .integer(seconds)
    case "milliseconds": return try length(in: 1_000_000)
    case "microseconds": return try length(in: 1000)
    case "nanoseconds": return try length(in: 1)
    case "quartersofyear": return .integer(months / 3 % 4)
    case "monthsofyear": return .integer(months % 12)
    case "monthsofquarter": return .integer(months % 3)
    case "daysofweek": return .integer(days % 7)
    case "minutesofhour": return .integer(seconds / 60 % 60)
    case "secondsofminute": return .integer(seconds % 60)
    case "millisecondsofsecond": return .integer(nanoseconds / 1_000_000)
    case "microsecondsofsecond": return .integer(nanoseconds / 1000)
    case "nanosecondsofsecond": return .integer(nanoseconds)
    default: return nil
    }
  }

  private func length(in unit: Int128) throws(TemporalError) -> Value {
    // Rounded down, as whole seconds are.
    let total = totalNanoseconds
    let rest = total % unit
    guard let length = Int64(exactly: (total - (rest < 0 ? rest + unit : rest)) / unit) else {
      throw .outOfRange(.duration)
    }
    return .integer(length)
  }
}

extension PartialDate {
  fileprivate func component(_ name: String) -> Value? {
    switch name {
    // A component is known where both ends agree on it.
    case "year": start.year == end.year ? .integer(start.year) : .null
    case "month":
      precision >= .month && start.year == end.year && start.month == end.month ? .integer(start.month) : .null
    case "day": precision == .day && start == end ? .integer(start.day) : .null
    case "precision": .string("\(precision)")
    case "approximate": .boolean(isApproximate)
    case "start": .temporal(.date(start))
    case "end": .temporal(.date(end))
    case "earliest": .temporal(.date(earliest))
    case "latest": .temporal(.date(latest))
    default: nil
    }
  }
}
