import CGraphviz
import EntenteDrawing

/// Lays out a network from several starts and keeps the one in which the fewest lines cross.
///
/// Springs end in the nearest place where forces are in balance, and which that is depends on where nodes began. From
/// one start to another, pictures differ by a tenth of their crossings and more (`CrossingTests`). The starts are laid
/// out at once, each in a process of its own: in this one they would depend on those before. Then single nodes go to
/// where still fewer lines cross.
struct GraphvizStarts {
  let layout: GraphvizLayout

  /// Besides the one that the drawing gives.
  private static let starts = (1...11).map { "\($0)" }
  /// Smaller networks hardly have crossings, larger ones take long: both are laid out once.
  private static let lines = 30...600
  private static func nodeLimit(_ engine: Drawing.Engine) -> Int {
    switch engine {
    case .neato, .sfdp: 300
    // A hundred times slower.
    case .fdp: 100
    case .dot, .circo, .twopi, .osage, .patchwork: 0
    }
  }

  /// The boxes of nodes of the best layout; nil when there is none.
  func boxes(of graph: borrowing GraphvizGraph) -> [PlaneBox]? {
    let lines = layout.drawing.edges.map { (from: $0.tail, to: $0.head) }
    // Before anything is laid out here.
    let trials = isWorthTrials ? trials(of: graph) : []
    guard layout.layOut(layout.drawing.engine.name) else {
      trials.forEach(cgv_trial_abandon)
      return nil
    }
    var best = graph.nodes.map { PlaneBox(cgv_node_box($0)) }
    var least = LineCrossings.count(lines, at: best.map(\.center))
    for trial in trials {
      guard least > 0 else {
        cgv_trial_abandon(trial)
        continue
      }
      var boxes = [cgv_rectangle](repeating: cgv_rectangle(), count: best.count)
      guard cgv_trial_end(trial, &boxes, boxes.count) == 0 else { continue }
      let other = boxes.map(PlaneBox.init)
      let crossings = LineCrossings.count(lines, at: other.map(\.center))
      if crossings < least { (least, best) = (crossings, other) }
    }
    guard least > 0, isWorthTrials else { return best }
    let sizes = best.map { (width: $0.width, height: $0.height) }
    let centers = CrossingReduction(sizes: sizes, lines: lines).reduced(best.map(\.center))
    return zip(centers, sizes).map { PlaneBox(center: $0, width: $1.width, height: $1.height) }
  }

  private var isWorthTrials: Bool {
    layout.drawing.nodes.count <= Self.nodeLimit(layout.drawing.engine)
      && Self.lines.contains(layout.drawing.edges.count)
  }

  private func trials(of graph: borrowing GraphvizGraph) -> [cgv_trial] {
    let nodes: [OpaquePointer?] = graph.nodes.map { $0 }
    return Self.starts.compactMap { start in
      var trial = cgv_trial()
      let begun = cgv_trial_begin(
        layout.context, graph.pointer, layout.drawing.engine.name, start, nodes, nodes.count, &trial)
      return begun == 0 ? trial : nil
    }
  }
}
