extension Printer {
  /// How tightly an expression holds together; looser ones need brackets inside tighter ones.
  enum Tightness: Int, Comparable {
    case or, xor, and, not, comparison, predicate, additive, multiplicative, power, sign, labels, postfix,
      atom

    static func < (left: Tightness, right: Tightness) -> Bool { left.rawValue < right.rawValue }
  }

  static func tightness(of expression: Expression) -> Tightness {
    switch expression.kind {
    case .or: .or
    case .xor: .xor
    case .and: .and
    case .not: .not
    // A pattern holds more tightly, but a dash or `<` after it would be read as part of it.
    case .comparison, .pattern: .comparison
    case .in, .stringPredicate, .isNull: .predicate
    case .arithmetic(_, let steps):
      switch steps.first?.operator {
      case .multiply, .divide, .modulo: .multiplicative
      case .power: .power
      case .add, .subtract, .concatenate, nil: .additive
      }
    case .negate, .plus, .integer, .float: .sign
    case .hasLabels: .labels
    case .property, .subscript, .slice: .postfix
    case .null, .boolean, .string, .parameter, .variable, .list, .map, .call, .countStar, .caseExpression,
      .listComprehension, .quantifier, .reduce, .patternComprehension, .exists, .countSubquery,
      .collectSubquery, .mapProjection:
      .atom
    }
  }

  /// Writes an expression inside one that holds at least as tightly as given.
  private mutating func write(_ expression: Expression, within least: Tightness) {
    let tightness = Printer.tightness(of: expression)
    let isOperator = tightness < .labels && !expression.isLiteral
    if tightness < least || (brackets && isOperator) {
      out += "("
      write(expression)
      out += ")"
    } else {
      write(expression)
    }
  }

  private mutating func chain(_ operands: [Expression], _ word: String, within least: Tightness) {
    list(operands, word) { $0.write($1, within: least) }
  }

  mutating func write(_ expression: Expression) {
    switch expression.kind {
    case .null: out += "null"
    case .boolean(let value): out += value ? "true" : "false"
    case .integer(let value): out += "\(value)"
    case .float(let value): out += "\(value)"
    case .string(let value): write(string: value)
    case .parameter(let name): write(parameter: name)
    case .variable(let name): write(variable: name)
    case .list(let elements): write(elements)
    case .map(let entries): write(entries)
    case .or(let operands): chain(operands, " OR ", within: .xor)
    case .xor(let operands): chain(operands, " XOR ", within: .and)
    case .and(let operands): chain(operands, " AND ", within: .not)
    case .not, .negate, .plus: writePrefix(expression.kind)
    case .comparison(let first, let steps):
      write(first, within: .predicate)
      for step in steps {
        out += " \(step.operator.rawValue) "
        write(step.operand, within: .predicate)
      }
    case .in(let left, let right): write(left, "IN", right)
    case .stringPredicate(let found, let left, let right): write(left, found.rawValue, right)
    case .isNull(let operand, let negated):
      write(operand, within: .predicate)
      out += negated ? " IS NOT NULL" : " IS NULL"
    case .arithmetic(let first, let steps): write(first, steps, Printer.tightness(of: expression))
    case .property(let base, let key): write(property: key, of: base)
    case .hasLabels(let base, let labels):
      write(base, within: .postfix)
      write(labels: labels)
    case .subscript(let base, let index):
      write(base, within: .postfix)
      out += "["
      write(index)
      out += "]"
    case .slice(let base, let from, let to): write(base, from, to)
    case .call, .countStar, .caseExpression, .listComprehension, .quantifier, .reduce, .patternComprehension,
      .pattern, .exists, .countSubquery, .collectSubquery, .mapProjection:
      writeForm(expression.kind)
    }
  }

  private mutating func writePrefix(_ kind: Expression.Kind) {
    switch kind {
    case .not(let operand):
      out += "NOT "
      write(operand, within: .not)
    case .negate(let operand):
      out += "-"
      // The sign must not be folded into a number.
      write(operand, within: operand.isLiteral ? .atom : .sign)
    case .plus(let operand):
      out += "+"
      write(operand, within: .sign)
    default: break
    }
  }

  private mutating func write(_ left: Expression, _ word: String, _ right: Expression) {
    write(left, within: .predicate)
    out += " \(word) "
    write(right, within: .additive)
  }

  private mutating func write(_ first: Expression, _ steps: [Expression.ArithmeticStep], _ level: Tightness) {
    let next = Tightness(rawValue: level.rawValue + 1) ?? .atom
    write(first, within: next)
    for step in steps {
      out += " \(step.operator.rawValue) "
      write(step.operand, within: next)
    }
  }

  mutating func write(property key: Name, of base: Expression) {
    write(base, within: .postfix)
    out += "."
    write(key: key.text)
  }

  private mutating func write(_ base: Expression, _ from: Expression?, _ to: Expression?) {
    write(base, within: .postfix)
    out += "["
    if let from { write(from) }
    out += ".."
    if let to { write(to) }
    out += "]"
  }

  /// A list; `[x IN y]` would be a comprehension, so that its only element stands in brackets.
  private mutating func write(_ elements: [Expression]) {
    out += "["
    if elements.count == 1, !brackets, elements[0].beginsWithMembership {
      out += "("
      write(elements[0])
      out += ")"
    } else {
      list(elements) { $0.brackets ? $0.write($1, within: .or) : $0.write($1) }
    }
    out += "]"
  }
}

extension Expression {
  /// Whether it is a number, which may have a sign.
  var isLiteral: Bool {
    switch kind {
    case .integer, .float: true
    default: false
    }
  }

  /// Whether its text begins with `variable IN`.
  fileprivate var beginsWithMembership: Bool {
    switch kind {
    case .in(let left, _):
      if case .variable = left.kind { return true }
      return left.beginsWithMembership
    case .or(let operands), .xor(let operands), .and(let operands):
      return operands.first?.beginsWithMembership ?? false
    case .comparison(let first, _), .arithmetic(let first, _), .isNull(let first, _),
      .stringPredicate(_, let first, _):
      return first.beginsWithMembership
    default: return false
    }
  }
}
