public import EntenteSyntax

/// An expression whose names are resolved and whose kinds are checked.
public struct BoundExpression: Sendable {
  public var node: Node
  /// What is known of its values.
  public var kind: ValueKind
  public var range: SourceRange

  public init(_ node: Node, kind: ValueKind, range: SourceRange) {
    self.node = node
    self.kind = kind
    self.range = range
  }

  /// What an expression does; each case says what it gives.
  public indirect enum Node: Sendable {
    /// A constant.
    case literal(Value)
    /// The value of `$name`.
    case parameter(String)
    case variable(Variable)
    case list([BoundExpression])
    case map([(key: Text, value: BoundExpression)])

    /// Three-valued logic over two or more operands.
    case or([BoundExpression])
    case xor([BoundExpression])
    case and([BoundExpression])
    case not(BoundExpression)
    /// `a < b <= c`: true if every neighbouring comparison is.
    case comparison(BoundExpression, [(`operator`: Expression.ComparisonOperator, operand: BoundExpression)])
    case `in`(BoundExpression, list: BoundExpression)
    case stringPredicate(Expression.StringOperator, BoundExpression, BoundExpression)
    case isNull(BoundExpression, negated: Bool)
    /// From the left.
    case arithmetic(BoundExpression, [(`operator`: Expression.ArithmeticOperator, operand: BoundExpression)])
    case negate(BoundExpression)
    case plus(BoundExpression)

    /// A property of a node, relationship or map; null where there is none.
    case property(BoundExpression, key: Text)
    /// Whether a node has all labels, or a relationship the one type.
    case hasLabels(BoundExpression, [Text])
    case `subscript`(BoundExpression, BoundExpression)
    case slice(BoundExpression, from: BoundExpression?, to: BoundExpression?)

    case call(Function, [BoundExpression])
    case caseExpression(
      operand: BoundExpression?, [(when: BoundExpression, then: BoundExpression)], else: BoundExpression?)
    /// The projection (nil: the element itself) of each element for which the predicate is true.
    case listComprehension(Variable, in: BoundExpression, where: BoundExpression?, BoundExpression?)
    case quantifier(Expression.Quantifier, Variable, in: BoundExpression, where: BoundExpression)
    case reduce(Variable, initial: BoundExpression, Variable, in: BoundExpression, BoundExpression)
    /// `base { .* , key: value }`: nil value stands for `.*`.
    case mapProjection(BoundExpression, [(key: Text, value: BoundExpression?)])
    /// The path through elements bound in the same row, in pattern order: a node, then relationship (or list of
    /// relationships) and node, alternating. Null if any is null.
    case path([Variable])

    /// Whether the subquery has a row.
    case exists(BoundSubquery)
    /// How many rows the subquery has.
    case count(BoundSubquery)
    /// The values of the subquery's one column as a list: pattern comprehension, COLLECT, `shortestPath` as a value.
    case collect(BoundSubquery)
  }
}

/// A query inside an expression; it is run once a row with the outer variables it uses.
public struct BoundSubquery: Sendable {
  /// Unique in a whole query; the planner keeps the subquery's plan under it.
  public let id: Int
  public let query: BoundQuery
  /// The outer variables that are used inside.
  public let imports: [Variable]
  /// Whether it gives the lineage of the query's rows in place of their values.
  public let asksForLineage: Bool

  public init(id: Int, query: BoundQuery, imports: [Variable], asksForLineage: Bool = false) {
    self.asksForLineage = asksForLineage
    self.id = id
    self.query = query
    self.imports = imports
  }
}
