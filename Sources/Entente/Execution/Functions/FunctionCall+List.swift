import EntenteSyntax

/// Functions of lists, some of which take strings too.
extension FunctionCall {
  func list() throws(QueryError) -> Value {
    switch (function, arguments[0]) {
    case (.head, .list(let items)): return items.first ?? .null
    case (.last, .list(let items)): return items.last ?? .null
    case (.tail, .list(let items)): return .list(ContiguousArray(items.dropFirst()))
    case (.size, .list(let items)): return .integer(Int64(items.count))
    case (.size, .string(let text)): return .integer(Int64(text.scalarCount))
    case (.reverse, .list(let items)): return .list(ContiguousArray(items.reversed()))
    case (.reverse, .string(let text)): return .string(Text(scalars: text.scalars.reversed()))
    case (.isEmpty, .list(let items)): return .boolean(items.isEmpty)
    case (.isEmpty, .string(let text)): return .boolean(text.utf8.isEmpty)
    case (.isEmpty, .map(let map)): return .boolean(map.entries.isEmpty)
    case (.head, let value), (.last, let value), (.tail, let value): throw wrongArgument("a list", value)
    case (.isEmpty, let value): throw wrongArgument("a list, a map or a string", value)
    case (_, let value): throw wrongArgument("a list or a string", value)
    }
  }

  /// `range(start, end[, step])`, both ends included.
  func range() throws(QueryError) -> Value {
    guard var sequence = try RangeSequence(arguments, at: place) else { return .null }
    try context.monitor.charge(elements: sequence.count)
    var items: ContiguousArray<Value> = []
    items.reserveCapacity(sequence.count)
    while let item = sequence.next() { items.append(item) }
    return .list(items)
  }
}
