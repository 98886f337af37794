import Entente
import EntenteDiagram
import EntenteSyntax
import Foundation
import Testing

/// The pictures that the repository shows. `ENTENTE_PICTURES=folder` leaves them there to be looked at.
struct SavedPictureTests {
  static let race = """
    MATCH tie = (a:Actor)-[:PARTNERS_WITH|RIVALS]-(b:Actor) WHERE a.id < b.id RETURN tie
    UNION ALL
    MATCH tie = (:Actor)-[:INVESTS_IN|LEADS|FOUNDED|STEERS|BASED_IN|GOVERNS|RESTRICTS]->() RETURN tie
    UNION ALL
    MATCH tie = (:Project)-[:ANSWERS]->(:Project) RETURN tie
    """
  static let camps = """
    MATCH tie = (a:Actor)-[:PARTNERS_WITH|RIVALS]-(b:Actor) WHERE a.id < b.id RETURN tie
    UNION ALL MATCH tie = (:Actor)-[:BASED_IN|GOVERNS]->(:Country) RETURN tie
    """
  static let way = "MATCH way = shortestPath(({id: 'jack-ma'})-[*..8]-({id: 'stargate'})) RETURN way"
  static let around = "MATCH tie = ({id: 'alibaba'})-[]-() RETURN tie"
  static let europe =
    "MATCH tie = (a:Country)-[r:PARTNERS_WITH|RIVALS]-(b:Country) WHERE a.id < b.id RETURN tie"
  static let highland = "MATCH tie = (a)-[:PARTNERS_WITH|RIVALS]-(b) WHERE a.id < b.id RETURN tie"

  static let pictures: [(name: String, graph: String, query: String?)] = [
    ("race", "ai-infrastructure", race), ("camps", "ai-infrastructure", camps),
    ("way", "ai-infrastructure", way), ("around", "ai-infrastructure", around),
    ("whole", "ai-infrastructure", nil), ("europe", "european-alliances", europe),
    ("highland", "highland-tribes", highland),
  ]

  @Test(arguments: ["en", "ko", "zh"])
  func `every saved picture can be drawn`(language: String) async throws {
    let folder = ProcessInfo.processInfo.environment["ENTENTE_PICTURES"]
    for item in Self.pictures {
      let graph = try Repository.graph(item.graph)
      let options = DiagramOptions(title: item.query == nil ? nil : item.name.capitalized, language: language)
      let diagram =
        try item.query.map { Diagram(try graph.query($0), options: options) }
        ?? Diagram(graph, options: options)
      let picture = try await diagram.render(folder == nil ? .svg : .png)
      #expect(!picture.bytes.isEmpty)
      if let folder {
        for format in Diagram.Format.allCases {
          let picture = try await diagram.render(format)
          try Data(picture.bytes).write(
            to: URL(fileURLWithPath: "\(folder)/\(item.name).\(language).\(format.rawValue)"))
          for diagnostic in picture.diagnostics { print(item.name, diagnostic.message) }
        }
      }
    }
  }
}
