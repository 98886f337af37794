import EntenteSyntax

/// Typed kernels: whole columns at a time, for the expressions that most queries consist of.
///
/// A kernel gives nil where it does not fit; the general evaluator then does the work. What it gives is what the
/// general evaluator gives, errors included.
extension Evaluator {
  func kernel(_ expression: BoundExpression, over batch: RowBatch) throws(QueryError) -> Column? {
    switch expression.node {
    case .literal(let value): return .constant(value, count: batch.count)
    case .parameter(let name): return .constant(context.parameters[name] ?? .null, count: batch.count)
    case .variable(let variable): return batch.column(of: variable)
    case .property(let base, let key): return propertyKernel(base, key, batch)
    case .hasLabels(let base, let labels): return labelKernel(base, labels, batch)
    case .comparison(let first, let steps):
      guard steps.count == 1, let step = steps.first, !first.canFail, !step.operand.canFail,
        let left = try kernel(first, over: batch), let right = try kernel(step.operand, over: batch)
      else { return nil }
      return comparisonKernel(left, step.operator, right)
    case .isNull(let operand, let negated):
      guard !operand.canFail, let column = try kernel(operand, over: batch) else { return nil }
      return .booleans(ContiguousArray((0..<batch.count).map { column[$0].isNull != negated ? 1 : 0 }))
    default: return nil
    }
  }

  /// The column of a variable that holds nodes.
  private func nodes(_ base: BoundExpression, _ batch: RowBatch) -> ContiguousArray<UInt32>? {
    guard case .variable(let variable) = base.node, case .nodes(let ids)? = batch.column(of: variable) else {
      return nil
    }
    return ids
  }

  private func propertyKernel(_ base: BoundExpression, _ key: Text, _ batch: RowBatch) -> Column? {
    guard key != ExecutionContext.virtualID, let ids = nodes(base, batch) else { return nil }
    guard let key = context.graph.catalog.key(key), let stored = context.graph.nodeColumn(key) else {
      return .constant(.null, count: batch.count)
    }
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(ids.count)
    for id in ids { values.append(id == Column.nullID ? .null : stored.value(at: id)) }
    return .values(values)
  }

  private func labelKernel(_ base: BoundExpression, _ labels: [Text], _ batch: RowBatch) -> Column? {
    guard let ids = nodes(base, batch) else { return nil }
    let graph = context.graph
    var truths = ContiguousArray<UInt8>(repeating: 1, count: ids.count)
    for label in labels {
      let label = graph.catalog.label(label)
      for (row, id) in ids.enumerated() where truths[row] == 1 {
        if id == Column.nullID {
          truths[row] = 2
        } else if label.map({ graph.hasLabel(NodeID(id), $0) }) != true {
          truths[row] = 0
        }
      }
    }
    return .booleans(truths)
  }

  private func comparisonKernel(
    _ left: Column, _ comparison: Expression.ComparisonOperator, _ right: Column
  ) -> Column {
    var truths: ContiguousArray<UInt8> = []
    truths.reserveCapacity(left.count)
    if case .nodes(let left) = left, case .nodes(let right) = right, comparison == .equal || comparison == .notEqual {
      for (left, right) in zip(left, right) {
        let isNull = left == Column.nullID || right == Column.nullID
        truths.append(isNull ? 2 : (left == right) == (comparison == .equal) ? 1 : 0)
      }
      return .booleans(truths)
    }
    for row in 0..<left.count {
      switch Self.compare(left[row], comparison, right[row]) {
      case true: truths.append(1)
      case false: truths.append(0)
      case nil: truths.append(2)
      }
    }
    return .booleans(truths)
  }
}
