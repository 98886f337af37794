import EntenteDiagram
import EntenteSyntax
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
      let centers = try Self.places(of: diagram, sizes: drawn.nodes.map(\.shape))
      plain.append(Self.crossings(of: diagram.edges.map { [centers[$0.from], centers[$0.to]] }, in: diagram))
    }
    print("\(engine), seeds 2000 to 2019: crossings as drawn \(ours), with overlap removal alone \(plain)")
    #expect(Self.median(ours) <= Self.median(plain))
    #expect(Self.median(zip(ours, plain).map { $0 - $1 }) <= 0, "graph by graph")
    #expect(Self.median(plain) > 10)
  }

  private static func median(_ numbers: [Int]) -> Double {
    let sorted = numbers.sorted()
    return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
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
  private static func places(of diagram: Diagram, sizes: [DrawnPicture.Rectangle]) throws -> [Point] {
    let nodes = sizes.enumerated().map { index, size in
      "n\(index) [id=n\(index), width=\((size.right - size.left) / 72), height=\((size.bottom - size.top) / 72)]"
    }
    let edges = diagram.edges.map { "n\($0.from) -> n\($0.to)" }
    let text = """
      digraph {
        graph [overlap=prism, start=7, splines=line]
        node [shape=box, label="", fixedsize=true]
        \((nodes + edges).joined(separator: "\n  "))
      }
      """
    let picture = try DOTPicture(SourceText(text, name: "plain.dot"), engine: diagram.engine).renderAndWait(.svg)
    let drawn = try DrawnPicture(picture.bytes).nodes
    let places = Dictionary(
      uniqueKeysWithValues: drawn.map { node in
        (node.id, ((node.shape.left + node.shape.right) / 2, (node.shape.top + node.shape.bottom) / 2))
      })
    return try sizes.indices.map { try #require(places["n\($0)"]) }
  }
}
