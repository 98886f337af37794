import CGraphviz
import EntenteDrawing

/// Lays out a network from several starts and keeps the one in which the fewest lines cross.
///
/// Springs end in the nearest place where forces are in balance, and which that is depends on where nodes began. From
/// one start to another, pictures of `sfdp` and `fdp` differ by a tenth of their crossings and more. Other engines lay
/// out once: `neato`, which makes the stress of all pairs of nodes least, has few crossings as it is (`CrossingTests`).
struct GraphvizStarts {
  let layout: GraphvizLayout

  /// Besides the one that the drawing gives.
  private static let starts = (1...11).map { "\($0)" }
  /// Larger networks are laid out once.
  private static let limit = (nodes: 300, edges: 600)

  /// The boxes of nodes of the best layout; nil when there is none.
  func boxes(of graph: borrowing GraphvizGraph) -> [PlaneBox]? {
    guard layout.layOut(layout.drawing.engine.name) else { return nil }
    let lines = layout.drawing.edges.map { (from: $0.tail, to: $0.head) }
    var best = graph.nodes.map { PlaneBox(cgv_node_box($0)) }
    guard [.fdp, .sfdp].contains(layout.drawing.engine), best.count <= Self.limit.nodes, lines.count <= Self.limit.edges
    else { return best }
    var least = LineCrossings.count(lines, at: best.map(\.center))
    for start in Self.starts where least > 0 {
      cgv_layout_free(layout.context, graph.pointer)
      cgv_set_graph_text(graph.pointer, "start", start)
      cgv_seed()
      guard layout.layOut(layout.drawing.engine.name) else { return nil }
      let boxes = graph.nodes.map { PlaneBox(cgv_node_box($0)) }
      let crossings = LineCrossings.count(lines, at: boxes.map(\.center))
      if crossings < least { (least, best) = (crossings, boxes) }
    }
    return best
  }
}
