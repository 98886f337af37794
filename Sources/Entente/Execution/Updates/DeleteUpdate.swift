import EntenteSyntax

/// DELETE and DETACH DELETE: the elements in the values, also inside of lists, maps and paths; null is nothing.
///
/// Whether a deleted node keeps relationships is looked at when the statement ends.
final class DeleteUpdate: RowUpdate {
  private let targets: [BoundExpression]
  private let detach: Bool
  private let evaluator: Evaluator

  init(_ targets: [BoundExpression], detach: Bool, _ evaluator: Evaluator) {
    self.targets = targets
    self.detach = detach
    self.evaluator = evaluator
  }

  func apply(_ batch: RowBatch, row: Int) throws(QueryError) -> [[Value]] {
    guard let transaction = evaluator.context.transaction else { throw .writeWithoutTransaction() }
    for target in targets {
      try delete(try evaluator.evaluate(target, in: batch, row: row), transaction, at: target.range)
    }
    return [[]]
  }

  private func delete(_ value: Value, _ transaction: GraphTransaction, at range: SourceRange) throws(QueryError) {
    switch value {
    case .null: break
    case .node(let node):
      if detach, !transaction.isDeleted(node) {
        for relationship in transaction.relationships(of: node) { transaction.delete(relationship) }
      }
      transaction.delete(node)
    case .relationship(let relationship): transaction.delete(relationship)
    case .path(let path):
      for relationship in path.relationships { transaction.delete(relationship) }
      for node in path.nodes { try delete(.node(node), transaction, at: range) }
    case .list(let items): for item in items { try delete(item, transaction, at: range) }
    case .map(let map): for entry in map.entries { try delete(entry.value, transaction, at: range) }
    default: throw .wrongType("a node, a relationship or a path", value, at: range)
    }
  }
}
