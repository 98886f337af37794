import CGraphviz
import EntenteDiagram
import EntenteTestSupport
import Testing

/// Networks placed by springs cross no more lines as they are drawn than at the engine's own places, once
/// overlaps are removed from those.
struct CrossingTests {
  private typealias Point = (x: Double, y: Double)

  @Test(arguments: [Diagram.Engine.neato, .fdp, .sfdp])
  func `lines cross no more often than with overlap removal alone`(engine: Diagram.Engine) async throws {
    var (ours, plain): ([Int], [Int]) = ([], [])
    for seed in 0..<20 {
      var diagram = RandomDiagram(seed: UInt64(2000 + seed)).diagram(nodes: 20 + 4 * seed)
      diagram.engine = engine
      let drawn = try DrawnPicture(try await diagram.render(.svg, limits: RenderLimits(time: .seconds(240))).bytes)
      #expect(Legibility.faults(in: drawn) == [], "seed \(2000 + seed)")
      ours.append(Self.crossings(of: drawn.edges.map(\.line), in: diagram))
      let centers = try #require(await Self.places(of: diagram, sizes: drawn.nodes.map(\.shape)))
      plain.append(Self.crossings(of: diagram.edges.map { [centers[$0.from], centers[$0.to]] }, in: diagram))
    }
    print("\(engine), seeds 2000 to 2019: crossings as drawn \(ours), with overlap removal alone \(plain)")
    #expect(ours.sorted()[10] <= plain.sorted()[10])
    #expect(plain.sorted()[10] > 10)
  }

  /// How many pairs of lines without a common end cross.
  private static func crossings(of lines: [[Point]], in diagram: Diagram) -> Int {
    var count = 0
    for (index, line) in lines.enumerated() {
      for other in (index + 1)..<lines.count {
        let (a, b) = (diagram.edges[index], diagram.edges[other])
        guard Set([a.from, a.to]).isDisjoint(with: [b.from, b.to]) else { continue }
        if meet(line, lines[other]) { count += 1 }
      }
    }
    return count
  }

  private static func meet(_ a: [Point], _ b: [Point]) -> Bool {
    zip(a, a.dropFirst()).contains { p, q in
      zip(b, b.dropFirst()).contains { r, s in side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0 }
    }
  }

  private static func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  /// Where the engine puts nodes of these sizes, with `overlap=prism` and nothing else.
  @MainActor private static func places(of diagram: Diagram, sizes: [DrawnPicture.Rectangle]) -> [Point]? {
    guard let context = cgv_context_new(), let graph = cgv_graph_open("plain") else { return nil }
    defer {
      cgv_graph_close(graph)
      cgv_context_free(context)
    }
    cgv_messages_begin()
    cgv_seed()
    for (name, value) in [("overlap", "prism"), ("start", "7"), ("splines", "line")] {
      cgv_set_graph_text(graph, name, value)
    }
    for (name, value) in [("shape", "box"), ("label", ""), ("fixedsize", "true")] {
      cgv_set_node_default(graph, name, value)
    }
    var nodes: [OpaquePointer] = []
    for (index, size) in sizes.enumerated() {
      guard let node = cgv_node_add(graph, "n\(index)") else { return nil }
      cgv_set_node_text(node, "width", "\((size.right - size.left) / 72)")
      cgv_set_node_text(node, "height", "\((size.bottom - size.top) / 72)")
      nodes.append(node)
    }
    for (index, edge) in diagram.edges.enumerated() {
      _ = cgv_edge_add(graph, nodes[edge.from], nodes[edge.to], "e\(index)")
    }
    guard cgv_layout(context, graph, diagram.engine.rawValue) == 0 else { return nil }
    defer { cgv_layout_free(context, graph) }
    return nodes.map { node in
      let box = cgv_node_box(node)
      return ((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    }
  }
}
