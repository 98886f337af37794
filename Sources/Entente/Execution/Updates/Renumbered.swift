extension Value {
  /// The value with every id replaced by its number in a new snapshot.
  func renumbered(_ numbers: Renumbering) -> Value {
    switch self {
    case .null, .boolean, .integer, .float, .string, .temporal: self
    case .node(let id): .node(NodeID(numbers.node(id.rawValue)))
    case .relationship(let id): .relationship(RelationshipID(numbers.relationship(id.rawValue)))
    case .list(let items): .list(ContiguousArray(items.map { $0.renumbered(numbers) }))
    case .map(let map): .map(MapValue(map.entries.map { ($0.key, $0.value.renumbered(numbers)) }))
    case .path(let path):
      .path(
        PathValue(
          elements: ContiguousArray(
            path.elements.enumerated().map { place, id in
              place % 2 == 0 ? numbers.node(id) : numbers.relationship(id)
            })))
    }
  }
}

extension RowBatch {
  /// The rows with every id replaced by its number in a new snapshot.
  func renumbered(_ numbers: Renumbering) -> RowBatch {
    var batch = self
    batch.columns = columns.map { column in
      switch column {
      case .integers, .floats, .booleans: column
      case .nodes(let ids): numbers.nodes == nil ? column : .nodes(ContiguousArray(ids.map(numbers.node)))
      case .relationships(let ids):
        numbers.relationships == nil ? column : .relationships(ContiguousArray(ids.map(numbers.relationship)))
      case .values(let values): .values(ContiguousArray(values.map { $0.renumbered(numbers) }))
      case .constant(let value, let count): .constant(value.renumbered(numbers), count: count)
      }
    }
    return batch
  }
}
