import EntenteSyntax

/// Three-valued logic, comparison, and predicates on strings and lists.
extension Evaluator {
  /// A truth value: nil is null.
  private func truth(_ expression: BoundExpression, _ row: Row) throws(QueryError) -> Bool? {
    let value = try value(expression, row)
    switch value {
    case .boolean(let truth): return truth
    case .null: return nil
    case .integer, .float, .string, .temporal, .list, .map, .node, .relationship, .path:
      throw .wrongType("a boolean", value, at: expression.range)
    }
  }

  func and(_ operands: [BoundExpression], _ row: Row) throws(QueryError) -> Value {
    var result: Bool? = true
    for operand in operands {
      switch try truth(operand, row) {
      case false: return .boolean(false)
      case nil: result = nil
      case true: continue
      }
    }
    return Value(result)
  }

  func or(_ operands: [BoundExpression], _ row: Row) throws(QueryError) -> Value {
    var result: Bool? = false
    for operand in operands {
      switch try truth(operand, row) {
      case true: return .boolean(true)
      case nil: result = nil
      case false: continue
      }
    }
    return Value(result)
  }

  func xor(_ operands: [BoundExpression], _ row: Row) throws(QueryError) -> Value {
    var result: Bool? = false
    for operand in operands {
      let truth = try truth(operand, row)
      if let left = result, let truth { result = left != truth } else { result = nil }
    }
    return Value(result)
  }

  func not(_ operand: BoundExpression, _ row: Row) throws(QueryError) -> Value {
    Value(try truth(operand, row).map(!))
  }

  func comparison(
    _ first: BoundExpression, _ steps: [(`operator`: Expression.ComparisonOperator, operand: BoundExpression)],
    _ row: Row
  ) throws(QueryError) -> Value {
    var left = try value(first, row)
    var result: Bool? = true
    for step in steps {
      let right = try value(step.operand, row)
      switch Self.compare(left, step.operator, right) {
      case false: return .boolean(false)
      case nil: result = nil
      case true: break
      }
      left = right
    }
    return Value(result)
  }

  static func compare(_ left: Value, _ comparison: Expression.ComparisonOperator, _ right: Value) -> Bool? {
    switch comparison {
    case .equal: Value.equals(left, right)
    case .notEqual: Value.equals(left, right).map(!)
    case .less: Value.isLess(left, right)
    case .lessOrEqual: Value.isLessOrEqual(left, right)
    case .greater: Value.isLess(right, left)
    case .greaterOrEqual: Value.isLessOrEqual(right, left)
    }
  }

  func isIn(_ element: BoundExpression, _ list: BoundExpression, _ row: Row) throws(QueryError) -> Value {
    let element = try value(element, row)
    let container = try value(list, row)
    switch container {
    case .null: return .null
    case .list(let items):
      var result: Bool? = false
      for item in items {
        switch Value.equals(element, item) {
        case true: return .boolean(true)
        case nil: result = nil
        case false: continue
        }
      }
      return Value(result)
    case .boolean, .integer, .float, .string, .temporal, .map, .node, .relationship, .path:
      throw .wrongType("a list", container, at: list.range)
    }
  }

  func stringPredicate(
    _ kind: Expression.StringOperator, _ left: BoundExpression, _ right: BoundExpression, _ row: Row
  ) throws(QueryError) -> Value {
    guard case .string(let text) = try value(left, row), case .string(let part) = try value(right, row) else {
      return .null
    }
    switch kind {
    case .startsWith: return .boolean(text.utf8.starts(with: part.utf8))
    case .endsWith: return .boolean(text.utf8.reversed().starts(with: part.utf8.reversed()))
    case .contains: return .boolean(text.contains(part))
    case .matches:
      return .boolean(
        try regularExpression(part, at: right.range).matches(text) { () throws(QueryError) in
          try context.monitor.check()
        })
    }
  }
}

extension Value {
  /// A truth value: nil is null.
  init(_ truth: Bool?) {
    self = truth.map(Value.boolean) ?? .null
  }
}

extension Text {
  /// Whether the bytes of `part` stand somewhere in this text.
  ///
  /// - Complexity: O(*n* · *m*) at worst, O(*n*) as a rule.
  func contains(_ part: Text) -> Bool { firstIndex(of: part, from: 0) != nil }

  /// The first place at or after `start` at which `part` stands.
  func firstIndex(of part: Text, from start: Int) -> Int? {
    guard let first = part.utf8.first else { return start }
    guard utf8.count >= part.utf8.count else { return nil }
    return utf8.withUnsafeBufferPointer { text in
      part.utf8.withUnsafeBufferPointer { part in
        var index = start
        let last = text.count - part.count
        while index <= last {
          if text[index] == first {
            var offset = 1
            while offset < part.count, text[index + offset] == part[offset] { offset += 1 }
            if offset == part.count { return index }
          }
          index += 1
        }
        return nil
      }
    }
  }
}
