import Entente
import EntenteDrawing
import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import EntenteDiagram

/// Timelines: what stands where, and that the picture is sound.
struct TimelineTests {
  @Test(arguments: ["en", "ko", "zh"])
  func `a timeline is valid XML with a lane for each power and a bar for each end of a tie`(language: String) throws {
    let graph = try Repository.graph("european-alliances")
    let timeline = try Timeline(graph, options: DiagramOptions(language: language))
    #expect(timeline.lanes.count == 6)
    #expect(timeline.lanes.flatMap(\.bars).count == 40)
    let svg = timeline.svg
    #expect(svg == timeline.svg)
    let parser = XMLParser(data: Data(svg.utf8))
    let counter = ElementCounter()
    parser.delegate = counter
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    // The picture's own, one a kind in the legend, one a lane, one a bar.
    #expect(counter.counts["title"] == 1 + 2 + 6 + 40)
    #expect(counter.identifiers.count == Set(counter.identifiers).count, "ids stand once")
    #expect(counter.counts["desc"] == 1)
    #expect(!svg.contains("nan") && !svg.contains("inf"))
  }

  @Test func `a date is drawn no more exactly than it is known`() throws {
    let graph = try Repository.graph("european-alliances")
    let timeline = try Timeline(graph)
    let bars = timeline.lanes.flatMap(\.bars)
    let triple = try #require(bars.first { $0.id == "triple-germany-italy" })
    #expect(triple.start == .days(first: day(1882, 5, 20), last: day(1882, 5, 20)))
    #expect(triple.end == .days(first: day(1915, 1, 1), last: day(1915, 12, 31)))
    let cordiale = try #require(bars.first { $0.id == "entente-great-britain-france" })
    #expect(cordiale.end == .open)
  }

  @Test func `as of a date only what holds has a bar, and the date is drawn`() throws {
    let graph = try Repository.graph("european-alliances")
    var options = DiagramOptions()
    options.restriction = GraphRestriction(asOf: try PartialDate("1914-07-28"))
    let timeline = try Timeline(graph.restricted(to: options.restriction).graph, options: options)
    #expect(timeline.lanes.flatMap(\.bars).count == 14)
    #expect(timeline.svg.contains("<title>as of 1914-07-28</title>"))
    #expect(timeline.caption.contains { $0.contains("as of 1914-07-28") })
  }

  @Test(arguments: DiagramTheme.allCases, ["en", "ko"])
  func `a PNG and a PDF have the words of the SVG`(theme: DiagramTheme, language: String) throws {
    var options = DiagramOptions(language: language)
    options.theme = theme
    options.hasFootnotes = true
    var timeline = try Timeline(Repository.graph("european-alliances"), options: options)
    let png = try timeline.renderAndWait(.png)
    #expect(png.diagnostics.isEmpty, "\(png.diagnostics)")
    let size = try #require(png.size)
    #expect(Self.pixels(png.bytes) == Self.dots(size, 96))
    timeline.resolution = 192
    let large = try timeline.renderAndWait(.png)
    #expect(Self.pixels(large.bytes) == Self.dots(size, 192))
    let pdf = try timeline.renderAndWait(.pdf)
    #expect(pdf.bytes == (try timeline.renderAndWait(.pdf)).bytes)
    let words = try PDFText.read(pdf.bytes)
    for lane in timeline.lanes {
      #expect(words.contains(lane.name), "\(lane.name)")
      for bar in lane.bars {
        let label = bar.label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(label), "\(label): \(words)")
      }
    }
    #expect(timeline.title.map(words.contains) == true)
  }

  /// Words on the ground, and on bars, whose colour is that of their outline.
  @Test(arguments: DiagramTheme.allCases)
  func `words of a timeline have a contrast of 4.5`(theme: DiagramTheme) throws {
    var options = DiagramOptions()
    options.theme = theme
    let timeline = try Timeline(Repository.graph("european-alliances"), options: options)
    var grounds: [(left: Double, top: Double, right: Double, bottom: Double, fill: String)] = []
    var count = 0
    for case .mark(let mark) in TimelineDrawing(timeline).pieces {
      switch mark {
      case .box(let left, let top, let width, let height, let fill, _, _):
        grounds.append((left, top, left + width, top + height, fill))
      case .words(let words):
        let ground = grounds.last {
          $0.left < words.place.x && words.place.x < $0.right && $0.top < words.place.y - 3
            && words.place.y - 3 < $0.bottom
        }
        let contrast = try #require(StyleColor.contrast(words.color, ground?.fill ?? timeline.background))
        #expect(contrast >= 4.5, "\(theme): \(words.text) has \(contrast)")
        count += 1
      case .line, .polygon: break
      }
    }
    #expect(count > 60)
  }

  @Test func `a page of a timeline holds each tie once, and knows both its bars`() throws {
    var options = DiagramOptions()
    options.hasPageData = true
    let page = try Timeline(Repository.graph("european-alliances"), options: options).renderAndWait(.html).text
    #expect(page.components(separatedBy: "\"group\":\"e_triple_germany_italy\"").count == 2)
    #expect(page.components(separatedBy: "id=\"e_triple_germany_italy\"").count == 2)
    #expect(page.components(separatedBy: "id=\"e_triple_germany_italy_2\"").count == 2)
  }

  @Test func `a timeline is no graph`() throws {
    let timeline = try Timeline(Repository.graph("european-alliances"))
    for format in [Diagram.Format.dot, .mermaid] {
      #expect(throws: RenderError.self) { try timeline.renderAndWait(format) }
    }
  }

  private static func dots(_ size: Picture.Size, _ resolution: Double) -> [Int] {
    [Int((size.width * resolution / 72).rounded()), Int((size.height * resolution / 72).rounded())]
  }

  /// Width and height of a PNG.
  private static func pixels(_ png: [UInt8]) -> [Int] {
    [16, 20].map { start in png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
  }

  @Test func `without dates there is nothing to draw`() throws {
    #expect(try Timeline(Repository.graph("highland-tribes")).isEmpty)
  }

  private func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    (try? Temporal.Date(year: year, month: month, day: day).epochDay) ?? .min
  }
}

private final class ElementCounter: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]
  var identifiers: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
    if let id = attributes["id"] { identifiers.append(id) }
  }
}
