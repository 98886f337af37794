import CGraphviz
import EntenteDrawing

/// Places of nodes between which we draw the lines ourselves, arranged for a page where there are few.
///
///     arrays      with as many columns as `osage` takes, or fewer
///     all         as they are, else scaled and pushed apart, with the boxes around them: ``NetworkPlacement``
struct GraphvizPlaces {
  let layout: GraphvizLayout

  /// Those of the engine; nil when there is no layout.
  func places(of graph: borrowing GraphvizGraph) -> [PlanePoint]? {
    cgv_set_graph_text(layout.graph, "splines", "")
    guard layout.layOut(layout.drawing.engine.name) else { return nil }
    let usual = graph.boxes.map(\.center)
    guard layout.isSmall else { return usual.map(\.rounded) }
    let placement = placement(of: graph, layout.labelSizes(of: graph))
    guard layout.drawing.engine == .osage, !placement.isFine(usual) else { return placement.fitted([usual]) }
    var arrangements = [usual]
    for columns in Self.columns {
      cgv_layout_free(layout.context, layout.graph)
      cgv_set_graph_text(layout.graph, "packmode", "array\(columns)")
      guard layout.layOut("osage") else { return nil }
      arrangements.append(graph.boxes.map(\.center))
    }
    return placement.fitted(arrangements)
  }

  private static let columns = [4, 3, 2]

  /// Those of nodes that are laid out, for a page.
  ///
  /// - Parameter words: the sizes of the words on lines, for which the layout may have no room.
  func fitted(_ graph: borrowing GraphvizGraph, words: [(width: Double, height: Double)?]) -> [PlanePoint] {
    placement(of: graph, words).fitted([])
  }

  private func placement(
    of graph: borrowing GraphvizGraph, _ words: [(width: Double, height: Double)?]
  ) -> NetworkPlacement {
    let (boxes, clusters) = (graph.boxes, layout.drawing.clusters)
    return NetworkPlacement(
      centers: boxes.map(\.center), sizes: boxes.map { ($0.width, $0.height) },
      lines: layout.lines(words),
      freedom: layout.drawing.engine == .fdp ? .turned : .upright,
      clusters: PlaneClusters(clusters.map(\.nodes), count: boxes.count),
      names: graph.clusters.map(GraphvizLayout.nameSize), contains: graph.contains)
  }
}

extension GraphvizGraph {
  /// The boxes of the nodes, once they are laid out.
  var boxes: [PlaneBox] { nodes.map { PlaneBox(cgv_node_box($0)) } }

  /// Whether the shape of a node holds a point, given from its centre.
  var contains: (_ node: Int, _ offset: PlanePoint) -> Bool {
    let nodes = nodes
    return { node, offset in cgv_node_contains(nodes[node], offset.x, offset.y) != 0 }
  }
}
