/// A date as far as it is known: a year, a month or a day, perhaps about, perhaps one of a period.
///
///     2025    2025-02    2025-02-24    ~2025    2025-02/2028
///
/// The text is kept as written. Two partial dates compare by the days they may stand for, from ``earliest`` to
/// ``latest``: one is before another if all its days are. Where days overlap the comparison is null, never a guess;
/// only the same partial date is equal to itself. `~` widens the days by one unit of its precision on both sides.
public struct PartialDate: Sendable, Hashable {
  /// How much of a date is written.
  public enum Precision: Int, Sendable, Comparable {
    case year, month, day

    public static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
  }

  public let text: String
  /// The first and the last day as written, without regard to `~`.
  public let start, end: Temporal.Date
  /// The first and the last day that comparisons count with.
  public let earliest, latest: Temporal.Date
  /// The coarser precision of the two ends.
  public let precision: Precision
  public let isApproximate: Bool
  public let isPeriod: Bool

  /// Reads a text such as `2025`, `~2025-02` or `2025-02/2028`.
  public init(_ text: Text) throws(TemporalError) {
    let parts = String(text).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first else { throw .unreadable }
    let lower = try End(Text(first))
    let upper = parts.count == 2 ? try End(Text(parts[1])) : lower
    guard lower.start.epochDay <= upper.end.epochDay else { throw .endBeforeStart }
    self.text = String(text)
    start = lower.start
    end = upper.end
    earliest = lower.isApproximate ? try Self.step(lower.start, lower.precision, by: -1) : start
    // A day later, so that the last day of a month stays the last day of one.
    let next = upper.end.epochDay == Temporal.Date.epochDays.upperBound ? upper.end : try upper.end.adding(days: 1)
    latest =
      upper.isApproximate && next != upper.end
      ? try Self.step(next, upper.precision, by: 1).adding(days: -1) : end
    precision = min(lower.precision, upper.precision)
    isApproximate = lower.isApproximate || upper.isApproximate
    isPeriod = parts.count == 2
  }

  /// A day.
  public init(_ date: Temporal.Date) {
    text = date.description
    (start, end, earliest, latest) = (date, date, date, date)
    (precision, isApproximate, isPeriod) = (.day, false, false)
  }

  /// The day, if it is known.
  public var day: Temporal.Date? { start == end && !isApproximate ? start : nil }

  /// Whether something that began and ended holds as of a date: it began at the latest when the date ends, and the
  /// date begins before its end does. Without an end it goes on, without a start it always was.
  ///
  /// For example, what is from 1882 until 1915 holds as of 1882 and of 1914-12, but not as of 1915.
  public static func holds(since: PartialDate?, until: PartialDate?, asOf date: PartialDate) -> Bool {
    DaySpan(since: since, until: until).overlaps(DaySpan(date))
  }

  private static func step(
    _ date: Temporal.Date, _ precision: Precision, by count: Int64
  ) throws(TemporalError) -> Temporal.Date {
    switch precision {
    case .year: try date.adding(months: 12 * count)
    case .month: try date.adding(months: count)
    case .day: try date.adding(days: count)
    }
  }

  /// One end of a period, or a date of its own.
  private struct End {
    let start, end: Temporal.Date
    let precision: Precision
    let isApproximate: Bool

    init(_ text: Text) throws(TemporalError) {
      var scanner = TemporalScanner(text)
      isApproximate = scanner.take("~")
      let isNegative = scanner.take("-")
      let isSigned = isNegative ? true : scanner.take("+")
      let size = isSigned ? try scanner.digits(upTo: 9) : try scanner.number(4)
      let year = isNegative ? -size : size
      guard scanner.take("-") else {
        start = try Temporal.Date(year: year)
        end = try Temporal.Date(year: year, month: 12, day: 31)
        precision = .year
        try scanner.expectEnd()
        return
      }
      let month = try scanner.number(2)
      if scanner.take("-") {
        start = try Temporal.Date(year: year, month: month, day: try scanner.number(2))
        end = start
        precision = .day
      } else {
        start = try Temporal.Date(year: year, month: month)
        end = try Temporal.Date(year: year, month: month, day: Temporal.Date.length(ofMonth: month, in: year))
        precision = .month
      }
      try scanner.expectEnd()
    }
  }
}
