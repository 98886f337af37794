import Entente
import EntenteDrawing
import EntenteSyntax
import EntenteTestSupport
import Testing

@testable import EntenteDiagram

/// Tiles: as large as their areas, none on another, words inside.
struct TileTests {
  static func diagram(
    _ name: String, language: String = "en", style: String = "", clustering: DiagramOptions.Clustering? = nil,
    theme: DiagramTheme = .light
  ) throws -> Diagram {
    var options = DiagramOptions(language: language, engine: .patchwork)
    options.clustering = clustering
    options.theme = theme
    options.styleSheets = [StyleSheet(parsing: SourceText(style, name: "test"))]
    #expect(options.styleSheets[0].diagnostics == [])
    return Diagram(try Repository.graph(name), options: options)
  }

  /// Graphviz itself says where a fixed size is too small for its words: there must be no such message.
  @Test(arguments: LegibilityTests.graphs, ["en", "ko", "zh"])
  func `tiles hold their words, and no tile lies on another`(name: String, language: String) async throws {
    for theme in DiagramTheme.allCases {
      for clustering in [nil, DiagramOptions.Clustering.label] {
        let diagram = try Self.diagram(name, language: language, clustering: clustering, theme: theme)
        let picture = try await diagram.render(.svg)
        let drawn = try DrawnPicture(picture.bytes)
        #expect(Legibility.faults(in: drawn) == [])
        #expect(drawn.nodes.count == diagram.nodes.count && drawn.edges.isEmpty)
        #expect(drawn.clusters.count == diagram.clusters.count)
        #expect(drawn.heading.contains { $0 == Words(language).lineless }, "the caption says what is not drawn")
        #expect(picture.diagnostics.allSatisfy { $0.code == "DW09" }, "\(picture.diagnostics)")
        for (node, tile) in zip(diagram.nodes, drawn.nodes) where tile.texts.contains(where: { $0.hasSuffix("…") }) {
          #expect(tile.title.hasPrefix(node.label.prefix(8)), "a name that is cut stands whole where the pointer rests")
        }
      }
    }
  }

  @Test func `areas are as a style sheet says`() async throws {
    let seed: UInt64 = 11
    var random = SplitMix64(seed: seed)
    let areas = (0..<40).map { _ in Double(1 + random.next() % 1_000) }
    let text = areas.enumerated().map { "n\($0) :X name:\"Node number \($0)\" size:\(Int($1))\n" }.joined()
    var options = DiagramOptions(engine: .patchwork)
    options.styleSheets = [
      StyleSheet(parsing: SourceText("node { area: scale(linear, size, 1, 1000, 1, 1000) }", name: "test"))
    ]
    let diagram = Diagram(try Repository.graph(pg: text), options: options)
    let drawn = try DrawnPicture(try await diagram.render(.svg).bytes)
    // A tile has white around it.
    let drawnAreas = drawn.nodes.map { ($0.shape.right - $0.shape.left + 3) * ($0.shape.bottom - $0.shape.top + 3) }
    let (all, allDrawn) = (areas.reduce(0, +), drawnAreas.reduce(0, +))
    for (area, drawn) in zip(areas, drawnAreas) where area > 50 {
      #expect(
        abs(drawn / allDrawn - area / all) < 0.02 * area / all, "seed \(seed): \(area / all), \(drawn / allDrawn)")
    }
    #expect(drawn.legend.contains { $0.texts == ["area: size 1–1000"] })
  }

  @Test(arguments: [Diagram.Format.png, .pdf])
  func `other formats have the same tiles`(format: Diagram.Format) async throws {
    let diagram = try Self.diagram("highland-tribes", language: "ko")
    let picture = try await diagram.render(format)
    #expect(picture.bytes.count > 5_000)
    #expect(picture.bytes == (try await diagram.render(format)).bytes)
  }

  @Test func `tiny tiles and words of every kind are drawn`() async throws {
    let names = [
      "", " ", "가", "알리바바 그룹 홀딩스", "阿里巴巴集团控股有限公司", String(repeating: "W", count: 300), "a b c d e f g h",
      "\\N <b>x</b> & \"y\"", "two\nlines",
    ]
    var diagram = Diagram(caption: ["Nine names"], engine: .patchwork)
    let kinds = [Diagram.NodeKind("thing", shape: .box), Diagram.NodeKind("person", shape: .ellipse)]
    for (index, name) in names.enumerated() {
      var node = Diagram.Node(id: "n\(index)", label: name, kind: kinds[index % 2])
      node.style[.area] = .number([0.001, 1, 1_000_000][index % 3])
      _ = diagram.addNode(node)
    }
    let picture = try await diagram.render(.svg)
    #expect(try DrawnPicture(picture.bytes).nodes.count == names.count)
    #expect(picture.diagnostics.map(\.code) == ["DW09"], "\(picture.diagnostics)")
  }

  @Test func `a page with tiles tells the relationships in words`() async throws {
    var options = DiagramOptions(engine: .patchwork)
    options.hasPageData = true
    let page = try await Diagram(try Repository.graph("highland-tribes"), options: options).render(.html).text
    #expect(page.contains("\"from\":0"))
    #expect(!page.contains("class=\"edge"))
  }

  @Test func `several views are laid out by another layout`() async throws {
    var options = DiagramOptions(engine: .patchwork)
    options.hasCaption = false
    let graph = try Repository.graph("european-alliances")
    let strip = try Diagram(graph, at: [PartialDate("1872"), PartialDate("1882")], options: options)
    #expect(try DrawnPicture(try await strip.render(.svg).bytes).edges.count > 0)
  }
}

/// Words in boxes of any size.
struct TileWordsTests {
  private static func letter(_ character: Character) -> Double { character == " " ? 0.3 : character == "W" ? 0.9 : 0.5 }

  private static func width(_ line: Substring) -> Double { line.reduce(0) { $0 + letter($1) } }

  @Test func `words never leave their box`() {
    let seed: UInt64 = 5
    var random = SplitMix64(seed: seed)
    let letters: [Character] = ["a", "W", " ", "가", "中", "、", "…", "\n"]
    for round in 0..<2_000 {
      let text = String((0..<(random.next() % 40)).map { _ in letters[Int(random.next() % UInt64(letters.count))] })
      let (width, height) = (Double(random.next() % 200), Double(random.next() % 100))
      let wanted = Double(8 + random.next() % 17)
      let words = TileWords(text, width: width, height: height, wanted: wanted, letter: Self.letter)
      let context = "seed \(seed), round \(round): \(text.debugDescription) in \(width) × \(height)"
      #expect(words.size >= 8 && words.size <= wanted)
      #expect(words.height <= max(height, 0) || words.text.isEmpty, "\(context)")
      for line in words.text.split(separator: "\n") {
        #expect(Self.width(line) * words.size <= width + 1e-6, "\(context)")
      }
      if !words.isCut {
        #expect(words.text.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace }, "\(context)")
      }
    }
  }

  @Test(arguments: [
    ("Government of China", 200.0, 40.0, "Government of China", 12.0),
    ("Government of China", 80.0, 40.0, "Government of\nChina", 12.0),
    ("Government of China", 44.0, 40.0, "Government\nof China", 8.0),
    ("Government of China", 40.0, 12.0, "Governmen…", 8.0),
    ("Government of China", 3.0, 12.0, "", 8.0),
    ("Government of China", 200.0, 5.0, "", 8.0),
    ("阿里巴巴集团", 19.0, 40.0, "阿里巴\n巴集团", 12.0),
  ])
  func `words wrap, get smaller, are cut, in this order`(
    text: String, width: Double, height: Double, expected: String, size: Double
  ) {
    let words = TileWords(text, width: width, height: height, wanted: 12, letter: Self.letter)
    #expect(words.text == expected)
    #expect(words.size == size)
  }
}
