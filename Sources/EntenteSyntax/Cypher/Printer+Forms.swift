/// Expressions with words or brackets of their own.
extension Printer {
  mutating func writeForm(_ kind: Expression.Kind) {
    switch kind {
    case .call(let function, let distinct, let arguments):
      write(function: function.text)
      out += distinct ? "(DISTINCT " : "("
      list(arguments) { $0.write($1) }
      out += ")"
    case .countStar: out += "count(*)"
    case .caseExpression(let operand, let branches, let otherwise): write(operand, branches, otherwise)
    case .listComprehension(let variable, let list, let predicate, let projection):
      out += "["
      write(variable, in: list, where: predicate)
      write(" | ", projection)
      out += "]"
    case .quantifier(let quantifier, let variable, let list, let predicate):
      out += "\(quantifier.rawValue)("
      write(variable, in: list, where: predicate)
      out += ")"
    case .reduce(let accumulator, let initial, let variable, let list, let body):
      out += "reduce("
      write(variable: accumulator.text)
      write(" = ", initial)
      out += ", "
      write(variable, in: list, where: nil)
      write(" | ", body)
      out += ")"
    case .patternComprehension(let pattern, let predicate, let projection):
      out += "["
      write(pattern)
      write(" WHERE ", predicate)
      write(" | ", projection)
      out += "]"
    case .pattern(let pattern): write(pattern)
    case .exists(let query): write("EXISTS", query)
    case .countSubquery(let query): write("COUNT", query)
    case .collectSubquery(let query): write("COLLECT", query)
    case .mapProjection(let base, let items): write(base, items)
    default: break
    }
  }

  /// Some words and an expression, if there is one.
  private mutating func write(_ words: String, _ expression: Expression?) {
    guard let expression else { return }
    out += words
    write(expression)
  }

  private mutating func write(_ variable: Name, in list: Expression, where predicate: Expression?) {
    write(variable: variable.text)
    write(" IN ", list)
    write(" WHERE ", predicate)
  }

  private mutating func write(_ word: String, _ query: Query) {
    out += "\(word) { "
    write(query, separator: " ")
    out += " }"
  }

  private mutating func write(
    _ operand: Expression?, _ branches: [Expression.CaseBranch], _ otherwise: Expression?
  ) {
    out += "CASE"
    write(" ", operand)
    for branch in branches {
      write(" WHEN ", branch.when)
      write(" THEN ", branch.then)
    }
    write(" ELSE ", otherwise)
    out += " END"
  }

  mutating func write(_ entries: [Expression.MapEntry]) {
    out += "{"
    list(entries) { printer, entry in
      printer.write(key: entry.key.text)
      printer.write(": ", entry.value)
    }
    out += "}"
  }

  private mutating func write(_ base: Expression, _ items: [Expression.MapProjectionItem]) {
    if case .variable(let name) = base.kind, Printer.keyword(name) != nil {
      out += Printer.quoted(name)
    } else {
      write(base)
    }
    out += " {"
    list(items) { printer, item in
      switch item {
      case .property(let key):
        printer.out += "."
        printer.write(key: key.text)
      case .allProperties: printer.out += ".*"
      case .entry(let key, let value):
        printer.write(key: key.text)
        printer.write(": ", value)
      case .variable(let name): printer.write(variable: name.text)
      }
    }
    out += "}"
  }
}
