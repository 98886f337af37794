import CGraphviz
import EntenteDrawing

/// Places of nodes between which we draw the lines ourselves, arranged for a page where there are few.
///
///     boxes       nodes that springs have gathered, pushed apart with the boxes around them
///     arrays      with as many columns as `osage` takes, or fewer
///     all         as they are, else scaled and pushed apart, with the boxes around them: ``NetworkPlacement``
struct GraphvizPlaces {
  let layout: GraphvizLayout

  /// Those of the engine, for a page where no positions are kept; nil when there is no layout.
  func places(of graph: borrowing GraphvizGraph) -> [PlanePoint]? {
    if layout.drawing.engine == .fdp, !graph.clusters.isEmpty { return gathered(graph) }
    guard layOut() else { return nil }
    let usual = graph.boxes.map(\.center)
    guard layout.drawing.page != nil, layout.drawing.pinned == nil else { return usual.map(\.rounded) }
    let placement = placement(of: graph, layout.labelSizes(of: graph))
    guard layout.drawing.engine == .osage, !placement.isFine(usual) else { return placement.fitted([usual]) ?? usual }
    var arrangements = [usual]
    for (columns, inner) in graph.clusters.isEmpty ? Self.columns.map({ ($0, $0) }) : Self.nested {
      cgv_layout_free(layout.context, layout.graph)
      cgv_set_graph_text(layout.graph, "packmode", "array\(columns)")
      for cluster in graph.clusters { cgv_set_graph_text(cluster, "packmode", "array\(inner)") }
      guard layout.layOut("osage") else { return nil }
      arrangements.append(graph.boxes.map(\.center))
    }
    return placement.fitted(arrangements) ?? usual
  }

  /// Springs hold the nodes of a box together, in a layout that knows nothing of boxes: `fdp` lays out each box by
  /// itself, which comes out differently each time.
  private func gathered(_ graph: borrowing GraphvizGraph) -> [PlanePoint]? {
    let nodes: [OpaquePointer?] = graph.nodes.map { $0 }
    var trial = cgv_trial()
    var boxes = [cgv_rectangle](repeating: cgv_rectangle(), count: nodes.count)
    for (name, value) in [("splines", ""), ("overlap", "true")] { cgv_set_graph_text(layout.graph, name, value) }
    guard cgv_trial_begin(layout.context, graph.pointer, "neato", nil, nodes, nodes.count, &trial) == 0,
      cgv_trial_end(trial, &boxes, boxes.count) == 0, layout.measure(graph)
    else { return nil }
    let centers = boxes.map { PlaneBox($0).center }
    return placement(of: graph, layout.labelSizes(of: graph), centers).solve().centers
  }

  private func layOut() -> Bool {
    if layout.drawing.engine == .dot { return GraphvizLayers(layout: layout).layOut() }
    cgv_set_graph_text(layout.graph, "splines", "")
    return layout.layOut(layout.drawing.engine.name)
  }

  private static let columns = [4, 3, 2]
  /// Of boxes, and in each of them.
  private static let nested = [(3, 2), (3, 1), (2, 2), (2, 1)]

  /// Those of nodes whose layout is too wide for a page; nil where none are narrower.
  func narrower(than labels: GraphvizLayout.Labels, _ graph: borrowing GraphvizGraph) -> [PlanePoint]? {
    placement(of: graph, labels.sizes).fitted(labels.arrangements, narrowerThan: labels.content.width)
  }

  private var freedom: NetworkPlacement.Freedom {
    switch layout.drawing.engine {
    case .dot: .layers
    case .osage, .patchwork: .array
    case .circo, .twopi: .turnedForPage
    case .neato, .fdp, .sfdp: .turned
    }
  }

  /// - Parameter centers: where nodes are, unless where the layout has put them.
  private func placement(
    of graph: borrowing GraphvizGraph, _ words: [(width: Double, height: Double)?], _ centers: [PlanePoint]? = nil
  ) -> NetworkPlacement {
    let (boxes, clusters) = (graph.boxes, layout.drawing.clusters)
    return NetworkPlacement(
      centers: centers ?? boxes.map(\.center), sizes: boxes.map { ($0.width, $0.height) },
      lines: layout.lines(words),
      freedom: freedom,
      clusters: PlaneClusters(clusters.map(\.nodes), count: boxes.count),
      names: graph.clusters.map(GraphvizLayout.nameSize), page: layout.drawing.page, contains: graph.contains)
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
