import EntenteSyntax

/// Expressions that declare variables of their own for each element of a list.
extension Binder {
  mutating func comprehension(
    _ name: Name, _ list: Expression, _ predicate: Expression?, _ projection: Expression?,
    at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let list = try bindList(list)
    let outer = enterLocalScope(of: "a list comprehension")
    defer { leaveLocalScope(outer) }
    let variable = declareLocal(name, list.kind.element)
    var condition: BoundExpression?
    if let predicate { condition = try bindPredicate(predicate, of: "the condition of WHERE") }
    var element: BoundExpression?
    if let projection { element = try bind(projection) }
    return BoundExpression(
      .listComprehension(variable, in: list, where: condition, element),
      kind: .list(of: element?.kind ?? variable.kind), range: range)
  }

  mutating func quantifier(
    _ quantifier: Expression.Quantifier, _ name: Name, _ list: Expression, _ predicate: Expression?,
    at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let list = try bindList(list)
    let outer = enterLocalScope(of: "`\(quantifier.rawValue)`")
    defer { leaveLocalScope(outer) }
    let variable = declareLocal(name, list.kind.element)
    let element = Expression(.variable(name.text), range: name.range)
    let condition = try bindPredicate(predicate ?? element, of: "the condition of WHERE")
    return BoundExpression(
      .quantifier(quantifier, variable, in: list, where: condition), kind: .boolean, range: range)
  }

  mutating func reduce(
    _ accumulator: Name, _ initial: Expression, _ name: Name, _ list: Expression, _ step: Expression,
    at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let initial = try bind(initial)
    let list = try bindList(list)
    let outer = enterLocalScope(of: "`reduce`")
    defer { leaveLocalScope(outer) }
    // A step may change the kind of what is accumulated.
    let total = declareLocal(accumulator, .any)
    let variable = declareLocal(name, list.kind.element)
    let step = try bind(step)
    return BoundExpression(
      .reduce(total, initial: initial, variable, in: list, step), kind: initial.kind.joined(with: step.kind),
      range: range)
  }

  private mutating func bindList(_ list: Expression) throws(QueryError) -> BoundExpression {
    try bind(list).checked(.list(of: .any), for: "what follows IN")
  }

  // MARK: - Scopes

  /// What a local scope covers and gives back.
  struct OuterContext {
    fileprivate let aggregates: AggregateContext
    fileprivate let substitutions: Substitutions
  }

  /// Opens a scope for the variables of an expression; no aggregate may stand inside.
  mutating func enterLocalScope(of construct: String) -> OuterContext {
    let outer = OuterContext(aggregates: aggregates, substitutions: substitutions)
    scopes.append(Scope(.local))
    aggregates = .forbidden(.clause(construct))
    return outer
  }

  mutating func leaveLocalScope(_ outer: OuterContext) {
    scopes.removeLast()
    aggregates = outer.aggregates
    substitutions = outer.substitutions
  }

  mutating func declareLocal(_ name: Name, _ kind: ValueKind) -> Variable {
    substitutions.hide(name.text)
    return declare(name, kind)
  }
}
