/// The body of `RETURN` and `WITH`, and `CALL … YIELD`.
extension Parser {
  /// From the keyword to `LIMIT`.
  mutating func projection() throws(QueryError) -> Projection {
    let start = start
    advance()
    let distinct = take(.distinct)
    let star = take(.star)
    var items: [Projection.Item] = []
    if !star { items.append(try item()) }
    while take(.comma) { items.append(try item()) }
    let orderBy = try orderBy()
    let skip = take(.skip) ? try expression() : nil
    let limit = take(.limit) ? try expression() : nil
    return Projection(
      distinct: distinct, star: star, items: items, orderBy: orderBy, skip: skip, limit: limit,
      range: range(from: start))
  }

  private mutating func item() throws(QueryError) -> Projection.Item {
    let start = start
    let expression = try expression()
    let text = source[range(from: start)]
    let alias = take(.as) ? try name("a name for the column") : nil
    return Projection.Item(expression: expression, alias: alias, text: text)
  }

  private mutating func orderBy() throws(QueryError) -> [Projection.SortItem] {
    guard take(.order) else { return [] }
    try expect(.by)
    var items = [try sortItem()]
    while take(.comma) { items.append(try sortItem()) }
    return items
  }

  private mutating func sortItem() throws(QueryError) -> Projection.SortItem {
    let expression = try expression()
    switch keyword {
    case .asc, .ascending:
      advance()
      return Projection.SortItem(expression: expression, ascending: true)
    case .desc, .descending:
      advance()
      return Projection.SortItem(expression: expression, ascending: false)
    default:
      return Projection.SortItem(expression: expression, ascending: true)
    }
  }

  /// `CALL procedure(…) YIELD … WHERE …`.
  mutating func call() throws(QueryError) -> ProcedureCall {
    let start = start
    advance()
    let procedure = try dottedName("a procedure")
    var arguments: [Expression]?
    if kind == .leftParen {
      let opener = index
      advance()
      arguments = kind == .rightParen ? [] : try expressionList()
      try close(opener, .rightParen, or: "`,`")
    }
    var call = ProcedureCall(
      procedure: procedure, arguments: arguments, yield: .none, predicate: nil, range: range(from: start))
    if take(.yield) {
      call.yield = try yieldItems()
      if call.yield != .star { call.predicate = try whereClause() }
    }
    call.range = range(from: start)
    return call
  }

  private mutating func yieldItems() throws(QueryError) -> ProcedureCall.Yield {
    if take(.star) { return .star }
    if take(.minus) { return .nothing }
    var items: [ProcedureCall.YieldItem] = []
    repeat {
      let field = try name("a result field")
      items.append(ProcedureCall.YieldItem(field: field, alias: take(.as) ? try name("a variable") : nil))
    } while take(.comma)
    return .items(items)
  }

  /// A name with its namespace as one text, such as `db.labels`.
  mutating func dottedName(_ expected: String) throws(QueryError) -> Name {
    var whole = try name(expected)
    while kind == .dot {
      advance()
      let part = try name("a name")
      whole = Name(whole.text + "." + part.text, range: whole.range.union(part.range))
    }
    return whole
  }

  mutating func expressionList() throws(QueryError) -> [Expression] {
    var list = [try expression()]
    while take(.comma) { list.append(try expression()) }
    return list
  }
}
