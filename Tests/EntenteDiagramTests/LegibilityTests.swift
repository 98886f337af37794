import Entente
import EntenteDiagram
import EntenteTestSupport
import Testing

/// Pictures can be read: no node on another, no words on a node or on other words.
struct LegibilityTests {
  static let graphs = ["ai-infrastructure", "european-alliances", "highland-tribes"]

  @Test(arguments: graphs, DiagramTheme.allCases)
  func `whole graphs of the repository are legible`(name: String, theme: DiagramTheme) async throws {
    for language in ["en", "ko"] { try await expectLegible(name, language, theme) }
  }

  private func expectLegible(_ name: String, _ language: String, _ theme: DiagramTheme) async throws {
    var options = DiagramOptions(language: language)
    options.theme = theme
    let diagram = Diagram(try Repository.graph(name), options: options)
    let picture = try await diagram.render(.svg, limits: RenderLimits(time: .seconds(240)))
    let drawn = try DrawnPicture(picture.bytes)
    #expect(Legibility.faults(in: drawn) == [])
    #expect(drawn.nodes.count == diagram.nodes.count && drawn.edges.count == diagram.edges.count)
    #expect(drawn.edges.count { !$0.label.isEmpty } == diagram.edges.count { $0.label != nil }, "no words are left out")
    #expect(Legibility.crossedNodes(in: drawn) == [])
    #expect(picture.diagnostics.isEmpty, "\(picture.diagnostics)")
  }

  @Test(arguments: graphs, ["en", "ko"])
  func `what is around each node is legible`(name: String, language: String) async throws {
    let graph = try Repository.graph(name)
    var (drawn, lines) = (0, 0)
    for raw in 0..<UInt32(graph.nodeCount) {
      let diagram = Diagram(graph, part: .around(NodeID(raw), depth: 1), options: DiagramOptions(language: language))
      guard diagram.nodes.count > 1 else { continue }
      let picture = try await diagram.render(.svg, limits: RenderLimits(time: .seconds(240)))
      let shown = try DrawnPicture(picture.bytes)
      #expect(Legibility.faults(in: shown) == [], "around \(graph.elementID(of: NodeID(raw)))")
      #expect(picture.diagnostics.isEmpty, "around \(graph.elementID(of: NodeID(raw))): \(picture.diagnostics)")
      #expect(shown.nodes.count == diagram.nodes.count && shown.edges.count == diagram.edges.count)
      drawn += 1
      lines += Legibility.crossedNodes(in: shown).count
    }
    #expect(drawn >= 6)
    #expect(lines == 0, "lines go through nodes")
  }

  @Test(arguments: 0..<20)
  func `random graphs of 20 to 200 nodes are legible`(seed: Int) async throws {
    let diagram = RandomDiagram(seed: UInt64(seed)).diagram(nodes: 20 + seed * 180 / 19)
    // Twenty pictures at once on a busy machine take their time.
    let picture = try await diagram.render(.svg, limits: RenderLimits(time: .seconds(240)))
    let drawn = try DrawnPicture(picture.bytes)
    #expect(Legibility.faults(in: drawn) == [])
    #expect(drawn.nodes.count == diagram.nodes.count && drawn.edges.count == diagram.edges.count)
  }

  @Test(arguments: Diagram.Engine.allCases.filter(\.drawsLines))
  func `every layout keeps words off nodes`(engine: Diagram.Engine) async throws {
    var diagram = RandomDiagram(seed: 7).diagram(nodes: 18)
    diagram.engine = engine
    let drawn = try DrawnPicture(try await diagram.render(.svg).bytes)
    #expect(Legibility.faults(in: drawn) == [])
    #expect(drawn.edges.contains { !$0.label.isEmpty })
  }

  @Test func `faults are found`() async throws {
    var diagram = Diagram()
    let kind = Diagram.NodeKind("thing", shape: .box)
    let (a, b) = (
      diagram.addNode(.init(id: "a", label: "A", kind: kind)), diagram.addNode(.init(id: "b", label: "B", kind: kind))
    )
    diagram.edges = [.init(id: "e", from: a, to: b, kind: .other("tie"), label: "words")]
    let svg = try await diagram.render(.svg).text
    #expect(Legibility.faults(in: try DrawnPicture(Array(svg.utf8))) == [])
    // The same picture with one node moved onto the other.
    let drawn = try DrawnPicture(Array(svg.utf8))
    let (first, second) = (drawn.nodes[0], drawn.nodes[1])
    #expect(first.id == "n_a" && second.id == "n_b")
    var moved = drawn
    moved.move("n_b", onto: first.shape)
    #expect(Legibility.faults(in: moved) == ["the nodes n_a and n_b overlap"])
    moved.move("n_b", onto: drawn.edges[0].label)
    #expect(Legibility.faults(in: moved) == ["the words of e_e lie on the node n_b"])
  }
}
