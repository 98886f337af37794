import EntenteSyntax

/// The components that a map gives for an instant: numbers, values to select parts of, and a zone.
struct TemporalFields {
  /// The numbers, in the order of their significance.
  enum Field: Int, CaseIterable {
    case year, quarter, month, week, ordinalDay, dayOfQuarter, day, dayOfWeek
    case hour, minute, second, millisecond, microsecond, nanosecond
    case epochSeconds, epochMillis

    var name: String { "\(self)" }
    var isDate: Bool { rawValue <= Field.dayOfWeek.rawValue }
    var isTime: Bool { rawValue >= Field.hour.rawValue && rawValue <= Field.nanosecond.rawValue }
    var isEpoch: Bool { rawValue >= Field.epochSeconds.rawValue }
  }

  var numbers: [Field: Int64] = [:]
  private(set) var date: Temporal?
  private(set) var time: Temporal?
  private(set) var dateTime: Temporal?
  private(set) var zone: Temporal.Zone?

  static let none = TemporalFields()

  private init() {}

  /// nil where a component is null.
  init?(_ map: MapValue) throws(TemporalError) {
    for entry in map.entries {
      let name = String(entry.key)
      if entry.value.isNull { return nil }
      switch name.lowercased() {
      case "date": date = try Self.instant(name, entry.value)
      case "time": time = try Self.instant(name, entry.value)
      case "datetime": dateTime = try Self.instant(name, entry.value)
      case "timezone":
        guard case .string(let text) = entry.value else {
          throw .componentType(name, expected: "a string", found: entry.value.kindName)
        }
        zone = try Temporal.Zone(String(text))
      default:
        guard let field = Self.field(name) else { throw .unknownComponent(name, nearest: Self.nearest(name)) }
        guard case .integer(let number) = entry.value else {
          throw .componentType(name, expected: "an integer", found: entry.value.kindName)
        }
        numbers[field] = number
      }
    }
  }

  private static let fields: [String: Field] = {
    var fields = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0.name.lowercased(), $0) })
    fields["weekday"] = .dayOfWeek
    fields["quarterday"] = .dayOfQuarter
    return fields
  }()

  private static func field(_ name: String) -> Field? { fields[name.lowercased()] }

  private static func nearest(_ name: String) -> String? {
    NearestName.of(name, among: Field.allCases.map(\.name) + ["date", "time", "datetime", "timezone"])
  }

  private static func instant(_ name: String, _ value: Value) throws(TemporalError) -> Temporal {
    guard case .temporal(let temporal) = value, temporal.kind != .duration else {
      throw .componentType(name, expected: "a temporal value", found: value.kindName)
    }
    return temporal
  }

  var isZoneAlone: Bool { zone != nil && numbers.isEmpty && date == nil && time == nil && dateTime == nil }

  private func first(where holds: (Field) -> Bool) -> Field? {
    numbers.keys.filter(holds).min { $0.rawValue < $1.rawValue }
  }

  // MARK: Values

  /// The value of a kind that the components make.
  func value(of kind: Temporal.Kind) throws(TemporalError) -> Temporal {
    if numbers.isEmpty, date == nil, time == nil, dateTime == nil { throw .noComponents }
    if let dateTime, date != nil || time != nil {
      _ = dateTime
      throw .conflict("datetime", date != nil ? "date" : "time")
    }
    if let field = first(where: \.isEpoch) { return try fromEpoch(field, as: kind) }
    if !kind.hasDate, let field = first(where: \.isDate) { throw .unknownComponent(field.name, nearest: nil) }
    if !kind.hasTime, let field = first(where: \.isTime) { throw .unknownComponent(field.name, nearest: nil) }
    if !kind.hasDate, date != nil { throw .unknownComponent("date", nearest: nil) }
    if !kind.hasTime, time != nil { throw .unknownComponent("time", nearest: nil) }
    if !kind.hasZone, zone != nil { throw .unknownComponent("timezone", nearest: nil) }

    var baseDate = try selectedDate()
    var baseTime = try selectedTime()
    let origin = (dateTime ?? time)?.zonePart
    if let zone, let origin, let time = baseTime {
      // The same moment in the zone; the components then override its parts.
      let given: Temporal.Date? = if let date = baseDate { date } else { try momentDate(kind) }
      if let day = given {
        let moment = try Temporal.DateTime(
          Temporal.LocalDateTime(day, time), in: origin.zone, preferring: origin.offset
        ).at(zone)
        baseTime = moment.local.time
        if baseDate != nil { baseDate = moment.local.date }
        if kind == .time {
          return .time(Temporal.Time(try self.time(base: baseTime) ?? .midnight, offset: moment.offset))
        }
      } else if case .offset(let offset) = zone {
        baseTime = Temporal.Time(time, offset: origin.offset).at(offset).local
      }
    }
    return try combined(kind, baseDate, baseTime, zone ?? origin?.zone, preferring: zone == nil ? origin?.offset : nil)
  }

  private func combined(
    _ kind: Temporal.Kind, _ baseDate: Temporal.Date?, _ baseTime: Temporal.LocalTime?, _ zone: Temporal.Zone?,
    preferring offset: Temporal.Offset?
  ) throws(TemporalError) -> Temporal {
    let timeField = first(where: \.isTime)
    switch kind {
    case .localTime, .time:
      guard let time = try time(base: baseTime) else { throw .missing("hour", before: "time") }
      if kind == .localTime { return .localTime(time) }
      switch zone {
      case nil: return .time(Temporal.Time(time, offset: .utc))
      case .offset(let offset): return .time(Temporal.Time(time, offset: offset))
      case .named(let zone):
        // A zone selected with a moment has that moment's offset.
        guard let offset else { throw .zoneWithoutDate(zone.name) }
        return .time(Temporal.Time(time, offset: offset))
      }
    default:
      guard let date = try date(base: baseDate, before: timeField) else {
        throw .missing("year", before: timeField?.name ?? "time")
      }
      if kind == .date { return .date(date) }
      let local = Temporal.LocalDateTime(date, try time(base: baseTime) ?? .midnight)
      if kind == .localDateTime { return .localDateTime(local) }
      return .dateTime(try Temporal.DateTime(local, in: zone ?? .utc, preferring: offset))
    }
  }

  private func momentDate(_ kind: Temporal.Kind) throws(TemporalError) -> Temporal.Date? {
    // A time selected from a datetime is of that datetime's day.
    kind == .time ? try (dateTime ?? time)?.datePart() : try date(base: nil, before: nil)
  }

  private func selectedDate() throws(TemporalError) -> Temporal.Date? {
    guard let source = dateTime ?? date else { return nil }
    guard let part = try source.datePart() else {
      if dateTime != nil { return nil }
      throw .cannotMake(.date, from: source.kind)
    }
    return part
  }

  private func selectedTime() throws(TemporalError) -> Temporal.LocalTime? {
    guard let source = dateTime ?? time else { return nil }
    guard let part = source.timePart else {
      if dateTime != nil { return nil }
      throw .cannotMake(.localTime, from: source.kind)
    }
    return part
  }

  private func fromEpoch(_ field: Field, as kind: Temporal.Kind) throws(TemporalError) -> Temporal {
    guard kind == .dateTime else { throw .unknownComponent(field.name, nearest: nil) }
    let others = numbers.keys.first { !($0 == .millisecond || $0 == .microsecond || $0 == .nanosecond || $0 == field) }
    if let others { throw .conflict(field.name, others.name) }
    if date != nil || time != nil || dateTime != nil { throw .conflict(field.name, "datetime") }
    let number = numbers[field] ?? 0
    var fraction = self
    fraction.numbers[field] = nil
    var second = number
    if field == .epochMillis {
      second = number.floorDivided(by: 1000)
      if numbers[.millisecond] != nil { throw .conflict(field.name, Field.millisecond.name) }
      fraction.numbers[.millisecond] = number.modulo(1000)
    }
    return .dateTime(
      try Temporal.DateTime(epochSecond: second, nanosecond: try fraction.nanosecond(base: 0), in: zone ?? .utc))
  }

  // MARK: Parts

  /// The date of the components over a base; nil where neither is there.
  ///
  /// - Parameter field: a smaller component, before which the date must be whole.
  func date(base: Temporal.Date?, before field: Field? = nil) throws(TemporalError) -> Temporal.Date? {
    let forms: [[Field]] = [[.month, .day], [.week, .dayOfWeek], [.ordinalDay], [.quarter, .dayOfQuarter]]
    let given = forms.filter { $0.contains { numbers[$0] != nil } }
    if given.count > 1 {
      let names = given.compactMap { form in form.first { numbers[$0] != nil }?.name }
      throw .conflict(names[0], names[1])
    }
    guard let form = given.first ?? (numbers[.year] == nil ? nil : forms[0]) else { return base }
    let part = form.first { numbers[$0] != nil }
    let baseYear = form == forms[1] ? base?.weekYear : base?.year
    guard let year = numbers[.year] ?? baseYear else { throw .missing("year", before: part?.name ?? "day") }
    /// The numbers of the form, those of the base for missing ones, else 1.
    func number(_ index: Int, _ base: Int64?) throws(TemporalError) -> Int64 {
      if let number = numbers[form[index]] ?? base { return number }
      if let smaller = form[(index + 1)...].first(where: { numbers[$0] != nil }) ?? field {
        throw .missing(form[index].name, before: smaller.name)
      }
      return 1
    }
    switch form {
    case forms[0]:
      let month = try number(0, base?.month)
      return try Temporal.Date(year: year, month: month, day: try number(1, base?.day))
    case forms[1]:
      let week = try number(0, base?.week)
      return try Temporal.Date(weekYear: year, week: week, dayOfWeek: try number(1, base?.dayOfWeek))
    case forms[2]: return try Temporal.Date(year: year, ordinalDay: try number(0, nil))
    default:
      let quarter = try number(0, base?.quarter)
      return try Temporal.Date(year: year, quarter: quarter, dayOfQuarter: try number(1, base?.dayOfQuarter))
    }
  }

  /// The time of the components over a base; nil where neither is there.
  func time(base: Temporal.LocalTime?) throws(TemporalError) -> Temporal.LocalTime? {
    guard let least = numbers.keys.filter(\.isTime).max(by: { $0.rawValue < $1.rawValue }) else { return base }
    func number(_ field: Field, _ base: Int64?) throws(TemporalError) -> Int64 {
      if let number = numbers[field] ?? base { return number }
      if least.rawValue > field.rawValue { throw .missing(field.name, before: least.name) }
      return 0
    }
    let hour = try number(.hour, base?.hour)
    let minute = try number(.minute, base?.minute)
    let second = try number(.second, base?.second)
    return try Temporal.LocalTime(
      hour: hour, minute: minute, second: second, nanosecond: try nanosecond(base: base?.nanosecond ?? 0))
  }

  /// The parts of a second put together: each counts what the greater ones given leave.
  private func nanosecond(base: Int64) throws(TemporalError) -> Int64 {
    let (milli, micro, nano) = (numbers[.millisecond], numbers[.microsecond], numbers[.nanosecond])
    if milli == nil, micro == nil, nano == nil { return base }
    if let milli { try Temporal.Date.check("millisecond", milli, 0...999) }
    if let micro { try Temporal.Date.check("microsecond", micro, 0...(milli == nil ? 999_999 : 999)) }
    if let nano {
      try Temporal.Date.check(
        "nanosecond", nano, 0...(micro != nil ? 999 : milli != nil ? 999_999 : 999_999_999))
    }
    return (milli ?? 0) * 1_000_000 + (micro ?? 0) * 1000 + (nano ?? 0)
  }
}
