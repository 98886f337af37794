import Foundation

/// The graphs that `Given the NAME graph` refers to: `graphs/NAME/NAME.json` lists scripts of Cypher beside it.
struct NamedGraphs: Sendable {
  var folder: URL

  private struct Description: Decodable {
    var scripts: [String]
  }

  /// The statements that make a graph, in order.
  func statements(of name: String) throws(ScenarioFailure) -> [String] {
    let folder = folder.appending(path: name)
    do {
      let json = try Data(contentsOf: folder.appending(path: "\(name).json"))
      let description = try JSONDecoder().decode(Description.self, from: json)
      return try description.scripts.flatMap { script in
        Self.split(try String(contentsOf: folder.appending(path: "\(script).cypher"), encoding: .utf8))
      }
    } catch {
      throw ScenarioFailure("the graph \(name) cannot be read: \(error.localizedDescription)")
    }
  }

  /// Cuts a script at its semicolons, but not inside of quotes.
  static func split(_ script: String) -> [String] {
    var statements: [String] = []
    var statement = ""
    var quote: Character?
    var isEscaped = false
    for character in script {
      if character == ";", quote == nil {
        statements.append(statement)
        statement = ""
        continue
      }
      statement.append(character)
      if isEscaped {
        isEscaped = false
      } else if character == "\\", quote != "`" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, "'\"`".contains(character) {
        quote = character
      }
    }
    return (statements + [statement]).filter { !$0.allSatisfy(\.isWhitespace) }
  }
}
