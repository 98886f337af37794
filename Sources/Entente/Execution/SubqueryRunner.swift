import EntenteSyntax

/// Runs the subqueries of expressions; each is planned once and opened for every outer row.
final class SubqueryRunner: SubqueryExecutor {
  private struct Prepared {
    let root: any PhysicalOperator
    let argument: RowLayout
    let output: Variable?
  }

  private unowned let context: ExecutionContext
  private let optimizer: Optimizer
  private let variableCount: Int
  private var prepared: [Int: Prepared] = [:]
  /// Ids that are none of a subquery of the query as it was planned.
  private var nextLineageSubquery = -1 << 32

  init(_ context: ExecutionContext, optimizer: Optimizer, variableCount: Int) {
    self.context = context
    self.optimizer = optimizer
    self.variableCount = variableCount
  }

  func run(
    _ subquery: BoundSubquery, limit: Int?, value: (Variable) -> Value
  ) throws(QueryError) -> ContiguousArray<Value> {
    let plan = prepared[subquery.id] ?? prepare(subquery)
    prepared[subquery.id] = plan
    let columns = plan.argument.variables.map { Column.constant(value($0), count: 1) }
    plan.root.open(RowBatch(layout: plan.argument, columns: columns, count: 1))
    var values: ContiguousArray<Value> = []
    var reserved = 0
    defer { context.monitor.release(bytes: reserved) }
    while limit.map({ values.count < $0 }) ?? true, let batch = try plan.root.next() {
      let column = plan.output.flatMap { batch.column(of: $0) }
      let bytes = batch.count * 16 + (column?.heapBytes ?? 0)
      try context.monitor.reserve(bytes: bytes)
      reserved += bytes
      for row in 0..<batch.count { values.append(column?[row] ?? .null) }
    }
    if let limit, values.count > limit { values.removeLast(values.count - limit) }
    return values
  }

  private func prepare(_ subquery: BoundSubquery) -> Prepared {
    var plan = LogicalPlanner.plan(subquery.query, argument: subquery.imports)
    var output = subquery.query.parts.first?.output.first
    var variableCount = variableCount
    if subquery.asksForLineage {
      var planner = LineagePlanner(nextVariable: variableCount, nextSubquery: nextLineageSubquery)
      (plan, output) = planner.track(plan)
      variableCount = planner.nextVariable
      nextLineageSubquery = planner.nextSubquery
    }
    let root = PhysicalPlanner(context: context, variableCount: variableCount).plan(optimizer.optimize(plan))
    return Prepared(root: root, argument: RowLayout(subquery.imports), output: output)
  }
}
