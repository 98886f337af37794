import Entente
import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

@testable import EntenteDiagram

/// A story is a sequence of views, and a strip several of them side by side: nodes stay where they are.
struct StoryTests {
  static func story(_ language: String = "en", pageData: Bool = false) throws -> Diagram {
    var options = DiagramOptions(language: language)
    options.hasPageData = pageData
    return Diagram(try Story(try Repository.graph("european-alliances"), options: options), options: options)
  }

  /// The ties that hold as of each year by the rule of the fact file, counted from the graph as of that year.
  private static func ties(asOf year: Int) throws -> Set<String> {
    let graph = try Repository.graph("european-alliances")
    let part = try graph.restricted(to: GraphRestriction(asOf: try PartialDate(Text("\(year)")))).graph
    return Set((0..<UInt32(part.relationshipCount)).map { String(part.elementID(of: RelationshipID($0))) })
  }

  @Test(arguments: ["en", "ko"])
  func `the story of the powers shows what held in each of its years`(language: String) throws {
    let diagram = try Self.story(language)
    let years = [1872, 1873, 1879, 1881, 1882, 1887, 1890, 1894, 1898, 1904, 1907]
    #expect(diagram.views.count == years.count)
    for (view, year) in zip(diagram.views, years) {
      #expect(view.title.hasPrefix("\(year)"))
      #expect(view.text?.isEmpty == false)
      #expect(view.nodes.count == 6)
      #expect(Set(view.edges.map { diagram.edges[$0].id }) == (try Self.ties(asOf: year)), "\(year)")
    }
  }

  @Test func `a PDF has a page a step, each with its text`() async throws {
    let diagram = try Self.story()
    let file = FileManager.default.temporaryDirectory.appending(path: "story-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(try await diagram.render(.pdf).bytes).write(to: file)
    let info = try ProcessRun.shell("pdfinfo '\(file.path)'", in: TemporaryFolder.workspace())
    try #require(info.status == 0, "poppler-utils reads the pages")
    #expect(info.output.contains("Pages:           11"), "\(info.output)")
    for (number, view) in diagram.views.enumerated() {
      let page = try ProcessRun.shell(
        "pdftotext -f \(number + 1) -l \(number + 1) '\(file.path)' -", in: TemporaryFolder.workspace())
      let words = page.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains(view.title), "\(number): \(words)")
      for (other, title) in diagram.views.map(\.title).enumerated() where other != number {
        #expect(!words.contains(title), "page \(number) holds the title of \(other)")
      }
    }
  }

  @Test func `nodes stand in the same places on all pages`() async throws {
    var places: [String: [DrawnPicture.Rectangle]] = [:]
    for page in try Self.story().pages {
      let drawn = try DrawnPicture(try await page.render(.svg).bytes)
      #expect(Legibility.faults(in: drawn) == [])
      #expect(drawn.nodes.count == 6 && drawn.edges.count == page.views[0].edges.count)
      for node in drawn.nodes { places[node.id, default: []].append(node.shape) }
    }
    #expect(places.count == 6)
    for (id, shapes) in places {
      #expect(shapes.count == 11)
      for shape in shapes {
        #expect(abs(shape.left - shapes[0].left) < 1 && abs(shape.top - shapes[0].top) < 1, "\(id): \(shapes)")
      }
    }
  }

  @Test func `a strip has a panel a date, with the same places`() async throws {
    let graph = try Repository.graph("european-alliances")
    let years = ["1872", "1879", "1882", "1908"]
    let diagram = try Diagram(graph, at: years.map { try PartialDate(Text($0)) })
    let drawn = try DrawnPicture(try await diagram.render(.svg).bytes)
    #expect(drawn.elements.filter { $0.classes.contains("panel") }.flatMap(\.texts) == years)
    for (number, year) in years.enumerated() {
      let ids = drawn.edges.filter { $0.id.hasPrefix("p\(number + 1)_") }
      #expect(ids.count == (try Self.ties(asOf: Int(year) ?? 0)).count, "\(year)")
      let (node, other) = ("p\(number + 1)_n_germany", "p\(number + 1)_n_russia")
      let germany = try #require(drawn.nodes.first { $0.id == node })
      let russia = try #require(drawn.nodes.first { $0.id == other })
      let first = try #require(drawn.nodes.first { $0.id == "p1_n_germany" })
      let second = try #require(drawn.nodes.first { $0.id == "p1_n_russia" })
      #expect(abs((germany.shape.left - russia.shape.left) - (first.shape.left - second.shape.left)) < 0.1)
      #expect(germany.title.hasPrefix("Germany"))
    }
    #expect(Legibility.faults(in: drawn) == [])
    #expect(try await diagram.render(.svg).bytes == (try await diagram.render(.svg).bytes))
  }

  @Test func `show holds a query or ids, and says what is wrong with them`() throws {
    func story(_ show: String) throws -> Story {
      try Story(
        Repository.graph(
          pg: "a :X name:A\nb :X name:B\nc :X\nt1: a -> b :R\nb -> c :R\ns :Step order:1 name:One \(show)\n"))
    }
    func code(_ show: String) -> String {
      do {
        _ = try story(show)
        return "none"
      } catch let error as StoryError {
        return "\(error.diagnostic.code): \(error.diagnostic.message)"
      } catch { return "\(error)" }
    }
    #expect(Diagram(try story("")).views[0].nodes.count == 3)
    #expect(Diagram(try story("show:t1")).views[0].edges == [0])
    #expect(Diagram(try story("show:a,c")).views[0].nodes.count == 2)
    #expect(Diagram(try story("show:\"MATCH (n {name: 'A'}) RETURN n\"")).nodes.map(\.label) == ["A"])
    #expect(code("show:t2") == "DR17: `show` of the step `s` names `t2`, which is no node and no relationship")
    #expect(code("show:\"MATCH (n:Nothing) RETURN n\"") == "DR16: the step `s` shows nothing")
    #expect(code("show:\"MATCH (n RETURN n\"").hasPrefix("42"))
    #expect(!code("show:\"MATCH (n) SET n.x = 1 RETURN n\"").hasPrefix("none"))
    #expect(throws: StoryError.self) { try Story(Repository.graph("highland-tribes")) }
  }

  @Test func `a page has the steps, and draws all of them at once`() async throws {
    let page = try await Self.story(pageData: true).render(.html).text
    #expect(page.contains("\"steps\": [\n{\"title\":\"1872: Two rivalries\",\"text\":\"France and Germany"))
    #expect(page.components(separatedBy: "id=\"n_germany\"").count == 2)
    #expect(!page.contains("p1_n_"))
  }
}
