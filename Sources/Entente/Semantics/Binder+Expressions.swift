import EntenteSyntax

/// Expressions: names, kinds, and what stands for a projected column.
extension Binder {
  /// An expression whose value is used.
  mutating func bind(_ expression: Expression) throws(QueryError) -> BoundExpression {
    if let column = substitution(for: expression) { return column }
    let range = expression.range
    switch expression.kind {
    case .null: return BoundExpression(.literal(.null), kind: .null, range: range)
    case .boolean(let value): return BoundExpression(.literal(.boolean(value)), kind: .boolean, range: range)
    case .integer(let value): return BoundExpression(.literal(.integer(value)), kind: .integer, range: range)
    case .float(let value): return BoundExpression(.literal(.float(value)), kind: .float, range: range)
    case .string(let text): return BoundExpression(.literal(.string(text)), kind: .string, range: range)
    case .parameter(let name): return parameter(name, at: range)
    case .variable(let name): return try resolve(Name(name, range: range))
    case .list(let elements): return try list(elements, at: range)
    case .map(let entries): return try map(entries, at: range)
    case .or(let operands): return try logic(operands, "OR", at: range) { .or($0) }
    case .xor(let operands): return try logic(operands, "XOR", at: range) { .xor($0) }
    case .and(let operands): return try logic(operands, "AND", at: range) { .and($0) }
    case .not(let operand): return try logic([operand], "NOT", at: range) { .not($0[0]) }
    case .comparison(let first, let steps): return try comparison(first, steps, at: range)
    case .in(let element, let list): return try membership(element, in: list, at: range)
    case .stringPredicate(let op, let left, let right): return try stringPredicate(op, left, right, at: range)
    case .isNull(let operand, let negated):
      return BoundExpression(.isNull(try bind(operand), negated: negated), kind: .boolean, range: range)
    case .arithmetic(let first, let steps): return try arithmetic(first, steps, at: range)
    case .negate(let operand): return try sign(operand, "-", at: range) { .negate($0) }
    case .plus(let operand): return try sign(operand, "+", at: range) { .plus($0) }
    case .property(let base, let key): return try property(base, key, at: range)
    case .hasLabels(let base, let labels): return try hasLabels(base, labels, at: range)
    case .subscript(let base, let index): return try element(base, index, at: range)
    case .slice(let base, let from, let to): return try slice(base, from, to, at: range)
    case .call(let name, let distinct, let arguments):
      return try call(name, distinct: distinct, arguments, expression)
    case .countStar: return try aggregate(.count, distinct: false, [], expression)
    case .caseExpression(let operand, let branches, let otherwise):
      return try caseExpression(operand, branches, otherwise, at: range)
    case .listComprehension(let variable, let list, let predicate, let projection):
      return try comprehension(variable, list, predicate, projection, at: range)
    case .quantifier(let quantifier, let variable, let list, let predicate):
      return try self.quantifier(quantifier, variable, list, predicate, at: range)
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      return try reduce(accumulator, initial, variable, list, step, at: range)
    case .patternComprehension(let pattern, let predicate, let projection):
      return try patternComprehension(pattern, where: predicate, projection, at: range)
    case .pattern(let pattern): return try patternValue(pattern, at: range)
    case .exists(let query): return try subquery(query, as: .exists, at: range)
    case .countSubquery(let query): return try subquery(query, as: .count, at: range)
    case .collectSubquery(let query): return try subquery(query, as: .collect, at: range)
    case .mapProjection(let base, let items): return try mapProjection(base, items, at: range)
    }
  }

  /// An expression whose truth is used: here a pattern may stand for its existence.
  mutating func bindPredicate(_ expression: Expression, of use: String) throws(QueryError) -> BoundExpression {
    if case .pattern(let pattern) = expression.kind, pattern.selector == .all {
      return try existence(of: pattern, at: expression.range)
    }
    return try bind(expression).checked(.boolean, for: use)
  }

  /// The conjuncts of a predicate, each bound.
  mutating func bindConjuncts(_ predicate: Expression?) throws(QueryError) -> [BoundExpression] {
    guard let predicate else { return [] }
    guard case .and(let operands) = predicate.kind else {
      return [try bindPredicate(predicate, of: "the condition of WHERE")]
    }
    var conjuncts: [BoundExpression] = []
    for operand in operands { conjuncts.append(try bindPredicate(operand, of: "an operand of AND")) }
    return conjuncts
  }

  mutating func bindAll(_ expressions: [Expression]) throws(QueryError) -> [BoundExpression] {
    var bound: [BoundExpression] = []
    bound.reserveCapacity(expressions.count)
    for expression in expressions { bound.append(try bind(expression)) }
    return bound
  }

  private mutating func substitution(for expression: Expression) -> BoundExpression? {
    if substitutions.isEmpty { return nil }
    // A bare name means the column of that name first, which the scope knows.
    if case .variable = expression.kind { return nil }
    guard let (variable, level) = substitutions.column(for: expression) else { return nil }
    use(variable, of: level)
    return BoundExpression(.variable(variable), kind: variable.kind, range: expression.range)
  }

  private mutating func parameter(_ name: String, at range: SourceRange) -> BoundExpression {
    if !parameters.contains(name), missingParameter == nil {
      missingParameter = .missingParameter(
        name: name, nearest: NearestName.of(name, among: parameters), given: parameters.sorted(), at: range)
    }
    return BoundExpression(.parameter(name), kind: .any, range: range)
  }

  private mutating func list(_ elements: [Expression], at range: SourceRange) throws(QueryError) -> BoundExpression {
    let elements = try bindAll(elements)
    let kind = elements.dropFirst().reduce(elements.first?.kind ?? .any) { $0.joined(with: $1.kind) }
    return BoundExpression(.list(elements), kind: .list(of: kind), range: range)
  }

  private mutating func map(
    _ entries: [Expression.MapEntry], at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    BoundExpression(.map(try bindEntries(entries)), kind: .map, range: range)
  }

  /// The entries of a map in the order written; of a key that comes twice the last one.
  mutating func bindEntries(
    _ entries: [Expression.MapEntry]
  ) throws(QueryError) -> [(key: Text, value: BoundExpression)] {
    var bound: [(key: Text, value: BoundExpression)] = []
    var places: [Text: Int] = [:]
    for entry in entries {
      let key = Text(entry.key.text)
      let value = try bind(entry.value)
      if let place = places[key] {
        bound[place].value = value
      } else {
        places[key] = bound.count
        bound.append((key, value))
      }
    }
    return bound
  }
}
