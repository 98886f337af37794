import EntenteSyntax

/// SET and REMOVE: the items in order; nothing happens to null.
final class SetUpdate: RowUpdate {
  private let assignments: [BoundAssignment]
  private let evaluator: Evaluator

  init(_ assignments: [BoundAssignment], _ evaluator: Evaluator) {
    self.assignments = assignments
    self.evaluator = evaluator
  }

  func apply(_ batch: RowBatch, row: Int) throws(QueryError) -> [[Value]] {
    guard let transaction = evaluator.context.transaction else { throw .writeWithoutTransaction() }
    for assignment in assignments { try apply(assignment, batch, row, transaction) }
    return [[]]
  }

  private func apply(
    _ assignment: BoundAssignment, _ batch: RowBatch, _ row: Int, _ transaction: GraphTransaction
  ) throws(QueryError) {
    func value(_ expression: BoundExpression) throws(QueryError) -> Value {
      try evaluator.evaluate(expression, in: batch, row: row)
    }
    switch assignment {
    case .property(let target, let key, let expression):
      guard let element = try element(target, batch, row) else { return }
      let value = try value(expression)
      guard value.isStorable else { throw .notStorable(key: key, value, at: expression.range) }
      try set(key, of: element, to: value, transaction, at: target.range)
    case .properties(let target, let expression, let replacing):
      guard let element = try element(target, batch, row) else { return }
      let source = try value(expression)
      guard let map = evaluator.context.properties(of: source) else {
        throw .propertiesNotMap(source, at: expression.range)
      }
      for entry in map.entries where !entry.value.isStorable {
        throw .notStorable(key: entry.key, entry.value, at: expression.range)
      }
      if replacing {
        for old in element.properties(in: transaction).entries where map[old.key] == nil {
          element.set(old.key, to: .null, in: transaction)
        }
      }
      for entry in map.entries { try set(entry.key, of: element, to: entry.value, transaction, at: target.range) }
    case .addLabels(let target, let labels):
      guard let node = try node(target, batch, row) else { return }
      transaction.addLabels(labels, to: node)
    case .removeLabels(let target, let labels):
      guard let node = try node(target, batch, row) else { return }
      transaction.removeLabels(labels, from: node)
    }
  }

  private func set(
    _ key: Text, of element: WrittenElement, to value: Value, _ transaction: GraphTransaction, at range: SourceRange
  ) throws(QueryError) {
    if key == ExecutionContext.virtualID, let id = element.fileID(in: transaction.current),
      element.property(key, in: transaction).isNull
    {
      throw .fileIDChanged(id, at: range)
    }
    element.set(key, to: value, in: transaction)
  }

  private func element(_ target: BoundExpression, _ batch: RowBatch, _ row: Int) throws(QueryError) -> WrittenElement? {
    let value = try evaluator.evaluate(target, in: batch, row: row)
    try evaluator.context.requireLive(value, at: target.range)
    switch value {
    case .null: return nil
    case .node(let node): return .node(node)
    case .relationship(let relationship): return .relationship(relationship)
    default: throw .wrongType("a node or a relationship", value, at: target.range)
    }
  }

  private func node(_ target: BoundExpression, _ batch: RowBatch, _ row: Int) throws(QueryError) -> NodeID? {
    switch try element(target, batch, row) {
    case nil: return nil
    case .node(let node): return node
    case .relationship(let relationship): throw .wrongType("a node", .relationship(relationship), at: target.range)
    }
  }
}

/// What SET writes to.
private enum WrittenElement {
  case node(NodeID)
  case relationship(RelationshipID)

  func set(_ key: Text, to value: Value, in transaction: GraphTransaction) {
    switch self {
    case .node(let node): transaction.set(key, of: node, to: value)
    case .relationship(let relationship): transaction.set(key, of: relationship, to: value)
    }
  }

  func property(_ key: Text, in transaction: GraphTransaction) -> Value {
    switch self {
    case .node(let node): transaction.property(key, of: node)
    case .relationship(let relationship): transaction.property(key, of: relationship)
    }
  }

  func properties(in transaction: GraphTransaction) -> MapValue {
    switch self {
    case .node(let node): transaction.properties(of: node)
    case .relationship(let relationship): transaction.properties(of: relationship)
    }
  }

  func fileID(in graph: Graph) -> Text? {
    switch self {
    case .node(let node): graph.fileID(of: node)
    case .relationship(let relationship): graph.fileID(of: relationship)
    }
  }
}
