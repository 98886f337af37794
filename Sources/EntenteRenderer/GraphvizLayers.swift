import CGraphviz
import EntenteDrawing

/// Lays out a graph in layers, with the lines of Graphviz, and finds places for the words.
///
///     layers ──► words ──► wider, while some find no place ──► for a page: from top to bottom, closer
///
/// Layers run as the drawing says. Where it does not, they run from left to right, unless a small picture is then wider
/// than a page and is narrower from top to bottom.
struct GraphvizLayers {
  let layout: GraphvizLayout

  private struct Arrangement: Equatable {
    var direction: String
    /// How far layers and nodes are apart, as a share of what the drawing says.
    var spread: Double
  }

  /// More room between layers, where words have none.
  private static let spreads = [1, 1.12, 1.25, 1.4, 1.6, 1.85, 2.2]
  /// Less room, where a page has none.
  private static let closer = [1, 0.75, 0.55]

  /// The words of all edges, in a graph that is laid out; nil when there is no layout.
  func labels(of graph: borrowing GraphvizGraph) -> GraphvizLayout.Labels? {
    guard layout.drawing.engine == .dot else {
      return layout.layOut(layout.drawing.engine.name) ? words(graph, layout.labelSizes(of: graph)) : nil
    }
    let given: String? = if case .text(let text)? = layout.drawing.graphAttributes[.rankdir] { text } else { nil }
    var last = Arrangement(direction: given ?? "LR", spread: 1)
    guard layOut(last) else { return nil }
    let sizes = layout.labelSizes(of: graph)
    guard var best = widened(&last, graph, sizes) else { return nil }
    guard layout.drawing.nodes.count <= NetworkPlacement.page.nodes, width > NetworkPlacement.page.width else {
      return best
    }
    var (chosen, narrowest) = (last, width)
    for direction in given.map({ [$0] }) ?? ["TB", "LR"] {
      for spread in Self.closer where narrowest > NetworkPlacement.page.width {
        guard arrange(Arrangement(direction: direction, spread: spread), &last) else { return nil }
        let words = words(graph, sizes)
        // Words are worth more than a page.
        if words.hidden <= best.hidden, width < narrowest { (best, chosen, narrowest) = (words, last, width) }
      }
    }
    return arrange(chosen, &last) ? best : nil
  }

  private var width: Double { PlaneBox(cgv_bounds(layout.graph)).width }

  /// Wider until all words find a place; else as wide as the most words need.
  private func widened(
    _ last: inout Arrangement, _ graph: borrowing GraphvizGraph, _ sizes: [(width: Double, height: Double)?]
  ) -> GraphvizLayout.Labels? {
    var (best, chosen) = (words(graph, sizes), last)
    for spread in Self.spreads.dropFirst() where best.hidden > 0 {
      let wider = Arrangement(direction: last.direction, spread: spread)
      guard arrange(wider, &last) else { return nil }
      let words = words(graph, sizes)
      if words.hidden < best.hidden { (best, chosen) = (words, wider) }
    }
    return arrange(chosen, &last) ? best : nil
  }

  /// Lays out again, where that is not how it was laid out last.
  private func arrange(_ arrangement: Arrangement, _ last: inout Arrangement) -> Bool {
    guard arrangement != last else { return true }
    cgv_layout_free(layout.context, layout.graph)
    last = arrangement
    return layOut(arrangement)
  }

  private func layOut(_ arrangement: Arrangement) -> Bool {
    cgv_set_graph_text(layout.graph, "rankdir", arrangement.direction)
    for (attribute, usual) in [(.nodesep, 0.25), (.ranksep, 0.5)] as [(Attribute, Double)] {
      let given: Double =
        if case .number(let number) = layout.drawing.graphAttributes[attribute] { number } else { usual }
      if case .plain(let text) = attribute.graphvizValue(of: .number(given * arrangement.spread)) {
        cgv_set_graph_text(layout.graph, attribute.name, text)
      }
    }
    return layout.layOut("dot")
  }

  /// The best places for the words of all edges.
  private func words(
    _ graph: borrowing GraphvizGraph, _ sizes: [(width: Double, height: Double)?]
  ) -> GraphvizLayout.Labels {
    guard sizes.contains(where: { $0 != nil }) else {
      return GraphvizLayout.Labels(centers: sizes.map { _ in nil }, sizes: sizes)
    }
    var obstacles = graph.nodes.map { PlaneBox(cgv_node_box($0)) }
    var box = cgv_rectangle()
    for cluster in graph.clusters where cgv_graph_label_box(cluster, &box) == 0 { obstacles.append(PlaneBox(box)) }
    let lines = graph.edges.indices.map {
      LabelPlacement.Line(curve: GraphvizFrame.curve(of: graph.edges[$0]), label: sizes[$0])
    }
    let bounds = PlaneBox(cgv_bounds(graph.pointer))
    let placement = LabelPlacement(obstacles: obstacles, lines: lines, bounds: bounds)
    return GraphvizLayout.Labels(centers: placement.solve(), sizes: sizes)
  }
}
