/// Why a temporal value cannot be made: facts for a message.
public enum TemporalError: Error, Sendable, Hashable {
  /// The text has none of the forms of this kind.
  case unreadable
  /// A component is outside its range.
  case component(String, Int64, ClosedRange<Int64>)
  /// A day that the month, quarter or year does not have: the component, its value, the period and its days.
  case noSuchDay(String, Int64, period: String, days: Int64)
  /// A year has only 52 weeks.
  case noSuchWeek(year: Int64)
  /// The result lies outside the values of its kind.
  case outOfRange(Temporal.Kind)
  case unknownZone(String)
  /// The text's offset is not one of the zone's at that moment.
  case offsetMismatch(offset: String, zone: String)
  /// A named zone has no offset of its own without a date.
  case zoneWithoutDate(String)
  /// The end of a period lies before its start.
  case endBeforeStart
  /// A component is given without one of higher significance.
  case missing(String, before: String)
  /// Two components exclude each other.
  case conflict(String, String)
  case unknownComponent(String, nearest: String?)
  /// A component of a wrong type: name, what is expected, what was found.
  case componentType(String, expected: String, found: String)
  case noComponents
  case notSmaller(String, unit: String)
  /// A value of one kind lacks what one of another kind needs.
  case cannotMake(Temporal.Kind, from: Temporal.Kind)
  case unknownUnit(String, nearest: String?)
  case unitNotSupported(String, Temporal.Kind, from: Temporal.Kind)
  /// A partial date whose day is not known where a day is needed.
  case notADay(String)
}
