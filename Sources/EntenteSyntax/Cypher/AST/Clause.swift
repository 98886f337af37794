/// One clause of a query.
public indirect enum Clause: Sendable, Hashable {
  /// `MATCH pattern, … WHERE …` and `OPTIONAL MATCH`.
  case match(Match)
  /// `UNWIND expression AS variable`.
  case unwind(Expression, as: Name, range: SourceRange)
  /// `WITH … WHERE …`.
  case with(Projection, where: Expression?)
  /// `RETURN …`.
  case `return`(Projection)
  /// `CREATE pattern, …`.
  case create([PathPattern], range: SourceRange)
  /// `MERGE pattern ON CREATE SET … ON MATCH SET …`.
  case merge(PathPattern, onCreate: [SetItem], onMatch: [SetItem], range: SourceRange)
  /// `SET item, …`.
  case set([SetItem], range: SourceRange)
  /// `REMOVE item, …`.
  case remove([RemoveItem], range: SourceRange)
  /// `DELETE expression, …` and `DETACH DELETE`.
  case delete([Expression], detach: Bool, range: SourceRange)
  /// `FOREACH (variable IN list | clause …)`.
  case foreach(Name, in: Expression, [Clause], range: SourceRange)
  /// `CALL procedure(arguments) YIELD …`.
  case call(ProcedureCall)

  public var range: SourceRange {
    switch self {
    case .match(let match): match.range
    case .with(let projection, _), .return(let projection): projection.range
    case .call(let call): call.range
    case .unwind(_, _, let range), .create(_, let range), .merge(_, _, _, let range), .set(_, let range),
      .remove(_, let range), .delete(_, _, let range), .foreach(_, _, _, let range):
      range
    }
  }
}

/// `[OPTIONAL] MATCH pattern, … [WHERE predicate]`.
public struct Match: Sendable, Hashable {
  public var optional: Bool
  public var patterns: [PathPattern]
  public var predicate: Expression?
  public var range: SourceRange

  public init(optional: Bool, patterns: [PathPattern], predicate: Expression?, range: SourceRange) {
    self.optional = optional
    self.patterns = patterns
    self.predicate = predicate
    self.range = range
  }
}

/// The body of `WITH` and `RETURN`.
public struct Projection: Sendable, Hashable {
  public struct Item: Sendable, Hashable {
    public var expression: Expression
    public var alias: Name?
    /// The exact source text of the expression: the column's name where no alias is given.
    public var text: String

    public init(expression: Expression, alias: Name?, text: String) {
      self.expression = expression
      self.alias = alias
      self.text = text
    }
  }

  public struct SortItem: Sendable, Hashable {
    public var expression: Expression
    public var ascending: Bool

    public init(expression: Expression, ascending: Bool) {
      self.expression = expression
      self.ascending = ascending
    }
  }

  public var distinct: Bool
  /// Whether the items begin with `*`.
  public var star: Bool
  public var items: [Item]
  public var orderBy: [SortItem]
  public var skip: Expression?
  public var limit: Expression?
  /// From the keyword to the end of the clause, without the `WHERE` of `WITH`.
  public var range: SourceRange

  public init(
    distinct: Bool, star: Bool, items: [Item], orderBy: [SortItem], skip: Expression?, limit: Expression?,
    range: SourceRange
  ) {
    self.distinct = distinct
    self.star = star
    self.items = items
    self.orderBy = orderBy
    self.skip = skip
    self.limit = limit
    self.range = range
  }
}

/// One assignment of `SET`.
public enum SetItem: Sendable, Hashable {
  /// `expression.key = value`.
  case property(Expression, key: Name, to: Expression)
  /// `variable = value`.
  case replace(Name, with: Expression)
  /// `variable += value`.
  case merge(Name, with: Expression)
  /// `variable:Label:…`.
  case labels(Name, [Name])
}

/// One item of `REMOVE`.
public enum RemoveItem: Sendable, Hashable {
  /// `expression.key`.
  case property(Expression, key: Name)
  /// `variable:Label:…`.
  case labels(Name, [Name])
}

/// `CALL name.space.procedure(arguments) [YIELD …]`.
public struct ProcedureCall: Sendable, Hashable {
  public struct YieldItem: Sendable, Hashable {
    public var field: Name
    public var alias: Name?

    public init(field: Name, alias: Name?) {
      self.field = field
      self.alias = alias
    }
  }

  /// `YIELD …` as written.
  public enum Yield: Sendable, Hashable {
    /// No `YIELD`.
    case none
    /// `YIELD *`, of a standalone call.
    case star
    /// `YIELD -`: nothing is yielded.
    case nothing
    case items([YieldItem])
  }

  /// The name with its namespace, such as `db.labels`.
  public var procedure: Name
  /// nil where the parentheses are left out: the arguments are then parameters of the same names.
  public var arguments: [Expression]?
  public var yield: Yield
  public var predicate: Expression?
  public var range: SourceRange

  public init(
    procedure: Name, arguments: [Expression]?, yield: Yield, predicate: Expression?, range: SourceRange
  ) {
    self.procedure = procedure
    self.arguments = arguments
    self.yield = yield
    self.predicate = predicate
    self.range = range
  }
}
