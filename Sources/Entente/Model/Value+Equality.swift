extension Value {
  /// The `=` of openCypher, in three-valued logic: nil means null.
  ///
  ///     Value.equals(.integer(1), .float(1))          true
  ///     Value.equals(.null, .null)                    nil
  ///     Value.equals([1, null], [1, 2])               nil      unknown at one place, equal at the others
  ///     Value.equals([1, null], [2, 2])               false    one difference settles it
  ///     Value.equals(NaN, NaN)                        false
  ///
  /// Values of different kinds are different, but an integer and a float compare as exact numbers. Lists of
  /// different lengths and maps of different keys are different, whatever is null in them.
  /// For DISTINCT and grouping use ``areEquivalent(_:_:)``.
  ///
  /// - Complexity: O(*n*) in the size of the smaller value.
  public static func equals(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.null, _), (_, .null): nil
    case (.boolean(let left), .boolean(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.float(let left), .float(let right)): left == right
    case (.integer(let left), .float(let right)): Ordering.exact(left, right) == .same
    case (.float(let left), .integer(let right)): Ordering.exact(right, left) == .same
    case (.string(let left), .string(let right)): left == right
    case (.temporal(let left), .temporal(let right)): Temporal.equals(left, right)
    case (.list(let left), .list(let right)): equals(left, right)
    case (.map(let left), .map(let right)): equals(left, right)
    case (.node(let left), .node(let right)): left == right
    case (.relationship(let left), .relationship(let right)): left == right
    case (.path(let left), .path(let right)): left == right
    case (.boolean, _), (.integer, _), (.float, _), (.string, _), (.temporal, _), (.list, _), (.map, _), (.node, _),
      (.relationship, _), (.path, _):
      false
    }
  }

  private static func equals(_ left: ContiguousArray<Value>, _ right: ContiguousArray<Value>) -> Bool? {
    guard left.count == right.count else { return false }
    var unknown = false
    for position in left.indices {
      switch equals(left[position], right[position]) {
      case true?: continue
      case false?: return false
      case nil: unknown = true
      }
    }
    return unknown ? nil : true
  }

  private static func equals(_ left: MapValue, _ right: MapValue) -> Bool? {
    guard left.entries.count == right.entries.count else { return false }
    // Keys first: a missing key settles the matter even where a value before it is null.
    for position in left.entries.indices where left.entries[position].key != right.entries[position].key {
      return false
    }
    var unknown = false
    for position in left.entries.indices {
      switch equals(left.entries[position].value, right.entries[position].value) {
      case true?: continue
      case false?: return false
      case nil: unknown = true
      }
    }
    return unknown ? nil : true
  }
}
