import Entente
import EntenteDiagram
import EntenteTestSupport
import Foundation
import Testing

/// Small pictures can be printed on a page, whatever their layout: their smallest words have 7 points where the picture is
/// 170 mm wide, no words are left out for that, and nothing lies on anything.
struct PageWidthTests {
  @Test(
    arguments: Diagram.Engine.allCases,
    [
      "race", "race --lang ko --theme print", "race --footnotes", "race --connect", "race --cluster-by label",
      "camps",
      "camps --footnotes --lang ko --theme dark", "camps --cluster-by label --lang ko", "european-camps",
      "Graphs/european-alliances.pg", "Graphs/european-alliances.pg --footnotes --lang ko",
      "Graphs/european-alliances.pg --as-of 1882", "Graphs/european-alliances.pg --as-of 1907 --lang ko",
      "Graphs/ai-infrastructure.pg --around Alibaba --theme print",
      "Graphs/ai-infrastructure.pg --around 알리바바 --lang ko", "Graphs/ai-infrastructure.pg --around OpenAI",
    ])
  func `pictures of up to 15 nodes have words of 7 points on a page`(
    engine: Diagram.Engine, arguments: String
  ) throws {
    let folder = try TemporaryFolder.workspace()
    let command = "entente draw \(arguments) --layout \(engine.rawValue) --format svg"
    let run = try ProcessRun.shell(command, in: folder)
    // Layouts that draw no boxes around nodes say so, and tiles that they cut words.
    let mayWarn = engine == .patchwork || arguments.contains("--cluster-by") && !engine.keepsClusters
    #expect(run.status == 0 && (run.errors.isEmpty || mayWarn), "\(run.errors)")
    try Self.expectPage(run.output, command)
  }

  @Test(arguments: Diagram.Engine.allCases, LegibilityTests.graphs)
  func `what is around a node fits a page`(engine: Diagram.Engine, name: String) async throws {
    let graph = try Repository.graph(name)
    for raw in 0..<UInt32(graph.nodeCount) {
      let language = raw % 2 == 0 ? "en" : "ko"
      var diagram = Diagram(graph, part: .around(NodeID(raw), depth: 1), options: DiagramOptions(language: language))
      // With fewer nodes there is nothing to be seen.
      guard (5...15).contains(diagram.nodes.count) else { continue }
      diagram.engine = engine
      try await expectPage(diagram, "\(engine.rawValue) around \(graph.elementID(of: NodeID(raw))), \(language)")
    }
  }

  @Test(arguments: Diagram.Engine.allCases, 0..<5)
  func `random graphs of 5 to 13 nodes fit a page`(engine: Diagram.Engine, seed: Int) async throws {
    var diagram = RandomDiagram(seed: UInt64(3000 + seed)).diagram(nodes: 5 + 2 * seed)
    diagram.engine = engine
    try await expectPage(diagram, "\(engine.rawValue), seed \(3000 + seed)")
  }

  @Test(arguments: Diagram.Engine.allCases)
  func `a chain of 15 nodes is folded`(engine: Diagram.Engine) async throws {
    var diagram = Diagram(title: "A chain")
    let kind = Diagram.NodeKind("company", shape: .hexagon)
    for index in 0..<15 { _ = diagram.addNode(.init(id: "\(index)", label: "North Energy \(index)", kind: kind)) }
    for index in 0..<14 {
      diagram.edges.append(
        .init(id: "\(index)", from: index, to: index + 1, kind: .investment("investment"), label: "supplies chips to"))
    }
    diagram.engine = engine
    try await expectPage(diagram, engine.rawValue)
  }

  @Test(arguments: ["rankdir: LR; nodesep: 0.35", "rankdir: LR; ranksep: 0.5"])
  func `room and direction that a style sheet says stay, and the caption says the width`(rule: String) throws {
    let folder = try TemporaryFolder.workspace()
    let run = try ProcessRun.shell(
      "printf '@graph { \(rule); }' > wide.style && entente draw race --layout dot --style wide.style --format svg",
      in: folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let words = try #require(run.output.firstMatch(of: #/readable from ([0-9]+) mm wide/#)?.1)
    #expect(Int(words) ?? 0 > 170)
  }

  private func expectPage(_ diagram: Diagram, _ what: String) async throws {
    let picture = try await diagram.render(.svg, limits: RenderLimits(time: .seconds(240)))
    // Tiles say that they cut words.
    #expect(picture.diagnostics.isEmpty || diagram.engine == .patchwork, "\(what): \(picture.diagnostics)")
    try Self.expectPage(picture.text, what)
  }

  private static func expectPage(_ svg: String, _ what: String) throws {
    let box = try #require(svg.firstMatch(of: #/viewBox="[-0-9.]+ [-0-9.]+ ([0-9.]+) /#)?.1)
    let width = try #require(Double(box))
    let sizes = svg.matches(of: #/font-size="([0-9.]+)"/#).compactMap { Double($0.1) }
    let least = try #require(sizes.min())
    let pointsOnPage = least * (170 / 25.4 * 72) / width
    #expect(pointsOnPage >= 7, "\(what): the picture is \(width) wide")
    let drawn = try DrawnPicture(Array(svg.utf8))
    #expect(Legibility.faults(in: drawn) + Legibility.crossedNodes(in: drawn) == [], "\(what)")
  }
}
