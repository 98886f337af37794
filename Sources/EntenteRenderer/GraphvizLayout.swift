import CGraphviz
import EntenteDrawing

/// Lays out a graph and puts the words of its edges where there is room for them.
///
/// Graphviz places nodes and lines; where it would put words halfway along a line, `LabelPlacement` looks for a free
/// place. Where there is none, the picture is spread, nodes keeping their size, and the lines are drawn again:
///
///     layout ──► words ──► all placed? ──► done
///                            │ no: wider, up to a limit; then the narrowest picture with the most words
///                            ╰──► layers: the same layout with more room between nodes and ranks
///                                 others: positions × spread, lines by the engine `nop`
struct GraphvizLayout {
  let context: OpaquePointer
  let graph: OpaquePointer
  let drawing: Drawing

  private static let spreads = [1, 1.12, 1.25, 1.4, 1.6, 1.85, 2.2]

  /// - Returns: how many edges stay without words for want of room; nil when there is no layout.
  func run(_ graph: borrowing GraphvizGraph) -> Int? {
    guard layOut(drawing.engine.name) else { return nil }
    guard let places = placeAllLabels(of: graph) else { return nil }
    let legend = GraphvizLegend(context: context, drawing: drawing)
    guard legend.add(to: graph, restore: { apply(places, to: graph) }) else { return nil }
    return places.hidden
  }

  /// Where the words of each edge are.
  private struct Places {
    var centers: [PlanePoint?] = []
    var sizes: [(width: Double, height: Double)?] = []

    var hidden: Int { zip(centers, sizes).count { $0 == nil && $1 != nil } }
  }

  private func placeAllLabels(of graph: borrowing GraphvizGraph) -> Places? {
    guard drawing.edges.contains(where: { $0.attributes[.label] != nil }) else { return Places() }
    let centers = graph.nodes.map { node in
      let box = cgv_node_box(node)
      return PlanePoint((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    }
    var (best, narrowest) = (places(of: graph), 1.0)
    if best.hidden > 0, canSpread {
      var last = 1.0
      for spread in Self.spreads.dropFirst() where best.hidden > 0 {
        guard self.spread(by: spread, graph.nodes, centers) else { return nil }
        last = spread
        let places = places(of: graph)
        if places.hidden < best.hidden { (best, narrowest) = (places, spread) }
      }
      if narrowest != last {
        guard self.spread(by: narrowest, graph.nodes, centers) else { return nil }
      }
    }
    apply(best, to: graph)
    return best
  }

  private func layOut(_ engine: String) -> Bool {
    cgv_layout(context, graph, engine) == 0 && cgv_error_count() == 0
  }

  /// Boxes around nodes are placed by the engine itself.
  private var canSpread: Bool { drawing.engine == .dot || drawing.clusters.isEmpty }

  private func spread(by factor: Double, _ nodes: [OpaquePointer], _ centers: [PlanePoint]) -> Bool {
    cgv_layout_free(context, graph)
    if drawing.engine == .dot {
      for (attribute, usual) in [(.nodesep, 0.25), (.ranksep, 0.5)] as [(Attribute, Double)] {
        let given: Double = if case .number(let number) = drawing.graphAttributes[attribute] { number } else { usual }
        if case .plain(let text) = attribute.graphvizValue(of: .number(given * factor)) {
          cgv_set_graph_text(graph, attribute.name, text)
        }
      }
      return layOut("dot")
    }
    cgv_set_graph_text(graph, "overlap", "true")
    for (node, center) in zip(nodes, centers) {
      cgv_set_node_text(node, "pos", "\(center.x * factor),\(center.y * factor)")
    }
    return layOut("nop")
  }

  /// The best places for the words of all edges.
  private func places(of graph: borrowing GraphvizGraph) -> Places {
    var obstacles = graph.nodes.map { PlaneBox(cgv_node_box($0)) }
    var box = cgv_rectangle()
    for labelled in [graph.pointer] + graph.clusters where cgv_graph_label_box(labelled, &box) == 0 {
      obstacles.append(PlaneBox(box))
    }
    let lines = graph.edges.map { edge in
      var box = cgv_rectangle()
      let isLabelled = cgv_edge_label_box(edge, &box) == 0
      let label = isLabelled ? (box.right - box.left, box.top - box.bottom) : nil
      return LabelPlacement.Line(curve: Self.curve(of: edge), label: label)
    }
    let bounds = PlaneBox(cgv_bounds(graph.pointer))
    let placement = LabelPlacement(obstacles: obstacles, lines: lines, bounds: bounds)
    return Places(centers: placement.solve(), sizes: lines.map(\.label))
  }

  /// Moves the words to their places, and hides those without one.
  private func apply(_ places: Places, to graph: borrowing GraphvizGraph) {
    for (index, edge) in graph.edges.enumerated() where places.sizes.indices.contains(index) {
      guard let size = places.sizes[index] else { continue }
      guard let center = places.centers[index] else {
        cgv_edge_label_hide(edge)
        continue
      }
      cgv_edge_label_move(edge, center.x, center.y)
      let box = PlaneBox(center: center, width: size.width, height: size.height)
      cgv_bounds_include(
        graph.pointer, cgv_rectangle(left: box.left, bottom: box.bottom, right: box.right, top: box.top))
    }
  }

  private static func curve(of edge: OpaquePointer) -> [PlanePoint] {
    var numbers = [Double](repeating: 0, count: cgv_edge_curve(edge, nil, 0))
    let count = cgv_edge_curve(edge, &numbers, numbers.count)
    return stride(from: 0, to: min(count, numbers.count) - 1, by: 2).map { PlanePoint(numbers[$0], numbers[$0 + 1]) }
  }
}

extension PlaneBox {
  init(_ rectangle: cgv_rectangle) {
    self.init(left: rectangle.left, bottom: rectangle.bottom, right: rectangle.right, top: rectangle.top)
  }
}
