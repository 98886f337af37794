import CGraphviz
import EntenteDrawing

/// Lays out a graph of which some nodes stand where they are, whatever the engine: nothing is laid out by Graphviz.
///
///     engine `nop2`     measures nodes and words
///     ``PinnedPlacement``     puts the other nodes among them
///     ``NetworkPlacement``    draws lines and places words
struct PinnedLayout {
  let layout: GraphvizLayout
  /// By the places of nodes in the drawing.
  let pinned: [Int: PlanePoint]

  /// - Returns: where words are; nil when there is no layout.
  func place(_ graph: inout GraphvizGraph) -> GraphvizLayout.Labels? {
    let drawing = layout.drawing
    guard layout.measure(graph) else { return nil }
    let labelSizes = layout.labelSizes(of: graph)
    let sizes = graph.nodes.map { node in
      let box = PlaneBox(cgv_node_box(node))
      return (width: box.width, height: box.height)
    }
    let lines = layout.lines(labelSizes)
    let clusters = PlaneClusters(drawing.clusters.map(\.nodes), count: sizes.count)
    let centers = PinnedPlacement(
      sizes: sizes, lines: lines, pinned: sizes.indices.map { pinned[$0] }, clusters: clusters
    ).solve()
    let names = graph.clusters.map(GraphvizLayout.nameSize)
    let picture = NetworkPlacement(
      centers: centers, sizes: sizes, lines: lines, freedom: .array, clusters: clusters, names: names,
      contains: graph.contains
    ).picture(centers)
    let boxes = clusters.boxes(centers, sizes, labels: names)
    layout.write(picture, to: graph)
    var content = picture.bounds(sizes: sizes, labelSizes: labelSizes)
    for case let box? in boxes { content.include(box) }
    let hidden = draw(boxes, of: &graph)
    return GraphvizLayout.Labels(
      places: centers, hiddenClusters: hidden, content: content, centers: picture.labels, sizes: labelSizes)
  }

  /// - Returns: how many boxes are not drawn.
  private func draw(_ boxes: [PlaneBox?], of graph: inout GraphvizGraph) -> Int {
    for (cluster, box) in zip(graph.clusters, boxes) {
      guard let box else { continue }
      let place = PlaneClusters.place(of: GraphvizLayout.nameSize(of: cluster), in: box).center
      cgv_set_graph_text(cluster, "bb", "\(box.left),\(box.bottom),\(box.right),\(box.top)")
      cgv_set_graph_text(cluster, "lp", "\(place.x),\(place.y)")
    }
    let hidden = boxes.indices.filter { boxes[$0] == nil }
    graph.removeClusters(at: hidden)
    return hidden.count
  }
}
