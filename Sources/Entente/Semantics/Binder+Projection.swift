import EntenteSyntax

/// WITH and RETURN.
///
///     old names → items → new names over old ones: ORDER BY, WHERE → new names
///
/// DISTINCT and aggregation close the old names off before ORDER BY and WHERE.
extension Binder {
  /// One column of a projection.
  struct ProjectedColumn {
    /// The name under which later clauses know it.
    var name: Name
    /// The heading in the result: the alias or the exact text.
    var heading: String
    var expression: Expression
    /// The variable that is passed on unchanged.
    var passed: Variable?
    /// Whether later clauses can name it.
    var isNamed: Bool

    var isMixed: Bool { expression.containsAggregate }
  }

  /// The bound projection and the names of its columns; afterwards the new names are in scope.
  mutating func project(
    _ projection: Projection, where predicate: Expression?, isReturn: Bool
  ) throws(QueryError) -> (BoundProjection, names: [String]) {
    let clause = isReturn ? "RETURN" : "WITH"
    let columns = try columns(of: projection, isReturn: isReturn)
    let outer = (aggregates, substitutions)
    defer { (aggregates, substitutions) = outer }
    aggregates = .forbidden(.clause(clause))

    var bound = BoundProjection(
      aggregation: nil, items: [], distinct: projection.distinct, orderBy: [], skip: nil, limit: nil,
      predicate: nil)
    let old = scope
    if columns.contains(where: \.isMixed) {
      try aggregate(columns, into: &bound, old: old)
      try bindTail(projection, predicate, columns, into: &bound, old: old)
    } else {
      for column in columns { bound.items.append(try item(column)) }
      try bindTail(projection, predicate, columns, into: &bound, old: old)
    }
    if !isReturn {
      for column in columns where !column.isNamed { throw .noAlias(text: column.name.text, at: column.name.range) }
    }
    bound.skip = try count(projection.skip, "SKIP")
    bound.limit = try count(projection.limit, "LIMIT")

    scope.removeAll()
    declare(columns, bound.items)
    return (bound, columns.map(\.heading))
  }

  // MARK: - Columns

  private mutating func columns(of projection: Projection, isReturn: Bool) throws(QueryError) -> [ProjectedColumn] {
    var columns: [ProjectedColumn] = []
    if projection.star {
      for (name, variable, declaration) in scope.variables {
        let name = Name(String(name), range: declaration)
        let expression = Expression(.variable(name.text), range: projection.range)
        columns.append(
          ProjectedColumn(name: name, heading: name.text, expression: expression, passed: variable, isNamed: true))
      }
      if columns.isEmpty, isReturn, scope.kind == .query { throw .nothingInScope(at: projection.range) }
    }
    for item in projection.items { columns.append(try column(of: item)) }
    try checkNames(of: columns)
    return columns
  }

  private mutating func column(of item: Projection.Item) throws(QueryError) -> ProjectedColumn {
    let range = item.expression.range
    var column = ProjectedColumn(
      name: item.alias ?? Name(item.text, range: range), heading: item.alias?.text ?? item.text,
      expression: item.expression, passed: nil, isNamed: item.alias != nil)
    if case .variable(let variable) = item.expression.kind {
      if item.alias == nil {
        column.name = Name(variable, range: range)
        if item.text.hasPrefix("`") { column.heading = variable }
      }
      column.isNamed = true
      if Text(column.name.text) == Text(variable) {
        column.passed = try self.variable(Name(variable, range: range))
      }
    }
    if column.passed == nil, column.isNamed { try checkShadowing(column.name) }
    return column
  }

  /// In a subquery a new name may not hide a variable of an outer query.
  private func checkShadowing(_ name: Name) throws(QueryError) {
    guard let level = scopes.lastIndex(where: { $0[name.text] != nil }), level < scopes.count - 1,
      let entry = scopes[level][name.text]
    else { return }
    throw .alreadyBound(name: name, declared: place(entry.declaration))
  }

  private func checkNames(of columns: [ProjectedColumn]) throws(QueryError) {
    var seen: [Text: SourceRange] = [:]
    for column in columns {
      if let first = seen.updateValue(column.name.range, forKey: Text(column.heading)) {
        throw .columnNameConflict(
          name: column.heading, first: place(first), at: column.expression.range.union(column.name.range))
      }
    }
  }

  private mutating func declare(_ columns: [ProjectedColumn], _ items: [BoundProjection.Item]) {
    for (column, item) in zip(columns, items) where column.isNamed {
      scope.declare(column.name.text, .variable(item.variable), at: column.name.range)
    }
  }

  // MARK: - Items

  /// A column without aggregation, or a grouping key.
  private mutating func item(_ column: ProjectedColumn) throws(QueryError) -> BoundProjection.Item {
    if let passed = column.passed { return passOn(passed, at: column.name.range) }
    let value = try bind(column.expression)
    return BoundProjection.Item(variable: makeVariable(column.name.text, value.kind), expression: value)
  }

  private func passOn(_ variable: Variable, at range: SourceRange) -> BoundProjection.Item {
    BoundProjection.Item(
      variable: variable, expression: BoundExpression(.variable(variable), kind: variable.kind, range: range))
  }

  /// Takes a projection with aggregates apart: keys, aggregates, and items over both.
  private mutating func aggregate(
    _ columns: [ProjectedColumn], into bound: inout BoundProjection, old: Scope
  ) throws(QueryError) {
    var keys: [Int: BoundProjection.Item] = [:]
    for (index, column) in columns.enumerated() where !column.isMixed { keys[index] = try item(column) }

    let level = scopes.count - 1
    scope.replaceEntries(by: groupedScope(columns, keys, old: old))
    for (index, column) in columns.enumerated() {
      if let key = keys[index], column.expression.isSimpleKey {
        substitutions.add(column.expression, key.variable, level: level)
      }
    }
    aggregates = .collected(AggregateCollector(argumentScope: old))
    for (index, column) in columns.enumerated() {
      if let key = keys[index] {
        bound.items.append(passOn(key.variable, at: column.name.range))
      } else {
        let value = try bind(column.expression)
        let variable = makeVariable(column.name.text, value.kind)
        bound.items.append(BoundProjection.Item(variable: variable, expression: value))
      }
    }
    bound.aggregation = BoundProjection.Aggregation(
      keys: columns.indices.compactMap { keys[$0] }, aggregates: aggregates.collected)
  }

  /// The old names beside an aggregate: only those that are grouping keys have a value.
  private func groupedScope(
    _ columns: [ProjectedColumn], _ keys: [Int: BoundProjection.Item], old: Scope
  ) -> Scope {
    var grouped = old
    for name in old.entries.keys { grouped.setMeaning(of: name, to: .notGrouped) }
    for (index, column) in columns.enumerated() {
      guard let key = keys[index] else { continue }
      if let passed = column.passed {
        grouped.setMeaning(of: Text(column.name.text), to: .variable(passed))
      } else if case .variable(let name) = column.expression.kind {
        grouped.setMeaning(of: Text(name), to: .variable(key.variable))
      }
    }
    return grouped
  }

  // MARK: - SKIP and LIMIT

  private mutating func count(_ expression: Expression?, _ clause: String) throws(QueryError) -> BoundExpression? {
    guard let expression, let bound = try constant(expression, clause)?.checked(.integer, for: clause) else {
      return nil
    }
    if case .literal(.integer(let value)) = bound.node, value < 0 {
      throw .negativeCount(clause: clause, value: value, at: expression.range)
    }
    return bound
  }

  /// An expression without variables and subqueries.
  mutating func constant(_ expression: Expression?, _ clause: String) throws(QueryError) -> BoundExpression? {
    guard let expression else { return nil }
    if let place = expression.firstSubquery { throw .subqueryInCount(clause: clause, at: place) }
    scopes.append(Scope(.constant))
    defer { scopes.removeLast() }
    substitutions = Substitutions()
    aggregates = .forbidden(.clause(clause))
    return try bind(expression)
  }
}

extension AggregateContext {
  /// The aggregates collected so far.
  var collected: [BoundProjection.Aggregate] {
    if case .collected(let collector) = self { collector.aggregates } else { [] }
  }
}

extension Expression {
  /// The place of a pattern or subquery inside.
  fileprivate var firstSubquery: SourceRange? {
    switch kind {
    case .pattern, .patternComprehension, .exists, .countSubquery, .collectSubquery: return range
    default: break
    }
    for child in children {
      if let place = child.firstSubquery { return place }
    }
    return nil
  }
}
