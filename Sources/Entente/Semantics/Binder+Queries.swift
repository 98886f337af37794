import EntenteSyntax

/// Whole queries: UNION, the order of clauses, columns.
extension Binder {
  /// Where a query stands.
  enum QueryRole {
    case whole
    case exists
    case count
    case collect

    var keyword: String {
      switch self {
      case .whole: "this query"
      case .exists: "EXISTS"
      case .count: "COUNT"
      case .collect: "COLLECT"
      }
    }
  }

  mutating func bind(_ query: Query, as role: QueryRole) throws(QueryError) -> BoundQuery {
    try checkUnions(query)
    let asOf = try constant(query.asOf, "AS OF")
    let start = scope
    var parts: [BoundSingleQuery] = []
    var columns: [String] = []
    for (index, part) in query.parts.enumerated() {
      scope.replaceEntries(by: start)
      let (bound, names) = try bind(part, as: role)
      if index > 0 {
        try checkColumns(names, of: part, against: columns, at: query.unions[index - 1].range)
      }
      columns = index == 0 ? names : columns
      parts.append(bound)
    }
    return BoundQuery(
      mode: query.mode, parts: parts, unionAll: query.unions.first?.all ?? false, columns: columns,
      variableCount: variableCount, asOf: asOf)
  }

  private func checkUnions(_ query: Query) throws(QueryError) {
    guard let first = query.unions.first else { return }
    for union in query.unions where union.all != first.all { throw .mixedUnions(at: union.range) }
  }

  private func checkColumns(
    _ names: [String], of part: SingleQuery, against first: [String], at union: SourceRange
  ) throws(QueryError) {
    let texts = names.map { Text($0) }
    let expected = first.map { Text($0) }
    guard texts != expected else { return }
    throw .differentColumns(
      first: first, other: names, sameNames: Set(texts) == Set(expected) && texts.count == expected.count,
      at: part.clauses.last?.range ?? union)
  }

  private mutating func bind(
    _ query: SingleQuery, as role: QueryRole
  ) throws(QueryError) -> (BoundSingleQuery, columns: [String]) {
    try checkComposition(query, as: role)
    var bound = BoundSingleQuery(clauses: [], output: [])
    var columns: [String] = []
    for clause in query.clauses {
      try countOperator(at: clause.range)
      switch clause {
      case .match(let match):
        bound.clauses.append(
          .match(try bind(match.patterns, where: match.predicate, as: .match), optional: match.optional))
      case .unwind(let list, let variable, _):
        bound.clauses.append(try unwind(list, as: variable))
      case .with(let projection, let predicate):
        let (projection, _) = try project(projection, where: predicate, isReturn: false)
        bound.clauses.append(.project(projection))
      case .return(let projection):
        let (projection, names) = try project(projection, where: nil, isReturn: true)
        bound.output = projection.items.map(\.variable)
        bound.clauses.append(.project(projection))
        columns = names
      case .call(let call):
        let (yielded, clauses) = try self.call(call, standalone: query.clauses.count == 1 && role == .whole)
        bound.clauses += clauses
        if query.clauses.count == 1 {
          bound.output = yielded
          columns = yielded.compactMap(\.name)
        }
      case .create, .merge, .set, .remove, .delete, .foreach:
        bound.clauses += try update(clause).map { .update($0) }
      }
    }
    return (bound, columns)
  }

  /// What may follow what, and how a query ends.
  private func checkComposition(_ query: SingleQuery, as role: QueryRole) throws(QueryError) {
    for (index, clause) in query.clauses.enumerated() {
      if role != .whole, clause.isUpdating {
        throw .updateInSubquery(clause: clause.keyword, subquery: role.keyword, at: clause.range)
      }
      guard index + 1 < query.clauses.count else { continue }
      let next = query.clauses[index + 1]
      if case .return = clause {
        throw .clauseAfterReturn(clause: next.keyword, at: next.range)
      }
      if clause.isUpdating, next.isReading {
        throw .withRequired(before: next.keyword, after: clause.keyword, at: next.range)
      }
    }
    guard let last = query.clauses.last else { return }
    if role == .collect {
      guard case .return = last else { throw .subqueryWithoutReturn(at: query.range) }
    }
    if last.canEndQuery || (role != .whole && last.isReading) { return }
    if case .call = last, query.clauses.count == 1 { return }
    throw .incompleteQuery(clause: last.keyword, at: last.range)
  }
}

extension Query {
  /// The first clause that writes.
  var firstUpdate: Clause? { parts.lazy.flatMap(\.clauses).first(where: \.isUpdating) }
}

extension Clause {
  var isUpdating: Bool {
    switch self {
    case .create, .merge, .set, .remove, .delete, .foreach: true
    case .match, .unwind, .with, .return, .call: false
    }
  }

  fileprivate var isReading: Bool {
    switch self {
    case .match, .unwind, .call: true
    case .create, .merge, .set, .remove, .delete, .foreach, .with, .return: false
    }
  }

  fileprivate var canEndQuery: Bool {
    if case .return = self { true } else { isUpdating }
  }

  var keyword: String {
    switch self {
    case .match(let match): match.optional ? "OPTIONAL MATCH" : "MATCH"
    case .unwind: "UNWIND"
    case .with: "WITH"
    case .return: "RETURN"
    case .create: "CREATE"
    case .merge: "MERGE"
    case .set: "SET"
    case .remove: "REMOVE"
    case .delete(_, let detach, _): detach ? "DETACH DELETE" : "DELETE"
    case .foreach: "FOREACH"
    case .call: "CALL"
    }
  }
}
