import Entente

/// When something holds, from its `since` and `until`, or its `at`.
struct PageDates {
  private(set) var since, until: Int64?
  private(set) var text: String?

  /// A text that is no date counts for nothing, as it does in the checks of graph files.
  init(_ values: [(String, Value)]) {
    var dates: [String: PartialDate] = [:]
    for (key, value) in values where ["since", "until", "at"].contains(key) {
      if let date = Self.date(value) { dates[key] = date }
    }
    if let at = dates["at"], dates["since"] == nil, dates["until"] == nil {
      (since, until, text) = (at.start.epochDay, at.end.epochDay + 1, at.text)
      return
    }
    since = dates["since"]?.start.epochDay
    until = dates["until"]?.start.epochDay
    if since != nil || until != nil { text = "\(dates["since"]?.text ?? "")–\(dates["until"]?.text ?? "")" }
  }

  private static func date(_ value: Value) -> PartialDate? {
    let text: Text
    switch value {
    case .string(let string): text = string
    case .integer(let year): text = Text("\(year)")
    case .temporal(let temporal): text = Text(temporal.description)
    case .list(let items): return items.first.flatMap(date)
    case .null, .boolean, .float, .map, .node, .relationship, .path: return nil
    }
    return try? PartialDate(text)
  }

  /// The steps of a slider over some elements: years, or months where all dates are within three years.
  ///
  /// Years are left out evenly where there are more than 400.
  static func moments(of elements: [PageData.Element]) -> [PageData.Moment] {
    // What was before `until` is worth a step too.
    let days = elements.flatMap { [$0.since, $0.until].compactMap { $0 } }
    guard let first = days.min(), let last = days.max(), first < last,
      let start = try? Temporal.Date(epochDay: first), let end = try? Temporal.Date(epochDay: last)
    else { return [] }
    let isMonthly = end.year - start.year < 3
    let unit: Int64 = isMonthly ? 1 : 12 * max(1, (end.year - start.year) / 400)
    var moments: [PageData.Moment] = []
    var month = start.year * 12 + (isMonthly ? start.month - 1 : 0)
    while month <= end.year * 12 + (isMonthly ? end.month - 1 : 11) {
      guard let from = date(month: month), let to = date(month: month + unit) else { break }
      let year = String(from.description.dropLast(6))
      let label = isMonthly ? String(from.description.dropLast(3)) : year
      moments.append(PageData.Moment(label: label, start: from.epochDay, end: to.epochDay - 1))
      month += unit
    }
    return moments
  }

  /// The first day of a month, counted from the year 0.
  private static func date(month: Int64) -> Temporal.Date? {
    let (year, rest) = month.quotientAndRemainder(dividingBy: 12)
    return try? rest < 0
      ? Temporal.Date(year: year - 1, month: rest + 13) : Temporal.Date(year: year, month: rest + 1)
  }
}
