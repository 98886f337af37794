/// A feature file as read: what the openCypher TCK uses of Gherkin, and no more.
struct Feature: Equatable {
  var name: String
  /// The steps before those of every scenario.
  var background: [Step]
  var definitions: [ScenarioDefinition]
}

/// A `Scenario:` or a `Scenario Outline:` with its examples.
struct ScenarioDefinition: Equatable {
  /// The number that the title starts with: `[3]`.
  var number: Int
  var title: String
  var tags: [String]
  var isOutline: Bool
  var steps: [Step]
  /// One table for each `Examples:`.
  var examples: [Examples]
  var line: Int
}

/// The rows of one `Examples:` table.
struct Examples: Equatable {
  var header: [String]
  var rows: [[String]]
}

/// One step without its keyword: `Given any graph` has the text `any graph`.
struct Step: Equatable, Sendable {
  var text: String
  var docString: String?
  var table: [[String]]?
  var line: Int

  init(_ text: String, docString: String? = nil, table: [[String]]? = nil, line: Int) {
    self.text = text
    self.docString = docString
    self.table = table
    self.line = line
  }
}

/// A feature file that cannot be read, with its line counted from 1.
struct GherkinError: Error, Equatable, CustomStringConvertible {
  var line: Int
  var message: String

  var description: String { "line \(line): \(message)" }
}
