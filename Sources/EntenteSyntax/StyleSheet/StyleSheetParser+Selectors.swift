/// Selectors.
extension StyleSheetParser {
  mutating func parseSelectors() throws(SyntaxError) -> [StyleSheet.Selector] {
    var selectors = [try parseSelector()]
    while take(",") { selectors.append(try parseSelector()) }
    return selectors
  }

  private mutating func parseSelector() throws(SyntaxError) -> StyleSheet.Selector {
    let start = token.range
    var selector = StyleSheet.Selector(target: try parseTarget(), range: start)
    while isAttached, !isMark("{"), !isMark(","), token.kind != .end {
      if selector.target == .graph { throw unexpected("`{`") }
      if take(".") {
        // GraSS writes `node.*` for every node.
        if !take("*") { selector.labels.append(try parseName("a label")) }
      } else if token.kind == .hash {
        selector.identifiers.append(Name(unescaped(String(text.dropFirst())), range: token.range))
        if text.utf8.count == 1 { throw unexpected("an id after `#`") }
        advance()
      } else if isMark("[") {
        selector.conditions.append(try parseCondition())
      } else if take(":") {
        try parsePseudoClass(into: &selector)
      } else {
        throw unexpected("`.LABEL`, `#ID`, `[KEY = VALUE]`, `:where(…)`, `,` or `{`")
      }
      selector.range = SourceRange(start.lower..<previousEnd)
    }
    if selector.target == .relationship, selector.labels.count > 1 {
      throw SyntaxError(diagnostic: Errors.severalTypes(selector.labels[1]))
    }
    return selector
  }

  private mutating func parseTarget() throws(SyntaxError) -> StyleSheet.Target {
    let known = ["node", "relationship", "cluster", "@graph", "@media"]
    guard token.kind == .word || token.kind == .atWord else {
      throw unexpected("a selector that begins with `node`, `relationship`, `cluster` or `@graph`")
    }
    let target: StyleSheet.Target? =
      switch text {
      case "@graph": .graph
      case "edge": .relationship  // what Graphviz calls it
      case "graph": nil
      default: StyleSheet.Target(rawValue: text)
      }
    guard let target else {
      throw SyntaxError(diagnostic: Errors.unknown("selector", text, token.range, among: known))
    }
    advance()
    return target
  }

  mutating func parseName(_ expected: String) throws(SyntaxError) -> Name {
    switch token.kind {
    case .word, .number:
      let name = Name(unescaped(text), range: token.range)
      advance()
      return name
    case .quotedName:
      let name = Name(String(text.dropFirst().dropLast()), range: token.range)
      advance()
      return name
    case .hash, .atWord, .text, .mark, .unterminated, .end: throw unexpected(expected)
    }
  }

  /// `[status = "announced"]`
  private mutating func parseCondition() throws(SyntaxError) -> StyleSheet.Condition {
    try expect("[")
    var condition = StyleSheet.Condition(key: try parseName("a property key"), comparison: nil)
    if take("]") { return condition }
    let symbols = StyleSheet.Condition.Operator.allCases
    guard token.kind == .mark, let symbol = symbols.first(where: { $0.rawValue == text }) else {
      throw unexpected("`]` or one of \(symbols.map(\.rawValue).joined(separator: " "))")
    }
    advance()
    condition.comparison = .init(symbol: symbol, literal: try parseLiteral())
    try expect("]")
    return condition
  }

  private mutating func parseLiteral() throws(SyntaxError) -> StyleSheet.Condition.Literal {
    defer { advance() }
    switch token.kind {
    case .text: return .text(decodedText)
    case .number: return Double(text).map { .number($0) } ?? .text(text)
    case .word where text == "true": return .boolean(true)
    case .word where text == "false": return .boolean(false)
    case .word: return .text(unescaped(text))
    case .quotedName, .hash, .atWord, .mark, .unterminated, .end: throw unexpected("a text, a number, true or false")
    }
  }

  /// What stands behind the colon: `where(…)`, or the name of a class.
  private mutating func parsePseudoClass(into selector: inout StyleSheet.Selector) throws(SyntaxError) {
    guard token.kind == .word else { throw unexpected("`where(…)`") }
    if text == "where" { return selector.expressions.append(try parseExpression()) }
    let known = StyleSheet.PseudoClass.allCases.filter { $0.targets.contains(selector.target) }.map(\.rawValue)
    guard known.contains(text), let pseudoClass = StyleSheet.PseudoClass(rawValue: text) else {
      throw SyntaxError(diagnostic: Errors.unknown("pseudo-class", text, token.range, among: known + ["where"]))
    }
    selector.classes.insert(pseudoClass)
    advance()
  }

  /// `where(n.founded < 1990)`: the brackets are matched by the lexer of the query language, since the expression may
  /// hold texts and brackets of its own.
  private mutating func parseExpression() throws(SyntaxError) -> Name {
    advance()
    guard isMark("(") else { throw unexpected("`(`") }
    let open = token.range.upper
    let rest = SourceText(
      utf8: ContiguousArray(source.utf8[token.range.lower...]), name: source.name)
    let cypher = Lexer.tokens(of: rest)
    guard let first = cypher.first, first.partner > 0 else {
      throw SyntaxError(diagnostic: Errors.unclosedBracket(token.range))
    }
    let close = token.range.lower + Int(cypher[Int(first.partner)].lower)
    let range = SourceRange(open..<close)
    let expression = source[range]
    do throws(QueryError) {
      _ = try Parser.parseExpression(SourceText(expression, name: source.name))
    } catch {
      throw SyntaxError(diagnostic: Errors.badExpression(error.diagnostic, at: range))
    }
    advance(to: close + 1)
    return Name(expression, range: range)
  }

  /// The meaning of the text token that comes next.
  var decodedText: String {
    var decoded = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if isEscaped {
        decoded.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        decoded.append(character)
      }
    }
    return decoded
  }
}
