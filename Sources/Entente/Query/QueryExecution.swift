import EntenteSyntax

/// Runs a planned query to its end and collects its table.
struct QueryExecution {
  private let query: BoundQuery
  private let context: ExecutionContext
  private let root: any PhysicalOperator
  private let output: [Variable]
  private let rowLimit: Int?
  /// What PROFILE asks for.
  let profile: Profile?

  init(
    _ query: BoundQuery, _ plan: LogicalPlan, on graph: Graph, source: SourceText, parameters: [String: Value],
    options: QueryOptions, monitor: QueryMonitor
  ) {
    self.query = query
    context = ExecutionContext(
      graph: graph, transaction: plan.writes ? GraphTransaction(on: graph) : nil, parameters: parameters,
      procedures: options.procedures,
      procedureQuery: options.procedureQuery(in: source, parameters: parameters, monitor: monitor),
      monitor: monitor, usesKernels: options.usesKernels)
    context.subqueries = SubqueryRunner(
      context, optimizer: Optimizer(disabledRules: options.disabledRules, graph: graph, isFixed: !plan.writes),
      variableCount: query.variableCount)
    profile = query.mode == .profile ? Profile() : nil
    root = PhysicalPlanner(context: context, variableCount: query.variableCount, profile: profile).plan(plan)
    output = query.parts.first?.output ?? []
    rowLimit = options.limits.rows
  }

  /// - Parameter lineage: the variable that holds what a row rests on.
  func run(lineage: Variable? = nil) throws(QueryError) -> Table {
    root.open(.unit)
    var rows: [[Value]] = []
    var elements: [[Value]] = []
    while let batch = try root.next() {
      guard !query.columns.isEmpty else { continue }
      try context.monitor.reserve(bytes: batch.count * (32 + 16 * output.count) + batch.heapBytes)
      let columns = output.map { batch.column(of: $0) ?? .constant(.null, count: batch.count) }
      for row in 0..<batch.count {
        let values = columns.map { $0[row] }
        if values.contains(where: { $0.nests(deeperThan: Value.nestingLimit) }) { throw .nestsTooDeep() }
        rows.append(values)
      }
      if let lineage, let column = batch.column(of: lineage) {
        for row in 0..<batch.count { elements.append(column[row].elements(of: context.graph)) }
      }
      if let rowLimit, rows.count > rowLimit { throw .tooManyRows(rowLimit) }
    }
    try commit()
    var table = Table(
      columns: query.columns, rows: rows, graph: context.graph,
      sideEffects: context.transaction?.sideEffects ?? GraphTransaction.SideEffects(),
      renumbered: context.transaction?.renumberedSinceBase)
    if lineage != nil { table.lineage = elements }
    return table
  }

  /// Ends the statement: what it wrote stays, or an error leaves the graph as it was.
  private func commit() throws(QueryError) {
    guard let transaction = context.transaction else { return }
    do throws(StorageError) {
      context.graph = try transaction.commit().graph
    } catch {
      throw .notCommitted(error)
    }
  }
}

extension Value {
  /// The nodes and relationships in a value, and the ends of these, each once, in order.
  fileprivate func elements(of graph: Graph) -> [Value] {
    var found: [Value] = []
    var seen: Set<EquivalenceKey> = []
    func add(_ value: Value) {
      switch value {
      case .node(let node):
        if Int(node.rawValue) < graph.nodeCount, seen.insert(EquivalenceKey(value)).inserted { found.append(value) }
      case .relationship(let relationship):
        guard seen.insert(EquivalenceKey(value)).inserted else { return }
        found.append(value)
        add(.node(graph.source(of: relationship)))
        add(.node(graph.target(of: relationship)))
      case .path(let path):
        for node in path.nodes { add(.node(node)) }
        for relationship in path.relationships { add(.relationship(relationship)) }
      case .list(let items): for item in items { add(item) }
      case .map(let map): for entry in map.entries { add(entry.value) }
      case .null, .boolean, .integer, .float, .string, .temporal: break
      }
    }
    add(self)
    return found
  }
}

extension QueryError {
  fileprivate static func notCommitted(_ error: StorageError) -> QueryError {
    switch error {
    case .connectedNode(let node, let count): .connectedNode(node, relationships: count)
    case .tooManyNodes, .tooManyRelationships, .unknownNode:
      QueryError(
        .limitReached, .runtime, "StorageLimit",
        Diagnostic(.error, code: "54000", "the statement cannot be stored: \(error)"))
    }
  }
}
