import EntenteSyntax

/// Who belongs together.
extension Procedure {
  static let community: [Procedure] = [louvain, leiden, labelPropagation, modularity]

  private static let louvain = communities(
    "community.louvain", options: [.resolution, .seed, restarts],
    summary: "Groups with more relationships inside than random groups would have, by moving nodes and merging groups."
  ) { (call, view) throws(QueryError) in
    try view.louvain(
      resolution: call.options.number("resolution") ?? 1, seed: call.options.seed,
      maxIterations: call.options.integer("maxIterations") ?? 10, monitor: call.monitor)
  }

  private static let restarts = ProcedureSignature.Option(
    "maxIterations", .integer(1...1_000_000_000), "how often it begins again at most: 10")

  private static let leiden = communities(
    "community.leiden", options: [.resolution, .seed, restarts],
    summary: "Groups as of community.louvain, each of them connected in itself."
  ) { (call, view) throws(QueryError) in
    try view.leiden(
      resolution: call.options.number("resolution") ?? 1, seed: call.options.seed,
      maxIterations: call.options.integer("maxIterations") ?? 10, monitor: call.monitor)
  }

  private static let labelPropagation = communities(
    "community.labelPropagation",
    options: [.seed, .init("maxIterations", .integer(1...1_000_000_000), "rounds at most: 100")],
    summary: "Groups in which each node has the label that most of its neighbours have."
  ) { (call, view) throws(QueryError) in
    try view.labelPropagation(
      seed: call.options.seed, maxIterations: call.options.integer("maxIterations") ?? 100, monitor: call.monitor)
  }

  /// A procedure with a row for each node, and the modularity of all groups in each of them.
  private static func communities(
    _ name: String, options: [ProcedureSignature.Option], summary: String,
    _ communities: @escaping @Sendable (Invocation, GraphView) throws(QueryError) -> Communities
  ) -> Procedure {
    Procedure(
      name, options: AnalysisOptions.selection + AnalysisOptions.weights + options,
      outputs: [.node("node"), .integer("community"), .float("modularity")], summary: summary
    ) { (call) throws(QueryError) in
      let view = try call.graph.view(try call.projection(direction: .undirected), monitor: call.monitor)
      let found = try communities(call, view)
      return try call.rows(view.nodeCount, of: 3) { index in
        [
          .node(view.node(at: index)), .integer(Int64(found.partition.groups[index])),
          .measured(found.modularity),
        ]
      }
    }
  }

  private static let modularity = Procedure(
    "community.modularity", inputs: [.string("property")], options: AnalysisOptions.projection + [.resolution],
    outputs: [.float("modularity"), .integer("communities")],
    summary: "How good the groups are that the values of a property make; nodes without it are one group."
  ) { (call) throws(QueryError) in
    guard case .string(let name)? = call.arguments.first else { return [] }
    let graph = call.graph
    guard let key = graph.catalog.key(name) else {
      let names = graph.catalog.keys.map { String(graph.catalog.name(of: $0)) }
      throw .unknownName(String(name), "property key", nearest: NearestName.of(String(name), among: names))
    }
    let view = try graph.view(try call.projection(), monitor: call.monitor)
    var values: [EquivalenceKey: UInt32] = [:]
    var labels = ContiguousArray<UInt32>()
    for index in 0..<view.nodeCount {
      let value = EquivalenceKey(graph.property(key, of: view.node(at: index)))
      let label = values[value] ?? UInt32(values.count)
      values[value] = label
      labels.append(label)
    }
    let partition = Partition(labels: labels, limit: values.count)
    let modularity = try view.modularity(
      of: partition, resolution: call.options.number("resolution") ?? 1, monitor: call.monitor)
    return [[.measured(modularity), .integer(Int64(partition.count))]]
  }
}
