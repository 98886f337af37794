/// Equality, comparison and order of temporal values.
///
/// Values of one kind compare in time. Times and datetimes at the same moment are the same only with the same offset
/// and zone: the smaller offset comes first, then the zone's name. Dates and partial dates compare with each other.
extension Temporal {
  /// The `=` of openCypher; nil means null, which only partial dates give.
  static func equals(_ left: Temporal, _ right: Temporal) -> Bool? {
    if order(left, right) == .same { return true }
    guard let (left, right) = partialDates(left, right) else { return false }
    return left.earliest.epochDay > right.latest.epochDay || right.earliest.epochDay > left.latest.epochDay
      ? false : isDay(left) && isDay(right) ? false : nil
  }

  private static func isDay(_ date: PartialDate) -> Bool { date.day != nil }

  /// The `<` of openCypher; nil means null: other kinds, durations, partial dates that overlap.
  static func isLess(_ left: Temporal, _ right: Temporal) -> Bool? {
    if let (left, right) = partialDates(left, right) {
      if left.latest.epochDay < right.earliest.epochDay { return true }
      if left.earliest.epochDay >= right.latest.epochDay { return false }
      return nil
    }
    guard left.kind == right.kind, left.kind != .duration else { return nil }
    return order(left, right) == .ascending
  }

  /// Both as partial dates where both are dates and at least one is partial.
  private static func partialDates(_ left: Temporal, _ right: Temporal) -> (PartialDate, PartialDate)? {
    switch (left, right) {
    case (.partialDate(let left), .partialDate(let right)): (left, right)
    case (.partialDate(let left), .date(let right)): (left, PartialDate(right))
    case (.date(let left), .partialDate(let right)): (PartialDate(left), right)
    default: nil
    }
  }

  /// The total order of ORDER BY:
  /// datetime < local datetime < date and partial date < time < local time < duration.
  static func order(_ left: Temporal, _ right: Temporal) -> Ordering {
    switch (left, right) {
    case (.date(let left), .date(let right)): return Ordering(left.epochDay, right.epochDay)
    case (.localTime(let left), .localTime(let right)): return Ordering(left.nanosecondOfDay, right.nanosecondOfDay)
    case (.time(let left), .time(let right)):
      return Ordering((left.utcNanosecond, left.offset.seconds), (right.utcNanosecond, right.offset.seconds))
    case (.localDateTime(let left), .localDateTime(let right)):
      return Ordering(left.epochNanosecond, right.epochNanosecond)
    case (.dateTime(let left), .dateTime(let right)):
      let moments = Ordering(
        (left.epochNanosecond, left.offset.seconds), (right.epochNanosecond, right.offset.seconds))
      return moments == .same ? Ordering(left.zone?.name ?? "", right.zone?.name ?? "") : moments
    case (.duration(let left), .duration(let right)):
      return Ordering((left.meanNanoseconds, left.months, left.days), (right.meanNanoseconds, right.months, right.days))
    default: break
    }
    if let (left, right) = partialDates(left, right) {
      let days = Ordering((left.start.epochDay, left.end.epochDay), (right.start.epochDay, right.end.epochDay))
      return days == .same ? Ordering(left.isApproximate ? 1 : 0, right.isApproximate ? 1 : 0) : days
    }
    return Ordering(left.kindRank, right.kindRank)
  }

  private var kindRank: Int {
    switch self {
    case .dateTime: 0
    case .localDateTime: 1
    case .date, .partialDate: 2
    case .time: 3
    case .localTime: 4
    case .duration: 5
    }
  }

  /// Feeds a hasher so that values that are the same in the order hash alike.
  func hashEquivalence(into hasher: inout Hasher) {
    hasher.combine(kindRank)
    switch self {
    case .date(let date): Self.hash(PartialDate(date), into: &hasher)
    case .partialDate(let date): Self.hash(date, into: &hasher)
    case .localTime(let time): hasher.combine(time)
    case .time(let time): hasher.combine(time)
    case .localDateTime(let dateTime): hasher.combine(dateTime)
    case .dateTime(let dateTime): hasher.combine(dateTime)
    case .duration(let duration): hasher.combine(duration)
    }
  }

  private static func hash(_ date: PartialDate, into hasher: inout Hasher) {
    hasher.combine(date.start)
    hasher.combine(date.end)
    hasher.combine(date.isApproximate)
  }
}

extension Ordering {
  fileprivate init<First: Comparable, Second: Comparable>(_ left: (First, Second), _ right: (First, Second)) {
    self = left < right ? .ascending : right < left ? .descending : .same
  }

  fileprivate init<First: Comparable, Second: Comparable, Third: Comparable>(
    _ left: (First, Second, Third), _ right: (First, Second, Third)
  ) {
    self = left < right ? .ascending : right < left ? .descending : .same
  }
}
