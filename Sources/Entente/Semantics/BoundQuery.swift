public import EntenteSyntax

/// A query after semantic analysis: names resolved, kinds checked, aggregations taken apart.
///
/// In: ``Query`` (tree). Out: this. True afterwards: every variable is declared before use, every compile-time
/// error of openCypher has been raised, every pattern is a pattern graph.
public struct BoundQuery: Sendable {
  public var mode: Query.Mode
  /// Joined by UNION (all of one kind); at least one.
  public var parts: [BoundSingleQuery]
  /// Whether duplicates stay where there are several parts.
  public var unionAll: Bool
  /// The date of AS OF: a constant of any kind.
  public var asOf: BoundExpression?
  /// The column names; empty for a query that returns nothing.
  public var columns: [String]
  /// Variable ids are below this, those of subqueries included.
  public var variableCount: Int
  /// What the whole query says about the graph, noted in its outermost part.
  public var references = GraphReferences()

  public init(
    mode: Query.Mode, parts: [BoundSingleQuery], unionAll: Bool, columns: [String], variableCount: Int,
    asOf: BoundExpression? = nil
  ) {
    self.mode = mode
    self.parts = parts
    self.unionAll = unionAll
    self.columns = columns
    self.variableCount = variableCount
    self.asOf = asOf
  }
}

/// A sequence of bound clauses.
public struct BoundSingleQuery: Sendable {
  public var clauses: [BoundClause]
  /// The variables behind the columns, in order; empty where there is no RETURN.
  public var output: [Variable]

  public init(clauses: [BoundClause], output: [Variable]) {
    self.clauses = clauses
    self.output = output
  }
}

/// One bound clause: each turns the rows before it into the rows after it.
public indirect enum BoundClause: Sendable {
  /// Each row joined with every match; an optional one keeps a row without match, with nulls.
  case match(BoundPattern, optional: Bool)
  /// Each row once an element; null gives no row, another value than a list one row.
  case unwind(BoundExpression, as: Variable)
  /// WITH or RETURN.
  case project(BoundProjection)
  /// Each row with what the clause made for it.
  case update(BoundUpdate)
  /// Each row once for every row of the procedure; once where it yields nothing by its signature.
  case call(BoundCall)
  /// The rows in which the predicate is true.
  case filter(BoundExpression)
}

/// WITH or RETURN, taken apart into the steps in which it runs:
///
///     aggregate? → items (old variables stay) → distinct? → orderBy → skip → limit → predicate → only the items
public struct BoundProjection: Sendable {
  /// A variable and the expression that gives its value.
  public struct Item: Sendable {
    public var variable: Variable
    public var expression: BoundExpression

    public init(variable: Variable, expression: BoundExpression) {
      self.variable = variable
      self.expression = expression
    }
  }

  public struct Aggregate: Sendable {
    public var variable: Variable
    public var function: AggregateFunction
    public var distinct: Bool
    /// Empty for `count(*)`; percentiles have two.
    public var arguments: [BoundExpression]
    public var range: SourceRange

    public init(
      variable: Variable, function: AggregateFunction, distinct: Bool, arguments: [BoundExpression],
      range: SourceRange
    ) {
      self.variable = variable
      self.function = function
      self.distinct = distinct
      self.arguments = arguments
      self.range = range
    }
  }

  public struct Aggregation: Sendable {
    /// Grouping keys; no key means one group, also of no rows.
    public var keys: [Item]
    public var aggregates: [Aggregate]

    public init(keys: [Item], aggregates: [Aggregate]) {
      self.keys = keys
      self.aggregates = aggregates
    }
  }

  public struct SortKey: Sendable {
    public var expression: BoundExpression
    public var ascending: Bool

    public init(expression: BoundExpression, ascending: Bool) {
      self.expression = expression
      self.ascending = ascending
    }
  }

  /// Where present, the items, sort keys and predicate use its variables only (and constants).
  public var aggregation: Aggregation?
  /// A variable passed on unchanged has itself as expression.
  public var items: [Item]
  public var distinct: Bool
  public var orderBy: [SortKey]
  /// Integers without variables.
  public var skip: BoundExpression?
  public var limit: BoundExpression?
  public var predicate: BoundExpression?

  public init(
    aggregation: Aggregation?, items: [Item], distinct: Bool, orderBy: [SortKey], skip: BoundExpression?,
    limit: BoundExpression?, predicate: BoundExpression?
  ) {
    self.aggregation = aggregation
    self.items = items
    self.distinct = distinct
    self.orderBy = orderBy
    self.skip = skip
    self.limit = limit
    self.predicate = predicate
  }
}
