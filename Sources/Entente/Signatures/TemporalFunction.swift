/// What a temporal function does: the part of its name before the dot is a type, the part behind it an operation.
public struct TemporalFunction: Sendable {
  public enum Operation: Sendable, Equatable {
    /// From text, components, another value, or the clock.
    case make
    /// The current moment by a clock of its own; without `isLive` all calls in a statement agree.
    case now(isLive: Bool)
    case truncate
    case fromEpoch(milliseconds: Bool)
    case between
    case inMonths, inDays, inSeconds
  }

  public let kind: Temporal.Kind
  public let operation: Operation
}

extension Function {
  /// What the function does, if it is a temporal one.
  public var temporal: TemporalFunction? {
    switch self {
    case .date: .init(kind: .date, operation: .make)
    case .time: .init(kind: .time, operation: .make)
    case .localTime: .init(kind: .localTime, operation: .make)
    case .localDateTime: .init(kind: .localDateTime, operation: .make)
    case .dateTime: .init(kind: .dateTime, operation: .make)
    case .duration: .init(kind: .duration, operation: .make)
    case .partialDate: .init(kind: .partialDate, operation: .make)
    case .dateTransaction, .dateStatement: .init(kind: .date, operation: .now(isLive: false))
    case .dateRealtime: .init(kind: .date, operation: .now(isLive: true))
    case .timeTransaction, .timeStatement: .init(kind: .time, operation: .now(isLive: false))
    case .timeRealtime: .init(kind: .time, operation: .now(isLive: true))
    case .localTimeTransaction, .localTimeStatement: .init(kind: .localTime, operation: .now(isLive: false))
    case .localTimeRealtime: .init(kind: .localTime, operation: .now(isLive: true))
    case .localDateTimeTransaction, .localDateTimeStatement:
      .init(kind: .localDateTime, operation: .now(isLive: false))
    case .localDateTimeRealtime: .init(kind: .localDateTime, operation: .now(isLive: true))
    case .dateTimeTransaction, .dateTimeStatement: .init(kind: .dateTime, operation: .now(isLive: false))
    case .dateTimeRealtime: .init(kind: .dateTime, operation: .now(isLive: true))
    case .dateTruncate: .init(kind: .date, operation: .truncate)
    case .timeTruncate: .init(kind: .time, operation: .truncate)
    case .localTimeTruncate: .init(kind: .localTime, operation: .truncate)
    case .localDateTimeTruncate: .init(kind: .localDateTime, operation: .truncate)
    case .dateTimeTruncate: .init(kind: .dateTime, operation: .truncate)
    case .dateTimeFromEpoch: .init(kind: .dateTime, operation: .fromEpoch(milliseconds: false))
    case .dateTimeFromEpochMillis: .init(kind: .dateTime, operation: .fromEpoch(milliseconds: true))
    case .durationBetween: .init(kind: .duration, operation: .between)
    case .durationInMonths: .init(kind: .duration, operation: .inMonths)
    case .durationInDays: .init(kind: .duration, operation: .inDays)
    case .durationInSeconds: .init(kind: .duration, operation: .inSeconds)
    default: nil
    }
  }
}

extension TemporalFunction {
  /// What the function takes.
  var signature: FunctionSignature {
    switch operation {
    case .make:
      let isClock = kind.hasDate || kind.hasTime
      // A temporal value is taken too, and its kind is known only at run time.
      return FunctionSignature([[]], optional: isClock ? 1 : 0, .any)
    case .now: return FunctionSignature([[.string, .map]], optional: 1, .any)
    case .truncate: return FunctionSignature([[.string], [], [.map]], optional: 1, .any)
    case .fromEpoch(let milliseconds):
      return FunctionSignature(
        milliseconds ? [[.integer]] : [[.integer], [.integer]], optional: milliseconds ? 0 : 1, .any)
    case .between, .inMonths, .inDays, .inSeconds: return FunctionSignature([[], []], .any)
    }
  }
}
