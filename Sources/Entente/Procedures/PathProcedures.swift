import EntenteSyntax

/// How far apart nodes are.
extension Procedure {
  static let path: [Procedure] = [distances, eccentricity, diameter]

  private static let distances = Procedure(
    "path.distances", inputs: [.node("source")], options: AnalysisOptions.projection,
    outputs: [.node("node"), .float("distance")],
    summary: "The length of the shortest path from a node to each that it reaches."
  ) { (call) throws(QueryError) in
    guard case .node(let source)? = call.arguments.first else { return [] }
    let view = try call.graph.view(try call.projection(), monitor: call.monitor)
    let distances = try view.distances(from: source, monitor: call.monitor)
    let reached = distances.indices.filter { distances[$0] != nil }
    return try call.rows(reached.count, of: 2) { place in
      [.node(view.node(at: reached[place])), .float(distances[reached[place]] ?? 0)]
    }
  }

  private static let eccentricity = nodeMeasure(
    "path.eccentricity", "eccentricity", options: AnalysisOptions.projection,
    summary: "The distance of each node to the farthest that it reaches."
  ) { (call, view) throws(QueryError) in try view.eccentricity(monitor: call.monitor) }

  private static let diameter = Procedure(
    "path.diameter", options: AnalysisOptions.projection, outputs: [.float("diameter"), .float("radius")],
    summary: "The greatest and the least eccentricity; null without nodes."
  ) { (call) throws(QueryError) in
    let view = try call.graph.view(try call.projection(), monitor: call.monitor)
    let eccentricities = try view.eccentricity(monitor: call.monitor)
    return [[.measured(eccentricities.max() ?? .nan), .measured(eccentricities.min() ?? .nan)]]
  }
}
