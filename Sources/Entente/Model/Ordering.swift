/// How the first of two things lies to the second in an ascending order.
public enum Ordering: Int8, Sendable {
  case ascending = -1
  case same = 0
  case descending = 1

  /// Compares two things of an ordered type.
  public init<T: Comparable>(_ left: T, _ right: T) {
    self = left < right ? .ascending : right < left ? .descending : .same
  }

  /// The same pair, seen from the other side.
  public var reversed: Ordering {
    switch self {
    case .ascending: .descending
    case .same: .same
    case .descending: .ascending
    }
  }
}
