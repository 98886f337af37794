extension Value {
  /// Whether DISTINCT, grouping and UNION take two values for one: null is null, NaN is NaN, and 1 is 1.0.
  ///
  /// A two-valued equivalence relation, unlike ``equals(_:_:)``; it holds exactly where ``order(_:_:)`` says
  /// `same`, and equivalent values have equal hashes.
  ///
  /// - Complexity: O(*n*)
  public static func areEquivalent(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.float(let left), .float(let right)): left == right || (left.isNaN && right.isNaN)
    case (.integer(let left), .float(let right)): Ordering.exact(left, right) == .same
    case (.float(let left), .integer(let right)): Ordering.exact(right, left) == .same
    case (.string(let left), .string(let right)): left == right
    case (.temporal(let left), .temporal(let right)): Temporal.order(left, right) == .same
    case (.list(let left), .list(let right)):
      left.count == right.count && left.indices.allSatisfy { areEquivalent(left[$0], right[$0]) }
    case (.map(let left), .map(let right)):
      left.entries.count == right.entries.count
        && left.entries.indices.allSatisfy {
          left.entries[$0].key == right.entries[$0].key
            && areEquivalent(left.entries[$0].value, right.entries[$0].value)
        }
    case (.node(let left), .node(let right)): left == right
    case (.relationship(let left), .relationship(let right)): left == right
    case (.path(let left), .path(let right)): left == right
    case (.null, _), (.boolean, _), (.integer, _), (.float, _), (.string, _), (.temporal, _), (.list, _), (.map, _),
      (.node, _),
      (.relationship, _), (.path, _):
      false
    }
  }

  /// Feeds a hasher so that equivalent values hash alike: a float that is a whole number hashes as the integer.
  public func hashEquivalence(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0 as UInt8)
    case .boolean(let value):
      hasher.combine(1 as UInt8)
      hasher.combine(value)
    case .integer(let value):
      hasher.combine(2 as UInt8)
      hasher.combine(value)
    case .float(let value):
      hasher.combine(2 as UInt8)
      if let whole = Int64(exactly: value) {
        hasher.combine(whole)
      } else {
        hasher.combine(value.isNaN ? Double.nan.bitPattern : value.bitPattern)
      }
    case .string(let value):
      hasher.combine(3 as UInt8)
      hasher.combine(value)
    case .list(let values):
      hasher.combine(4 as UInt8)
      hasher.combine(values.count)
      for value in values { value.hashEquivalence(into: &hasher) }
    case .map(let map):
      hasher.combine(5 as UInt8)
      hasher.combine(map.entries.count)
      for entry in map.entries {
        hasher.combine(entry.key)
        entry.value.hashEquivalence(into: &hasher)
      }
    case .node(let node):
      hasher.combine(6 as UInt8)
      hasher.combine(node)
    case .relationship(let relationship):
      hasher.combine(7 as UInt8)
      hasher.combine(relationship)
    case .path(let path):
      hasher.combine(8 as UInt8)
      hasher.combine(path)
    case .temporal(let value):
      hasher.combine(9 as UInt8)
      value.hashEquivalence(into: &hasher)
    }
  }
}

/// A value as a key of a dictionary or a member of a set, under equivalence.
///
/// For example, `Set([EquivalenceKey(.integer(1)), EquivalenceKey(.float(1))])` has one member.
public struct EquivalenceKey: Hashable, Sendable {
  public let value: Value

  public init(_ value: Value) { self.value = value }

  public static func == (left: EquivalenceKey, right: EquivalenceKey) -> Bool {
    Value.areEquivalent(left.value, right.value)
  }

  public func hash(into hasher: inout Hasher) { value.hashEquivalence(into: &hasher) }
}
