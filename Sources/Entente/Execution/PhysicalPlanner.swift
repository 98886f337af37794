import EntenteSyntax

/// Maps a logical plan to operators, one for one.
///
/// In: an optimized ``LogicalPlan``. Out: operators that are ready to be opened.
struct PhysicalPlanner {
  let context: ExecutionContext
  /// Ids from here on are free for hidden variables.
  let variableCount: Int
  /// Counts the rows and the work of every operator, where given.
  var profile: Profile?

  func plan(_ plan: LogicalPlan) -> any PhysicalOperator {
    var next = variableCount
    return build(plan, argument: nil, nextVariable: &next)
  }

  /// The operator of a plan, counted where a profile is wanted.
  ///
  /// - Parameter argument: the layout of the rows that the leaf `argument` gives, where they have more variables
  ///   than the plan knows.
  private func build(
    _ plan: LogicalPlan, argument: RowLayout?, nextVariable: inout Int
  ) -> any PhysicalOperator {
    guard let profile else { return map(plan, argument: argument, nextVariable: &nextVariable) }
    let place = profile.register()
    let operation = map(plan, argument: argument, nextVariable: &nextVariable)
    return ProfiledOperator(operation, profile, place: place, monitor: context.monitor)
  }

  private func map(
    _ plan: LogicalPlan, argument: RowLayout?, nextVariable: inout Int
  ) -> any PhysicalOperator {
    func input(_ plan: LogicalPlan) -> any PhysicalOperator {
      build(plan, argument: argument, nextVariable: &nextVariable)
    }
    switch plan {
    case .argument(let variables): return ArgumentOperator(layout: argument ?? RowLayout(variables))
    case .match(let rows, let pattern):
      // The optimizer lowers every pattern; one that is left is lowered in the order written.
      var planner = PatternPlanner(pattern, estimator: nil)
      return input(planner.plan(on: rows))
    case .nodeScan(let variable, let label): return NodeScanOperator(variable, label: label, context: context)
    case .nodeSeek(let rows, let variable, let ids):
      return NodeSeekOperator(rows.map(input) ?? UnitOperator(), variable, ids, context: context)
    case .expand(let rows, let hop): return ExpandOperator(input(rows), hop, context: context)
    case .expandTrails(let rows, let hop): return ExpandTrailsOperator(input(rows), hop, context: context)
    case .follow(let rows, let hop): return FollowOperator(input(rows), hop, context: context)
    case .shortestPath(let rows, let hop, let all):
      return ShortestPathOperator(input(rows), hop, all: all, context: context)
    case .degree(let rows, let hops, let variable):
      return DegreeOperator(input(rows), hops, into: variable, context: context)
    case .filter(let rows, let predicates): return FilterOperator(input(rows), predicates, context: context)
    case .distinctRelationships(let rows, let pairs):
      return DistinctRelationshipsOperator(input(rows), pairs, context: context)
    case .cartesianProduct(let left, let right):
      return CartesianProductOperator(input(left), input(right), context: context)
    case .hashJoin(let left, let right, let keys):
      return HashJoinOperator(input(left), input(right), on: keys, context: context)
    case .optional(let left, let right, let introduced):
      let left = input(left)
      let rowNumber = Variable(id: nextVariable, name: nil, kind: .integer)
      nextVariable += 1
      let layout = RowLayout(left.layout.variables + [rowNumber])
      let right = build(right, argument: layout, nextVariable: &nextVariable)
      return OptionalOperator(left, right, rowNumber: rowNumber, introduces: introduced, context: context)
    case .unwind(let rows, let list, let variable):
      return UnwindOperator(input(rows), list, as: variable, context: context)
    case .extend(let rows, let items): return ExtendOperator(input(rows), items, context: context)
    case .restrict(let rows, let variables): return RestrictOperator(input(rows), variables)
    case .aggregate(let rows, let aggregation):
      return AggregateOperator(input(rows), aggregation, context: context)
    case .distinct(let rows, let variables): return DistinctOperator(input(rows), variables, context: context)
    case .sort(let rows, let keys): return SortOperator(input(rows), keys, bound: nil, context: context)
    case .top(let rows, let keys, let skip, let count):
      return SortOperator(input(rows), keys, bound: (skip, count), context: context)
    case .skip(let rows, let count): return SkipOperator(input(rows), count, context: context)
    case .limit(let rows, let count):
      return LimitOperator(input(rows), count, drains: rows.writes, context: context)
    case .union(let branches, let variables):
      return UnionOperator(branches.map { (input($0.plan), $0.variables) }, as: variables, context: context)
    case .update(let rows, let update): return UpdateOperator(input(rows), update, context: context)
    case .call(let rows, let call): return CallOperator(input(rows), call, context: context)
    }
  }
}

extension LogicalPlan {
  /// Whether an operator of the plan changes the graph.
  var writes: Bool {
    if case .update = self { true } else { inputs.contains(where: \.writes) }
  }
}
