extension Temporal.Date {
  /// A date of a text such as `2015-07-21`, `2015-W30-2`, `2015-202`, `20150721` or `2015`; missing parts are least.
  public init(_ text: Text) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    self = try scanner.date()
    try scanner.expectEnd()
  }
}

extension Temporal.LocalTime {
  /// A time of a text such as `21:40:32.142`, `214032` or `21`.
  public init(_ text: Text) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    _ = scanner.take("T")
    self = try scanner.time()
    try scanner.expectEnd()
  }
}

extension Temporal.Time {
  /// A time of a text such as `21:40:32.142+01:00`; without an offset it is in UTC.
  public init(_ text: Text) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    _ = scanner.take("T")
    let time = try scanner.time()
    let offset = try scanner.optionalOffset()
    if let zone = try scanner.optionalZone() { throw .zoneWithoutDate(zone.name) }
    try scanner.expectEnd()
    self.init(time, offset: offset ?? .utc)
  }
}

extension Temporal.LocalDateTime {
  /// A local datetime of a text such as `2015-07-21T21:40:32.142`; without a time it is midnight.
  public init(_ text: Text) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    self = try scanner.localDateTime()
    try scanner.expectEnd()
  }
}

extension Temporal.DateTime {
  /// A datetime of a text such as `2015-07-21T21:40+01:00`, `2015-07-21T21:40[Europe/London]`; without a zone in UTC.
  public init(_ text: Text) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    let local = try scanner.localDateTime()
    let offset = try scanner.optionalOffset()
    let zone = try scanner.optionalZone()
    try scanner.expectEnd()
    guard let zone else {
      self.init(local, offset: offset ?? .utc, zone: nil)
      return
    }
    try self.init(local, in: .named(zone), preferring: offset)
    // In a gap the local time moves, and an offset of either side is right.
    if let offset, offset != self.offset {
      guard case .gap(let before, _) = zone.rules.offsets(atLocal: local.epochSecond), before == offset else {
        throw .offsetMismatch(offset: offset.description, zone: zone.name)
      }
    }
  }
}

extension TemporalScanner {
  mutating func localDateTime() throws(TemporalError) -> Temporal.LocalDateTime {
    let date = try date()
    return Temporal.LocalDateTime(date, take("T") ? try time() : .midnight)
  }
}
