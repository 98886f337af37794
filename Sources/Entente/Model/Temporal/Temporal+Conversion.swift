extension Temporal {
  /// A value of a kind from a text.
  public init(_ text: Text, as kind: Kind) throws(TemporalError) {
    switch kind {
    case .date: self = .date(try Date(text))
    case .localTime: self = .localTime(try LocalTime(text))
    case .time: self = .time(try Time(text))
    case .localDateTime: self = .localDateTime(try LocalDateTime(text))
    case .dateTime: self = .dateTime(try DateTime(text))
    case .duration: self = .duration(try Duration(text))
    case .partialDate: self = .partialDate(try PartialDate(text))
    }
  }

  /// The date of a value that has one; a partial date must be a known day.
  func datePart() throws(TemporalError) -> Date? {
    switch self {
    case .date(let date): return date
    case .localDateTime(let value): return value.date
    case .dateTime(let value): return value.local.date
    case .partialDate(let value):
      guard let day = value.day else { throw .notADay(value.text) }
      return day
    case .localTime, .time, .duration: return nil
    }
  }

  var timePart: LocalTime? {
    switch self {
    case .localTime(let time): time
    case .time(let time): time.local
    case .localDateTime(let value): value.time
    case .dateTime(let value): value.local.time
    case .date, .duration, .partialDate: nil
    }
  }

  var zonePart: (zone: Zone, offset: Offset)? {
    switch self {
    case .time(let time): (.offset(time.offset), time.offset)
    case .dateTime(let value): (value.zoneOrOffset, value.offset)
    case .date, .localTime, .localDateTime, .duration, .partialDate: nil
    }
  }

  /// The parts that another kind has; a date becomes midnight, what has no zone is taken in UTC.
  func converted(to kind: Kind) throws(TemporalError) -> Temporal {
    if kind == self.kind { return self }
    let error = TemporalError.cannotMake(kind, from: self.kind)
    switch kind {
    case .date:
      guard let date = try datePart() else { throw error }
      return .date(date)
    case .localTime:
      guard let time = timePart else { throw error }
      return .localTime(time)
    case .time:
      guard let time = timePart else { throw error }
      return .time(Time(time, offset: zonePart?.offset ?? .utc))
    case .localDateTime:
      guard let date = try datePart() else { throw error }
      return .localDateTime(LocalDateTime(date, timePart ?? .midnight))
    case .dateTime:
      guard let date = try datePart() else { throw error }
      return .dateTime(DateTime(LocalDateTime(date, timePart ?? .midnight), offset: .utc, zone: nil))
    case .partialDate:
      guard case .date(let date) = self else { throw error }
      return .partialDate(PartialDate(date))
    case .duration: throw error
    }
  }
}
