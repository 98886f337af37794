import Entente
import EntenteDiagram
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

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
    // The picture's own, one a lane, one a bar.
    #expect(counter.counts["title"] == 1 + 6 + 40)
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

  @Test func `without dates there is nothing to draw`() throws {
    #expect(try Timeline(Repository.graph("highland-tribes")).isEmpty)
  }

  private func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    (try? Temporal.Date(year: year, month: month, day: day).epochDay) ?? .min
  }
}

private final class ElementCounter: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
  }
}
