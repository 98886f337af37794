import EntenteSyntax

/// Queries and patterns inside expressions.
extension Binder {
  /// `EXISTS { }`, `COUNT { }` and `COLLECT { }`.
  mutating func subquery(
    _ query: Query, as role: QueryRole, at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let outer = enterSubquery()
    defer { leaveSubquery(outer) }
    let bound = try bind(query, as: role)
    switch role {
    case .collect:
      guard let output = bound.parts.first?.output, output.count == 1 else {
        throw .subqueryColumns(count: bound.columns.count, at: query.range)
      }
      let kind = bound.parts.dropFirst().reduce(output[0].kind) { kind, part in
        kind.joined(with: part.output.first?.kind ?? .any)
      }
      return BoundExpression(.collect(close(bound)), kind: .list(of: kind), range: range)
    case .count: return BoundExpression(.count(close(bound)), kind: .integer, range: range)
    case .exists, .whole: return BoundExpression(.exists(close(bound)), kind: .boolean, range: range)
    }
  }

  /// A pattern as a predicate: all its names must be known.
  mutating func existence(of pattern: PathPattern, at range: SourceRange) throws(QueryError) -> BoundExpression {
    let outer = enterSubquery()
    defer { leaveSubquery(outer) }
    let clause = BoundClause.match(try bind([pattern], where: nil, as: .predicate), optional: false)
    return BoundExpression(.exists(close(query([clause], output: []))), kind: .boolean, range: range)
  }

  /// `[p = (a)-->(b) WHERE predicate | projection]`.
  mutating func patternComprehension(
    _ pattern: PathPattern, where predicate: Expression?, _ projection: Expression, at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let outer = enterSubquery()
    defer { leaveSubquery(outer) }
    let match = try bind([pattern], where: predicate, as: .comprehension)
    aggregates = .forbidden(.clause("a pattern comprehension"))
    let value = try bind(projection)
    return BoundExpression(
      .collect(close(values(of: match, value))), kind: .list(of: value.kind), range: range)
  }

  /// A pattern where a value is expected: `shortestPath(…)` is the path or null, `allShortestPaths(…)` a list.
  mutating func patternValue(_ pattern: PathPattern, at range: SourceRange) throws(QueryError) -> BoundExpression {
    guard pattern.selector != .all else { throw .patternAsValue(at: range) }
    let paths = try shortestPaths(pattern, at: range)
    if pattern.selector == .allShortest { return paths }
    let first = BoundExpression(.literal(.integer(0)), kind: .integer, range: range)
    return BoundExpression(.subscript(paths, first), kind: .path, range: range)
  }

  private mutating func shortestPaths(
    _ pattern: PathPattern, at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let outer = enterSubquery()
    defer { leaveSubquery(outer) }
    var match = try bind([pattern], where: nil, as: .comprehension)
    if match.paths.isEmpty, let shortest = match.shortestPaths.first?.relationship {
      let elements = [match.nodes[shortest.left].variable, shortest.variable, match.nodes[shortest.right].variable]
      match.paths = [BoundPattern.Path(variable: makeVariable(nil, .path), elements: elements)]
    }
    guard let path = match.paths.first?.variable else { throw .patternAsValue(at: range) }
    let value = BoundExpression(.variable(path), kind: .path, range: range)
    return BoundExpression(.collect(close(values(of: match, value))), kind: .list(of: .path), range: range)
  }

  // MARK: - Queries

  /// MATCH and a projection to one value.
  private mutating func values(of match: BoundPattern, _ value: BoundExpression) -> BoundQuery {
    let output = makeVariable(nil, value.kind)
    let projection = BoundProjection(
      aggregation: nil, items: [BoundProjection.Item(variable: output, expression: value)], distinct: false,
      orderBy: [], skip: nil, limit: nil, predicate: nil)
    return query([.match(match, optional: false), .project(projection)], output: [output])
  }

  private func query(_ clauses: [BoundClause], output: [Variable]) -> BoundQuery {
    BoundQuery(
      mode: .run, parts: [BoundSingleQuery(clauses: clauses, output: output)], unionAll: false,
      columns: output.map { $0.name ?? "value" }, variableCount: variableCount)
  }

  private mutating func close(_ query: BoundQuery) -> BoundSubquery {
    var query = query
    query.variableCount = variableCount
    return BoundSubquery(id: makeSubqueryID(), query: query, imports: scope.imports)
  }

  // MARK: - Scopes

  private mutating func enterSubquery() -> AggregateContext {
    let outer = aggregates
    scopes.append(Scope(.subquery))
    aggregates = .forbidden(.clause("this clause"))
    return outer
  }

  private mutating func leaveSubquery(_ outer: AggregateContext) {
    scopes.removeLast()
    aggregates = outer
  }
}
