import EntenteSyntax

/// What operators and expressions of one running query share.
final class ExecutionContext {
  /// The snapshot that is read; a writing statement replaces it when a clause reads what another wrote.
  var graph: Graph
  /// The changes of this statement, nil for a query that only reads.
  let transaction: GraphTransaction?
  let parameters: [String: Value]
  let monitor: QueryMonitor
  /// Runs subqueries of expressions.
  var subqueries: (any SubqueryExecutor)?
  /// Whether typed kernels may be used in place of the general evaluator.
  let usesKernels: Bool

  init(
    graph: Graph, transaction: GraphTransaction?, parameters: [String: Value], monitor: QueryMonitor,
    usesKernels: Bool
  ) {
    self.graph = graph
    self.transaction = transaction
    self.parameters = parameters
    self.monitor = monitor
    self.usesKernels = usesKernels
  }
}

/// Runs the query inside an expression for one outer row.
protocol SubqueryExecutor: AnyObject {
  /// The values of the subquery's first column (null for one without columns), at most `limit` rows.
  func run(
    _ subquery: BoundSubquery, limit: Int?, value: (Variable) -> Value
  ) throws(QueryError) -> ContiguousArray<Value>
}
