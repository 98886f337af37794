import CGraphviz
import EntenteDrawing

extension GraphvizText {
  /// Larger graphs keep the places of Graphviz.
  private static let limit = (nodes: 1500, edges: 4000)

  /// Moves the words of edges to where they lie on no node and on no other words; bounds grow around them.
  ///
  /// Layers have kept room for words. The other layouts put them on the middles of lines, whatever is there.
  func placeWords(_ engine: Drawing.Engine) {
    guard engine != .dot, engine != .patchwork, nodeCount <= Self.limit.nodes, edgeCount <= Self.limit.edges else {
      return
    }
    var (obstacles, edges): ([PlaneBox], [OpaquePointer]) = ([], [])
    var node = cgv_node_next(pointer, nil)
    while let current = node {
      obstacles.append(PlaneBox(cgv_node_box(current)))
      var edge = cgv_edge_next(pointer, current, nil)
      while let line = edge {
        edges.append(line)
        edge = cgv_edge_next(pointer, current, line)
      }
      node = cgv_node_next(pointer, current)
    }
    var box = cgv_rectangle()
    var inside = cgv_subgraph_next(pointer, nil)
    while let graph = inside {
      if cgv_graph_label_box(graph, &box) == 0 { obstacles.append(PlaneBox(box)) }
      inside = cgv_subgraph_next(pointer, graph)
    }
    let lines = edges.map { edge in
      var (width, height) = (0.0, 0.0)
      let hasWords = cgv_edge_label_size(edge, &width, &height) == 0
      let curve = GraphvizFrame.curve(of: edge)
      return LabelPlacement.Line(curve: curve, label: hasWords && !curve.isEmpty ? (width, height) : nil)
    }
    guard lines.contains(where: { $0.label != nil }) else { return }
    var bounds = PlaneBox(cgv_bounds(pointer))
    let places = LabelPlacement(obstacles: obstacles, lines: lines, bounds: bounds).solve()
    for (index, place) in places.enumerated() {
      guard let place, let size = lines[index].label else { continue }
      cgv_edge_label_move(edges[index], place.x, place.y)
      bounds.include(PlaneBox(center: place, width: size.width, height: size.height))
    }
    cgv_bounds_set(
      pointer, cgv_rectangle(left: bounds.left, bottom: bounds.bottom, right: bounds.right, top: bounds.top))
  }
}
