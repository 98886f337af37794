/// Turns a sort whose rows are cut by LIMIT (after SKIP, perhaps) into `top`, which keeps only the rows it will give.
struct TopK: OptimizerRule {
  let name = "top-k"

  func rewrite(_ plan: LogicalPlan, using estimator: CardinalityEstimator) -> LogicalPlan {
    plan.transform { plan in
      switch plan {
      case .limit(.sort(let input, let keys), let count):
        .limit(.top(input, keys, skip: nil, count: count), count)
      case .limit(.skip(.sort(let input, let keys), let skip), let count):
        .limit(.skip(.top(input, keys, skip: skip, count: count), skip), count)
      default:
        plan
      }
    }
  }
}
