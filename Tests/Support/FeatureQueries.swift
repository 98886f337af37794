import Foundation

/// A query text of a `.feature` file, with the error its scenario expects of it.
public struct FeatureQuery: Sendable {
  /// File, scenario and example, for messages.
  public let place: String
  public let text: String
  /// `SyntaxError compile time: UnexpectedSyntax`, or nil where the query is to run.
  public let error: String?
}

/// The query texts of the openCypher TCK, without running any.
public enum FeatureQueries {
  /// The folder that `$OPENCYPHER_TCK` names.
  public static var folder: String? {
    guard let folder = ProcessInfo.processInfo.environment["OPENCYPHER_TCK"], !folder.isEmpty else {
      return nil
    }
    return folder
  }

  /// Every query of every feature, outlines filled in.
  public static func all(in folder: String) throws -> [FeatureQuery] {
    guard let files = FileManager.default.enumerator(atPath: folder) else { return [] }
    var queries: [FeatureQuery] = []
    for case let file as String in files where file.hasSuffix(".feature") {
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      queries += self.queries(of: text, file: file)
    }
    return queries.sorted { $0.place < $1.place }
  }

  private struct Scenario {
    var name = ""
    var queries: [(text: String, tested: Bool)] = []
    var error: String?
    var header: [String] = []
    var rows: [[String]] = []
  }

  private static func queries(of feature: String, file: String) -> [FeatureQuery] {
    var found: [FeatureQuery] = []
    var scenario = Scenario()
    var quoted: [Substring]?
    var indent = 0
    var tested = false
    var examples = false
    for line in feature.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed == "\"\"\"" {
        if let lines = quoted {
          scenario.queries.append((lines.joined(separator: "\n"), tested))
          quoted = nil
        } else {
          indent = line.prefix { $0 == " " || $0 == "\t" }.count
          quoted = []
        }
      } else if quoted != nil {
        quoted?.append(line.dropFirst(min(indent, line.prefix { $0 == " " || $0 == "\t" }.count)))
      } else if trimmed.hasPrefix("Scenario") || trimmed.hasPrefix("Background") {
        found += expanded(scenario, file: file)
        scenario = Scenario(name: trimmed)
        examples = false
      } else if trimmed.hasPrefix("When ") || trimmed.hasPrefix("Given ") || trimmed.hasPrefix("And ") {
        tested = trimmed.contains("executing query")
      } else if trimmed.hasPrefix("Then a"), let range = trimmed.range(of: " should be raised at ") {
        let kind = trimmed[..<range.lowerBound].split(separator: " ").last ?? ""
        scenario.error = "\(kind) \(trimmed[range.upperBound...])"
      } else if trimmed.hasPrefix("Examples:") {
        examples = true
        scenario.header = []
      } else if examples, trimmed.hasPrefix("|") {
        let cells = cells(of: trimmed)
        if scenario.header.isEmpty { scenario.header = cells } else { scenario.rows.append(cells) }
      }
    }
    return found + expanded(scenario, file: file)
  }

  private static func cells(of row: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var escaped = false
    for character in row.dropFirst() {
      if escaped {
        cell.append(
          character == "|" ? "|" : character == "n" ? "\n" : character == "\\" ? "\\" : "\\\(character)")
        escaped = false
      } else if character == "\\" {
        escaped = true
      } else if character == "|" {
        cells.append(cell.trimmingCharacters(in: .whitespaces))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells
  }

  private static func expanded(_ scenario: Scenario, file: String) -> [FeatureQuery] {
    let rows = scenario.rows.isEmpty ? [[]] : scenario.rows
    var found: [FeatureQuery] = []
    for (number, row) in rows.enumerated() {
      for (query, tested) in scenario.queries {
        var text = query
        for (key, value) in zip(scenario.header, row) { text = text.replacing("<\(key)>", with: value) }
        let place = "\(file) \(scenario.name)\(scenario.rows.isEmpty ? "" : " #\(number + 1)")"
        found.append(FeatureQuery(place: place, text: text, error: tested ? scenario.error : nil))
      }
    }
    return found
  }
}
