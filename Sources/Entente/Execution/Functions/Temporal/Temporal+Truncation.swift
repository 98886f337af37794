/// The units that instants are truncated to, from the greatest.
enum TruncationUnit: Int, CaseIterable {
  case millennium, century, decade, year, weekYear, quarter, month, week, day
  case hour, minute, second, millisecond, microsecond

  var name: String { "\(self)" }
  var isOfTime: Bool { rawValue >= TruncationUnit.hour.rawValue }

  private static let units = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name.lowercased(), $0) })

  init?(name: String) {
    guard let unit = Self.units[name.lowercased()] else { return nil }
    self = unit
  }

  /// The components that are smaller than the unit, which may be given for the rest.
  fileprivate func allows(_ field: TemporalFields.Field) -> Bool {
    switch field {
    case .year: rawValue <= TruncationUnit.decade.rawValue
    case .quarter: rawValue <= TruncationUnit.weekYear.rawValue
    case .month, .week: rawValue <= TruncationUnit.quarter.rawValue
    case .ordinalDay, .dayOfQuarter, .day, .dayOfWeek: rawValue <= TruncationUnit.week.rawValue
    case .hour: rawValue <= TruncationUnit.day.rawValue
    case .minute: rawValue <= TruncationUnit.hour.rawValue
    case .second: rawValue <= TruncationUnit.minute.rawValue
    case .millisecond: rawValue <= TruncationUnit.second.rawValue
    case .microsecond: rawValue <= TruncationUnit.millisecond.rawValue
    case .nanosecond: true
    case .epochSeconds, .epochMillis: false
    }
  }
}

extension Temporal {
  /// The nearest instant at or before this one where a unit begins, as a value of a kind.
  ///
  /// - Parameter fields: components smaller than the unit, and a zone, in place of the least ones.
  func truncated(
    to unit: TruncationUnit, as kind: Kind, _ given: TemporalFields
  ) throws(TemporalError) -> Temporal {
    var fields = given
    for field in fields.numbers.keys where !unit.allows(field) { throw .notSmaller(field.name, unit: unit.name) }
    if fields.date != nil { throw .notSmaller("date", unit: unit.name) }
    if fields.dateTime != nil { throw .notSmaller("datetime", unit: unit.name) }
    if fields.time != nil, unit.isOfTime { throw .notSmaller("time", unit: unit.name) }
    if fields.zone != nil, !kind.hasZone { throw .unknownComponent("timezone", nearest: nil) }
    if !kind.hasTime, fields.time != nil { throw .unknownComponent("time", nearest: nil) }
    if !kind.hasTime, let field = fields.numbers.keys.first(where: \.isTime) {
      throw .unknownComponent(field.name, nearest: nil)
    }

    let error = TemporalError.unitNotSupported(unit.name, kind, from: self.kind)
    let date = try datePart()?.truncated(to: unit)
    if kind.hasDate, date == nil { throw error }
    if unit.isOfTime, timePart == nil || !kind.hasTime { throw error }
    if !kind.hasDate, timePart == nil || unit.rawValue < TruncationUnit.day.rawValue { throw error }

    let time = timePart?.truncated(to: unit) ?? .midnight
    // Parts of a second add to those that are kept.
    if fields.numbers.keys.contains(where: { $0 == .microsecond || $0 == .nanosecond }) {
      if unit == .millisecond || unit == .microsecond { fields.numbers[.millisecond] = time.nanosecond / 1_000_000 }
      if unit == .microsecond { fields.numbers[.microsecond] = time.nanosecond / 1000 % 1000 }
    }
    let newTime = try fields.time(base: fields.time?.timePart ?? time) ?? time
    let zone = fields.zone ?? zonePart?.zone ?? .utc
    switch kind {
    case .localTime: return .localTime(newTime)
    case .time:
      switch zone {
      case .offset(let offset): return .time(Time(newTime, offset: offset))
      case .named(let named):
        guard let date else { throw .zoneWithoutDate(named.name) }
        let moment = try DateTime(LocalDateTime(date, newTime), in: zone, preferring: zonePart?.offset)
        return .time(Time(moment.local.time, offset: moment.offset))
      }
    default:
      guard let date, let newDate = try fields.date(base: date) else { throw error }
      let local = LocalDateTime(newDate, newTime)
      switch kind {
      case .date: return .date(newDate)
      case .localDateTime: return .localDateTime(local)
      default: return .dateTime(try DateTime(local, in: zone, preferring: zonePart?.offset))
      }
    }
  }
}

extension Temporal.Date {
  fileprivate func truncated(to unit: TruncationUnit) throws(TemporalError) -> Temporal.Date {
    switch unit {
    case .millennium: try Temporal.Date(year: year.floorDivided(by: 1000) * 1000)
    case .century: try Temporal.Date(year: year.floorDivided(by: 100) * 100)
    case .decade: try Temporal.Date(year: year.floorDivided(by: 10) * 10)
    case .year: try Temporal.Date(year: year)
    case .weekYear: try Temporal.Date(epochDay: Self.firstMonday(of: weekYear))
    case .quarter: try Temporal.Date(year: year, quarter: quarter)
    case .month: try Temporal.Date(year: year, month: month)
    case .week: try Temporal.Date(epochDay: epochDay - dayOfWeek + 1)
    case .day, .hour, .minute, .second, .millisecond, .microsecond: self
    }
  }
}

extension Temporal.LocalTime {
  fileprivate func truncated(to unit: TruncationUnit) -> Temporal.LocalTime {
    let size: Int64 =
      switch unit {
      case .hour: 3_600_000_000_000
      case .minute: 60_000_000_000
      case .second: 1_000_000_000
      case .millisecond: 1_000_000
      case .microsecond: 1000
      default: Self.nanosecondsPerDay
      }
    return Temporal.LocalTime(wrapping: nanosecondOfDay / size * size)
  }
}
