/// The scalar functions, by their names in lower case.
public enum Function: String, CaseIterable, Sendable {
  // Numbers
  case abs, ceil, floor, round, sign, sqrt, exp, log, log10, e, pi, rand
  case sin, cos, tan, cot, asin, acos, atan, atan2, degrees, radians, haversin
  case isNaN = "isnan"
  // Conversions
  case toInteger = "tointeger"
  case toFloat = "tofloat"
  case toBoolean = "toboolean"
  case toString = "tostring"
  case toIntegerOrNull = "tointegerornull"
  case toFloatOrNull = "tofloatornull"
  case toBooleanOrNull = "tobooleanornull"
  case toStringOrNull = "tostringornull"
  case toIntegerList = "tointegerlist"
  case toFloatList = "tofloatlist"
  case toBooleanList = "tobooleanlist"
  case toStringList = "tostringlist"
  // Strings
  case toUpper = "toupper"
  case toLower = "tolower"
  case upper, lower, trim, ltrim, rtrim, replace, substring, left, right, split
  case characterLength = "character_length"
  case charLength = "char_length"
  // Lists
  case head, last, tail, range
  // Strings and lists
  case size, reverse
  case isEmpty = "isempty"
  // Elements
  case keys, labels, type, id, properties, nodes, relationships, length
  case elementID = "elementid"
  case startNode = "startnode"
  case endNode = "endnode"
  // Temporal values
  case date, time, duration
  case localTime = "localtime"
  case localDateTime = "localdatetime"
  case dateTime = "datetime"
  case partialDate = "partialdate"
  case dateTransaction = "date.transaction"
  case dateStatement = "date.statement"
  case dateRealtime = "date.realtime"
  case timeTransaction = "time.transaction"
  case timeStatement = "time.statement"
  case timeRealtime = "time.realtime"
  case localTimeTransaction = "localtime.transaction"
  case localTimeStatement = "localtime.statement"
  case localTimeRealtime = "localtime.realtime"
  case localDateTimeTransaction = "localdatetime.transaction"
  case localDateTimeStatement = "localdatetime.statement"
  case localDateTimeRealtime = "localdatetime.realtime"
  case dateTimeTransaction = "datetime.transaction"
  case dateTimeStatement = "datetime.statement"
  case dateTimeRealtime = "datetime.realtime"
  case dateTruncate = "date.truncate"
  case timeTruncate = "time.truncate"
  case localTimeTruncate = "localtime.truncate"
  case localDateTimeTruncate = "localdatetime.truncate"
  case dateTimeTruncate = "datetime.truncate"
  case dateTimeFromEpoch = "datetime.fromepoch"
  case dateTimeFromEpochMillis = "datetime.fromepochmillis"
  case durationBetween = "duration.between"
  case durationInMonths = "duration.inmonths"
  case durationInDays = "duration.indays"
  case durationInSeconds = "duration.inseconds"
  // Spans of days
  case holds, overlaps, during
  // Anything
  case coalesce
  case nullIf = "nullif"
  case randomUUID = "randomuuid"
  case timestamp

  /// The name as people write it.
  public var name: String {
    switch self {
    case .elementID: "elementId"
    case .characterLength, .charLength: rawValue
    default: temporal == nil ? "\(self)" : rawValue
    }
  }
}

/// The aggregating functions, by their names in lower case.
public enum AggregateFunction: String, CaseIterable, Sendable {
  case count, sum, avg, min, max, collect
  case stDev = "stdev"
  case stDevP = "stdevp"
  case percentileCont = "percentilecont"
  case percentileDisc = "percentiledisc"

  /// The name as people write it.
  public var name: String { "\(self)" }
}
