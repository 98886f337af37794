import EntenteSyntax

/// Typed kernels: whole columns at a time, for the expressions that most queries consist of.
///
/// A kernel gives nil where it does not fit; the general evaluator then does the work. Kernels are only for
/// expressions that cannot fail, so that what they give is what the general evaluator gives.
extension Evaluator {
  func kernel(_ expression: BoundExpression, over batch: RowBatch) throws(QueryError) -> Column? {
    switch expression.node {
    case .literal(let value): return .constant(value, count: batch.count)
    case .parameter(let name): return .constant(context.parameters[name] ?? .null, count: batch.count)
    case .variable(let variable): return batch.column(of: variable)
    case .property(let base, let key): return elements(base, batch)?.values(of: key)
    case .hasLabels(let base, let labels): return labelKernel(base, labels, batch)
    case .comparison(let first, let steps):
      guard steps.count == 1, let step = steps.first, !first.canFail, !step.operand.canFail else { return nil }
      return try comparisonKernel(first, step.operator, step.operand, batch)
    case .isNull(let operand, let negated):
      guard !operand.canFail, let column = try kernel(operand, over: batch) else { return nil }
      return .booleans(ContiguousArray((0..<batch.count).map { column[$0].isNull != negated ? 1 : 0 }))
    case .and(let operands):
      return try logicKernel(operands, over: batch) { left, right in
        left == 0 || right == 0 ? 0 : max(left, right)
      }
    case .or(let operands):
      return try logicKernel(operands, over: batch) { left, right in
        left == 1 || right == 1 ? 1 : max(left, right)
      }
    case .not(let operand):
      guard !operand.canFail, case .booleans(let truths)? = try kernel(operand, over: batch) else { return nil }
      return .booleans(ContiguousArray(truths.map { $0 == 2 ? 2 : 1 - $0 }))
    case .list, .map, .xor, .in, .stringPredicate, .arithmetic, .negate, .plus, .subscript, .slice, .call,
      .caseExpression, .listComprehension, .quantifier, .reduce, .mapProjection, .path, .exists, .count, .collect:
      return nil
    }
  }

  /// Operands folded into one truth value a row, by a table over 0 (false), 1 (true) and 2 (null).
  private func logicKernel(
    _ operands: [BoundExpression], over batch: RowBatch, _ combine: (UInt8, UInt8) -> UInt8
  ) throws(QueryError) -> Column? {
    var result: ContiguousArray<UInt8>?
    for operand in operands {
      guard !operand.canFail, case .booleans(let truths)? = try kernel(operand, over: batch) else { return nil }
      guard var folded = result else {
        result = truths
        continue
      }
      for row in folded.indices { folded[row] = combine(folded[row], truths[row]) }
      result = folded
    }
    return result.map(Column.booleans)
  }

  /// The elements that a variable holds in a batch of one kind; nil where `base` is anything else.
  func elements(_ base: BoundExpression, _ batch: RowBatch) -> ElementColumn? {
    guard case .variable(let variable) = base.node, let column = batch.column(of: variable) else { return nil }
    // What a statement has deleted, or written and not yet made visible, needs the general evaluator's care.
    if context.seesWrites || context.transaction?.hasDeleted == true { return nil }
    context.monitor.note(work: batch.count)
    return switch column {
    case .nodes(let ids): ElementColumn(ids: ids, areNodes: true, graph: context.graph)
    case .relationships(let ids): ElementColumn(ids: ids, areNodes: false, graph: context.graph)
    case .integers, .floats, .booleans, .values, .constant: nil
    }
  }

  private func labelKernel(_ base: BoundExpression, _ labels: [Text], _ batch: RowBatch) -> Column? {
    guard let elements = elements(base, batch), elements.areNodes else { return nil }
    let graph = context.graph
    var truths = ContiguousArray<UInt8>(repeating: 1, count: elements.ids.count)
    for label in labels {
      let label = graph.catalog.label(label)
      for (row, id) in elements.ids.enumerated() where truths[row] == 1 {
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
    _ first: BoundExpression, _ comparison: Expression.ComparisonOperator, _ second: BoundExpression, _ batch: RowBatch
  ) throws(QueryError) -> Column? {
    // A property against a constant is compared where it is stored.
    if case .property(let base, let key) = first.node, let elements = elements(base, batch),
      case .constant(let constant, _)? = try kernel(second, over: batch),
      let truths = elements.compare(key, comparison, constant)
    {
      return .booleans(truths)
    }
    guard let left = try kernel(first, over: batch), let right = try kernel(second, over: batch) else { return nil }
    var truths: ContiguousArray<UInt8> = []
    truths.reserveCapacity(batch.count)
    if case .nodes(let left) = left, case .nodes(let right) = right, comparison == .equal || comparison == .notEqual {
      for (left, right) in zip(left, right) {
        let isNull = left == Column.nullID || right == Column.nullID
        truths.append(isNull ? 2 : (left == right) == (comparison == .equal) ? 1 : 0)
      }
      return .booleans(truths)
    }
    for row in 0..<batch.count {
      truths.append(Self.compare(left[row], comparison, right[row]).map { $0 ? 1 : 0 } ?? 2)
    }
    return .booleans(truths)
  }
}
