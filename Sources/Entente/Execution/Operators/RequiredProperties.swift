import EntenteSyntax

/// The properties that each relationship of a trail must have, evaluated once for an input row.
struct RequiredProperties {
  private let graph: Graph
  private let values: [(key: Text, value: Value)]

  init(
    _ properties: [(key: Text, value: BoundExpression)], in batch: RowBatch, row: Int, evaluator: Evaluator
  ) throws(QueryError) {
    graph = evaluator.context.graph
    var values: [(key: Text, value: Value)] = []
    for (key, expression) in properties {
      values.append((key, try evaluator.evaluate(expression, in: batch, row: row)))
    }
    self.values = values
  }

  func hold(for relationship: RelationshipID) -> Bool {
    values.allSatisfy { key, value in
      let stored = graph.catalog.key(key).map { graph.property($0, of: relationship) } ?? .null
      return Value.equals(stored, value) == true
    }
  }
}
