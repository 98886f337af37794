import EntenteSyntax

/// Lists and maps: literals, elements, slices.
extension Evaluator {
  func list(_ items: [BoundExpression], _ row: Row) throws(QueryError) -> Value {
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(items.count)
    for item in items { values.append(try value(item, row)) }
    return .list(values)
  }

  func map(_ entries: [(key: Text, value: BoundExpression)], _ row: Row) throws(QueryError) -> Value {
    var values: [(Text, Value)] = []
    values.reserveCapacity(entries.count)
    for entry in entries { values.append((entry.key, try value(entry.value, row))) }
    return .map(MapValue(values))
  }

  /// `list[index]`, `map[key]`, `element[key]`.
  func subscripted(_ base: BoundExpression, _ index: BoundExpression, _ row: Row) throws(QueryError) -> Value {
    let container = try value(base, row)
    let key = try value(index, row)
    if container.isNull || key.isNull { return .null }
    switch (container, key) {
    case (.list(let items), .integer(let position)):
      let place = position < 0 ? position &+ Int64(items.count) : position
      return place >= 0 && place < Int64(items.count) ? items[Int(place)] : .null
    case (.list, _): throw .listIndexNotInteger(key, at: index.range)
    case (.map(let map), .string(let name)): return map[name] ?? .null
    case (.map, _): throw .mapKeyNotString(key, at: index.range)
    case (.node(let node), .string(let name)): return context.property(name, of: node)
    case (.relationship(let relationship), .string(let name)): return context.property(name, of: relationship)
    default: throw .notSubscriptable(container, at: base.range)
    }
  }

  func slice(
    _ base: BoundExpression, from: BoundExpression?, to: BoundExpression?, _ row: Row
  ) throws(QueryError) -> Value {
    let container = try value(base, row)
    if container.isNull { return .null }
    guard case .list(let items) = container else { throw .wrongType("a list", container, at: base.range) }
    guard let lower = try bound(from, default: 0, count: items.count, row),
      let upper = try bound(to, default: items.count, count: items.count, row)
    else { return .null }
    return .list(lower < upper ? ContiguousArray(items[lower..<upper]) : [])
  }

  /// A bound of a slice, counted from the end where negative and clipped; nil where it is null.
  private func bound(
    _ expression: BoundExpression?, default fallback: Int, count: Int, _ row: Row
  ) throws(QueryError) -> Int? {
    guard let expression else { return fallback }
    let value = try value(expression, row)
    switch value {
    case .null: return nil
    case .integer(let position):
      let place = position < 0 ? position.addingReportingOverflow(Int64(count)).partialValue : position
      return Int(max(0, min(Int64(count), place)))
    case .boolean, .float, .string, .temporal, .list, .map, .node, .relationship, .path:
      throw .listIndexNotInteger(value, at: expression.range)
    }
  }

  func mapProjection(
    _ base: BoundExpression, _ entries: [(key: Text, value: BoundExpression?)], _ row: Row
  ) throws(QueryError) -> Value {
    let source = try value(base, row)
    if source.isNull { return .null }
    var values: [(Text, Value)] = []
    for entry in entries {
      if let expression = entry.value {
        values.append((entry.key, try value(expression, row)))
      } else {
        guard let properties = context.properties(of: source) else {
          throw .wrongType("a node, a relationship or a map", source, at: base.range)
        }
        values += properties.entries.map { ($0.key, $0.value) }
      }
    }
    return .map(MapValue(values))
  }
}
