public import EntenteSyntax

/// What a query does, as a tree of operators; each case says which rows come out.
///
/// `MATCH (a:Actor)-[r:RIVALS]-(b) WHERE b.name = 'Nvidia' RETURN a.name` is, after optimization,
///
///     Restrict a.name
///       Extend a.name
///         Filter a:Actor
///           Expand (b)-[r:RIVALS]-(a)
///             Filter b.name = 'Nvidia'
///               NodeScan b
///
/// Rows carry variables. An operator keeps the variables of its input and adds its own, `restrict` and `aggregate`
/// excepted.
public indirect enum LogicalPlan: Sendable {
  /// One row without variables or, in a subquery, the outer rows with these variables.
  case argument([Variable])
  /// The input joined with every match of the pattern. Lowered before execution.
  case match(LogicalPlan, BoundPattern)
  /// A row for each node, with the label where one is given.
  case nodeScan(Variable, label: Text?)
  /// The input (without one: a single row) once for each node whose id, as given in its file, is looked for.
  case nodeSeek(LogicalPlan?, Variable, SoughtIDs)
  /// The input, once for each relationship of the hop from a bound node.
  case expand(LogicalPlan, Hop)
  /// The input, once for each trail of the hop's length from a bound node.
  case expandTrails(LogicalPlan, Hop)
  /// The input, for rows whose bound relationship (or list of relationships) fits the hop, with its ends.
  case follow(LogicalPlan, Hop)
  /// The input, once for each shortest path between two bound nodes (all of them or one).
  case shortestPath(LogicalPlan, Hop, all: Bool)
  /// The input with a number in place of the rows that `expand` by one or two hops would give. The hops must take
  /// different relationships where the second is distinct from the first.
  case degree(LogicalPlan, [Hop], into: Variable)
  /// The rows in which every predicate is true, tried in order.
  case filter(LogicalPlan, [BoundExpression])
  /// The rows in which the two relationships (or lists of them) of each pair have none in common.
  case distinctRelationships(LogicalPlan, [RelationshipPair])
  /// Every row of the left with every row of the right, which does not depend on the left.
  case cartesianProduct(LogicalPlan, LogicalPlan)
  /// The rows of the cartesian product in which both sides of each key are equal. Where a side of a key cannot be
  /// computed the row stays, so that the predicate, which stands above, raises the error.
  case hashJoin(LogicalPlan, LogicalPlan, on: [JoinKey])
  /// Each row with the right's rows for it (its leaf `argument` is that row), or with nulls where there are none.
  case optional(LogicalPlan, LogicalPlan, introduces: [Variable])
  /// Each row once an element of the list.
  case unwind(LogicalPlan, BoundExpression, as: Variable)
  /// The input with more variables, each computed from those of the input.
  case extend(LogicalPlan, [BoundProjection.Item])
  /// The input with these variables only.
  case restrict(LogicalPlan, [Variable])
  /// One row a group: the keys and the aggregates.
  case aggregate(LogicalPlan, BoundProjection.Aggregation)
  /// The first of the rows that are equivalent in these variables.
  case distinct(LogicalPlan, [Variable])
  /// All rows, in order.
  case sort(LogicalPlan, [BoundProjection.SortKey])
  /// The first rows of the order, as many as `count` and `skip` together say.
  case top(LogicalPlan, [BoundProjection.SortKey], skip: BoundExpression?, count: BoundExpression)
  case skip(LogicalPlan, BoundExpression)
  case limit(LogicalPlan, BoundExpression)
  /// The rows of every branch, its variables renamed to those of the first.
  case union([Branch], as: [Variable])
  /// Each row with what a writing clause made for it; takes all rows in before it gives one.
  case update(LogicalPlan, BoundUpdate)
  /// Each row once for every row of a procedure.
  case call(LogicalPlan, BoundCall)

  /// One step through the graph, from a node that the input has.
  public struct Hop: Sendable {
    public var from: Variable
    public var relationship: Variable
    public var to: Variable
    /// As seen from `from`.
    public var direction: RelationshipPattern.Direction
    /// Any of these; empty means every type.
    public var types: [Text]
    public var length: (minimum: Int, maximum: Int?)?
    /// Of each hop of a trail.
    public var properties: [(key: Text, value: BoundExpression)]
    /// Whether the input has `to` as well.
    public var into: Bool
    /// Whether `from` stands right of the relationship in the query, so that a trail's list is turned round.
    public var reversed: Bool
    /// Relationships (and lists of them) of the same MATCH that the hop must not repeat.
    public var distinctFrom: [Variable]
  }

  /// The ids that a seek looks for, in terms of its input. Where they cannot be computed it gives every node, so that
  /// the predicate, which stands above, raises the error.
  public struct SoughtIDs: Sendable {
    public var value: BoundExpression
    /// Whether the value is a list of ids and not one id.
    public var isList: Bool
  }

  /// An equality between the two sides of a join.
  public struct JoinKey: Sendable {
    /// In terms of the left rows.
    public var left: BoundExpression
    /// In terms of the right rows.
    public var right: BoundExpression
  }

  /// Two variables of one MATCH that hold relationships.
  public struct RelationshipPair: Sendable {
    public var first: Variable
    public var second: Variable
  }

  public struct Branch: Sendable {
    public var plan: LogicalPlan
    public var variables: [Variable]
  }

  /// The inputs, from left to right.
  public var inputs: [LogicalPlan] {
    switch self {
    case .argument, .nodeScan: []
    case .nodeSeek(let input, _, _): input.map { [$0] } ?? []
    case .match(let input, _), .expand(let input, _), .expandTrails(let input, _), .follow(let input, _),
      .shortestPath(let input, _, _), .degree(let input, _, _), .filter(let input, _), .unwind(let input, _, _),
      .extend(let input, _), .restrict(let input, _), .aggregate(let input, _), .distinct(let input, _),
      .sort(let input, _), .top(let input, _, _, _), .skip(let input, _), .limit(let input, _),
      .update(let input, _), .call(let input, _), .distinctRelationships(let input, _):
      [input]
    case .cartesianProduct(let left, let right), .hashJoin(let left, let right, _), .optional(let left, let right, _):
      [left, right]
    case .union(let branches, _): branches.map(\.plan)
    }
  }

  /// The plan with every operator replaced by what `rewrite` makes of it, inputs first.
  ///
  /// - Complexity: O(*n*) calls for *n* operators.
  public func transform(_ rewrite: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    let inputs = inputs.map { $0.transform(rewrite) }
    return rewrite(replacing(inputs: inputs))
  }

  private func replacing(inputs: [LogicalPlan]) -> LogicalPlan {
    guard let input = inputs.first else { return self }
    switch self {
    case .argument, .nodeScan: return self
    case .nodeSeek(_, let variable, let ids): return .nodeSeek(input, variable, ids)
    case .match(_, let pattern): return .match(input, pattern)
    case .expand(_, let hop): return .expand(input, hop)
    case .expandTrails(_, let hop): return .expandTrails(input, hop)
    case .follow(_, let hop): return .follow(input, hop)
    case .shortestPath(_, let hop, let all): return .shortestPath(input, hop, all: all)
    case .degree(_, let hops, let variable): return .degree(input, hops, into: variable)
    case .filter(_, let predicates): return .filter(input, predicates)
    case .distinctRelationships(_, let pairs): return .distinctRelationships(input, pairs)
    case .cartesianProduct: return .cartesianProduct(input, inputs[1])
    case .hashJoin(_, _, let keys): return .hashJoin(input, inputs[1], on: keys)
    case .optional(_, _, let variables): return .optional(input, inputs[1], introduces: variables)
    case .unwind(_, let list, let variable): return .unwind(input, list, as: variable)
    case .extend(_, let items): return .extend(input, items)
    case .restrict(_, let variables): return .restrict(input, variables)
    case .aggregate(_, let aggregation): return .aggregate(input, aggregation)
    case .distinct(_, let variables): return .distinct(input, variables)
    case .sort(_, let keys): return .sort(input, keys)
    case .top(_, let keys, let skip, let count): return .top(input, keys, skip: skip, count: count)
    case .skip(_, let count): return .skip(input, count)
    case .limit(_, let count): return .limit(input, count)
    case .update(_, let update): return .update(input, update)
    case .call(_, let call): return .call(input, call)
    case .union(let branches, let variables):
      let branches = zip(branches, inputs).map { Branch(plan: $1, variables: $0.variables) }
      return .union(branches, as: variables)
    }
  }
}
