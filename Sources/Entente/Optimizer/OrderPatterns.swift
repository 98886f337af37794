/// Lowers every MATCH to scans and expands, starting where the fewest rows are and taking the cheapest hop next.
///
/// True afterwards: the plan has no `match`.
struct OrderPatterns: OptimizerRule {
  let name = "order-patterns"

  func rewrite(_ plan: LogicalPlan, using estimator: CardinalityEstimator) -> LogicalPlan {
    plan.transform { plan in
      guard case .match(let input, let pattern) = plan else { return plan }
      var planner = PatternPlanner(pattern, estimator: estimator)
      return planner.plan(on: input)
    }
  }
}
