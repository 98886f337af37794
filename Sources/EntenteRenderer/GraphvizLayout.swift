import CGraphviz
import EntenteDrawing

/// Lays out a graph: nodes by Graphviz, then lines, words and legend where there is room for them.
///
///     springs and circles   nodes ──► GraphvizStarts: fewest crossings ──► NetworkPlacement: scale, lines, words
///     layers                nodes and lines ──► GraphvizLayers: words; wider while some find no place
///     arrays, boxes of fdp,
///     layers wide as two pages
///                           nodes ──► GraphvizPlaces: a page ──► PinnedLayout: lines, boxes, words
///     known positions       PinnedLayout: the other nodes, lines, boxes, words
///                                  │
///                                  ▼ all places written into attributes, words and legend added as nodes
///     engine `nop2`         moves nothing, and measures what is new ──► GraphvizFrame: heading and legend above
///
/// Words are nodes so that they lie above all lines: Graphviz draws each line with its words, and the next line across
/// them.
struct GraphvizLayout {
  let context: OpaquePointer
  let graph: OpaquePointer
  let drawing: Drawing

  /// Larger networks keep the lines of Graphviz.
  private static let networkLimit = (nodes: 1500, edges: 4000)

  /// Where the nodes and the words of each edge are.
  struct Labels {
    var places: [PlanePoint] = []
    var hiddenClusters = 0
    /// What the picture covers, without heading and legend.
    var content = PlaneBox.nothing
    var centers: [PlanePoint?] = []
    var sizes: [(width: Double, height: Double)?] = []
    /// Where nodes were in layouts that were given up.
    var arrangements: [[PlanePoint]] = []

    var hidden: Int { zip(centers, sizes).count { $0 == nil && $1 != nil } }
  }

  /// Lays out and adds heading, legend and footer.
  ///
  /// - Returns: where things are; nil when there is no layout.
  func run(_ graph: inout GraphvizGraph) -> Labels? {
    guard let labels = place(&graph) else { return nil }
    let frame = GraphvizFrame(context: context, drawing: drawing)
    return frame.add(to: graph, labels) ? labels : nil
  }

  /// Puts all places into attributes; words have theirs in what comes back. Nil when there is no layout.
  func place(_ graph: inout GraphvizGraph) -> Labels? {
    if let pinned = drawing.pinned, !pinned.isEmpty { return PinnedLayout(layout: self, pinned: pinned).place(&graph) }
    if isNetwork {
      cgv_set_graph_text(self.graph, "splines", "")
      guard let boxes = GraphvizStarts(layout: self).boxes(of: graph) else { return nil }
      return placeNetwork(graph, boxes, labelSizes(of: graph))
    }
    let places = GraphvizPlaces(layout: self)
    guard drawing.pinned == nil, drawing.engine != .osage, drawing.engine != .fdp else {
      return places.places(of: graph).flatMap { placeWithOwnLines($0, &graph) }
    }
    let layers = GraphvizLayers(layout: self)
    guard var labels = layers.labels(of: graph) else { return nil }
    let isTooWide = !layers.isSpaced && labels.content.width > drawing.page?.width ?? .infinity
    if isTooWide, let narrower = places.narrower(than: labels, graph) { return placeWithOwnLines(narrower, &graph) }
    labels.places = graph.boxes.map(\.center.rounded)
    guard cgv_places_to_attributes(context, self.graph) == 0 else { return nil }
    restoreSizes(of: graph)
    return labels
  }

  private func placeWithOwnLines(_ places: [PlanePoint], _ graph: inout GraphvizGraph) -> Labels? {
    cgv_layout_free(context, self.graph)
    let pinned = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($0, $1) })
    return PinnedLayout(layout: self, pinned: pinned).place(&graph)
  }

  /// The sizes of the words on lines.
  func labelSizes(of graph: borrowing GraphvizGraph) -> [(width: Double, height: Double)?] {
    graph.edges.map { edge in
      var (width, height) = (0.0, 0.0)
      return cgv_edge_label_size(edge, &width, &height) == 0 ? (width, height) : nil
    }
  }

  /// The size of the words of a box around nodes.
  static func nameSize(of cluster: OpaquePointer) -> (width: Double, height: Double) {
    var (width, height) = (0.0, 0.0)
    return cgv_graph_label_size(cluster, &width, &height) == 0 ? (width, height) : (0, 0)
  }

  /// Sizes are known once all is laid out, at whatever place.
  func measure(_ graph: borrowing GraphvizGraph) -> Bool {
    for (attribute, value) in [("notranslate", "true"), ("splines", ""), ("overlap", "true")] {
      cgv_set_graph_text(graph.pointer, attribute, value)
    }
    for node in graph.nodes { cgv_set_node_text(node, "pos", "0,0") }
    for cluster in graph.clusters { cgv_set_graph_text(cluster, "bb", "0,0,1,1") }
    return layOut("nop2")
  }

  func layOut(_ engine: String) -> Bool {
    cgv_layout(context, graph, engine) == 0 && cgv_error_count() == 0
  }

  /// The sizes written into attributes count the rims of a node, and a rim would be added again.
  private func restoreSizes(of graph: borrowing GraphvizGraph) {
    for (node, attributes) in zip(graph.nodes, drawing.nodes) {
      for (attribute, usual) in [(.width, 0.75), (.height, 0.5)] as [(Attribute, Double)] {
        let value = attributes[attribute] ?? drawing.nodeDefaults[attribute] ?? .number(usual)
        if case .plain(let text) = attribute.graphvizValue(of: value) { cgv_set_node_text(node, attribute.name, text) }
      }
    }
  }

  // MARK: Networks

  private var isNetwork: Bool {
    guard drawing.nodes.count <= Self.networkLimit.nodes, drawing.edges.count <= Self.networkLimit.edges,
      drawing.clusters.isEmpty
    else { return false }
    return switch drawing.engine {
    case .neato, .fdp, .sfdp, .circo, .twopi: true
    case .dot, .osage, .patchwork: false
    }
  }

  private func placeNetwork(
    _ graph: borrowing GraphvizGraph, _ boxes: [PlaneBox], _ sizes: [(width: Double, height: Double)?]
  ) -> Labels {
    let hasCircles = drawing.engine == .circo || drawing.engine == .twopi
    let picture = NetworkPlacement(
      centers: boxes.map(\.center), sizes: boxes.map { ($0.width, $0.height) }, lines: lines(sizes),
      freedom: hasCircles ? .turnedForPage : .turned, page: drawing.page, contains: graph.contains
    ).solve()
    write(picture, to: graph)
    return Labels(
      places: picture.centers,
      content: picture.bounds(sizes: boxes.map { ($0.width, $0.height) }, labelSizes: sizes), centers: picture.labels,
      sizes: sizes)
  }

  /// The edges as lines to be drawn.
  func lines(_ sizes: [(width: Double, height: Double)?]) -> [EdgeRouting.Line] {
    drawing.edges.indices.map { index in
      let direction = direction(of: drawing.edges[index].attributes)
      return EdgeRouting.Line(
        from: drawing.edges[index].tail, to: drawing.edges[index].head,
        hasTailArrow: ["both", "back"].contains(direction), hasHeadArrow: ["both", "forward"].contains(direction),
        label: sizes[index])
    }
  }

  /// Writes places and lines into attributes, from which `nop2` takes them.
  func write(_ picture: NetworkPlacement.Picture, to graph: borrowing GraphvizGraph) {
    for (node, center) in zip(graph.nodes, picture.centers) {
      cgv_set_node_text(node, "pos", "\(center.x),\(center.y)")
    }
    for (edge, route) in zip(graph.edges, picture.routes) {
      cgv_set_edge_text(edge, "pos", GraphvizFrame.path(route.curve, tail: route.tail, head: route.head))
    }
  }

  private func direction(of edge: Attributes) -> String {
    if case .text(let text) = edge[.dir] ?? drawing.edgeDefaults[.dir] { text } else { "forward" }
  }
}

extension PlaneBox {
  init(_ rectangle: cgv_rectangle) {
    self.init(left: rectangle.left, bottom: rectangle.bottom, right: rectangle.right, top: rectangle.top)
  }
}
