extension Temporal {
  /// A time of day without a zone.
  public struct LocalTime: Hashable, Sendable {
    /// Nanoseconds since midnight, from 0 to 86,399,999,999,999.
    public let nanosecondOfDay: Int64

    static let nanosecondsPerDay: Int64 = 86_400_000_000_000
    static let midnight = LocalTime(wrapping: 0)

    public init(hour: Int64, minute: Int64 = 0, second: Int64 = 0, nanosecond: Int64 = 0) throws(TemporalError) {
      try Date.check("hour", hour, 0...23)
      try Date.check("minute", minute, 0...59)
      try Date.check("second", second, 0...59)
      try Date.check("nanosecond", nanosecond, 0...999_999_999)
      nanosecondOfDay = ((hour * 60 + minute) * 60 + second) * 1_000_000_000 + nanosecond
    }

    /// A time of day, whole days left out.
    init(wrapping nanoseconds: Int64) { nanosecondOfDay = nanoseconds.modulo(Self.nanosecondsPerDay) }

    public var hour: Int64 { nanosecondOfDay / 3_600_000_000_000 }
    public var minute: Int64 { nanosecondOfDay / 60_000_000_000 % 60 }
    public var second: Int64 { secondOfDay % 60 }
    public var nanosecond: Int64 { nanosecondOfDay % 1_000_000_000 }
    public var secondOfDay: Int64 { nanosecondOfDay / 1_000_000_000 }
  }

  /// A time of day at an offset from UTC.
  public struct Time: Hashable, Sendable {
    public let local: LocalTime
    public let offset: Offset

    public init(_ local: LocalTime, offset: Offset) {
      self.local = local
      self.offset = offset
    }

    /// Nanoseconds since midnight of the day in UTC; negative or more than a day where the offset crosses midnight.
    var utcNanosecond: Int64 { local.nanosecondOfDay - Int64(offset.seconds) * 1_000_000_000 }

    /// The same moment of the day at another offset.
    func at(_ offset: Offset) -> Time {
      Time(LocalTime(wrapping: utcNanosecond + Int64(offset.seconds) * 1_000_000_000), offset: offset)
    }
  }

  /// A distance from UTC, positive to the east, of at most 18 hours.
  public struct Offset: Hashable, Sendable {
    public let seconds: Int32

    public static let utc = Offset(unchecked: 0)
    static let limit: Int64 = 18 * 3600

    public init(seconds: Int64) throws(TemporalError) {
      guard (-Self.limit...Self.limit).contains(seconds) else {
        throw .component("offset in seconds", seconds, -Self.limit...Self.limit)
      }
      self.seconds = Int32(seconds)
    }

    init(unchecked seconds: Int32) { self.seconds = seconds }
  }
}

extension Temporal.LocalTime: CustomStringConvertible {
  /// `21:40`, `21:40:32`, `21:40:32.142`: seconds and fraction only where they are not zero.
  public var description: String {
    var text = "\(hour.padded(2)):\(minute.padded(2))"
    if second != 0 || nanosecond != 0 { text += ":\(second.padded(2))" }
    return text + Self.fraction(nanosecond)
  }

  /// `.142`, or nothing for zero.
  static func fraction(_ nanosecond: Int64) -> String {
    guard nanosecond != 0 else { return "" }
    var digits = nanosecond.padded(9)
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
  }
}

extension Temporal.Time: CustomStringConvertible {
  public var description: String { "\(local)\(offset)" }
}

extension Temporal.Offset: CustomStringConvertible {
  /// `Z`, `+01:00`, `-00:53:28`.
  public var description: String {
    if seconds == 0 { return "Z" }
    let size = Int64(seconds.magnitude)
    let text = "\(seconds < 0 ? "-" : "+")\((size / 3600).padded(2)):\((size / 60 % 60).padded(2))"
    return size % 60 == 0 ? text : "\(text):\((size % 60).padded(2))"
  }
}
