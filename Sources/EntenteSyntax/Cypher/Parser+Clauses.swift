/// Queries and the clauses that read.
extension Parser {
  /// A whole query with its mode, up to the end of the text.
  mutating func statement() throws(QueryError) -> Query {
    let start = start
    var mode = Query.Mode.run
    if keyword == .explain || keyword == .profile {
      mode = keyword == .explain ? .explain : .profile
      advance()
    }
    let asOf = try asOf()
    guard keyword?.startsClause == true else { throw unexpectedAtStart() }
    var query = try unions()
    query.mode = mode
    query.asOf = asOf
    query.range = range(from: start)
    _ = take(.semicolon)
    guard kind == .end else { throw unexpectedClause() }
    return query
  }

  /// `AS OF date`, before the first clause: an extension of ours, for a whole statement.
  ///
  /// `AS OF 1914-07-28` would be a subtraction, and is refused.
  private mutating func asOf() throws(QueryError) -> Expression? {
    guard keyword == .as else { return nil }
    advance()
    try expect(.of)
    let date = try expression()
    if case .arithmetic(let first, _) = date.kind, case .integer = first.kind {
      throw .dateWithoutQuotes(text: source[date.range], at: date.range)
    }
    return date
  }

  /// Single queries joined by `UNION`, up to a token that starts no clause.
  mutating func unions() throws(QueryError) -> Query {
    let start = start
    var parts = [try singleQuery()]
    var unions: [Query.Union] = []
    while keyword == .union {
      let union = self.start
      advance()
      unions.append(Query.Union(all: take(.all), range: range(from: union)))
      parts.append(try singleQuery())
    }
    return Query(mode: .run, parts: parts, unions: unions, range: range(from: start))
  }

  mutating func singleQuery() throws(QueryError) -> SingleQuery {
    let start = start
    var clauses: [Clause] = []
    while keyword?.startsClause == true { clauses.append(try clause()) }
    guard !clauses.isEmpty else { throw unexpectedClause() }
    for clause in clauses {
      if case .call(let call) = clause, call.yield == .star, clauses.count > 1 {
        throw .yieldStarInQuery(at: call.range)
      }
    }
    return SingleQuery(clauses: clauses, range: range(from: start))
  }

  private mutating func clause() throws(QueryError) -> Clause {
    switch keyword {
    case .match, .optional: return .match(try match())
    case .unwind: return try unwind()
    case .with: return try withClause()
    case .return: return .return(try projection())
    case .call: return .call(try call())
    case .create: return try create()
    case .merge: return try merge()
    case .set: return try set()
    case .remove: return try remove()
    case .delete, .detach: return try delete()
    case .foreach: return try foreach()
    default: throw unexpectedClause()
    }
  }

  private mutating func match() throws(QueryError) -> Match {
    let start = start
    let optional = take(.optional)
    try expect(.match)
    let patterns = try patternList()
    let predicate = try whereClause()
    return Match(optional: optional, patterns: patterns, predicate: predicate, range: range(from: start))
  }

  mutating func whereClause() throws(QueryError) -> Expression? {
    take(.where) ? try expression() : nil
  }

  private mutating func unwind() throws(QueryError) -> Clause {
    let start = start
    advance()
    let list = try expression()
    try expect(.as)
    let variable = try name("a variable")
    return .unwind(list, as: variable, range: range(from: start))
  }

  private mutating func withClause() throws(QueryError) -> Clause {
    let projection = try projection()
    return .with(projection, where: try whereClause())
  }
}
