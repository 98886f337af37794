/// A scenario to run: a plain one, or one row of an outline with its values filled in.
struct ConcreteScenario: Equatable, Sendable {
  /// `FILE[n]`, or `FILE[n]#row` of an outline.
  var id: String
  /// The folder below `features`: `clauses/match`.
  var category: String
  var steps: [Step]
}

extension Feature {
  /// The scenarios of a file in order, outlines row by row.
  ///
  /// Rows are counted from 1 over all examples of an outline. The TCK has files in which two definitions share a
  /// number: there counting goes on, so that ids stay unique.
  func scenarios(file: String, category: String) throws(GherkinError) -> [ConcreteScenario] {
    var scenarios: [ConcreteScenario] = []
    var counts: [Int: Int] = [:]
    func add(_ definition: ScenarioDefinition, steps: [Step]) {
      let count = counts[definition.number, default: 0] + 1
      counts[definition.number] = count
      let row = definition.isOutline || count > 1 ? "#\(count)" : ""
      scenarios.append(
        ConcreteScenario(
          id: "\(file)[\(definition.number)]\(row)", category: category, steps: background + steps))
    }
    for definition in definitions {
      guard definition.isOutline else {
        add(definition, steps: definition.steps)
        continue
      }
      guard definition.examples.contains(where: { !$0.rows.isEmpty }) else {
        throw GherkinError(line: definition.line, message: "the outline has no examples")
      }
      for table in definition.examples {
        for row in table.rows {
          let values = Array(zip(table.header, row))
          add(definition, steps: definition.steps.map { $0.filled(with: values) })
        }
      }
    }
    return scenarios
  }
}

extension Step {
  /// The step with every `<name>` replaced by its value.
  func filled(with values: [(name: String, value: String)]) -> Step {
    func fill(_ text: String) -> String {
      guard text.contains("<") else { return text }
      // One pass from left to right: a value may itself look like a placeholder.
      var result = ""
      var rest = text[...]
      while let open = rest.firstIndex(of: "<") {
        result += rest[..<open]
        rest = rest[open...]
        if let match = values.first(where: { rest.hasPrefix("<\($0.name)>") }) {
          result += match.value
          rest = rest.dropFirst(match.name.count + 2)
        } else {
          result += "<"
          rest = rest.dropFirst()
        }
      }
      return result + rest
    }
    return Step(
      fill(text), docString: docString.map(fill), table: table.map { $0.map { $0.map(fill) } }, line: line)
  }
}
