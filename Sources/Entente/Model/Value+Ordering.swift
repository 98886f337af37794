extension Value {
  /// The total order of ORDER BY, min() and max(), ascending.
  ///
  ///     map < node < relationship < list < path < temporal < string < boolean < number < NaN < null
  ///
  /// Within a kind: maps by entries (key, then value), elements by id, lists and paths place by place with a
  /// prefix first, strings by code points, false before true, integers and floats together by exact value.
  /// Two values are `same` exactly when they are equivalent.
  ///
  /// - Complexity: O(*n*)
  public static func order(_ left: Value, _ right: Value) -> Ordering {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): Ordering(left, right)
    case (.float(let left), .float(let right)):
      Ordering.exact(left, right) ?? Ordering(left.nanRank, right.nanRank)
    case (.integer(let left), .float(let right)): Ordering.exact(left, right) ?? .ascending
    case (.float(let left), .integer(let right)): Ordering.exact(right, left)?.reversed ?? .descending
    case (.string(let left), .string(let right)): Text.order(left, right)
    case (.boolean(let left), .boolean(let right)): Ordering(left ? 1 : 0, right ? 1 : 0)
    case (.temporal(let left), .temporal(let right)): Temporal.order(left, right)
    case (.list(let left), .list(let right)): order(left, right)
    case (.map(let left), .map(let right)): order(left, right)
    case (.node(let left), .node(let right)): Ordering(left, right)
    case (.relationship(let left), .relationship(let right)): Ordering(left, right)
    case (.path(let left), .path(let right)): order(left, right)
    case (.null, _), (.boolean, _), (.integer, _), (.float, _), (.string, _), (.temporal, _), (.list, _), (.map, _),
      (.node, _),
      (.relationship, _), (.path, _):
      Ordering(left.kindRank, right.kindRank)
    }
  }

  /// Whether a value comes strictly before another in the total order: a predicate for `sort(by:)`.
  public static func precedes(_ left: Value, _ right: Value) -> Bool { order(left, right) == .ascending }

  private var kindRank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .relationship: 2
    case .list: 3
    case .path: 4
    case .temporal: 5
    case .string: 6
    case .boolean: 7
    case .integer, .float: 8
    case .null: 9
    }
  }

  private static func order(_ left: ContiguousArray<Value>, _ right: ContiguousArray<Value>) -> Ordering {
    for position in 0..<min(left.count, right.count) {
      let order = order(left[position], right[position])
      if order != .same { return order }
    }
    return Ordering(left.count, right.count)
  }

  private static func order(_ left: MapValue, _ right: MapValue) -> Ordering {
    for position in 0..<min(left.entries.count, right.entries.count) {
      let (first, second) = (left.entries[position], right.entries[position])
      let keys = Text.order(first.key, second.key)
      if keys != .same { return keys }
      let values = order(first.value, second.value)
      if values != .same { return values }
    }
    return Ordering(left.entries.count, right.entries.count)
  }

  private static func order(_ left: PathValue, _ right: PathValue) -> Ordering {
    for position in 0..<min(left.elements.count, right.elements.count) {
      let order = Ordering(left.elements[position], right.elements[position])
      if order != .same { return order }
    }
    return Ordering(left.elements.count, right.elements.count)
  }
}

extension Double {
  /// NaN after every number.
  fileprivate var nanRank: Int { isNaN ? 1 : 0 }
}
