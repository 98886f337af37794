import EntenteSyntax

/// Who stands in the middle.
extension Procedure {
  static let centrality: [Procedure] = [
    degree, closeness, harmonic, betweenness, edgeBetweenness, eigenvector, pageRank,
  ]

  private static let degree = nodeMeasure(
    "centrality.degree",
    options: AnalysisOptions.projection + [
      .init("mode", .choice(of: GraphView.DegreeDirection.self), "which relationships of a node count: 'total'"),
      .normalized,
    ], summary: "How many relationships each node has, or what they weigh."
  ) { (call, view) throws(QueryError) in
    var degrees = try view.degree(call.options.choice("mode") ?? .total, monitor: call.monitor)
    if call.options.boolean("normalized") == true, view.nodeCount > 1 {
      for index in degrees.indices { degrees[index] /= Double(view.nodeCount - 1) }
    }
    return degrees
  }

  private static let closeness = nodeMeasure(
    "centrality.closeness",
    options: AnalysisOptions.projection + [
      .init("wassermanFaust", .boolean, "whether the share of nodes that reach the node counts too: true")
    ], summary: "How near each node is to the others, by its mean distance from them."
  ) { (call, view) throws(QueryError) in
    try view.closeness(wassermanFaust: call.options.boolean("wassermanFaust") ?? true, monitor: call.monitor)
  }

  private static let harmonic = nodeMeasure(
    "centrality.harmonic", options: AnalysisOptions.projection + [.normalized],
    summary: "How near each node is to the others, by the sum of its inverse distances from them."
  ) { (call, view) throws(QueryError) in
    try view.harmonic(normalized: call.options.boolean("normalized") ?? false, monitor: call.monitor)
  }

  private static let sampling: [ProcedureSignature.Option] = [
    .normalized, .init("samples", .integer(1...Int64.max), "estimate from so many sources: all, which is exact"), .seed,
  ]

  private static let betweenness = nodeMeasure(
    "centrality.betweenness", options: AnalysisOptions.projection + sampling,
    summary: "How often each node lies on the shortest paths between others."
  ) { (call, view) throws(QueryError) in
    try view.betweenness(
      normalized: call.options.boolean("normalized") ?? false, samples: call.options.integer("samples"),
      seed: call.options.seed, monitor: call.monitor)
  }

  private static let edgeBetweenness = Procedure(
    "centrality.edgeBetweenness", options: AnalysisOptions.projection + sampling,
    outputs: [.relationship("relationship"), .float("score")],
    summary: "How often each relationship lies on the shortest paths between nodes."
  ) { (call) throws(QueryError) in
    let view = try call.graph.view(try call.projection(), monitor: call.monitor)
    let scores = try view.edgeBetweenness(
      normalized: call.options.boolean("normalized") ?? false, samples: call.options.integer("samples"),
      seed: call.options.seed, monitor: call.monitor)
    return try call.rows(scores.count, of: 2) { [.relationship(scores[$0].relationship), .float(scores[$0].score)] }
  }

  private static let eigenvector = nodeMeasure(
    "centrality.eigenvector", options: AnalysisOptions.projection + [.tolerance, .maxIterations(10_000)],
    summary: "How central each node is, where central neighbours make central."
  ) { (call, view) throws(QueryError) in
    try view.eigenvector(
      tolerance: call.options.number("tolerance") ?? 1e-10,
      maxIterations: call.options.integer("maxIterations") ?? 10_000, monitor: call.monitor)
  }

  /// What PageRank takes besides the projection.
  static let damping: [ProcedureSignature.Option] = [
    .init("damping", .number(0...0.999_999), "the chance to follow a relationship: 0.85"), .tolerance,
    .maxIterations(1000),
  ]

  private static let pageRank = nodeMeasure(
    "centrality.pageRank",
    options: AnalysisOptions.projection + [.init("restartNodes", .nodes, "where jumps lead: every node alike")]
      + damping,
    summary: "How often a surfer comes by each node who follows relationships at random and now and then jumps."
  ) { (call, view) throws(QueryError) in
    try call.pageRank(view, restarts: call.options.nodes("restartNodes"))
  }
}

extension Procedure.Invocation {
  /// PageRank with the options of a call; a node that is named twice counts twice.
  func pageRank(_ view: GraphView, restarts: [NodeID]?) throws(QueryError) -> ContiguousArray<Double> {
    try view.pageRank(
      damping: options.number("damping") ?? 0.85,
      restarts: restarts.map { Dictionary($0.map { ($0, 1) }, uniquingKeysWith: +) },
      tolerance: options.number("tolerance") ?? 1e-10, maxIterations: options.integer("maxIterations") ?? 1000,
      monitor: monitor)
  }
}

extension ProcedureOptions {
  var seed: UInt64 { UInt64(integer("seed") ?? 0) }
}
