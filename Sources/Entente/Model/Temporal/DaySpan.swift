/// Days in a row, open at either end or none at all: when something holds.
///
///     since 1882-05-20 until 1915      1882-05-20 ..< 1915-01-01
///     2025-02                          2025-02-01 ..< 2025-03-01
///
/// A date known in part spans all the days it may stand for as it is written (`~` does not widen it); `until` is
/// exclusive at its own precision. Spans answer what comparisons leave open: a comparison of partial dates is about
/// one day that is not known, a span is about all of them.
public struct DaySpan: Sendable, Hashable {
  /// The first day, in days since 1970-01-01; `Int64.min` where there is no beginning.
  public let first: Int64
  /// The day after the last; `Int64.max` where there is no end.
  public let end: Int64

  public static let always = DaySpan(first: .min, end: .max)

  init(first: Int64, end: Int64) {
    self.first = first
    self.end = end
  }

  /// All days of a date.
  public init(_ date: PartialDate) {
    self.init(first: date.start.epochDay, end: date.end.epochDay + 1)
  }

  /// From the first day of `since` to the day before `until` begins; without one of them open there.
  public init(since: PartialDate?, until: PartialDate?) {
    self.init(first: since?.start.epochDay ?? .min, end: until?.start.epochDay ?? .max)
  }

  /// Whether it has no day, as that of a tie that ended before it began.
  public var isEmpty: Bool { first >= end }

  /// The days that both have.
  public func intersection(_ other: DaySpan) -> DaySpan {
    DaySpan(first: max(first, other.first), end: min(end, other.end))
  }

  /// Whether they have a day in common.
  public func overlaps(_ other: DaySpan) -> Bool { !intersection(other).isEmpty }

  /// Whether all its days, of which there is one at least, are days of another.
  public func isDuring(_ other: DaySpan) -> Bool { !isEmpty && first >= other.first && end <= other.end }
}
