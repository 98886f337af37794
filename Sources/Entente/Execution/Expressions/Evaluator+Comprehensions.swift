import EntenteSyntax

/// CASE, and the expressions that declare variables of their own.
extension Evaluator {
  func caseExpression(
    _ operand: BoundExpression?, _ branches: [(when: BoundExpression, then: BoundExpression)],
    else otherwise: BoundExpression?, _ row: Row
  ) throws(QueryError) -> Value {
    let subject = try operand.map { expression throws(QueryError) in try value(expression, row) }
    for branch in branches {
      let when = try value(branch.when, row)
      let applies: Bool
      if let subject {
        applies = Value.equals(subject, when) == true
      } else if case .boolean(let truth) = when {
        applies = truth
      } else if when.isNull {
        applies = false
      } else {
        throw .wrongType("a boolean", when, at: branch.when.range)
      }
      if applies { return try value(branch.then, row) }
    }
    guard let otherwise else { return .null }
    return try value(otherwise, row)
  }

  /// The elements of a list; nil for null.
  private func elements(of list: BoundExpression, _ row: Row) throws(QueryError) -> ContiguousArray<Value>? {
    let value = try value(list, row)
    switch value {
    case .null: return nil
    case .list(let items): return items
    case .boolean, .integer, .float, .string, .temporal, .map, .node, .relationship, .path:
      throw .wrongType("a list", value, at: list.range)
    }
  }

  func listComprehension(
    _ variable: Variable, in list: BoundExpression, where predicate: BoundExpression?,
    _ projection: BoundExpression?, _ row: Row
  ) throws(QueryError) -> Value {
    guard let items = try elements(of: list, row) else { return .null }
    var result: ContiguousArray<Value> = []
    var bytes = 0
    for item in items {
      try context.step()
      bind(variable, to: item)
      if let predicate {
        let truth = try value(predicate, row)
        if case .boolean(true) = truth {
        } else {
          guard truth.isNull || truth.isBoolean else { throw .wrongType("a boolean", truth, at: predicate.range) }
          continue
        }
      }
      guard let projection else {
        result.append(item)
        continue
      }
      let projected = try value(projection, row)
      result.append(projected)
      bytes += projected.heapBytes
      if result.count.isMultiple(of: 4096) { try context.monitor.charge(bytes: bytes + 16 * result.count) }
    }
    try context.monitor.charge(bytes: bytes + 16 * result.count)
    return .list(result)
  }

  func quantify(
    _ quantifier: Expression.Quantifier, _ variable: Variable, in list: BoundExpression,
    where predicate: BoundExpression, _ row: Row
  ) throws(QueryError) -> Value {
    guard let items = try elements(of: list, row) else { return .null }
    var trues = 0
    var nulls = 0
    for item in items {
      try context.step()
      bind(variable, to: item)
      let truth = try value(predicate, row)
      switch truth {
      case .boolean(true): trues += 1
      case .null: nulls += 1
      case .boolean(false):
        if quantifier == .all { return .boolean(false) }
      case .integer, .float, .string, .temporal, .list, .map, .node, .relationship, .path:
        throw .wrongType("a boolean", truth, at: predicate.range)
      }
      if trues > 0, quantifier == .any { return .boolean(true) }
      if trues > 0, quantifier == .none { return .boolean(false) }
      if trues > 1, quantifier == .single { return .boolean(false) }
    }
    if nulls > 0 { return .null }
    switch quantifier {
    case .all, .none: return .boolean(true)
    case .any: return .boolean(false)
    case .single: return .boolean(trues == 1)
    }
  }

  func reduce(
    _ accumulator: Variable, initial: BoundExpression, _ variable: Variable, in list: BoundExpression,
    _ body: BoundExpression, _ row: Row
  ) throws(QueryError) -> Value {
    guard let items = try elements(of: list, row) else { return .null }
    var result = try value(initial, row)
    // Each step may nest the result deeper, though by no more than there are characters in the body: looking at it
    // now and then is enough, and costs less than making it.
    let interval = max(1, Value.nestingLimit / max(1, body.range.upper - body.range.lower))
    for (step, item) in items.enumerated() {
      try context.step()
      bind(accumulator, to: result)
      bind(variable, to: item)
      result = try value(body, row)
      if step % interval == interval - 1, result.nests(deeperThan: Value.nestingLimit) {
        throw .nestsTooDeep(at: body.range)
      }
    }
    return result
  }
}

extension Value {
  var isBoolean: Bool {
    if case .boolean = self { true } else { false }
  }
}
