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
