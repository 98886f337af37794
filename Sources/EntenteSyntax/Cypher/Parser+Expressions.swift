/// Operators, by precedence and without recursion: the call stack grows with brackets alone.
///
///     OR < XOR < AND < NOT < comparison < IN, STARTS WITH, IS NULL … < + - || < * / % < ^ < sign
///
/// Operands wait in chains, one for each level that is open; an operator that binds more loosely closes the chains
/// above its own level. What is closed becomes the operand of the chain below.
extension Parser {
  enum Level: Int, Comparable {
    case or, xor, and, not, comparison, predicate, additive, multiplicative, power, sign

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  enum Operator {
    case logical
    case comparison(Expression.ComparisonOperator)
    case `in`
    case string(Expression.StringOperator)
    case arithmetic(Expression.ArithmeticOperator)
    case not, negate, plus
  }

  /// Operators of one level whose last operand is still to come.
  struct Chain {
    var level: Level
    var operators: [Operator]
    /// As many as operators; none before `NOT` and the signs.
    var operands: [Expression]
    var start: Int
  }

  /// The open chains of an expression, of rising level.
  struct Chains {
    var open: [Chain] = []
    /// How many operators that do not chain, such as `IN`, have been closed: each nests the tree by one.
    var closed = 0
  }

  mutating func expression() throws(QueryError) -> Expression {
    try descend()
    defer { depth -= 1 }
    var chains = Chains()
    while true {
      while try prefix(&chains) {}
      var operand = signBelongsToNumber ? try negativeNumber() : try postfix()
      guard try infix(&operand, &chains) else { return operand }
    }
  }

  /// Whether a minus sign comes next and is part of a literal, so that the least integer can be written.
  private var signBelongsToNumber: Bool {
    guard kind == .minus else { return false }
    switch peek(1).kind {
    case .integer, .float, .malformedNumber:
      let next = peek(2).kind
      return next != .leftBracket && next != .dot
    default: return false
    }
  }

  /// Opens a chain for a `NOT` or a sign, if one comes next.
  private mutating func prefix(_ chains: inout Chains) throws(QueryError) -> Bool {
    let found: Operator
    switch kind {
    case .minus where !signBelongsToNumber: found = .negate
    case .plus: found = .plus
    case .name where keyword == .not && (chains.open.last?.level ?? .or) <= .not: found = .not
    default: return false
    }
    let level = if case .not = found { Level.not } else { Level.sign }
    chains.open.append(Chain(level: level, operators: [found], operands: [], start: start))
    advance()
    try checkNesting(chains)
    return true
  }

  /// Takes the operators after an operand; false where the expression ends, and the operand is then all of it.
  private mutating func infix(_ operand: inout Expression, _ chains: inout Chains) throws(QueryError) -> Bool {
    while true {
      if keyword == .is {
        try isNull(&operand, &chains)
      } else if let (found, level) = infixOperator {
        try takeInfix(found)
        close(&chains, above: level, &operand)
        try checkNesting(chains)
        push(found, level, operand, &chains)
        return true
      } else {
        close(&chains, above: nil, &operand)
        return false
      }
    }
  }

  private func push(_ found: Operator, _ level: Level, _ operand: Expression, _ chains: inout Chains) {
    if let last = chains.open.indices.last, chains.open[last].level == level {
      chains.open[last].operators.append(found)
      chains.open[last].operands.append(operand)
    } else {
      chains.open.append(
        Chain(level: level, operators: [found], operands: [operand], start: operand.range.lower))
    }
  }

  /// Closes the chains above a level, or all; operators on predicates do not chain, so theirs closes too.
  private func close(_ chains: inout Chains, above level: Level?, _ operand: inout Expression) {
    while let last = chains.open.last {
      if let level, last.level < level || (last.level == level && level != .predicate) { return }
      chains.open.removeLast()
      if last.level == .predicate || last.level == .not || last.level == .sign { chains.closed += 1 }
      operand = last.closed(by: operand)
    }
  }

  private mutating func isNull(_ operand: inout Expression, _ chains: inout Chains) throws(QueryError) {
    advance()
    let negated = take(.not)
    try expect(.null)
    close(&chains, above: .predicate, &operand)
    chains.closed += 1
    try checkNesting(chains)
    let range = range(from: operand.range.lower)
    operand = Expression(.isNull(operand, negated: negated), range: range)
  }

  private func checkNesting(_ chains: Chains) throws(QueryError) {
    guard depth + chains.open.count + chains.closed <= Parser.nestingLimit else {
      throw .nestingTooDeep(limit: Parser.nestingLimit, at: token.range)
    }
  }

  /// The operator that comes next, but for `IS NULL`.
  private var infixOperator: (Operator, Level)? {
    switch kind {
    case .equal: (.comparison(.equal), .comparison)
    case .notEqual: (.comparison(.notEqual), .comparison)
    case .less: (.comparison(.less), .comparison)
    case .lessOrEqual: (.comparison(.lessOrEqual), .comparison)
    case .greater: (.comparison(.greater), .comparison)
    case .greaterOrEqual: (.comparison(.greaterOrEqual), .comparison)
    case .matches: (.string(.matches), .predicate)
    case .plus: (.arithmetic(.add), .additive)
    case .minus: (.arithmetic(.subtract), .additive)
    case .concatenate: (.arithmetic(.concatenate), .additive)
    case .star: (.arithmetic(.multiply), .multiplicative)
    case .slash: (.arithmetic(.divide), .multiplicative)
    case .percent: (.arithmetic(.modulo), .multiplicative)
    case .caret: (.arithmetic(.power), .power)
    case .name: wordOperator
    default: nil
    }
  }

  private var wordOperator: (Operator, Level)? {
    switch keyword {
    case .or: (.logical, .or)
    case .xor: (.logical, .xor)
    case .and: (.logical, .and)
    case .in: (.in, .predicate)
    case .starts: (.string(.startsWith), .predicate)
    case .ends: (.string(.endsWith), .predicate)
    case .contains: (.string(.contains), .predicate)
    default: nil
    }
  }

  private mutating func takeInfix(_ found: Operator) throws(QueryError) {
    advance()
    switch found {
    case .string(.startsWith), .string(.endsWith): try expect(.with)
    default: break
    }
  }
}

extension Parser.Chain {
  /// The node of the whole chain, with its last operand.
  func closed(by last: Expression) -> Expression {
    Expression(kind(with: last), range: SourceRange(start..<max(start, last.range.upper)))
  }

  private func kind(with last: Expression) -> Expression.Kind {
    switch level {
    case .or: return .or(operands + [last])
    case .xor: return .xor(operands + [last])
    case .and: return .and(operands + [last])
    case .not: return .not(last)
    case .sign:
      if case .negate = operators[0] { return .negate(last) }
      return .plus(last)
    case .predicate:
      if case .string(let found) = operators[0] { return .stringPredicate(found, operands[0], last) }
      return .in(operands[0], last)
    case .comparison:
      var steps: [Expression.ComparisonStep] = []
      for (index, found) in operators.enumerated() {
        guard case .comparison(let comparison) = found else { continue }
        steps.append(.init(comparison, index + 1 < operands.count ? operands[index + 1] : last))
      }
      return .comparison(operands[0], steps)
    case .additive, .multiplicative, .power:
      var steps: [Expression.ArithmeticStep] = []
      for (index, found) in operators.enumerated() {
        guard case .arithmetic(let arithmetic) = found else { continue }
        steps.append(.init(arithmetic, index + 1 < operands.count ? operands[index + 1] : last))
      }
      return .arithmetic(operands[0], steps)
    }
  }
}
