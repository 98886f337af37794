/// Turns a bound query into the plan that does just what is written, clause by clause.
///
/// In: ``BoundQuery``. Out: ``LogicalPlan`` with one `match` operator for each MATCH. The optimizer chooses how.
enum LogicalPlanner {
  /// Plans a query whose rows may depend on outer variables (those of a subquery's row).
  static func plan(_ query: BoundQuery, argument: [Variable] = []) -> LogicalPlan {
    let branches = query.parts.map { part in
      LogicalPlan.Branch(plan: plan(part, argument: argument), variables: part.output)
    }
    guard branches.count > 1, let first = branches.first else { return branches[0].plan }
    let union = LogicalPlan.union(branches, as: first.variables)
    return query.unionAll ? union : .distinct(union, first.variables)
  }

  private static func plan(_ query: BoundSingleQuery, argument: [Variable]) -> LogicalPlan {
    query.clauses.reduce(LogicalPlan.argument(argument)) { plan, clause in
      switch clause {
      case .match(let pattern, optional: false): .match(plan, pattern)
      case .match(let pattern, optional: true):
        .optional(plan, .match(.argument(plan.variables), pattern), introduces: pattern.introducedVariables)
      case .unwind(let list, let variable): .unwind(plan, list, as: variable)
      case .project(let projection): self.plan(projection, on: plan)
      case .update(let update): .update(plan, update)
      case .call(let call): .call(plan, call)
      case .filter(let predicate): .filter(plan, predicate.conjuncts)
      }
    }
  }

  /// The steps of ``BoundProjection``, in its order.
  private static func plan(_ projection: BoundProjection, on input: LogicalPlan) -> LogicalPlan {
    var plan = input
    if let aggregation = projection.aggregation { plan = .aggregate(plan, aggregation) }
    let computed = projection.items.filter { item in
      if case .variable(item.variable) = item.expression.node { false } else { true }
    }
    if !computed.isEmpty { plan = .extend(plan, computed) }
    let output = projection.items.map(\.variable)
    if projection.distinct {
      plan = .distinct(.restrict(plan, output), output)
    }
    if !projection.orderBy.isEmpty { plan = .sort(plan, projection.orderBy) }
    if let skip = projection.skip { plan = .skip(plan, skip) }
    if let limit = projection.limit { plan = .limit(plan, limit) }
    if let predicate = projection.predicate { plan = .filter(plan, predicate.conjuncts) }
    return .restrict(plan, output)
  }
}

extension BoundExpression {
  /// The operands of a conjunction, or the expression alone.
  var conjuncts: [BoundExpression] {
    if case .and(let operands) = node { operands.flatMap(\.conjuncts) } else { [self] }
  }
}
