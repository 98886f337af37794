import EntenteSyntax

/// CREATE: makes the elements of its patterns.
final class CreateUpdate: RowUpdate {
  private let creation: BoundCreation
  private let evaluator: Evaluator

  init(_ creation: BoundCreation, _ evaluator: Evaluator) {
    self.creation = creation
    self.evaluator = evaluator
  }

  func apply(_ batch: RowBatch, row: Int) throws(QueryError) -> [[Value]] {
    guard let transaction = evaluator.context.transaction else { throw .writeWithoutTransaction() }
    var made: [Value] = []
    made.reserveCapacity(creation.nodes.count + creation.relationships.count + creation.paths.count)
    for node in creation.nodes {
      let properties = try properties(node.properties, in: batch, row: row)
      made.append(.node(transaction.createNode(labels: node.labels, properties: properties)))
    }
    /// An element of this clause, else of the row.
    func element(_ variable: Variable) -> Value {
      if let place = creation.nodes.firstIndex(where: { $0.variable == variable }) { return made[place] }
      if let place = creation.relationships.firstIndex(where: { $0.variable == variable }) {
        return made[creation.nodes.count + place]
      }
      return evaluator.value(of: variable, in: batch, row: row)
    }
    for relationship in creation.relationships {
      guard case .node(let source) = element(relationship.source) else {
        throw .missingEnd(of: relationship.type, source: true)
      }
      guard case .node(let target) = element(relationship.target) else {
        throw .missingEnd(of: relationship.type, source: false)
      }
      if transaction.isDeleted(source) || transaction.isDeleted(target) { throw .deletedEnd(of: relationship.type) }
      let properties = try properties(relationship.properties, in: batch, row: row)
      made.append(
        .relationship(
          transaction.createRelationship(
            from: source, to: target, type: relationship.type, properties: properties)))
    }
    for path in creation.paths { made.append(.path(PathValue(path.elements.map(element)))) }
    return [made]
  }

  /// The properties of a new element: what the map holds, storable values only.
  private func properties(
    _ expression: BoundExpression?, in batch: RowBatch, row: Int
  ) throws(QueryError) -> [(Text, Value)] {
    guard let expression else { return [] }
    switch try evaluator.evaluate(expression, in: batch, row: row) {
    case .null: return []
    case .map(let map): return try QueryError.storable(map, at: expression.range)
    case let value: throw .propertiesNotMap(value, at: expression.range)
    }
  }
}

extension PathValue {
  /// The path through elements that are there: nodes and relationships in turn.
  init(_ elements: [Value]) {
    self.init(
      elements: ContiguousArray(
        elements.compactMap { element in
          switch element {
          case .node(let node): node.rawValue
          case .relationship(let relationship): relationship.rawValue
          default: nil
          }
        }))
  }
}
