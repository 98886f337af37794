import EntenteSyntax

/// Who is alike, and who is near.
extension Procedure {
  static let similarity: [Procedure] =
    NeighbourSimilarity.allCases.map(neighbourSimilarity) + [simRank, rootedPageRank]

  private static let source = ProcedureSignature.Option("source", .node, "only pairs with this node")

  private static func neighbourSimilarity(_ similarity: NeighbourSimilarity) -> Procedure {
    Procedure(
      "similarity.\(similarity.rawValue)", options: AnalysisOptions.selection + [source],
      outputs: [.node("a"), .node("b"), .float("score")], summary: similarity.summary
    ) { (call) throws(QueryError) in
      let view = try call.graph.view(try call.projection(direction: .undirected), monitor: call.monitor)
      var rows: [[Value]] = []
      var held: [MemoryReservation] = []
      try view.forEachSimilarPair(similarity, source: call.options.node("source"), monitor: call.monitor) {
        (a, b, score) throws(QueryError) in
        if rows.count % 1024 == 0 { held.append(try MemoryReservation(bytes: 1024 * 88, of: call.monitor)) }
        rows.append([.node(view.node(at: a)), .node(view.node(at: b)), .float(score)])
      }
      return rows
    }
  }

  private static let simRank = Procedure(
    "similarity.simRank",
    options: AnalysisOptions.projection + [
      source, .init("importance", .number(0...0.999_999), "what the likeness of neighbours counts: 0.9"), .tolerance,
      .maxIterations(1000),
    ], outputs: [.node("a"), .node("b"), .float("score")],
    summary: "How soon two walkers meet who go back along relationships at random from two nodes."
  ) { (call) throws(QueryError) in
    let view = try call.graph.view(try call.projection(), monitor: call.monitor)
    let source = try call.options.node("source").map { source throws(QueryError) in try view.requiredIndex(of: source) }
    let similarity = try view.simRank(
      importance: call.options.number("importance") ?? 0.9, tolerance: call.options.number("tolerance") ?? 1e-10,
      maxIterations: call.options.integer("maxIterations") ?? 1000, monitor: call.monitor)
    var rows: [[Value]] = []
    var held: [MemoryReservation] = []
    for a in source.map({ $0..<$0 + 1 }) ?? 0..<view.nodeCount {
      for b in (source == nil ? a + 1 : 0)..<view.nodeCount where b != a && similarity[a, b] > 0 {
        if rows.count % 1024 == 0 { held.append(try MemoryReservation(bytes: 1024 * 88, of: call.monitor)) }
        rows.append([.node(view.node(at: a)), .node(view.node(at: b)), .float(similarity[a, b])])
      }
    }
    return rows
  }

  private static let rootedPageRank = Procedure(
    "similarity.rootedPageRank", inputs: [.node("source")], options: AnalysisOptions.projection + damping,
    outputs: [.node("node"), .float("score")],
    summary: "How often a walker comes by each node who starts at the source and now and then begins again."
  ) { (call) throws(QueryError) in
    guard case .node(let source)? = call.arguments.first else { return [] }
    let view = try call.graph.view(try call.projection(), monitor: call.monitor)
    let ranks = try call.pageRank(view, restarts: [source])
    return try call.rows(view.nodeCount, of: 2) { [.node(view.node(at: $0)), .float(ranks[$0])] }
  }
}

extension NeighbourSimilarity {
  /// One sentence for listings.
  fileprivate var summary: String {
    switch self {
    case .commonNeighbours: "The number of neighbours that two nodes share."
    case .jaccard: "The neighbours that two nodes share, as a share of all that they have."
    case .overlap: "The neighbours that two nodes share, as a share of those of the one that has fewer."
    case .cosine: "The neighbours that two nodes share, over the geometric mean of their numbers."
    case .adamicAdar: "The neighbours that two nodes share, each by 1 / log of its number of neighbours."
    case .resourceAllocation: "The neighbours that two nodes share, each by 1 / its number of neighbours."
    }
  }
}
