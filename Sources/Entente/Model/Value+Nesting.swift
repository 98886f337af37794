extension Value {
  /// How deep lists and maps may nest in a value that a query computes or gives back.
  ///
  /// Comparing, printing and releasing a value take stack in proportion to how deep it nests, on whatever thread.
  public static let nestingLimit = 2_000

  /// Whether lists and maps nest deeper in this value than a limit.
  ///
  /// - Complexity: O(*n*) in the size of the value; the stack does not grow beyond the limit.
  public func nests(deeperThan limit: Int) -> Bool {
    switch self {
    case .null, .boolean, .integer, .float, .string, .temporal, .node, .relationship, .path: false
    case .list(let items): limit == 0 || items.contains { $0.nests(deeperThan: limit - 1) }
    case .map(let map): limit == 0 || map.entries.contains { $0.value.nests(deeperThan: limit - 1) }
    }
  }
}
