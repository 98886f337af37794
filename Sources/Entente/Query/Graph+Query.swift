public import EntenteSyntax

/// The life of a query, from text to table:
///
/// 1. `Parser` reads the text into a `Query`, a tree with a place on everything.
/// 2. `SemanticAnalysis` resolves names and checks kinds: a ``BoundQuery``.
///    (``QueryWarnings`` compares what it says about the graph with the graph.)
///    Where it is asked as of a date, a smaller graph takes the place of the graph from here on.
/// 3. `LogicalPlanner` turns clauses into operators: a ``LogicalPlan`` that does what is written.
///    Where rows are to tell what they rest on, `LineagePlanner` adds that to them.
/// 4. `Optimizer` rewrites it, rule by rule, into one that gives the same rows with less work.
/// 5. `PhysicalPlanner` maps it to running operators, which pass batches of rows.
/// 6. The batches that the last operator gives become a ``Table``.
extension Graph {
  /// Answers a query.
  ///
  ///     let table = try graph.query("MATCH (a)-[:RIVALS]-(b) RETURN a.name, b.name")
  ///
  /// A query that writes leaves this snapshot as it is; the table holds the next one.
  ///
  /// - Throws: a `QueryError` that says what is wrong with the query, or which limit was reached.
  public func query(
    _ text: String, parameters: [String: Value] = [:], limits: QueryLimits = QueryLimits()
  ) throws(QueryError) -> Table {
    try query(SourceText(text, name: "query"), parameters: parameters, options: QueryOptions(limits: limits))
  }

  /// Answers a query whose text has a name, watched by a monitor through which it can be cancelled.
  ///
  /// - Parameter warned: told before the query runs what in it is likely a slip, or likely slow, if anything is; what it
  ///   throws ends the query.
  public func query(
    _ source: SourceText, parameters: [String: Value], options: QueryOptions, monitor: QueryMonitor? = nil,
    warned: ([Diagnostic]) throws(QueryError) -> Void = { _ in }
  ) throws(QueryError) -> Table {
    try QueryThread.run { () throws(QueryError) in
      let tree = try Parser.parse(source)
      if !options.allowsWrites, tree.mode != .explain, let clause = tree.firstUpdate {
        throw .writeRefused(clause: clause.keyword, at: clause.range)
      }
      let bound = try bind(tree, source, parameters: parameters, options: options)
      if bound.asOf != nil || !options.restriction.isEmpty, tree.mode != .explain, let clause = tree.firstUpdate {
        throw .writeRestricted(clause: clause.keyword, at: clause.range)
      }
      let monitor = monitor ?? QueryMonitor(limits: options.limits)
      let warnings = QueryWarnings.about(bound, on: self)
      if !warnings.isEmpty { try warned(warnings) }
      var table = try run(bound, source, parameters: parameters, options: options, monitor: monitor)
      table.warnings = warnings + monitor.warnings
      return table
    }
  }

  /// What in a query is likely a slip, or likely slow, without running it; the ``Table`` of a query has the
  /// same, and what is only known once it has run.
  ///
  ///     graph.warnings(about: SourceText("MATCH (c:Compnay) RETURN c", name: "query"))
  ///
  /// - Returns: nothing for a query that cannot be run.
  public func warnings(
    about source: SourceText, parameters: [String: Value] = [:], options: QueryOptions = QueryOptions()
  ) -> [Diagnostic] {
    let found = try? QueryThread.run { () throws(QueryError) in
      let bound = try bind(try Parser.parse(source), source, parameters: parameters, options: options)
      return QueryWarnings.about(bound, on: self)
    }
    return found ?? []
  }

  private func bind(
    _ tree: Query, _ source: SourceText, parameters: [String: Value], options: QueryOptions
  ) throws(QueryError) -> BoundQuery {
    try SemanticAnalysis.bind(
      tree, parameters: Set(parameters.keys), procedures: options.procedures.all.map(\.signature), source: source)
  }

  private func run(
    _ bound: BoundQuery, _ source: SourceText, parameters: [String: Value], options: QueryOptions,
    monitor: QueryMonitor
  ) throws(QueryError) -> Table {
    let (part, restriction) = try restricted(
      for: bound, source: source, parameters: parameters, options: options, monitor: monitor)
    let graph = part.graph
    var bound = bound
    var logical = LogicalPlanner.plan(bound)
    var lineage: Variable?
    if options.tracksLineage {
      var planner = LineagePlanner(nextVariable: bound.variableCount)
      (logical, lineage) = planner.track(logical)
      bound.variableCount = planner.nextVariable
    }
    let optimized = Optimizer(disabledRules: options.disabledRules, graph: graph, isFixed: !logical.writes)
      .optimize(logical)
    if bound.mode == .explain { return PlanDescription(optimized, source: source).table(on: graph) }
    var options = options
    options.asksPart = options.asksPart || !restriction.isEmpty
    let execution = QueryExecution(
      bound, optimized, on: graph, source: source, parameters: parameters, options: options, monitor: monitor)
    var table = try execution.run(lineage: lineage)
    table.restriction = restriction
    table.renumbered = table.renumbered ?? part.renumbered
    if options.tracksLineage, table.lineage == nil { table.lineage = table.rows.map { _ in [] } }
    guard let profile = execution.profile else { return table }
    return PlanDescription(optimized, source: source, profile: profile).table(instead: table)
  }
}
