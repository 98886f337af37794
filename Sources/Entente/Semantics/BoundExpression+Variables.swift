import EntenteSyntax

extension BoundExpression {
  /// The expressions directly below, those of subqueries excepted.
  var children: [BoundExpression] {
    switch node {
    case .literal, .parameter, .variable, .path, .exists, .count, .collect: []
    case .list(let items), .or(let items), .xor(let items), .and(let items), .call(_, let items): items
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
      [operand, otherwise].compactMap(\.self) + branches.flatMap { [$0.when, $0.then] }
    case .listComprehension(_, let list, let predicate, let projection):
      [list] + [predicate, projection].compactMap(\.self)
    case .quantifier(_, _, let list, let predicate): [list, predicate]
    case .reduce(_, let initial, _, let list, let body): [initial, list, body]
    case .mapProjection(let base, let entries): [base] + entries.compactMap(\.value)
    }
  }

  /// The variables of the row that the expression reads, also through its subqueries; without the variables
  /// that it declares itself.
  ///
  /// - Complexity: O(size of the expression).
  var variables: Set<Variable> {
    switch node {
    case .variable(let variable): [variable]
    case .path(let elements): Set(elements)
    case .exists(let subquery), .count(let subquery), .collect(let subquery): Set(subquery.imports)
    default:
      children.reduce(into: Set()) { $0.formUnion($1.variables) }.subtracting(declaredVariables)
    }
  }

  private var declaredVariables: [Variable] {
    switch node {
    case .listComprehension(let variable, _, _, _), .quantifier(_, let variable, _, _): [variable]
    case .reduce(let accumulator, _, let variable, _, _): [accumulator, variable]
    default: []
    }
  }

  /// Whether evaluating the expression can raise an error on some row, as far as its form shows.
  ///
  /// An expression that can fail must not be evaluated on rows that the query as written does not reach.
  var canFail: Bool {
    switch node {
    case .literal, .variable, .path: return false
    case .parameter: return false
    case .property(let base, _):
      return !(base.kind == .node || base.kind == .relationship) || base.canFail
    case .hasLabels(let base, _): return !(base.kind == .node || base.kind == .relationship) || base.canFail
    case .or(let operands), .and(let operands), .xor(let operands):
      return operands.contains(where: \.canFailAsPredicate)
    case .not(let operand): return operand.canFailAsPredicate
    case .comparison, .stringPredicate(.startsWith, _, _), .stringPredicate(.endsWith, _, _),
      .stringPredicate(.contains, _, _), .isNull, .list, .map:
      return children.contains(where: \.canFail)
    case .in(_, let list):
      if case .list = list.kind { return children.contains(where: \.canFail) }
      return true
    default: return true
    }
  }

  /// Whether asking for its truth can raise an error: as `WHERE n.name` does where the name is a string.
  var canFailAsPredicate: Bool { canFail || kind != .boolean }

  /// Whether the expression gives the same value each time it is evaluated in a row, as far as its form shows.
  var isRepeatable: Bool {
    switch node {
    case .call(.rand, _), .call(.randomUUID, _), .exists, .count, .collect: false
    default: children.allSatisfy(\.isRepeatable)
    }
  }
}
