import EntenteSyntax

/// What operators and expressions of one running query share.
final class ExecutionContext {
  /// The snapshot that is read; a writing statement replaces it when a clause reads what another wrote.
  var graph: Graph
  /// The changes of this statement, nil for a query that only reads.
  let transaction: GraphTransaction?
  let parameters: [String: Value]
  /// What CALL can name.
  let procedures: ProcedureRegistry
  /// Answers the queries that options of procedures hold.
  let procedureQuery: Procedure.Invocation.Subquery
  /// Whether expressions see what the running clause has written, as in MERGE and FOREACH; else they see `graph`.
  var seesWrites = false
  let monitor: QueryMonitor
  /// Runs subqueries of expressions.
  var subqueries: (any SubqueryExecutor)?
  /// The moment that all calls of the clock in this statement agree on.
  lazy var statementTime = SystemClock.now()
  /// Whether typed kernels may be used in place of the general evaluator.
  let usesKernels: Bool

  init(
    graph: Graph, transaction: GraphTransaction?, parameters: [String: Value], procedures: ProcedureRegistry,
    procedureQuery: @escaping Procedure.Invocation.Subquery, monitor: QueryMonitor, usesKernels: Bool
  ) {
    self.graph = graph
    self.transaction = transaction
    self.parameters = parameters
    self.procedures = procedures
    self.procedureQuery = procedureQuery
    self.monitor = monitor
    self.usesKernels = usesKernels
  }

  private var steps: UInt = 0

  /// Notes a step of a loop inside an expression, and throws where the time is over.
  ///
  /// The count goes on from loop to loop: loops in loops may each be short.
  func step() throws(QueryError) {
    steps &+= 1
    if steps.isMultiple(of: 1024) { try monitor.check() }
  }

  /// How often ids have moved.
  var generation: Int { renumberings.count }
  private var renumberings: [Renumbering] = []

  /// Makes the writes so far visible, and gives rows in flight with the new ids.
  func materialize(carrying batches: [RowBatch]) -> [RowBatch] {
    guard let transaction else { return batches }
    let (graph, renumbered) = transaction.materialize()
    self.graph = graph
    guard let renumbered else { return batches }
    renumberings.append(renumbered)
    return batches.map { $0.renumbered(renumbered) }
  }

  /// Rows of an earlier generation with the ids of now.
  func renumbered(_ batch: RowBatch, since generation: Int) -> RowBatch {
    renumberings[generation...].reduce(batch) { $0.renumbered($1) }
  }
}

/// Runs the query inside an expression for one outer row.
protocol SubqueryExecutor: AnyObject {
  /// The values of the subquery's first column (null for one without columns), at most `limit` rows.
  func run(
    _ subquery: BoundSubquery, limit: Int?, value: (Variable) -> Value
  ) throws(QueryError) -> ContiguousArray<Value>
}
