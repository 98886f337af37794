/// Reads the parts of ISO 8601 texts: dates, times, offsets and zones, in extended and basic form.
///
///     2015-07-21  20150721  2015-07  201507  2015-W30-2  2015W302  2015-W30  2015-202  2015202  2015-Q3-21  2015
///     21:40:32.142  214032.142  21:40  2140  21          Z  +01  +0100  +01:00  +01:00:30  [Europe/London]
///
/// A year has four digits, or a sign and up to nine.
struct TemporalScanner {
  private let bytes: ContiguousArray<UInt8>
  private var index = 0

  init(_ text: Text) { bytes = text.utf8 }

  var isAtEnd: Bool { index == bytes.count }
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let peek, UInt32(peek) == character.value else { return false }
    index += 1
    return true
  }

  func expectEnd() throws(TemporalError) {
    guard isAtEnd else { throw .unreadable }
  }

  /// How many digits come next.
  private var digitCount: Int { bytes[index...].prefix { (0x30...0x39).contains($0) }.count }

  /// A number of exactly so many digits, at most 18.
  mutating func number(_ digits: Int) throws(TemporalError) -> Int64 {
    guard digits > 0, digits <= 18, digitCount >= digits else { throw .unreadable }
    var number: Int64 = 0
    for byte in bytes[index..<index + digits] { number = number * 10 + Int64(byte - 0x30) }
    index += digits
    return number
  }

  /// A number of at least one and at most so many digits.
  mutating func digits(upTo limit: Int) throws(TemporalError) -> Int64 {
    let run = digitCount
    guard run <= limit else { throw .unreadable }
    return try number(run)
  }

  // MARK: Dates

  mutating func date() throws(TemporalError) -> Temporal.Date {
    let isNegative = peek == 0x2D
    let isSigned = isNegative || peek == 0x2B
    if isSigned { index += 1 }
    let run = digitCount
    if isSigned, run > 9 { throw .component("year", isNegative ? .min : .max, Temporal.Date.years) }
    let year = try number(isSigned ? run : 4) * (isNegative ? -1 : 1)
    if !isSigned, run > 4 { return try basicDate(year, rest: run - 4) }
    if take("W") { return try week(year, isExtended: false) }
    if take("Q") { return try quarter(year, isExtended: false) }
    // A date's dash, not the sign of an offset, which only stands after a time.
    guard take("-") else { return try Temporal.Date(year: year) }
    if take("W") { return try week(year, isExtended: true) }
    if take("Q") { return try quarter(year, isExtended: true) }
    if digitCount == 3 { return try Temporal.Date(year: year, ordinalDay: try number(3)) }
    guard digitCount == 2 else { throw .unreadable }
    let month = try number(2)
    guard take("-") else { return try Temporal.Date(year: year, month: month) }
    guard digitCount == 2 else { throw .unreadable }
    return try Temporal.Date(year: year, month: month, day: try number(2))
  }

  private mutating func basicDate(_ year: Int64, rest: Int) throws(TemporalError) -> Temporal.Date {
    switch rest {
    case 2: return try Temporal.Date(year: year, month: try number(2))
    case 3: return try Temporal.Date(year: year, ordinalDay: try number(3))
    case 4:
      let month = try number(2)
      return try Temporal.Date(year: year, month: month, day: try number(2))
    default: throw .unreadable
    }
  }

  private mutating func week(_ year: Int64, isExtended: Bool) throws(TemporalError) -> Temporal.Date {
    let week = try number(2)
    let hasDay = isExtended ? take("-") : digitCount > 0
    return try Temporal.Date(weekYear: year, week: week, dayOfWeek: hasDay ? try number(1) : 1)
  }

  private mutating func quarter(_ year: Int64, isExtended: Bool) throws(TemporalError) -> Temporal.Date {
    let quarter = try number(1)
    let hasDay = isExtended ? take("-") : digitCount > 0
    return try Temporal.Date(year: year, quarter: quarter, dayOfQuarter: hasDay ? try number(2) : 1)
  }

  // MARK: Times

  mutating func time() throws(TemporalError) -> Temporal.LocalTime {
    let run = digitCount
    let hour = try number(2)
    var parts: [Int64] = []
    switch run {
    case 2:
      while parts.count < 2, take(":") {
        guard digitCount == 2 else { throw .unreadable }
        parts.append(try number(2))
      }
    case 4: parts = [try number(2)]
    case 6: parts = [try number(2), try number(2)]
    default: throw .unreadable
    }
    var nanosecond: Int64 = 0
    if parts.count == 2, take(".") || take(",") { nanosecond = try fraction() }
    return try Temporal.LocalTime(
      hour: hour, minute: parts.first ?? 0, second: parts.count > 1 ? parts[1] : 0, nanosecond: nanosecond)
  }

  /// One to nine digits as nanoseconds.
  private mutating func fraction() throws(TemporalError) -> Int64 {
    let run = digitCount
    guard run <= 9 else { throw .unreadable }
    var nanosecond = try number(run)
    for _ in run..<9 { nanosecond *= 10 }
    return nanosecond
  }

  /// An offset; one that is missing is an error.
  mutating func offset() throws(TemporalError) -> Temporal.Offset {
    if take("Z") { return .utc }
    let isNegative = peek == 0x2D
    guard isNegative || peek == 0x2B else { throw .unreadable }
    index += 1
    let run = digitCount
    let hours = try number(2)
    var parts: [Int64] = []
    switch run {
    case 2:
      while parts.count < 2, take(":") {
        guard digitCount == 2 else { throw .unreadable }
        parts.append(try number(2))
      }
    case 4: parts = [try number(2)]
    case 6: parts = [try number(2), try number(2)]
    default: throw .unreadable
    }
    for part in parts { try Temporal.Date.check("part of the offset", part, 0...59) }
    let seconds = hours * 3600 + (parts.first ?? 0) * 60 + (parts.count > 1 ? parts[1] : 0)
    return try Temporal.Offset(seconds: isNegative ? -seconds : seconds)
  }

  /// An offset if one comes next.
  mutating func optionalOffset() throws(TemporalError) -> Temporal.Offset? {
    guard let peek, peek != 0x5B else { return nil }
    return try offset()
  }

  /// A zone in square brackets if one comes next.
  mutating func optionalZone() throws(TemporalError) -> Temporal.NamedZone? {
    guard take("[") else { return nil }
    let name = String(decoding: bytes[index...].prefix { $0 != 0x5D }, as: UTF8.self)
    index += name.utf8.count
    guard take("]") else { throw .unreadable }
    guard let zone = Temporal.NamedZone(name) else { throw .unknownZone(name) }
    return zone
  }

  // MARK: Numbers of durations

  /// A number with an optional sign and fraction.
  mutating func decimal() throws(TemporalError) -> DecimalNumber {
    let start = index
    if !take("-") { _ = take("+") }
    index += digitCount
    if take(".") || take(",") { index += digitCount }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let number = DecimalNumber(text) else { throw .unreadable }
    return number
  }

  /// Where reading goes on, to go back there.
  var place: Int {
    get { index }
    set { index = newValue }
  }
}
