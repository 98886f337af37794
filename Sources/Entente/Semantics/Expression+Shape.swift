import EntenteSyntax

private let nowhere = SourceRange(0..<0)

/// Expressions without their places, so that `n.name` here equals `n . name` there.
extension Expression {
  /// The same expression with every range set to nothing.
  ///
  /// Subqueries and patterns keep their ranges, so that two of them are never equal.
  var shape: Expression {
    Expression(kind.shape, range: nowhere)
  }
}

extension Name {
  fileprivate var shape: Name { Name(text, range: nowhere) }
}

extension [Expression] {
  fileprivate var shapes: [Expression] { map(\.shape) }
}

extension Expression.Kind {
  fileprivate var shape: Expression.Kind {
    switch self {
    case .null, .boolean, .integer, .float, .string, .parameter, .variable, .countStar, .exists,
      .countSubquery, .collectSubquery, .pattern, .patternComprehension:
      self
    case .list(let elements): .list(elements.shapes)
    case .map(let entries): .map(entries.map { .init(key: $0.key.shape, value: $0.value.shape) })
    case .or(let operands): .or(operands.shapes)
    case .xor(let operands): .xor(operands.shapes)
    case .and(let operands): .and(operands.shapes)
    case .not(let operand): .not(operand.shape)
    case .comparison(let first, let steps):
      .comparison(first.shape, steps.map { .init($0.operator, $0.operand.shape) })
    case .in(let element, let list): .in(element.shape, list.shape)
    case .stringPredicate(let op, let left, let right): .stringPredicate(op, left.shape, right.shape)
    case .isNull(let operand, let negated): .isNull(operand.shape, negated: negated)
    case .arithmetic(let first, let steps):
      .arithmetic(first.shape, steps.map { .init($0.operator, $0.operand.shape) })
    case .negate(let operand): .negate(operand.shape)
    case .plus(let operand): .plus(operand.shape)
    case .property(let base, let key): .property(base.shape, key.shape)
    case .hasLabels(let base, let labels): .hasLabels(base.shape, labels.map(\.shape))
    case .subscript(let base, let index): .subscript(base.shape, index.shape)
    case .slice(let base, let from, let to): .slice(base.shape, from: from?.shape, to: to?.shape)
    case .call(let name, let distinct, let arguments):
      .call(Name(name.text.lowercased(), range: nowhere), distinct: distinct, arguments.shapes)
    case .caseExpression(let operand, let branches, let otherwise):
      .caseExpression(
        operand: operand?.shape, branches.map { .init(when: $0.when.shape, then: $0.then.shape) },
        else: otherwise?.shape)
    case .listComprehension(let variable, let list, let predicate, let projection):
      .listComprehension(variable.shape, in: list.shape, where: predicate?.shape, projection?.shape)
    case .quantifier(let quantifier, let variable, let list, let predicate):
      .quantifier(quantifier, variable.shape, in: list.shape, where: predicate?.shape)
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      .reduce(accumulator.shape, initial: initial.shape, variable.shape, in: list.shape, step.shape)
    case .mapProjection(let base, let items): .mapProjection(base.shape, items.map(\.shape))
    }
  }
}

extension Expression.MapProjectionItem {
  fileprivate var shape: Self {
    switch self {
    case .property(let key): .property(key.shape)
    case .allProperties: .allProperties
    case .entry(let key, let value): .entry(key.shape, value.shape)
    case .variable(let name): .variable(name.shape)
    }
  }
}
