import EntenteSyntax

/// The errors of temporal values.
extension QueryError {
  /// - Parameters:
  ///   - function: its name, an operator, or `.` for a component.
  ///   - value: the argument that was read, for texts.
  static func temporal(
    _ error: TemporalError, _ function: String, _ kind: Temporal.Kind, _ value: Value?, at range: SourceRange
  ) -> QueryError {
    var notes: [String] = []
    var help: [String] = []
    let message: String
    var code = "22G05"
    var detail = "InvalidArgumentValue"
    var isText = false
    if case .string = value { isText = true }
    let given = isText ? "`\(function)` cannot read \(value?.literal ?? ""): " : ""
    switch error {
    case .unreadable:
      message = "`\(function)` cannot read \(value?.literal ?? "this") as \(kind.words)"
      notes = ["accepted: \(forms(of: kind))"]
    case .component(let name, let number, let limits):
      message = "\(given)the \(name) goes from \(limits.lowerBound) to \(limits.upperBound)\(found(number))"
    case .noSuchDay(let name, let number, let period, let days):
      message = "\(given)the \(name) of \(period) goes from 1 to \(days), found \(number)"
    case .noSuchWeek(let year):
      message = "\(given)the year \(year) has 52 weeks, found week 53"
    case .outOfRange(let kind):
      (code, detail) = (kind == .duration ? "22015" : "22008", "NumberOutOfRange")
      message =
        kind == .duration
        ? "the duration does not fit: months, days and seconds are 64-bit integers"
        : "the result lies outside the years -999999999 to +999999999"
    case .unknownZone(let name):
      message = "\(given)no time zone is named '\(name)'"
      if let nearest = NearestName.of(name, among: Temporal.NamedZone.names) { help = ["did you mean '\(nearest)'?"] }
      notes = ["a zone is a name of the IANA database, such as 'Europe/Stockholm', or an offset, such as '+01:00'"]
    case .offsetMismatch(let offset, let zone):
      message = "\(given)\(zone) does not have the offset \(offset) at that time"
      help = ["leave the offset out"]
    case .zoneWithoutDate(let zone):
      message = "\(given)a time without a date has an offset, and \(zone) has several through the year"
      help = ["give an offset such as '+01:00', or make a datetime"]
    case .endBeforeStart: message = "\(given)the period ends before it starts"
    case .missing(let name, let before):
      message = "`\(before)` is given without `\(name)`"
    case .conflict(let first, let second):
      message = "`\(first)` and `\(second)` cannot be given together"
    case .unknownComponent(let name, let nearest):
      message = "\(kind.words) has no component `\(name)`"
      if let nearest { help = ["did you mean `\(nearest)`?"] }
    case .componentType(let name, let expected, let found):
      detail = "InvalidArgumentValue"
      message = "the component `\(name)` is \(expected), found \(found)"
    case .noComponents:
      message = "`\(function)` needs at least one component"
    case .notSmaller(let name, let unit):
      message = "`\(name)` is not smaller than the unit `\(unit)` that is truncated to"
    case .cannotMake(let kind, let other):
      message = "\(other.words) lacks what \(kind.words) needs"
    case .unknownUnit(let name, let nearest):
      message = "no unit is named '\(name)'"
      if let nearest { help = ["did you mean '\(nearest)'?"] }
      notes = ["the units: \(TruncationUnit.allCases.map(\.name).joined(separator: ", "))"]
    case .unitNotSupported(let unit, let kind, let other):
      message = "\(other.words) cannot be truncated to the \(unit) as \(kind.words)"
    case .notADay(let text):
      message = "the day of the partial date '\(text)' is not known"
      help = ["take `.start` or `.end`, or compare with `partialdate(…)`"]
    }
    // A text with a wrong field is a wrong text.
    if isText, code == "22G05" { code = kind == .duration ? "22G0H" : "22007" }
    return QueryError(
      .argumentError, .runtime, detail, Diagnostic(.error, code: code, message, at: range, notes: notes, help: help))
  }

  private static func found(_ number: Int64) -> String {
    number == .min || number == .max ? "" : ", found \(number)"
  }

  private static func forms(of kind: Temporal.Kind) -> String {
    switch kind {
    case .date: "2015-07-21, 2015-07, 2015, 2015-W30-2, 2015-Q3-21, 2015-202, and these without dashes"
    case .localTime: "21:40:32.142, 21:40, 21, and these without colons"
    case .time: "21:40:32.142+01:00, 21:40Z, 21, and these without colons"
    case .localDateTime: "a date, `T` and a time: 2015-07-21T21:40:32.142"
    case .dateTime: "a date, `T`, a time and a zone: 2015-07-21T21:40+02:00, 2015-07-21T21:40[Europe/Stockholm]"
    case .duration: "P1Y2M3W4DT5H6M7.8S, parts left out; P2012-02-02T14:37:21"
    case .partialDate: "2025, 2025-02, 2025-02-24, each with `~` for about, and two with `/` for a period"
    }
  }

  static func cannotComputeTemporals(
    _ operation: Expression.ArithmeticOperator, _ left: Value, _ right: Value, at range: SourceRange
  ) -> QueryError {
    var error = cannotCompute(operation, left, right, at: range)
    if operation == .subtract, case .temporal = left, case .temporal = right {
      error.diagnostic.help = ["`duration.between(from, to)` is the duration between two instants"]
    }
    return error
  }
}
