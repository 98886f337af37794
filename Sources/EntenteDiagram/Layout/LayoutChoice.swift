import EntenteDrawing

/// Which layout a diagram gets, and the settings under which that layout looks well.
///
///     clusters            layers (dot), which keep them apart
///     up to 150 nodes     springs (neato), or layers (dot) for a tree or a small directed graph without rings
///     up to 1,500         springs for large graphs (sfdp), or layers
///     more                sfdp with straight lines
///
/// A layout that was asked for stays; above 150 nodes `dot` gets its brakes. The settings were drawn and judged; what
/// Graphviz does when nothing is set overlaps and cannot be read.
struct LayoutChoice {
  let engine: Diagram.Engine
  let drawn: Drawing.Engine
  let attributes: Attributes

  init(_ diagram: Diagram) {
    engine = diagram.engine == .automatic ? Self.automatic(diagram) : diagram.engine
    drawn = engine.drawn ?? .neato
    attributes = Self.attributes(
      drawn, nodes: diagram.nodes.count, direction: diagram.direction,
      hasClusters: !diagram.clusters.isEmpty)
  }

  private static func automatic(_ diagram: Diagram) -> Diagram.Engine {
    if !diagram.clusters.isEmpty { return .dot }
    let (nodes, edges) = (diagram.nodes.count, diagram.edges.count)
    if nodes <= 1500, edges <= nodes + nodes / 5, diagram.isMostlyDirected, !diagram.hasDirectedCycle {
      return .dot
    }
    return nodes <= 150 ? .neato : .sfdp
  }

  private static func attributes(
    _ engine: Drawing.Engine, nodes: Int, direction: Diagram.Direction?, hasClusters: Bool
  ) -> Attributes {
    switch engine {
    case .dot:
      var attributes = Attributes()
      if let direction { attributes[.rankdir] = .text(direction.rawValue) }
      if hasClusters { attributes[.newrank] = "true" }
      if nodes > 150 { attributes.merge([.nslimit: 0.5, .nslimit1: 0.5, .mclimit: 0.1, .splines: "line"]) }
      return attributes
    case .neato:
      return [.overlap: "prism", .overlapScaling: 0, .sep: 14, .esep: 6, .splines: "true", .start: 7, .pack: 24]
    case .sfdp:
      var attributes: Attributes = [.overlap: "prism", .esep: 6, .splines: "true", .start: 7]
      // More force spreads what is large; in what is small it makes more lines cross. Curves around nodes take Graphviz
      // minutes; up to 1,500 nodes the renderer draws its own.
      if nodes > 300 { attributes.merge([.sep: 14, .springLength: 1.1, .repulsiveForce: 1.6, .splines: "line"]) }
      return attributes
    case .fdp, .circo, .twopi:
      return [.overlap: "prism", .sep: 14, .esep: 6, .splines: "true", .start: 7]
    case .osage, .patchwork:
      return [.pad: 0.3]
    }
  }
}

extension Diagram {
  /// Whether at least four edges of five have a direction.
  var isMostlyDirected: Bool {
    !edges.isEmpty
      && edges.count { $0.kind.arrow == .filled || $0.kind.arrow == .open } * 5 >= edges.count * 4
  }

  /// Whether following arrows can come back to where it began. Nodes that nothing leads to are taken away until none
  /// is left, or only rings are.
  ///
  /// - Complexity: O(*nodes* + *edges*)
  var hasDirectedCycle: Bool {
    var incoming = [Int](repeating: 0, count: nodes.count)
    var outgoing = [[Int]](repeating: [], count: nodes.count)
    for edge in edges where nodes.indices.contains(edge.from) && nodes.indices.contains(edge.to) {
      incoming[edge.to] += 1
      outgoing[edge.from].append(edge.to)
    }
    var free = incoming.indices.filter { incoming[$0] == 0 }
    var left = nodes.count
    while let node = free.popLast() {
      left -= 1
      for next in outgoing[node] {
        incoming[next] -= 1
        if incoming[next] == 0 { free.append(next) }
      }
    }
    return left > 0
  }
}
