import Entente
import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

@testable import EntenteDiagram

/// Every text that is drawn can be told from what lies under it, in every theme: found in the pictures themselves.
struct ContrastTests {
  /// The same words on a page that a reader sees in the dark: its style turns pictures on light grounds.
  private static func inTheDark(_ color: String) -> String? {
    guard color.count == 7, let number = UInt32(color.dropFirst(), radix: 16) else { return nil }
    let turned = [16, 8, 0].map { 0.93 - 0.86 * Double(number >> $0 & 255) / 255 }
    // The matrix of `hue-rotate(180deg)`, Filter Effects Module Level 1, section 8.5.
    let rows = [[-0.574, 1.43, 0.144], [0.426, 0.43, 0.144], [0.426, 1.43, -0.856]]
    let bytes = rows.map { row in
      Int((min(max(zip(row, turned).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1) * 255).rounded())
    }
    return "#" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func expectReadable(_ diagram: Diagram, _ theme: DiagramTheme, _ what: String) async throws {
    let words = try TextContrast(try await diagram.render(.svg, limits: RenderLimits(time: .seconds(240))).bytes).words
    #expect(words.count > 5)
    for word in words {
      #expect(word.contrast >= 4.5, "\(theme), \(what): «\(word.text)» in \(word.color) on \(word.ground)")
      guard theme != .dark else { continue }
      let color = try #require(inTheDark(word.color))
      let ground = try #require(inTheDark(word.ground))
      let contrast = try #require(StyleColor.contrast(color, ground))
      #expect(contrast >= 4.5, "\(theme), \(what), on a dark page: «\(word.text)» in \(color) on \(ground)")
    }
  }

  @Test(arguments: LegibilityTests.graphs, DiagramTheme.allCases)
  func `words of pictures have a contrast of 4.5 with what lies under them`(name: String, theme: DiagramTheme)
    async throws
  {
    var options = DiagramOptions()
    options.theme = theme
    options.hasFootnotes = true
    let graph = try Repository.graph(name)
    try await Self.expectReadable(Diagram(graph, options: options), theme, "the whole")
    options.clustering = .label
    try await Self.expectReadable(Diagram(graph, options: options), theme, "with boxes")
    options.engine = .patchwork
    try await Self.expectReadable(Diagram(graph, options: options), theme, "tiles")
  }

  @Test(arguments: DiagramTheme.allCases)
  func `words of views, differences and money have it too`(theme: DiagramTheme) async throws {
    var options = DiagramOptions()
    options.theme = theme
    let graph = try Repository.graph("european-alliances")
    let strip = try Diagram(graph, at: [PartialDate("1872"), PartialDate("1908")], options: options)
    try await Self.expectReadable(strip, theme, "a strip")
    let story = try #require(Diagram(try Story(graph, options: options), options: options).pages.last)
    try await Self.expectReadable(story, theme, "a story")
    let difference = try GraphDifference(
      from: graph, to: graph, asOf: (PartialDate("1890"), PartialDate("1908")), today: PartialDate("2026"))
    let compared = Diagram(
      difference, try difference.union(), before: ComparedGraph(name: "a", asOf: "1890"),
      after: ComparedGraph(name: "b", asOf: "1908"), options: options)
    try await Self.expectReadable(compared, theme, "a difference")
    options.styleSheets = [
      StyleSheet(parsing: SourceText("node { fillcolor: categorize(id); } relationship { color: red }", name: "test"))
    ]
    try await Self.expectReadable(Diagram(graph, options: options), theme, "with a style sheet")
  }

  @Test func `words of a page have it in the light and in the dark`() throws {
    let css = try HTMLPageTests.source("page.css")
    let blocks = css.components(separatedBy: "--paper:").dropFirst().map { "--paper:" + $0 }
    // In the light, in the dark, and on paper.
    #expect(blocks.count == 3)
    var pairs = 0
    for block in blocks {
      var colors: [String: String] = [:]
      for part in block.prefix(while: { $0 != "}" }).split(separator: ";") {
        let sides = part.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
        guard sides.count == 2, sides[0].hasPrefix("--"), sides[1].hasPrefix("#") else { continue }
        colors[sides[0]] = sides[1].count == 4 ? "#" + sides[1].dropFirst().map { "\($0)\($0)" }.joined() : sides[1]
      }
      for words in ["--ink", "--soft", "--mark"] {
        for ground in ["--paper", "--panel"] + (words == "--soft" ? [] : ["--chosen"]) {
          guard let ink = colors[words], let paper = colors[ground] else { continue }
          pairs += 1
          let contrast = try #require(StyleColor.contrast(ink, paper))
          #expect(contrast >= 4.5, "\(words) on \(ground): \(contrast)")
        }
      }
    }
    #expect(pairs >= 16)
  }
}
