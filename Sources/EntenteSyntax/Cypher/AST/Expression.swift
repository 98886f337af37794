/// An expression and the text it was read from.
public struct Expression: Sendable, Hashable {
  public var kind: Kind
  public var range: SourceRange

  public init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// What an expression is. A chain of one operator is one node, so that long chains do not nest.
  public indirect enum Kind: Sendable, Hashable {
    case null
    case boolean(Bool)
    /// The sign of a negative literal is folded in, so that -9223372036854775808 can be written.
    case integer(Int64)
    case float(Double)
    case string(String)
    /// `$name`.
    case parameter(String)
    case variable(String)
    /// `[a, b]`.
    case list([Expression])
    /// `{key: value}` in the order written; where a key comes twice, the last counts.
    case map([MapEntry])

    /// `a OR b OR c`.
    case or([Expression])
    /// `a XOR b XOR c`.
    case xor([Expression])
    /// `a AND b AND c`.
    case and([Expression])
    case not(Expression)
    /// `a < b <= c`: a conjunction of the neighbouring comparisons.
    case comparison(Expression, [ComparisonStep])
    /// `a IN b`.
    case `in`(Expression, Expression)
    /// `STARTS WITH`, `ENDS WITH`, `CONTAINS`, `=~`.
    case stringPredicate(StringOperator, Expression, Expression)
    case isNull(Expression, negated: Bool)
    /// A chain of binary operators of one precedence: `a + b - c`, `a * b / c % d`, `a ^ b ^ c`, from the left.
    case arithmetic(Expression, [ArithmeticStep])
    case negate(Expression)
    case plus(Expression)

    /// `base.key`.
    case property(Expression, Name)
    /// `base:Label:…`: a predicate on labels or on a relationship's type.
    case hasLabels(Expression, [Name])
    /// `base[index]`.
    case `subscript`(Expression, Expression)
    /// `base[from..to]`.
    case slice(Expression, from: Expression?, to: Expression?)

    /// `name.space.function(DISTINCT arguments)`.
    case call(Name, distinct: Bool, [Expression])
    /// `count(*)`.
    case countStar
    case caseExpression(operand: Expression?, [CaseBranch], else: Expression?)
    /// `[variable IN list WHERE predicate | projection]`.
    case listComprehension(Name, in: Expression, where: Expression?, Expression?)
    /// `all(variable IN list WHERE predicate)` and its sisters.
    case quantifier(Quantifier, Name, in: Expression, where: Expression?)
    /// `reduce(accumulator = initial, variable IN list | expression)`.
    case reduce(Name, initial: Expression, Name, in: Expression, Expression)
    /// `[p = (a)-->(b) WHERE predicate | projection]`.
    case patternComprehension(PathPattern, where: Expression?, Expression)
    /// A pattern as a predicate, or `shortestPath(…)` as a value.
    case pattern(PathPattern)
    /// `EXISTS { … }`: a full query, or a bare pattern as a query of one MATCH without RETURN.
    case exists(Query)
    /// `COUNT { … }` (implementation extension).
    case countSubquery(Query)
    /// `COLLECT { … }` (implementation extension).
    case collectSubquery(Query)
    /// `base { .key, .*, key: value, variable }` (implementation extension).
    case mapProjection(Expression, [MapProjectionItem])
  }

  public struct MapEntry: Sendable, Hashable {
    public var key: Name
    public var value: Expression

    public init(key: Name, value: Expression) {
      self.key = key
      self.value = value
    }
  }

  public enum MapProjectionItem: Sendable, Hashable {
    /// `.key`
    case property(Name)
    /// `.*`
    case allProperties
    /// `key: value`
    case entry(Name, Expression)
    /// `variable`
    case variable(Name)
  }

  public enum ComparisonOperator: String, Sendable, Hashable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  public struct ComparisonStep: Sendable, Hashable {
    public var `operator`: ComparisonOperator
    public var operand: Expression

    public init(_ operator: ComparisonOperator, _ operand: Expression) {
      self.operator = `operator`
      self.operand = operand
    }
  }

  public enum StringOperator: String, Sendable, Hashable {
    case startsWith = "STARTS WITH"
    case endsWith = "ENDS WITH"
    case contains = "CONTAINS"
    case matches = "=~"
  }

  public enum ArithmeticOperator: String, Sendable, Hashable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case modulo = "%"
    case power = "^"
    /// `||` (implementation extension).
    case concatenate = "||"
  }

  public struct ArithmeticStep: Sendable, Hashable {
    public var `operator`: ArithmeticOperator
    public var operand: Expression

    public init(_ operator: ArithmeticOperator, _ operand: Expression) {
      self.operator = `operator`
      self.operand = operand
    }
  }

  public struct CaseBranch: Sendable, Hashable {
    public var when: Expression
    public var then: Expression

    public init(when: Expression, then: Expression) {
      self.when = when
      self.then = then
    }
  }

  public enum Quantifier: String, Sendable, Hashable { case all, any, none, single }
}
