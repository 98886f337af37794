/// Reads a feature file.
///
/// In goes the text, out comes a ``Feature``: steps with their doc strings and tables unescaped, outlines not yet
/// expanded. What is not understood is an error with its line, never skipped: a scenario that is not read is one
/// that silently does not count.
struct FeatureParser {
  private var lines: [Substring]
  private var next = 0
  private var feature: Feature?
  private var tags: [String] = []
  private var block = Block.none

  /// What a step or a table belongs to.
  private enum Block { case none, feature, background, scenario, examples }

  static func parse(_ text: String) throws(GherkinError) -> Feature {
    var parser = FeatureParser(text)
    return try parser.parseFeature()
  }

  private init(_ text: String) {
    // By scalars: "\r\n" is a single Character.
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      Substring(line.last == "\r" ? line.dropLast() : line)
    }
  }

  private mutating func parseFeature() throws(GherkinError) -> Feature {
    while next < lines.count {
      let line = lines[next].trimmed
      next += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      try read(line)
    }
    guard let feature else { throw error("the file has no Feature") }
    return feature
  }

  private mutating func read(_ line: Substring) throws(GherkinError) {
    if line.hasPrefix("@") {
      tags += line.split(separator: " ").map(String.init)
    } else if line.hasPrefix("|") {
      try readRow(line)
    } else if line.hasPrefix("\"\"\"") || line.hasPrefix("```") {
      try readDocString(delimiter: line.prefix(3))
    } else if let text = line.text(after: ["Given ", "When ", "Then ", "And ", "But ", "* "]) {
      try append(Step(String(text), line: next))
    } else if let name = line.text(after: ["Feature:"]) {
      guard feature == nil else { throw error("a second Feature in one file") }
      feature = Feature(name: String(name), background: [], definitions: [])
      tags = []
      block = .feature
    } else if line.text(after: ["Background:"]) != nil {
      guard feature?.definitions.isEmpty == true else {
        throw error("Background belongs before the scenarios")
      }
      block = .background
    } else if let title = line.text(after: ["Scenario Outline:", "Scenario Template:"]) {
      try begin(title, isOutline: true)
    } else if let title = line.text(after: ["Scenario:", "Example:"]) {
      try begin(title, isOutline: false)
    } else if line.text(after: ["Examples:", "Scenarios:"]) != nil {
      try beginExamples()
    } else if block != .feature {
      // Free text is a description only below the feature's title.
      throw error("this is no step, table or keyword: \(line)")
    }
  }

  private mutating func begin(_ title: Substring, isOutline: Bool) throws(GherkinError) {
    guard feature != nil else { throw error("a scenario before the Feature") }
    guard title.hasPrefix("["), let end = title.firstIndex(of: "]"),
      let number = Int(title[title.index(after: title.startIndex)..<end])
    else { throw error("the scenario's title does not start with its number in brackets: \(title)") }
    feature?.definitions.append(
      ScenarioDefinition(
        number: number, title: String(title[title.index(after: end)...].trimmed), tags: tags,
        isOutline: isOutline,
        steps: [], examples: [], line: next))
    tags = []
    block = .scenario
  }

  private mutating func beginExamples() throws(GherkinError) {
    guard let last = feature?.definitions.indices.last, feature?.definitions[last].isOutline == true else {
      throw error("Examples belong to a Scenario Outline")
    }
    feature?.definitions[last].examples.append(Examples(header: [], rows: []))
    tags = []
    block = .examples
  }

  private mutating func append(_ step: Step) throws(GherkinError) {
    switch block {
    case .background:
      feature?.background.append(step)
    case .scenario:
      if let last = feature?.definitions.indices.last { feature?.definitions[last].steps.append(step) }
    case .none, .feature, .examples:
      throw error("a step outside of a scenario: \(step.text)")
    }
  }

  private mutating func readRow(_ line: Substring) throws(GherkinError) {
    guard let cells = TableRow.cells(of: line) else { throw error("the row of a table does not end with |") }
    if block == .examples, let last = feature?.definitions.indices.last,
      let table = feature?.definitions[last].examples.indices.last
    {
      let header = feature?.definitions[last].examples[table].header ?? []
      if header.isEmpty {
        feature?.definitions[last].examples[table].header = cells
      } else {
        guard header.count == cells.count else {
          throw error("the row has \(cells.count) cells, its header has \(header.count)")
        }
        feature?.definitions[last].examples[table].rows.append(cells)
      }
    } else {
      try changeLastStep("a table") { step in
        step.table = (step.table ?? []) + [cells]
      }
    }
  }

  /// Reads up to the closing delimiter and takes the opening one's indentation off every line.
  private mutating func readDocString(delimiter: Substring) throws(GherkinError) {
    let first = next
    let opening = lines[next - 1]
    let indentation = opening.count - opening.trimmedStart.count
    var text: [String] = []
    while next < lines.count, lines[next].trimmed != delimiter {
      let line = lines[next]
      let blanks = line.count - line.trimmedStart.count
      text.append(String(line.dropFirst(min(blanks, indentation))).replacing("\\\"\\\"\\\"", with: "\"\"\""))
      next += 1
    }
    guard next < lines.count else { throw GherkinError(line: first, message: "the doc string is not closed") }
    next += 1
    try changeLastStep("a doc string") { $0.docString = text.joined(separator: "\n") }
  }

  private mutating func changeLastStep(_ what: String, _ change: (inout Step) -> Void) throws(GherkinError) {
    if block == .background, let last = feature?.background.indices.last, var step = feature?.background[last] {
      change(&step)
      feature?.background[last] = step
    } else if block == .scenario, let definition = feature?.definitions.indices.last,
      let last = feature?.definitions[definition].steps.indices.last,
      var step = feature?.definitions[definition].steps[last]
    {
      change(&step)
      feature?.definitions[definition].steps[last] = step
    } else {
      throw error("\(what) that belongs to no step")
    }
  }

  private func error(_ message: String) -> GherkinError {
    GherkinError(line: max(next, 1), message: message)
  }
}

extension Substring {
  /// The trimmed rest behind the first of some keywords that the text starts with.
  fileprivate func text(after keywords: [String]) -> Substring? {
    for keyword in keywords where hasPrefix(keyword) { return dropFirst(keyword.count).trimmed }
    return nil
  }

  fileprivate var trimmedStart: Substring { drop { $0 == " " || $0 == "\t" } }
}
