import EntenteSyntax

/// FOREACH: all its clauses for one element of the list before the next, each seeing what was written before it.
///
/// Patterns in the expressions of its clauses look at the graph as it was before FOREACH; MERGE sees all.
final class ForeachUpdate: RowUpdate {
  private let variable: Variable
  private let list: BoundExpression
  private let updates: [(update: any RowUpdate, introduced: [Variable])]
  private let evaluator: Evaluator

  init(_ variable: Variable, in list: BoundExpression, _ updates: [BoundUpdate], _ evaluator: Evaluator) {
    self.variable = variable
    self.list = list
    self.updates = updates.map { ($0.prepared(for: evaluator), $0.introduced) }
    self.evaluator = evaluator
  }

  func apply(_ batch: RowBatch, row: Int) throws(QueryError) -> [[Value]] {
    let elements: ContiguousArray<Value>
    switch try evaluator.evaluate(list, in: batch, row: row) {
    case .null: return [[]]
    case .list(let items): elements = items
    case let value: throw .wrongType("a list", value, at: list.range)
    }
    try evaluator.seeingWrites { () throws(QueryError) in
      for (index, element) in elements.enumerated() {
        if index % 256 == 0 { try evaluator.context.monitor.check() }
        evaluator.bind(variable, to: element)
        try run(updates[...], batch, row)
      }
    }
    return [[]]
  }

  private func run(
    _ updates: ArraySlice<(update: any RowUpdate, introduced: [Variable])>, _ batch: RowBatch, _ row: Int
  ) throws(QueryError) {
    guard let first = updates.first else { return }
    for values in try first.update.apply(batch, row: row) {
      for (variable, value) in zip(first.introduced, values) { evaluator.bind(variable, to: value) }
      try run(updates.dropFirst(), batch, row)
    }
  }
}
