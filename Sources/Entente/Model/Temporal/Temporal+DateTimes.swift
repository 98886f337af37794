extension Temporal {
  /// A date and a time of day without a zone.
  public struct LocalDateTime: Hashable, Sendable {
    public let date: Date
    public let time: LocalTime

    public init(_ date: Date, _ time: LocalTime) {
      self.date = date
      self.time = time
    }

    /// Seconds since 1970-01-01T00:00, both taken in the same zone.
    public var epochSecond: Int64 { date.epochDay * 86_400 + time.secondOfDay }

    /// - Parameter nanosecond: from 0 to 999,999,999.
    init(epochSecond: Int64, nanosecond: Int64) throws(TemporalError) {
      let day: Date
      do {
        day = try Date(epochDay: epochSecond.floorDivided(by: 86_400))
      } catch {
        throw .outOfRange(.localDateTime)
      }
      self.init(day, LocalTime(wrapping: epochSecond.modulo(86_400) * 1_000_000_000 + nanosecond))
    }

    func adding(seconds: Int64, nanoseconds: Int64 = 0) throws(TemporalError) -> LocalDateTime {
      let nanosecond = time.nanosecond + nanoseconds
      let carried = seconds.addingReportingOverflow(nanosecond.floorDivided(by: 1_000_000_000))
      let second = epochSecond.addingReportingOverflow(carried.partialValue)
      if carried.overflow || second.overflow { throw .outOfRange(.localDateTime) }
      return try LocalDateTime(epochSecond: second.partialValue, nanosecond: nanosecond.modulo(1_000_000_000))
    }

    /// Nanoseconds since 1970-01-01T00:00.
    var epochNanosecond: Int128 { Int128(epochSecond) * 1_000_000_000 + Int128(time.nanosecond) }
  }

  /// A date and a time of day in a zone, which is an offset or a named zone with rules.
  public struct DateTime: Hashable, Sendable {
    public let local: LocalDateTime
    public let offset: Offset
    /// The named zone, nil where the zone is the offset.
    public let zone: NamedZone?

    init(_ local: LocalDateTime, offset: Offset, zone: NamedZone?) {
      self.local = local
      self.offset = offset
      self.zone = zone
    }

    /// A local datetime as a zone has it.
    ///
    /// A time that the zone skips moves forward by what was skipped; of two the one with the preferred offset is
    /// taken, else the earlier.
    public init(_ local: LocalDateTime, in zone: Zone, preferring preferred: Offset? = nil) throws(TemporalError) {
      switch zone {
      case .offset(let offset): self.init(local, offset: offset, zone: nil)
      case .named(let zone):
        switch zone.rules.offsets(atLocal: local.epochSecond) {
        case .one(let offset): self.init(local, offset: offset, zone: zone)
        case .overlap(let before, let after):
          self.init(local, offset: preferred == after ? after : before, zone: zone)
        case .gap(let before, let after):
          let shifted = try local.adding(seconds: Int64(after.seconds) - Int64(before.seconds))
          self.init(shifted, offset: after, zone: zone)
        }
      }
    }

    /// The moment so many seconds after 1970-01-01T00:00Z, as a zone has it.
    public init(epochSecond: Int64, nanosecond: Int64, in zone: Zone) throws(TemporalError) {
      guard Date.epochSeconds.contains(epochSecond) else { throw .outOfRange(.dateTime) }
      let offset: Offset
      let named: NamedZone?
      switch zone {
      case .offset(let given): (offset, named) = (given, nil)
      case .named(let zone): (offset, named) = (zone.rules.offset(at: epochSecond), zone)
      }
      let local = try LocalDateTime(epochSecond: epochSecond + Int64(offset.seconds), nanosecond: nanosecond)
      self.init(local, offset: offset, zone: named)
    }

    /// Seconds since 1970-01-01T00:00Z.
    public var epochSecond: Int64 { local.epochSecond - Int64(offset.seconds) }
    /// Nanoseconds since 1970-01-01T00:00Z.
    var epochNanosecond: Int128 { local.epochNanosecond - Int128(offset.seconds) * 1_000_000_000 }
    public var zoneOrOffset: Zone { zone.map(Zone.named) ?? .offset(offset) }

    /// The same moment in another zone.
    func at(_ zone: Zone) throws(TemporalError) -> DateTime {
      try DateTime(epochSecond: epochSecond, nanosecond: local.time.nanosecond, in: zone)
    }
  }
}

extension Temporal.LocalDateTime: CustomStringConvertible {
  public var description: String { "\(date)T\(time)" }
}

extension Temporal.DateTime: CustomStringConvertible {
  public var description: String { "\(local)\(offset)\(zone.map { "[\($0.name)]" } ?? "")" }
}
