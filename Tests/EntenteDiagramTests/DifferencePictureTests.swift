import Entente
import EntenteDiagram
import Foundation
import Testing

/// A picture of a comparison says what became of each element by more than colour.
struct DifferencePictureTests {
  private static let old = """
    a :Company name:A name@ko:가
    b :Company name:B
    c :Person name:C
    a -- b :PARTNERS_WITH since:1900
    a -- b :RIVALS topic:x
    b -- c :RIVALS
    a -> c :INVESTS_IN
    """
  private static let new = """
    a :Company name:A name@ko:가
    b :Company name:"B & <b>" note:new
    d :Person name:D
    a -- b :PARTNERS_WITH since:1900 until:1910
    a -- b :RIVALS topic:y
    b -- d :RIVALS
    """

  private static func diagram(_ language: String, _ theme: DiagramTheme, _ old: String, _ new: String) throws -> Diagram
  {
    let difference = try GraphDifference(
      from: Repository.graph(pg: old), to: Repository.graph(pg: new), today: PartialDate("2020"))
    var options = DiagramOptions(language: language)
    options.theme = theme
    options.hasPageData = true
    return try Diagram(
      difference, difference.union(), before: ComparedGraph(name: "old.pg", asOf: nil),
      after: ComparedGraph(name: "new.pg", asOf: "1915"), options: options)
  }

  @Test(arguments: DiagramTheme.allCases, ["en", "ko", "zh"])
  func `every change has its sign, its class and a place in the legend`(theme: DiagramTheme, language: String) throws {
    let diagram = try Self.diagram(language, theme, Self.old, Self.new)
    let picture = try DrawnPicture(diagram.renderAndWait(.svg).bytes)
    func first(_ element: DrawnPicture.Element) -> String { element.texts.first.map { String($0.prefix(1)) } ?? "" }
    let nodes = Dictionary(uniqueKeysWithValues: picture.nodes.map { ($0.id, $0) })
    #expect(nodes.mapValues(first) == ["n_a": language == "ko" ? "가" : "A", "n_b": "~", "n_c": "−", "n_d": "+"])
    #expect(nodes["n_b"]?.classes == ["changed_company"])
    #expect(nodes["n_b"]?.texts.contains("note: + ['new']") == true, "\(nodes["n_b"]?.texts ?? [])")
    #expect(nodes["n_b"]?.title.contains("name: 'B' → 'B & <b>'") == true)
    let edges = picture.edges.map { (first($0), String($0.classes.first?.prefix { $0 != "_" } ?? "")) }
    #expect(edges.map(\.0).sorted() == ["+", "×", "~", "−", "−"].sorted())
    #expect(edges.map(\.1).sorted() == ["added", "changed", "ended", "removed", "removed"])
    let signs = Set(picture.legend.compactMap { $0.texts.first?.first })
    #expect(signs.isSuperset(of: ["+", "−", "×", "~"]))
    #expect(picture.heading.contains { $0.contains("old.pg") && $0.contains("new.pg") && $0.contains("1915") })
  }

  @Test func `what stays in place has one place, and the same input gives the same bytes`() throws {
    let diagram = try Self.diagram("en", .light, Self.old, Self.new)
    #expect(try diagram.renderAndWait(.svg).bytes == diagram.renderAndWait(.svg).bytes)
    #expect(diagram.nodes.map(\.id).sorted() == ["a", "b", "c", "d"])
    let page = try String(decoding: diagram.renderAndWait(.html).bytes, as: UTF8.self)
    #expect(page.contains("name: 'B' → 'B"))
  }

  @Test func `one id that leads elsewhere is one removed and one added`() throws {
    let diagram = try Self.diagram("en", .light, "a\nb\nc\nx: a -> b :R", "a\nb\nc\nx: a -> c :R")
    #expect(diagram.edges.map(\.kind.className).sorted() == ["added_other", "removed_other"])
    #expect(Set(diagram.edges.map(\.id)).count == 2)
  }
}

/// Of large graphs what differs is drawn, with its neighbours.
struct LargeDifferenceTests {
  /// A ring of nodes with a hub in the middle that is tied to some of them.
  private static func ring(_ count: Int, _ change: String = "", hub: Int = 0) throws -> Graph {
    var text = (0..<count).map { "n\($0) :X name:\"Node \($0)\"\n" }.joined()
    text += (0..<count).map { "n\($0) -- n\(($0 + 1) % count) :PARTNERS_WITH\n" }.joined()
    text += (0..<hub).map { "n0 -> n\($0 + 2) :LEADS\n" }.joined()
    return try Repository.graph(pg: text + change)
  }

  private static func diagram(_ old: Graph, _ new: Graph, part: GraphPart? = nil, _ language: String = "en") throws
    -> Diagram
  {
    let difference = try GraphDifference(from: old, to: new, today: PartialDate("2020"))
    return try Diagram(
      difference, difference.union(), before: ComparedGraph(name: "old.pg", asOf: nil),
      after: ComparedGraph(name: "new.pg", asOf: nil), part: part, options: DiagramOptions(language: language))
  }

  @Test func `a tie that is new in a large graph is drawn with what surrounds its ends`() throws {
    let diagram = try Self.diagram(Self.ring(600), Self.ring(600, "n10 -- n300 :RIVALS\n"))
    #expect(Set(diagram.nodes.map(\.id)) == ["n9", "n10", "n11", "n299", "n300", "n301"])
    #expect(diagram.edges.count == 5)
    #expect(diagram.caption[1] == "Drawn: 6 of 600 nodes, 1 of 1 changes")
    let korean = try Self.diagram(Self.ring(600), Self.ring(600, "n10 -- n300 :RIVALS\n"), "ko")
    #expect(korean.caption[1] == "그린 것: 노드 600개 중 6개, 변경 1건 중 1건")
  }

  @Test func `where neighbours are too many, what differs is drawn alone`() throws {
    let diagram = try Self.diagram(Self.ring(600, hub: 400), Self.ring(600, "n0 -- n500 :RIVALS\n", hub: 400))
    #expect(Set(diagram.nodes.map(\.id)) == ["n0", "n500"])
    #expect(diagram.edges.count == 1)
  }

  @Test func `small graphs, and large ones that are asked for, are drawn whole`() throws {
    #expect(try Self.diagram(Self.ring(100), Self.ring(100, "n1 -- n50 :RIVALS\n")).nodes.count == 100)
    #expect(try Self.diagram(Self.ring(600), Self.ring(600, "n1 -- n50 :RIVALS\n"), part: .whole).nodes.count == 600)
    #expect(try Self.diagram(Self.ring(600), Self.ring(600)).nodes.count == 600)
  }

  @Test func `an actor and what surrounds it can be asked for`() throws {
    let diagram = try Self.diagram(
      Self.ring(600), Self.ring(600, "n10 -- n300 :RIVALS\n"), part: .around(NodeID(10), depth: 1))
    #expect(Set(diagram.nodes.map(\.id)) == ["n9", "n10", "n11", "n300"])
    #expect(diagram.caption[1] == "Drawn: 4 of 600 nodes, 1 of 1 changes")
  }
}
