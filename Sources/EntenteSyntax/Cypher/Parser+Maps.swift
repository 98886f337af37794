/// Maps and map projections.
extension Parser {
  mutating func mapLiteral() throws(QueryError) -> Expression {
    let start = start
    let opener = index
    advance()
    var entries: [Expression.MapEntry] = []
    if kind != .rightBrace {
      repeat {
        let key = try key()
        try expect(.colon, "`:`")
        entries.append(.init(key: key, value: try expression()))
      } while take(.comma)
    }
    try close(opener, .rightBrace, or: "`,`")
    return Expression(.map(entries), range: range(from: start))
  }

  /// `base { .key, .*, key: value, variable }`.
  mutating func mapProjection(of base: Expression) throws(QueryError) -> Expression {
    let opener = index
    advance()
    var items: [Expression.MapProjectionItem] = []
    if kind != .rightBrace {
      repeat { items.append(try mapProjectionItem()) } while take(.comma)
    }
    try close(opener, .rightBrace, or: "`,`")
    return Expression(.mapProjection(base, items), range: range(from: base.range.lower))
  }

  private mutating func mapProjectionItem() throws(QueryError) -> Expression.MapProjectionItem {
    if take(.dot) {
      if take(.star) { return .allProperties }
      return .property(try key())
    }
    let isKey = kind == .keyName
    let name = try key()
    if !isKey, kind != .colon { return .variable(name) }
    try expect(.colon, "`:`")
    return .entry(name, try expression())
  }
}
