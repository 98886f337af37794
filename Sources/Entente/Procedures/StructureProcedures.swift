import EntenteSyntax

/// How the graph is built.
extension Procedure {
  static let structure: [Procedure] = [
    articulationPoints, bridges, core, triangles, clustering, transitivity, cliques, triadCensus, constraint,
    effectiveSize,
  ]

  private static let articulationPoints = Procedure(
    "structure.articulationPoints", options: AnalysisOptions.selection, outputs: [.node("node")],
    summary: "The nodes without which others are no longer connected."
  ) { (call) throws(QueryError) in
    let view = try call.graph.view(try call.projection(direction: .undirected), monitor: call.monitor)
    return try view.biconnectivity(monitor: call.monitor).articulationPoints.map { [.node(view.node(at: $0))] }
  }

  private static let bridges = Procedure(
    "structure.bridges", options: AnalysisOptions.selection, outputs: [.relationship("relationship")],
    summary: "The relationships without which their ends are no longer connected."
  ) { (call) throws(QueryError) in
    let view = try call.graph.view(try call.projection(direction: .undirected), monitor: call.monitor)
    return try view.biconnectivity(monitor: call.monitor).bridges.map { [.relationship($0)] }
  }

  private static let core = nodeMeasure(
    "structure.core", "core", kind: .integer, options: AnalysisOptions.selection, direction: .undirected,
    summary: "The greatest k such that each node has k neighbours in a part where every node has."
  ) { (call, view) throws(QueryError) in
    ContiguousArray(try view.coreNumbers(monitor: call.monitor).lazy.map(Double.init))
  }

  private static let triangles = nodeMeasure(
    "structure.triangles", "triangles", kind: .integer, options: AnalysisOptions.selection, direction: .undirected,
    summary: "The number of triangles that each node belongs to."
  ) { (call, view) throws(QueryError) in
    ContiguousArray(try view.triangles(monitor: call.monitor).lazy.map(Double.init))
  }

  private static let clustering = nodeMeasure(
    "structure.clustering", options: AnalysisOptions.projection, direction: .undirected,
    summary: "Which share of the pairs of each node's neighbours is connected."
  ) { (call, view) throws(QueryError) in try view.clustering(monitor: call.monitor) }

  private static let transitivity = Procedure(
    "structure.transitivity", options: AnalysisOptions.selection,
    outputs: [.float("transitivity"), .float("averageClustering"), .integer("triangles")],
    summary: "Which share of the pairs of relationships that meet are sides of a triangle, in all and on average."
  ) { (call) throws(QueryError) in
    let view = try call.graph.view(try call.projection(direction: .undirected), monitor: call.monitor)
    let transitivity = try view.transitivity(monitor: call.monitor)
    let average = try view.clustering(monitor: call.monitor).reduce(0, +) / Double(view.nodeCount)
    let triangles = try view.triangles(monitor: call.monitor).reduce(0, +) / 3
    return [[.float(transitivity), .measured(average), .integer(Int64(triangles))]]
  }

  private static let cliques = Procedure(
    "structure.cliques",
    options: AnalysisOptions.selection + [
      .init("minimumSize", .integer(1...Int64.max), "only cliques of so many nodes: 1")
    ], outputs: [ProcedureSignature.Field(name: "clique", kind: .list(of: .node)), .integer("size")],
    summary: "The maximal cliques: nodes that are all connected with each other, and with no other node."
  ) { (call) throws(QueryError) in
    let view = try call.graph.view(try call.projection(direction: .undirected), monitor: call.monitor)
    var rows: [[Value]] = []
    var held: [MemoryReservation] = []
    try view.forEachMaximalClique(minimumSize: call.options.integer("minimumSize") ?? 1, monitor: call.monitor) {
      (clique) throws(QueryError) in
      rows.append([
        .list(ContiguousArray(clique.map { .node(view.node(at: $0)) })), .integer(Int64(clique.count)),
      ])
      // There may be more cliques than any memory holds.
      held.append(try MemoryReservation(bytes: 160 + 16 * clique.count, of: call.monitor))
    }
    return rows
  }

  private static let triadCensus = Procedure(
    "structure.triadCensus", options: AnalysisOptions.selection + AnalysisOptions.directions,
    outputs: [.string("triad"), .integer("count")],
    summary: "How many sets of three nodes are connected in each of the sixteen ways."
  ) { (call) throws(QueryError) in
    let view = try call.graph.view(try call.projection(), monitor: call.monitor)
    let census = try view.triadCensus(monitor: call.monitor)
    return Triad.allCases.map { [.string(Text($0.rawValue)), .integer(Int64(census[$0] ?? 0))] }
  }

  private static let constraint = nodeMeasure(
    "structure.constraint", options: AnalysisOptions.projection,
    summary: "How much each node's contacts are tied to each other, and so hold it; null without contacts."
  ) { (call, view) throws(QueryError) in try view.constraint(monitor: call.monitor) }

  private static let effectiveSize = nodeMeasure(
    "structure.effectiveSize", options: AnalysisOptions.projection,
    summary: "How many contacts each node has that do not repeat each other; null without contacts."
  ) { (call, view) throws(QueryError) in try view.effectiveSize(monitor: call.monitor) }
}
