import Entente
import EntenteDrawing
import EntenteTestSupport
import Testing

@testable import EntenteDiagram

/// What a picture says of claims without a source, disputed, conflicting, and of what has ended.
struct StandingTests {
  static let text = """
    a :Company name:Alpha name@ko:알파
    b :Company name:Beta
    c :Person name:Carol
    p :Project name:Plant
    s1 :Source name:Report
    s2 :Source name:Denial
    t1: a -- b :PARTNERS_WITH topic:steel source:s1 where:"1.1" since:"2010" until:"2015"
    t2: a -- c :PARTNERS_WITH
    t3: b -- c :RIVALS source:s1 where:"2.1"
    t4: a -> p :INVESTS_IN amount@USD:1000000 amount@KRW:1400000000 source:s1
    t5: b -> p :INVESTS_IN amount@USD:9000000 source:s1
    t6: c -> p :LEADS source:s1
    e1 :Evidence about:t3 stance:disputes source:s2 where:"p. 3"
    e2 :Evidence about:t6 property:since value:2010 source:s1
    e3 :Evidence about:t6 property:since value:2011 source:s2
    e4 :Evidence about:p property:budget value:1 source:s1
    e5 :Evidence about:p property:budget value:2 source:s2
    """

  static func diagram(
    _ text: String = text, language: String = "en", asOf: String? = nil, today: String? = "2026"
  ) throws -> Diagram {
    var options = DiagramOptions(language: language, hiddenLabels: ["Source", "Evidence"])
    options.today = try today.map { try PartialDate(Text($0)) }
    options.hasFootnotes = true
    options.hasPageData = true
    var graph = try Repository.graph(pg: text)
    if let asOf {
      options.restriction.asOf = try PartialDate(Text(asOf))
      options.restriction.keepsEnded = true
      graph = try graph.restricted(to: options.restriction).graph
    }
    return Diagram(graph, options: options)
  }

  private static func edge(_ id: String, _ diagram: Diagram) throws -> Diagram.Edge {
    try #require(diagram.edges.first { $0.id == id })
  }

  @Test func `marks, lines and the legend say how claims stand`() throws {
    let diagram = try Self.diagram()
    let labels = Dictionary(uniqueKeysWithValues: diagram.edges.map { ($0.id, $0.label ?? "") })
    #expect(labels["t1"] == "partners with\nsteel, 2010–2015\u{A0}†\u{A0}[1]")
    #expect(labels["t2"] == "partners with\u{A0}?\u{A0}[2]")
    #expect(labels["t3"] == "rivals\u{A0}?!\u{A0}[3][4]")
    #expect(labels["t6"] == "leads\u{A0}≠\u{A0}[5]")
    #expect(diagram.nodes.map(\.label) == ["Alpha", "Beta", "Carol", "Plant\u{A0}≠"])
    #expect(try Self.edge("t2", diagram).style[.style] == "dotted")
    #expect(try Self.edge("t3", diagram).style[.style] == "dotted")
    #expect(try Self.edge("t6", diagram).style[.style] == nil)
    #expect(try Self.edge("t1", diagram).style[.color] == "#8a94a0")
    #expect(try Self.edge("t2", diagram).tooltip?.hasSuffix("no source is given") == true)
    #expect(
      diagram.legendNotes.map(\.text) == [
        "line width: USD 1 million – USD 9 million", "? no source is given", "?! disputed", "≠ claims conflict",
        "† ended",
      ])
    #expect(diagram.legendNotes.map { $0.line != nil } == [false, true, true, false, true])
    // The kinds of the legend are those without marks.
    #expect(Set(diagram.edges.map(\.kind.name)) == ["partnership", "rivalry", "investment", "other tie"])
  }

  @Test(arguments: [
    ("ko", ["? 출처 없음", "?! 이견 있음", "≠ 주장이 서로 다름", "† 종료됨"]), ("zh", ["? 未给出来源", "?! 有异议", "≠ 说法不一", "† 已结束"]),
  ])
  func `in the language of the picture`(language: String, notes: [String]) throws {
    let diagram = try Self.diagram(language: language)
    #expect(diagram.legendNotes.map(\.text).suffix(4) == notes[...])
    #expect(diagram.legendNotes[0].text == (language == "ko" ? "선 굵기: 100만 달러 – 900만 달러" : "线宽：100万美元 – 900万美元"))
  }

  @Test func `what does not occur is not explained`() throws {
    let plain = try Self.diagram("a :Company\nb :Company\na -- b :PARTNERS_WITH until:\"2030\" source:s\ns :Source\n")
    #expect(plain.legendNotes.isEmpty)
    #expect(
      try Self.diagram("a :Company\nb :Company\na -- b :PARTNERS_WITH\n").legendNotes.isEmpty, "no sources at all")
  }

  @Test func `money is width, in one currency, and a sheet that scales widths stands over it`() throws {
    let diagram = try Self.diagram()
    #expect(try Self.edge("t4", diagram).style[.penwidth] == 1.8)
    #expect(try Self.edge("t5", diagram).style[.penwidth] == 6)
    #expect(try Self.edge("t6", diagram).style[.penwidth] == nil)
  }

  @Test func `ended as of today where it is the lesser part, as of a date always`() throws {
    let graph = try Repository.graph("european-alliances")
    var options = DiagramOptions()
    options.today = try PartialDate("2026-01-01")
    #expect(!Diagram(graph, options: options).edges.contains { $0.label?.contains("†") ?? false })
    options.restriction.asOf = try PartialDate("1908")
    options.restriction.keepsEnded = true
    let then = Diagram(try graph.restricted(to: options.restriction).graph, options: options)
    #expect(then.edges.count == 20)
    #expect(then.edges.count { $0.label?.hasSuffix("†") ?? false } == 10)
    #expect(then.caption[0].contains("as of 1908 · with what had ended"))
    options.restriction.keepsEnded = false
    #expect(Diagram(try graph.restricted(to: options.restriction).graph, options: options).edges.count == 10)
    // What had not begun is not drawn.
    options.restriction = GraphRestriction(asOf: try PartialDate("1880"))
    options.restriction.keepsEnded = true
    #expect(try graph.restricted(to: options.restriction).graph.relationshipCount == 6)
  }

  @Test func `footnotes stand below the picture, and on a page as links`() async throws {
    let diagram = try Self.diagram()
    #expect(
      diagram.footnotes == [
        "Report: [1] 1.1; [3] 2.1; [5]", "[2] no source is given; [4] Denial, p. 3, disputes this",
      ])
    #expect(!diagram.caption.contains { $0.contains("[1]") })
    let drawn = try DrawnPicture(try await diagram.render(.svg).bytes)
    let footer = try #require(drawn.elements.first { $0.id == "footnotes" })
    #expect(footer.texts == diagram.footnotes)
    let page = try await diagram.render(.html).text
    #expect(!page.contains("id=\"footnotes\" class=\"node"))
    #expect(page.contains("\"standing\":[\"disputed\"],\"notes\":[2,3]"))
    #expect(page.contains("\"footnotes\": [\n\"[1] Report (s1), 1.1\""))
  }
}
