import CGraphviz
import EntenteDrawing

/// Lays out a graph in layers, with the lines of Graphviz, and finds places for the words.
///
///     layers ──► words ──► wider, while some find no place
///                 └─ too wide for a page ──► from top to bottom, pressed ──► closer ──► words wherever they fit
///
/// Layers run as the drawing says. Where it does not, they run from left to right, unless a small picture is then wider
/// than a page. Room that the drawing asks for is not made less.
struct GraphvizLayers {
  let layout: GraphvizLayout

  private struct Arrangement: Equatable {
    var direction: String
    /// How far apart nodes in a layer are, and layers, as shares of what is usual.
    var room = (nodes: 1.0, layers: 1.0)
    /// Whether layers are as narrow as a page, if they can be.
    var isPressed = false
    /// Whether Graphviz leaves room for words on lines, each as wide as its words; else they have what nodes leave.
    var hasWords = true

    static func == (a: Self, b: Self) -> Bool {
      a.direction == b.direction && a.room == b.room && a.isPressed == b.isPressed && a.hasWords == b.hasWords
    }
  }

  private struct Priced {
    var labels: GraphvizLayout.Labels
    var cost: Double
    var arrangement: Arrangement
  }

  /// More room between layers, where words have none.
  private static let spreads = [1, 1.12, 1.25, 1.4, 1.6, 1.85, 2.2]

  /// The words of all edges, in a graph that is laid out; nil when there is no layout.
  func labels(of graph: borrowing GraphvizGraph) -> GraphvizLayout.Labels? {
    guard layout.drawing.engine == .dot else {
      return layout.layOut(layout.drawing.engine.name) ? labels(of: graph, layout.labelSizes(of: graph)).labels : nil
    }
    var last = Arrangement(direction: given ?? "LR")
    guard layOut(last) else { return nil }
    let sizes = layout.labelSizes(of: graph)
    guard var best = widened(&last, graph, sizes) else { return nil }
    var arrangements = [graph.boxes.map(\.center)]
    if let page = layout.drawing.page {
      for step in Self.steps where best.labels.hidden > 0 || best.labels.content.width > page.width {
        for arrangement in step where isAllowed(arrangement) {
          guard let other = priced(arrangement, &last, graph, sizes) else { return nil }
          if other.cost < best.cost { best = other }
          if arrangement.room == (1, 1) || !arrangement.hasWords { arrangements.append(graph.boxes.map(\.center)) }
        }
      }
    }
    guard arrange(best.arrangement, &last, graph) else { return nil }
    setWords(true, of: graph)
    best.labels.arrangements = arrangements
    return best.labels
  }

  /// Lays out once, from top to bottom where nothing else is said; whether it worked.
  func layOut() -> Bool { layOut(Arrangement(direction: given ?? "TB")) }

  /// The direction that the drawing says.
  private var given: String? {
    if case .text(let text)? = layout.drawing.graphAttributes[.rankdir] { text } else { nil }
  }

  /// For a page, each step for what the one before leaves too wide.
  private static let steps: [[Arrangement]] = [
    [(1, 1), (0.7, 1), (0.7, 1.4), (0.4, 1), (0.4, 1.4)].map {
      Arrangement(direction: "TB", room: $0, isPressed: true)
    },
    [(1, 0.75), (1, 0.55)].map { Arrangement(direction: "LR", room: $0) },
    [(0.7, 1.4), (0.4, 1.4), (0.4, 2)].map {
      Arrangement(direction: "TB", room: $0, isPressed: true, hasWords: false)
    },
  ]

  /// Whether the drawing says how far apart things are.
  var isSpaced: Bool {
    layout.drawing.graphAttributes[.nodesep] != nil || layout.drawing.graphAttributes[.ranksep] != nil
  }

  private func isAllowed(_ arrangement: Arrangement) -> Bool {
    given ?? arrangement.direction == arrangement.direction && (!isSpaced || arrangement.room == (1, 1))
  }

  /// Wider until all words find a place; else as wide as the most words need.
  private func widened(
    _ last: inout Arrangement, _ graph: borrowing GraphvizGraph, _ sizes: [(width: Double, height: Double)?]
  ) -> Priced? {
    let direction = last.direction
    guard var best = priced(last, &last, graph, sizes) else { return nil }
    for spread in Self.spreads.dropFirst() where best.labels.hidden > 0 {
      let wider = Arrangement(direction: direction, room: (spread, spread))
      guard let other = priced(wider, &last, graph, sizes) else { return nil }
      if other.labels.hidden < best.labels.hidden { best = other }
    }
    return best
  }

  // MARK: Graphviz

  /// Lays out again, where that is not how it was laid out last.
  private func arrange(
    _ arrangement: Arrangement, _ last: inout Arrangement, _ graph: borrowing GraphvizGraph
  ) -> Bool {
    guard arrangement != last else { return true }
    cgv_layout_free(layout.context, layout.graph)
    if last.hasWords != arrangement.hasWords { setWords(arrangement.hasWords, of: graph) }
    last = arrangement
    return layOut(arrangement)
  }

  private func setWords(_ areThere: Bool, of graph: borrowing GraphvizGraph) {
    for (edge, item) in zip(graph.edges, layout.drawing.edges) {
      if areThere { graph.setLabel(of: edge, item.attributes) } else { cgv_set_edge_text(edge, "label", "") }
    }
  }

  private func layOut(_ arrangement: Arrangement) -> Bool {
    let drawing = layout.drawing
    cgv_set_graph_text(layout.graph, "rankdir", arrangement.direction)
    let usual = Drawing.layerRoom(
      hasWords: drawing.edges.contains { $0.attributes[.label] != nil }, hasBoxes: !drawing.clusters.isEmpty)
    for (attribute, usual, share) in [
      (.nodesep, usual.nodes, arrangement.room.nodes), (.ranksep, usual.layers, arrangement.room.layers),
    ] as [(Attribute, Double, Double)] {
      let given: Double = if case .number(let number)? = drawing.graphAttributes[attribute] { number } else { usual }
      if case .plain(let text) = attribute.graphvizValue(of: .number(given * share)) {
        cgv_set_graph_text(layout.graph, attribute.name, text)
      }
    }
    guard arrangement.isPressed, let page = drawing.page else { return layout.layOut("dot") }
    // Layers are as narrow as `size`, as far as nodes have room; lines are drawn anew wherever a ratio is left.
    // Source: Graphviz documentation, `ratio`.
    for (name, value) in [("ratio", "compress"), ("size", "\(page.width / 72),1000")] {
      cgv_set_graph_text(layout.graph, name, value)
    }
    defer { for name in ["ratio", "size"] { cgv_set_graph_text(layout.graph, name, "") } }
    return layout.layOut("dot")
  }

  // MARK: Words

  private func priced(
    _ arrangement: Arrangement, _ last: inout Arrangement, _ graph: borrowing GraphvizGraph,
    _ sizes: [(width: Double, height: Double)?]
  ) -> Priced? {
    guard arrange(arrangement, &last, graph) else { return nil }
    let (labels, cost) = labels(of: graph, sizes)
    let area = labels.content.width * labels.content.height / 3600
    return Priced(
      labels: labels,
      cost: 5000 * Double(labels.hidden) + 1.4 * cost + area + 10
        * (layout.drawing.page?.excess(of: labels.content) ?? 0),
      arrangement: arrangement)
  }

  /// The best places for the words of all edges, and their price.
  private func labels(
    of graph: borrowing GraphvizGraph, _ sizes: [(width: Double, height: Double)?]
  ) -> (labels: GraphvizLayout.Labels, cost: Double) {
    var obstacles = graph.boxes
    var content = obstacles.reduce(into: PlaneBox.nothing) { $0.include($1) }
    var box = cgv_rectangle()
    for cluster in graph.clusters {
      content.include(PlaneBox(cgv_bounds(cluster)))
      if cgv_graph_label_box(cluster, &box) == 0 { obstacles.append(PlaneBox(box)) }
    }
    let lines = graph.edges.indices.map {
      LabelPlacement.Line(curve: GraphvizFrame.curve(of: graph.edges[$0]), label: sizes[$0])
    }
    for line in lines { for point in Polyline(curve: line.curve).points { content.include(point) } }
    let bounds = PlaneBox(cgv_bounds(graph.pointer))
    let (centers, cost) = LabelPlacement(obstacles: obstacles, lines: lines, bounds: bounds).solveWithCost()
    for case (let center?, let size?) in zip(centers, sizes) {
      content.include(PlaneBox(center: center, width: size.width, height: size.height))
    }
    return (GraphvizLayout.Labels(content: content, centers: centers, sizes: sizes), cost)
  }
}
