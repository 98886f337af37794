import EntenteSyntax

/// The nodes, or the relationships, of one variable in a batch, with typed access to their properties.
struct ElementColumn {
  let ids: ContiguousArray<UInt32>
  let areNodes: Bool
  let graph: Graph

  /// The stored values of a key; nil for the virtual `id`, which no column stores.
  func values(of key: Text) -> Column? {
    guard key != ExecutionContext.virtualID else { return nil }
    guard let stored = column(key) else { return .constant(.null, count: ids.count) }
    if let integers = stored.integers, let column = typed(stored, { integers[$0] }) { return .integers(column) }
    if let floats = stored.floats, let column = typed(stored, { floats[$0] }) { return .floats(column) }
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(ids.count)
    for id in ids { values.append(stored.value(at: id)) }
    return .values(values)
  }

  /// The values as numbers, where no row is null.
  private func typed<Element>(_ stored: PropertyColumn, _ read: (Int) -> Element) -> ContiguousArray<Element>? {
    var values: ContiguousArray<Element> = []
    values.reserveCapacity(ids.count)
    for id in ids {
      guard let slot = stored.slot(of: id) else { return nil }
      values.append(read(slot))
    }
    return values
  }

  private func column(_ key: Text) -> PropertyColumn? {
    guard let key = graph.catalog.key(key) else { return nil }
    return areNodes ? graph.nodeColumn(key) : graph.relationshipColumn(key)
  }

  /// Whether each element's value of a key stands in a relation to a constant: 0 false, 1 true, 2 null.
  ///
  /// Integers and floats are compared as they lie; strings are compared once a dictionary entry for equality.
  ///
  /// - Returns: nil where the types have no kernel.
  func compare(_ key: Text, _ comparison: Expression.ComparisonOperator, _ constant: Value) -> ContiguousArray<UInt8>? {
    guard key != ExecutionContext.virtualID else { return nil }
    guard let stored = column(key), !constant.isNull else { return ContiguousArray(repeating: 2, count: ids.count) }
    switch constant {
    case .integer(let constant):
      guard let integers = stored.integers else { return nil }
      switch comparison {
      case .equal: return truths(stored) { integers[$0] == constant }
      case .notEqual: return truths(stored) { integers[$0] != constant }
      case .less: return truths(stored) { integers[$0] < constant }
      case .lessOrEqual: return truths(stored) { integers[$0] <= constant }
      case .greater: return truths(stored) { integers[$0] > constant }
      case .greaterOrEqual: return truths(stored) { integers[$0] >= constant }
      }
    case .float(let constant):
      guard let floats = stored.floats else { return nil }
      switch comparison {
      case .equal: return truths(stored) { floats[$0] == constant }
      case .notEqual: return truths(stored) { floats[$0] != constant }
      case .less: return truths(stored) { floats[$0] < constant }
      case .lessOrEqual: return truths(stored) { floats[$0] <= constant }
      case .greater: return truths(stored) { floats[$0] > constant }
      case .greaterOrEqual: return truths(stored) { floats[$0] >= constant }
      }
    case .string(let constant):
      guard let codes = stored.codes, comparison == .equal || comparison == .notEqual else { return nil }
      let code = stored.dictionary.code(of: constant)
      return truths(stored) { (codes[$0] == code) == (comparison == .equal) }
    case .null, .boolean, .temporal, .list, .map, .node, .relationship, .path: return nil
    }
  }

  @inline(__always)
  private func truths(_ stored: PropertyColumn, _ holds: (Int) -> Bool) -> ContiguousArray<UInt8> {
    var truths: ContiguousArray<UInt8> = []
    truths.reserveCapacity(ids.count)
    for id in ids { truths.append(stored.slot(of: id).map { holds($0) ? 1 : 0 } ?? 2) }
    return truths
  }
}
