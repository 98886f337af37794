/// The clauses that write.
extension Parser {
  mutating func create() throws(QueryError) -> Clause {
    let start = start
    advance()
    let patterns = try patternList()
    return .create(patterns, range: range(from: start))
  }

  mutating func merge() throws(QueryError) -> Clause {
    let start = start
    advance()
    let pattern = try patternPart()
    var onCreate: [SetItem] = []
    var onMatch: [SetItem] = []
    while take(.on) {
      if take(.create) {
        onCreate += try setClause()
      } else if take(.match) {
        onMatch += try setClause()
      } else {
        throw unexpected("CREATE or MATCH")
      }
    }
    return .merge(pattern, onCreate: onCreate, onMatch: onMatch, range: range(from: start))
  }

  mutating func set() throws(QueryError) -> Clause {
    let start = start
    let items = try setClause()
    return .set(items, range: range(from: start))
  }

  private mutating func setClause() throws(QueryError) -> [SetItem] {
    try expect(.set)
    var items = [try setItem()]
    while take(.comma) { items.append(try setItem()) }
    return items
  }

  private mutating func setItem() throws(QueryError) -> SetItem {
    let target = try postfix()
    switch target.kind {
    case .property(let base, let key):
      try expect(.equal, "`=`")
      return .property(base, key: key, to: try expression())
    case .variable(let text):
      let variable = Name(text, range: target.range)
      if take(.plusEqual) { return .merge(variable, with: try expression()) }
      try expect(.equal, "`=`, `+=`, `.` or `:`")
      return .replace(variable, with: try expression())
    case .hasLabels(let base, let labels):
      if case .variable(let text) = base.kind { return .labels(Name(text, range: base.range), labels) }
    default: break
    }
    throw .notAssignable(clause: .set, at: target.range)
  }

  mutating func remove() throws(QueryError) -> Clause {
    let start = start
    advance()
    var items = [try removeItem()]
    while take(.comma) { items.append(try removeItem()) }
    return .remove(items, range: range(from: start))
  }

  private mutating func removeItem() throws(QueryError) -> RemoveItem {
    let target = try postfix()
    switch target.kind {
    case .property(let base, let key): return .property(base, key: key)
    case .hasLabels(let base, let labels):
      if case .variable(let text) = base.kind { return .labels(Name(text, range: base.range), labels) }
    default: break
    }
    throw .notAssignable(clause: .remove, at: target.range)
  }

  mutating func delete() throws(QueryError) -> Clause {
    let start = start
    let detach = take(.detach)
    try expect(.delete)
    let targets = try expressionList()
    return .delete(targets, detach: detach, range: range(from: start))
  }

  mutating func foreach() throws(QueryError) -> Clause {
    let start = start
    advance()
    let opener = index
    try descend()
    defer { depth -= 1 }
    try expect(.leftParen, "`(`")
    let variable = try name("a variable")
    try expect(.in)
    let list = try expression()
    try expect(.bar, "`|`")
    let clauses = try singleQuery().clauses
    try close(opener, .rightParen, or: "a clause")
    return .foreach(variable, in: list, clauses, range: range(from: start))
  }
}
