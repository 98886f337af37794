/// A temporal value: a date, a time, both with or without a zone, a duration, or a date known in part.
///
///     date            2025-02-24                                    local time       21:40:32.142
///     time            21:40:32.142+01:00                            local datetime   2025-02-24T21:40
///     datetime        2025-02-24T21:40+01:00[Europe/Stockholm]      duration         P1Y2M3DT4H5M6.7S
///     partial date    2025-02   ~2025   2025-02/2028
///
/// The calendar is the proleptic Gregorian one, years run from -999,999,999 to +999,999,999, and times have nanoseconds.
/// Wide values are boxed, so that a ``Value`` fits into sixteen bytes.
public enum Temporal: Sendable {
  case date(Date)
  case localTime(LocalTime)
  indirect case time(Time)
  indirect case localDateTime(LocalDateTime)
  indirect case dateTime(DateTime)
  indirect case duration(Duration)
  indirect case partialDate(PartialDate)

  /// The types of temporal values.
  public enum Kind: String, Sendable, CaseIterable {
    case date
    case localTime = "localtime"
    case time
    case localDateTime = "localdatetime"
    case dateTime = "datetime"
    case duration
    case partialDate = "partialdate"

    public var hasDate: Bool { self == .date || self == .localDateTime || self == .dateTime }
    public var hasTime: Bool { self != .date && self != .duration && self != .partialDate }
    public var hasZone: Bool { self == .time || self == .dateTime }

    /// Words for messages, with an article.
    public var words: String {
      switch self {
      case .date: "a date"
      case .localTime: "a local time"
      case .time: "a time"
      case .localDateTime: "a local datetime"
      case .dateTime: "a datetime"
      case .duration: "a duration"
      case .partialDate: "a partial date"
      }
    }
  }

  public var kind: Kind {
    switch self {
    case .date: .date
    case .localTime: .localTime
    case .time: .time
    case .localDateTime: .localDateTime
    case .dateTime: .dateTime
    case .duration: .duration
    case .partialDate: .partialDate
    }
  }
}

extension Temporal: CustomStringConvertible {
  /// The value in ISO 8601's extended form, as `toString` gives it.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .localTime(let time): time.description
    case .time(let time): time.description
    case .localDateTime(let dateTime): dateTime.description
    case .dateTime(let dateTime): dateTime.description
    case .duration(let duration): duration.description
    case .partialDate(let date): date.text
    }
  }

  /// The value as a call of Cypher that makes it, such as `date('2025-02-24')`.
  public var literal: String { "\(kind.rawValue)('\(description)')" }
}
