import EntenteSyntax

/// Walks over the tree of an expression; the queries inside EXISTS, COUNT and COLLECT are not entered.
extension Expression {
  /// The expressions directly inside.
  var children: [Expression] {
    switch kind {
    case .null, .boolean, .integer, .float, .string, .parameter, .variable, .countStar, .exists,
      .countSubquery, .collectSubquery:
      []
    case .list(let operands), .or(let operands), .xor(let operands), .and(let operands),
      .call(_, _, let operands):
      operands
    case .map(let entries): entries.map(\.value)
    case .not(let operand), .isNull(let operand, _), .negate(let operand), .plus(let operand),
      .property(let operand, _), .hasLabels(let operand, _):
      [operand]
    case .comparison(let first, let steps): [first] + steps.map(\.operand)
    case .arithmetic(let first, let steps): [first] + steps.map(\.operand)
    case .in(let left, let right), .stringPredicate(_, let left, let right), .subscript(let left, let right):
      [left, right]
    case .slice(let base, let from, let to): [base] + [from, to].compactMap(\.self)
    case .caseExpression(let operand, let branches, let otherwise):
      [operand].compactMap(\.self) + branches.flatMap { [$0.when, $0.then] }
        + [otherwise].compactMap(\.self)
    case .listComprehension(_, let list, let predicate, let projection):
      [list] + [predicate, projection].compactMap(\.self)
    case .quantifier(_, _, let list, let predicate): [list] + [predicate].compactMap(\.self)
    case .reduce(_, let initial, _, let list, let step): [initial, list, step]
    case .patternComprehension(let pattern, let predicate, let projection):
      pattern.properties + [predicate].compactMap(\.self) + [projection]
    case .pattern(let pattern): pattern.properties
    case .mapProjection(let base, let items): [base] + items.compactMap(\.entryValue)
    }
  }

  /// Whether this or an expression inside satisfies a condition.
  func contains(where condition: (Expression) -> Bool) -> Bool {
    condition(self) || children.contains { $0.contains(where: condition) }
  }

  /// Whether an aggregate stands anywhere inside, also where none may stand.
  var containsAggregate: Bool { contains { $0.isAggregate } }

  var isAggregate: Bool {
    switch kind {
    case .countStar: true
    case .call(let name, _, _): AggregateFunction(rawValue: name.text.lowercased()) != nil
    default: false
    }
  }

  /// Whether a variable of this name is used inside, outside of aggregates.
  func mentions(_ name: Text) -> Bool {
    if isAggregate { return false }
    switch kind {
    case .variable(let variable): return Text(variable) == name
    case .pattern(let pattern), .patternComprehension(let pattern, _, _):
      if pattern.variables.contains(where: { Text($0.text) == name }) { return true }
    default: break
    }
    return children.contains { $0.mentions(name) }
  }

  /// A variable, or a property of one: what may stand beside an aggregate where it is projected too.
  var isSimpleKey: Bool {
    switch kind {
    case .variable: true
    case .property(let base, _): base.isSimpleKey
    default: false
    }
  }
}

extension Expression.MapProjectionItem {
  fileprivate var entryValue: Expression? {
    switch self {
    case .entry(_, let value): value
    case .variable(let name): Expression(.variable(name.text), range: name.range)
    case .property, .allProperties: nil
    }
  }
}

extension PathPattern {
  fileprivate var properties: [Expression] {
    nodes.compactMap(\.properties) + relationships.compactMap(\.properties)
  }

  fileprivate var variables: [Name] {
    [variable].compactMap(\.self) + nodes.compactMap(\.variable) + relationships.compactMap(\.variable)
  }
}
