import EntenteSyntax

/// What is connected.
extension Procedure {
  static let component: [Procedure] = [weakComponents, strongComponents, biconnectedComponents]

  private static let weakComponents = nodeGroups(
    "component.weak", "component", options: AnalysisOptions.selection,
    summary: "Groups of nodes that are connected when directions do not count."
  ) { (call, view) throws(QueryError) in try view.weakComponents(monitor: call.monitor) }

  private static let strongComponents = nodeGroups(
    "component.strong", "component", options: AnalysisOptions.selection, direction: .directed,
    summary: "Groups of nodes that can all be reached from each other along the directions."
  ) { (call, view) throws(QueryError) in try view.strongComponents(monitor: call.monitor) }

  private static let biconnectedComponents = Procedure(
    "component.biconnected", options: AnalysisOptions.selection,
    outputs: [.relationship("relationship"), .integer("component")],
    summary: "Groups of relationships any two of which lie on a circle."
  ) { (call) throws(QueryError) in
    let view = try call.graph.view(try call.projection(direction: .undirected), monitor: call.monitor)
    let components = try view.biconnectivity(monitor: call.monitor).components
    return try call.rows(components.count, of: 2) { index in
      [.relationship(components[index].relationship), .integer(Int64(components[index].component))]
    }
  }
}
