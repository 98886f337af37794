import Entente
import EntenteDrawing
import EntenteSyntax
import EntenteTestSupport
import Testing

@testable import EntenteDiagram

/// What makes a theme readable for everybody.
struct ThemeTests {
  /// A diagram with every kind of node that has looks of its own, and ties of every kind between them.
  private static func diagram(_ theme: DiagramTheme) throws -> Diagram {
    let labels = DefaultStyles.known.keys.sorted()
    var text = labels.map { "\($0) :\($0) name:\($0)\n" }.joined()
    text += "Company -- Person :PARTNERS_WITH\nCompany -- Person :RIVALS\nCompany -> Project :INVESTS_IN\n"
    text +=
      "Company -> Project :BUILDS\nCompany -- Person :KNOWS\nCompany -> Project :BUILDS until:2010 source:Source\n"
    var options = DiagramOptions(hiddenLabels: [])
    options.theme = theme
    options.today = try PartialDate("2026")
    return Diagram(try Repository.graph(pg: text), options: options)
  }

  private static func color(_ value: AttributeValue?) -> String? {
    if case .text(let text)? = value { text } else { nil }
  }

  @Test(arguments: DiagramTheme.allCases)
  func `a theme is a style sheet without mistakes`(theme: DiagramTheme) {
    #expect(theme.sheet.diagnostics == [])
    #expect(!theme.sheet.rules.isEmpty)
  }

  @Test(arguments: DiagramTheme.allCases)
  func `words have a contrast of 4.5, and outlines and lines of 3`(theme: DiagramTheme) throws {
    let drawing = try Self.diagram(theme).drawn(as: .svg).drawing
    let ground = try #require(Self.color(drawing.graphAttributes[.bgcolor]))
    #expect(drawing.nodes.count > 10 && drawing.edges.count == 6)
    for node in drawing.nodes {
      let attributes = drawing.nodeDefaults.merging(node)
      let fill = try #require(Self.color(attributes[.fillcolor]))
      let words = try #require(Self.color(attributes[.fontcolor]))
      let outline = try #require(Self.color(attributes[.color]))
      #expect(try #require(StyleColor.contrast(words, fill)) >= 4.5, "\(theme): \(node)")
      #expect(try #require(StyleColor.contrast(outline, ground)) >= 3, "\(theme): \(node)")
    }
    for edge in try Self.diagram(theme).edges {
      let line = try #require(Self.color(edge.kind.attributes.merging(edge.style)[.color]))
      let words = Self.color(edge.style[.fontcolor]) ?? edge.kind.textColor
      #expect(try #require(StyleColor.contrast(line, ground)) >= 3, "\(theme): \(edge.kind.name)")
      #expect(try #require(StyleColor.contrast(words, ground)) >= 4.5, "\(theme): \(edge.kind.name)")
    }
    let palette = try Self.diagram(theme).palette
    for words in [palette.text, palette.softText] {
      #expect(try #require(StyleColor.contrast(words, ground)) >= 4.5)
      #expect(try #require(StyleColor.contrast(words, palette.clusterGround)) >= 4.5)
    }
  }

  /// Colours that mean different things, of ties by kind and of what has ended, look different to everybody: by 12 in
  /// L*a*b*, five times what is just noticed; or they are the same, as in print, and tell nothing.
  @Test(arguments: DiagramTheme.allCases, ColorVision.allCases)
  func `colours of ties are told apart with every colour vision`(theme: DiagramTheme, vision: ColorVision) throws {
    let edges = try Self.diagram(theme).edges
    let colors = Set(edges.compactMap { Self.color($0.kind.attributes.merging($0.style)[.color]) }).sorted()
    #expect(colors.count == (theme == .print ? 3 : 5))
    for (index, color) in colors.enumerated() {
      for other in colors[(index + 1)...] {
        let distance = try #require(vision.distance(color, other))
        #expect(distance >= 12, "\(theme), \(vision): \(color) and \(other) are \(distance) apart")
      }
    }
  }

  @Test func `the simulation changes what it should`() throws {
    // Red and green of the same lightness are the same to a deutan eye, and to no other.
    let (red, green) = ("#b06050", "#7a7a45")
    #expect(try #require(ColorVision.deutan.distance(red, green)) < 25)
    #expect(try #require(ColorVision.full.distance(red, green)) > 35)
    #expect(ColorVision.full.distance("#000000", "#ffffff").map { abs($0 - 100) < 0.1 } == true)
    #expect(ColorVision.full.distance("#ff0000", "#ff0000") == 0)
  }

  /// Shape and outline alone tell the kinds, whatever somebody sees of colours; a project is what its own kind is.
  @Test(arguments: DiagramTheme.allCases)
  func `no kind is told by colour alone`(theme: DiagramTheme) throws {
    let diagram = try Self.diagram(theme)
    var shapes: [String: String] = [:]
    for kind in Set(diagram.nodes.map(\.kind))
    where !["project", "actor"].contains(kind.name) && kind.style[.shape] == nil {
      let looks = "\(kind.shape)"
      #expect(shapes[looks] == nil || shapes[looks] == kind.name, "\(theme): \(kind.name) and \(shapes[looks] ?? "")")
      shapes[looks] = kind.name
    }
    var lines: [String: String] = [:]
    for kind in Set(diagram.edges.map(\.kind)) {
      let attributes = kind.attributes
      let looks =
        "\(String(describing: attributes[.style])) \(String(describing: attributes[.dir])) "
        + "\(String(describing: attributes[.arrowhead])) \(String(describing: attributes[.penwidth]))"
      #expect(lines[looks] == nil, "\(theme): \(kind.name) and \(lines[looks] ?? "")")
      lines[looks] = kind.name
    }
    #expect(shapes.count > 10 && lines.count == 5)
  }

  @Test func `expressions may end in a comment, and share one limit of time`() throws {
    let graph = try Repository.graph(pg: "a :N\nb :N\na -> b :R\n")
    let comment = StyleSheet(parsing: SourceText("node:where(n.id = 'a' // here\n) { shape: box }", name: "test"))
    #expect(comment.diagnostics.isEmpty && comment.rules.count == 1)
    #expect(StyleCheck.diagnostics(of: comment, on: graph).isEmpty)
    // Each of these would take hours: ten thousand million steps a node.
    let steps = "all(x IN range(1, 100000) WHERE all(y IN range(1, 100000) WHERE x + y > 0))"
    let slow = StyleSheet(
      parsing: SourceText(String(repeating: "node:where(\(steps)) { shape: box }\n", count: 3), name: "test"))
    let findings = StyleCheck.diagnostics(of: slow, on: graph)
    #expect(findings.map(\.code) == ["SS031", "SS031", "SS031"])
    // The first has all the time, the others have none left.
    #expect(findings.map(\.message).allSatisfy { $0.contains("took longer than its limit of") }, "\(findings)")
    #expect(findings.count { $0.message.contains("its limit of 0") } == 2, "\(findings.map(\.message))")
  }

  @Test(arguments: ["\\", "node \\", "node { color: red } @graph \\", "node.\\"])
  func `a backslash at the end of a sheet ends with it`(text: String) {
    #expect(!StyleSheet(parsing: SourceText(text, name: "test")).diagnostics.isEmpty)
  }

  @Test func `a thousand hostile style sheets give errors or harmless diagrams`() throws {
    let graph = try Repository.graph(
      pg: """
        alibaba :Company name:Alibaba claim:1
        nvidia :Company name:Nvidia
        alibaba -- nvidia :RIVALS claim:2 amount@KRW:5000000000000
        """)
    let seed: UInt64 = 6
    var random = SplitMix64(seed: seed)
    let words = [
      "node", "relationship", "cluster", "@graph", ".Company", "#alibaba", "[claim]", "[amount@KRW > 1e12]",
      ":where(n.name = 'x')", ":where(EXISTS { (n)--() })", "{", "}", ":", ";", "color", "fillcolor", "shape", "label",
      "penwidth", "URL", "fontname", "style", "bgcolor", "legend", "#fff", "red", "javascript:alert(1)",
      "\"javascript:x\"",
      "\"\\\"><script>alert(1)</script>\"", "\"{name}\"", "scale(claim, 1, 20)", "categorize(name)", "box", "1e309",
      "-5",
      "\"file:///etc/passwd\"", "image", "shapefile", "stylesheet", "invis", "20in", "144", "\u{202E}", "가",
    ]
    for round in 0..<1_000 {
      var text = round % 2 == 0 ? "node { " : ""
      for _ in 0..<(2 + random.next() % 12) { text += words[Int(random.next() % UInt64(words.count))] + " " }
      let sheet = StyleSheet(parsing: SourceText(text, name: "hostile"))
      var options = DiagramOptions()
      options.styleSheets = [sheet]
      if round % 20 == 0 { _ = StyleCheck.diagnostics(of: sheet, on: graph) }
      let dot = Diagram(graph, options: options).dot
      for bad in ["<script", "URL=\"javascript", "file:", "shapefile=", "image=", "stylesheet="] {
        #expect(!dot.contains(bad), "seed \(seed), round \(round): \(text)")
      }
    }
  }
}
