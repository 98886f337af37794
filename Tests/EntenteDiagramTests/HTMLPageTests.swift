import Entente
import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

@testable import EntenteDiagram

/// The one HTML file: whole in itself, safe, and small.
struct HTMLPageTests {
  static let folder = QueryScript.package.appendingPathComponent("Sources/EntenteDiagram/HTML")

  static func source(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  static func page(
    _ graph: Graph, language: String = "en", engine: Diagram.Engine = .automatic
  ) throws -> String {
    var options = DiagramOptions(language: language, engine: engine)
    options.hasPageData = true
    return try Diagram(graph, options: options).renderAndWait(.html).text
  }

  @Test func `the style and the script in the program are the files beside it`() throws {
    #expect(PageResources.style == (try Self.source("page.css")), "run Scripts/page-resources")
    #expect(
      PageResources.script == (try Self.source("names.js")) + "\n" + (try Self.source("page.js")),
      "run Scripts/page-resources")
  }

  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
    (String(repeating: "a", count: 1000), "Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM="),
  ])
  func `hashes are those of the standard`(text: String, hash: String) {
    #expect(SHA256.base64(of: text.utf8) == hash)
  }

  @Test func `the policy of a page allows its own script and style, and nothing else`() throws {
    let page = try Self.page(QueryScript.graph(named: "ai-infrastructure"))
    func content(_ start: String, _ end: String) throws -> Substring {
      let from = try #require(page.range(of: start)).upperBound
      return page[from..<(try #require(page.range(of: end, range: from..<page.endIndex))).lowerBound]
    }
    let policy = try content("Content-Security-Policy\" content=\"", "\"")
    let script = SHA256.base64(of: try content("<script type=\"module\">", "</script>").utf8)
    let style = SHA256.base64(of: try content("<style>", "</style>").utf8)
    #expect(
      policy
        == "default-src 'none'; script-src 'sha256-\(script)'; style-src 'sha256-\(style)'; base-uri 'none'; form-action 'none'"
    )
    #expect(page.components(separatedBy: "<script").count == 3, "the data and the module")
    #expect(page.components(separatedBy: "<style").count == 2)
    #expect(page.ranges(of: /\s(?:src|style|on\w+)\s*=\s*"/).isEmpty)
    #expect(page.ranges(of: /(?:src|xlink:href)=|@import|url\(/).isEmpty)
  }

  @Test func `names from a graph are never markup`() throws {
    let evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u{2028}\"'&"
    var builder = GraphBuilder()
    let a = builder.addNode(id: "a", labels: ["X"], properties: [("name", .string(evil)), ("note", .string(evil))])
    let link = Value.string("javascript:alert(1)")
    let b = builder.addNode(id: Text(evil), labels: ["</style>"], properties: [("link", link)])
    builder.addRelationship(
      id: nil, from: a, to: b, type: "<b>", undirected: false, properties: [("source", .list([.string(evil)]))])
    let page = try Self.page(builder.build(), language: "en\"><script>")
    #expect(page.components(separatedBy: "<script").count == 3)
    #expect(page.components(separatedBy: "</script").count == 3)
    #expect(!page.contains("<img"))
    #expect(!page.contains("href=\"javascript"))
    let from = try #require(page.range(of: "id=\"data\">")).upperBound
    let json = page[from..<(try #require(page.range(of: "</script>", range: from..<page.endIndex))).lowerBound]
    let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(((data["nodes"] as? [[String: Any]])?.first?["names"] as? [String])?.first == evil)
  }

  @Test func `the same graph gives the same bytes, and an element is described once`() throws {
    let graph = try QueryScript.graph(named: "european-alliances")
    let page = try Self.page(graph, language: "ko")
    #expect(try Self.page(graph, language: "ko") == page)
    #expect(page.contains("\"label\":\"1872\",\"start\":-35794,\"end\":-35429"))
    #expect(page.contains("\"names\":[\"독일\",\"Germany\",\"Deutschland\",\"germany\"]"))
    #expect(!page.contains("font-family=\""))
  }

  @Test func `500 nodes and 800 relationships stay below a megabyte`() throws {
    var random = SplitMix64(seed: 3)
    var builder = GraphBuilder()
    let nodes = (0..<500).map { index in
      builder.addNode(
        id: Text("company-\(index)"), labels: ["Actor", "Company"],
        properties: [("name", .string("Company \(index)")), ("name@ko", .string("회사 \(index)"))])
    }
    for index in 0..<800 {
      let ends = (nodes.randomElement(using: &random) ?? nodes[0], nodes[index % 500])
      builder.addRelationship(
        id: Text("tie-\(index)"), from: ends.0, to: ends.1, type: index % 3 == 0 ? "RIVALS" : "PARTNERS_WITH",
        undirected: true,
        properties: [
          ("topic", .list([.string("a topic of some length")])), ("source", .list([.string("article")])),
          ("claim", .integer(Int64(index))), ("where", .string("\(index / 10).\(index % 10)")),
          ("since", .string("\(1990 + index % 30)")), ("note", .string("A sentence that says a little more about it.")),
        ])
    }
    let bytes = try Self.page(builder.build(), engine: .osage).utf8.count
    #expect(bytes < 1_000_000, "\(bytes) bytes")
  }

  @Test func `a diagram without a graph has a page too`() throws {
    var diagram = Diagram(title: "By hand")
    let kind = Diagram.NodeKind("Company", shape: .roundedBox)
    let a = diagram.addNode(Diagram.Node(id: "a", label: "Alpha", kind: kind, tooltip: "Alpha: company"))
    let b = diagram.addNode(Diagram.Node(id: "b", label: "Beta", kind: kind))
    diagram.edges.append(
      Diagram.Edge(id: "t", from: a, to: b, kind: .partnership("partnership"), label: "work\ntogether"))
    diagram.edges.append(Diagram.Edge(id: "u", from: a, to: 7, kind: .partnership("partnership")))
    let page = try diagram.renderAndWait(.html).text
    #expect(page.contains("\"names\":[\"Alpha\"],\"properties\":[[\"\",[\"Alpha: company\"]]]}"))
    #expect(page.contains("\"from\":0,\"to\":1,\"type\":0}"))
    #expect(!page.contains("\"to\":7"))
    #expect(page.contains("\"times\": []"))
  }
}
