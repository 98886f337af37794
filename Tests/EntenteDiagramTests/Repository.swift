import Entente
import EntenteDiagram
import EntenteSyntax
import Foundation

/// The graphs and saved queries of this checkout.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func graph(_ name: String) throws -> Graph {
    let data = try Data(contentsOf: root.appending(path: "Graphs/\(name).pg"))
    let reading = GraphFormat.pg.read(SourceText(utf8: ContiguousArray(data), name: name))
    return try reading.document.graph()
  }

  /// A graph written down in a test.
  static func graph(pg text: String) throws -> Graph {
    try GraphFormat.pg.read(SourceText(text, name: "test.pg")).document.graph()
  }
}
