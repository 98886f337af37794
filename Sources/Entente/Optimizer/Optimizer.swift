/// Rewrites a logical plan into one that gives the same rows with less work.
///
///     order-patterns          MATCH → scans and expands, cheapest first, predicates early
///       ↓
///     count-by-degree         count(*) over expands → sum of degrees        (needs the expands of the rule above)
///       ↓
///     top-k                   sort + limit → top
///
/// The order of the list is the order of application. A rule can be switched off by name; patterns that
/// `order-patterns` leaves are lowered in the order written.
struct Optimizer {
  static let rules: [any OptimizerRule] = [OrderPatterns(), CountByDegree(), TopK()]

  let disabledRules: Set<String>
  let graph: Graph
  /// Whether the graph stays as it is while the plan runs: the statement does not write.
  let isFixed: Bool

  func optimize(_ plan: LogicalPlan) -> LogicalPlan {
    var plan = plan
    let estimator = CardinalityEstimator(graph, isFixed: isFixed)
    for rule in Self.rules where !disabledRules.contains(rule.name) {
      plan = rule.rewrite(plan, using: estimator)
      assert(plan.violations.isEmpty, "\(rule.name): \(plan.violations)")
    }
    return plan.transform { plan in
      guard case .match(let input, let pattern) = plan else { return plan }
      var planner = PatternPlanner(pattern, estimator: nil)
      return planner.plan(on: input)
    }
  }
}

/// One rewrite of logical plans that keeps their rows.
protocol OptimizerRule: Sendable {
  /// The name by which it is switched off.
  var name: String { get }
  func rewrite(_ plan: LogicalPlan, using estimator: CardinalityEstimator) -> LogicalPlan
}
