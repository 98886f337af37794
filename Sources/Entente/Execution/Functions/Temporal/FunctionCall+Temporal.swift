import EntenteSyntax

/// Temporal functions: text, components, other values and the clock become values.
extension FunctionCall {
  func temporal(_ temporal: TemporalFunction) throws(QueryError) -> Value {
    do throws(CallFailure) {
      guard let value = try result(of: temporal) else { return .null }
      return .temporal(value)
    } catch {
      switch error {
      case .temporal(let error): throw .temporal(error, function.name, temporal.kind, arguments.first, at: place)
      case .query(let error): throw error
      }
    }
  }

  /// nil for null.
  private func result(of temporal: TemporalFunction) throws(CallFailure) -> Temporal? {
    switch temporal.operation {
    case .make: return try make(temporal.kind)
    case .now(let isLive):
      let moment = isLive ? SystemClock.now() : context.statementTime
      guard let argument = arguments.first else { return try now(temporal.kind, moment, in: .utc) }
      guard case .map(let map) = argument else {
        return try now(
          temporal.kind, moment, in: try zone(try CallFailure.catching { () throws(QueryError) in try text() }))
      }
      guard let fields = try fields(map) else { return nil }
      guard let zone = fields.zone, fields.isZoneAlone else { throw .temporal(.noComponents) }
      return try now(temporal.kind, moment, in: zone)
    case .truncate: return try truncate(to: temporal.kind)
    case .fromEpoch(let milliseconds):
      let first = try CallFailure.catching { () throws(QueryError) in try integer(0) }
      let second = arguments.count > 1 ? try CallFailure.catching { () throws(QueryError) in try integer(1) } : 0
      return try CallFailure.catching { () throws(TemporalError) in
        if milliseconds {
          return .dateTime(
            try .init(
              epochSecond: first.floorDivided(by: 1000), nanosecond: first.modulo(1000) * 1_000_000, in: .utc))
        }
        try Temporal.Date.check("nanosecond", second, 0...999_999_999)
        return .dateTime(try .init(epochSecond: first, nanosecond: second, in: .utc))
      }
    case .between, .inMonths, .inDays, .inSeconds:
      let from = try instant(0)
      let to = try instant(1)
      return try CallFailure.catching { () throws(TemporalError) in
        switch temporal.operation {
        case .between: .duration(try .between(from, to))
        case .inMonths: .duration(try .inMonths(from, to))
        case .inDays: .duration(try .inDays(from, to))
        default: .duration(try .inSeconds(from, to))
        }
      }
    }
  }

  private func instant(_ index: Int) throws(CallFailure) -> Temporal {
    guard case .temporal(let value) = arguments[index], value.kind != .duration else {
      throw .query(wrongArgument("dates, times and datetimes", arguments[index]))
    }
    return value
  }

  private func zone(_ name: Text) throws(CallFailure) -> Temporal.Zone {
    try CallFailure.catching { () throws(TemporalError) in try Temporal.Zone(String(name)) }
  }

  private func now(
    _ kind: Temporal.Kind, _ moment: (second: Int64, nanosecond: Int64), in zone: Temporal.Zone
  ) throws(CallFailure) -> Temporal {
    try CallFailure.catching { () throws(TemporalError) in
      let dateTime = try Temporal.DateTime(epochSecond: moment.second, nanosecond: moment.nanosecond, in: zone)
      return try Temporal.dateTime(dateTime).converted(to: kind)
    }
  }

  private func fields(_ map: MapValue) throws(CallFailure) -> TemporalFields? {
    try CallFailure.catching { () throws(TemporalError) in try TemporalFields(map) }
  }

  private func make(_ kind: Temporal.Kind) throws(CallFailure) -> Temporal? {
    switch arguments.first {
    case nil: return try now(kind, context.statementTime, in: .utc)
    case .string(let text):
      return try CallFailure.catching { () throws(TemporalError) in try Temporal(text, as: kind) }
    case .temporal(let value):
      return try CallFailure.catching { () throws(TemporalError) in try value.converted(to: kind) }
    case .map(let map) where kind == .duration:
      return try CallFailure.catching { () throws(TemporalError) in
        try Self.duration(of: map).map(Temporal.duration)
      }
    case .map(let map) where kind != .partialDate:
      guard let fields = try fields(map) else { return nil }
      if let zone = fields.zone, fields.isZoneAlone { return try now(kind, context.statementTime, in: zone) }
      return try CallFailure.catching { () throws(TemporalError) in try fields.value(of: kind) }
    case let value?:
      throw .query(
        wrongArgument(kind == .partialDate ? "a string or a date" : "a string, a map or a temporal value", value))
    }
  }

  /// The amounts in a map added up; nil where one is null.
  private static func duration(of map: MapValue) throws(TemporalError) -> Temporal.Duration? {
    var sum = DurationSum()
    if map.entries.isEmpty { throw .noComponents }
    for entry in map.entries {
      let name = String(entry.key)
      guard let unit = DurationUnit(rawValue: name.lowercased()) else {
        throw .unknownComponent(name, nearest: NearestName.of(name, among: DurationUnit.allCases.map(\.rawValue)))
      }
      let amount: DecimalNumber?
      switch entry.value {
      case .null: return nil
      case .integer(let number): amount = DecimalNumber(number)
      case .float(let number): amount = DecimalNumber(number)
      default: throw .componentType(name, expected: "a number", found: entry.value.kindName)
      }
      guard let amount else { throw .outOfRange(.duration) }
      try sum.add(amount, unit)
    }
    return try sum.duration()
  }

  private func truncate(to kind: Temporal.Kind) throws(CallFailure) -> Temporal? {
    let name = try CallFailure.catching { () throws(QueryError) in try text() }
    guard case .temporal(let value) = arguments[1] else {
      throw .query(wrongArgument("a temporal value to truncate", arguments[1]))
    }
    var fields = TemporalFields.none
    if arguments.count > 2 {
      guard case .map(let map) = arguments[2] else { throw .query(wrongArgument("a map of components", arguments[2])) }
      guard let given = try self.fields(map) else { return nil }
      fields = given
    }
    return try CallFailure.catching { () throws(TemporalError) in
      guard let unit = TruncationUnit(name: String(name)) else {
        throw TemporalError.unknownUnit(
          String(name), nearest: NearestName.of(String(name), among: TruncationUnit.allCases.map(\.name)))
      }
      return try value.truncated(to: unit, as: kind, fields)
    }
  }
}

/// Either kind of failure in a call.
enum CallFailure: Error {
  case temporal(TemporalError)
  case query(QueryError)

  static func catching<Result>(_ body: () throws(TemporalError) -> Result) throws(CallFailure) -> Result {
    do { return try body() } catch { throw .temporal(error) }
  }

  static func catching<Result>(_ body: () throws(QueryError) -> Result) throws(CallFailure) -> Result {
    do { return try body() } catch { throw .query(error) }
  }
}
