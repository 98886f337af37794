/// Properties, labels, indexes and slices after an atom.
extension Parser {
  mutating func postfix() throws(QueryError) -> Expression {
    var base = try atom()
    var steps = 0
    while true {
      switch kind {
      case .dot: try property(of: &base)
      case .leftBracket: try index(into: &base)
      case .colon:
        let labels = try labels()
        return Expression(.hasLabels(base, labels), range: range(from: base.range.lower))
      default: return base
      }
      steps += 1
      guard depth + steps <= Parser.nestingLimit else {
        throw .nestingTooDeep(limit: Parser.nestingLimit, at: token.range)
      }
    }
  }

  private mutating func property(of base: inout Expression) throws(QueryError) {
    advance()
    let key = try key()
    base = Expression(.property(base, key), range: range(from: base.range.lower))
  }

  /// `[index]` or `[from..to]`.
  private mutating func index(into base: inout Expression) throws(QueryError) {
    let opener = index
    advance()
    let from = kind == .dotDot ? nil : try expression()
    if let from, kind != .dotDot {
      try close(opener, .rightBracket, or: "`..`")
      base = Expression(.subscript(base, from), range: range(from: base.range.lower))
      return
    }
    advance()
    let to = kind == .rightBracket ? nil : try expression()
    try close(opener, .rightBracket)
    base = Expression(.slice(base, from: from, to: to), range: range(from: base.range.lower))
  }
}
