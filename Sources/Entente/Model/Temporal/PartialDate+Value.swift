extension PartialDate {
  /// The date that a value says: a text such as `2025-02`, a year as a number, a date or a datetime, or a list with
  /// one of these.
  ///
  /// - Throws: `unreadable` for other values, and what is wrong with a text.
  public static func reading(_ value: Value) throws(TemporalError) -> PartialDate {
    switch value {
    case .string(let text): return try PartialDate(text)
    case .integer(let year):
      guard Temporal.Date.years.contains(year) else { throw .outOfRange(.partialDate) }
      let digits = String(year.magnitude)
      let padding = String(repeating: "0", count: max(0, 4 - digits.count))
      return try PartialDate(Text((year < 0 ? "-" : year > 9999 ? "+" : "") + padding + digits))
    case .temporal(.date(let date)): return PartialDate(date)
    case .temporal(.partialDate(let date)): return date
    case .temporal(.localDateTime(let dateTime)): return PartialDate(dateTime.date)
    case .temporal(.dateTime(let dateTime)): return PartialDate(dateTime.local.date)
    case .list(let items) where items.count == 1: return try reading(items[0])
    case .null, .boolean, .float, .temporal, .list, .map, .node, .relationship, .path: throw .unreadable
    }
  }
}
