extension Value {
  /// The `<` of openCypher, in three-valued logic: nil means null.
  ///
  ///     1 < 1.5            true
  ///     'a' < 1            nil       kinds do not compare, except numbers
  ///     NaN < 1            false     and so are >, <= and >=
  ///     [1, 2] < [1, 3]    true      the first place that differs decides
  ///     [1, 2] < [1, null] nil
  ///     [1] < [1, null]    true      a prefix comes first
  ///
  /// Numbers, strings, booleans, temporal values of one kind and lists compare; durations, maps, nodes, relationships
  /// and paths give null, and so do partial dates that overlap.
  /// For `>` swap the operands. ORDER BY uses ``order(_:_:)``.
  public static func isLess(_ left: Value, _ right: Value) -> Bool? {
    switch comparison(left, right) {
    case .ordered(let order): order == .ascending
    case .unordered: false
    case .unknown: nil
    }
  }

  /// The `<=` of openCypher, in three-valued logic: nil means null. For `>=` swap the operands.
  public static func isLessOrEqual(_ left: Value, _ right: Value) -> Bool? {
    // Partial dates may surely be at most another without being surely less.
    if case (.temporal(let left), .temporal(let right)) = (left, right) {
      return Temporal.isLess(right, left).map { !$0 }
    }
    switch comparison(left, right) {
    case .ordered(let order): return order != .descending
    case .unordered: return false
    case .unknown: return nil
    }
  }

  private enum Comparison {
    case ordered(Ordering)
    /// A number and NaN: every comparison is false.
    case unordered
    /// Null, or kinds that do not compare: every comparison is null.
    case unknown

    init(_ numbers: Ordering?) {
      if let numbers { self = .ordered(numbers) } else { self = .unordered }
    }
  }

  private static func comparison(_ left: Value, _ right: Value) -> Comparison {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): .ordered(Ordering(left, right))
    case (.float(let left), .float(let right)): Comparison(Ordering.exact(left, right))
    case (.integer(let left), .float(let right)): Comparison(Ordering.exact(left, right))
    case (.float(let left), .integer(let right)): Comparison(Ordering.exact(right, left)?.reversed)
    case (.string(let left), .string(let right)): .ordered(Text.order(left, right))
    case (.boolean(let left), .boolean(let right)): .ordered(Ordering(left ? 1 : 0, right ? 1 : 0))
    case (.temporal(let left), .temporal(let right)): comparison(left, right)
    case (.list(let left), .list(let right)): comparison(left, right)
    case (.null, _), (.boolean, _), (.integer, _), (.float, _), (.string, _), (.temporal, _), (.list, _), (.map, _),
      (.node, _),
      (.relationship, _), (.path, _):
      .unknown
    }
  }

  private static func comparison(_ left: Temporal, _ right: Temporal) -> Comparison {
    switch Temporal.isLess(left, right) {
    case true?: .ordered(.ascending)
    case false?: .ordered(Temporal.order(left, right) == .same ? .same : .descending)
    case nil: .unknown
    }
  }

  private static func comparison(_ left: ContiguousArray<Value>, _ right: ContiguousArray<Value>)
    -> Comparison
  {
    for position in 0..<min(left.count, right.count) {
      switch equals(left[position], right[position]) {
      case true?: continue
      case false?: return comparison(left[position], right[position])
      case nil: return .unknown
      }
    }
    return .ordered(Ordering(left.count, right.count))
  }
}
