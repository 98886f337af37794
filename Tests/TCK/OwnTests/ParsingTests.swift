import EntenteSyntax
import EntenteTestSupport
import Testing

/// The parser and the printer on every query of the TCK, without running any.
@Suite(.enabled(if: TCKTests.folder != nil, "OPENCYPHER_TCK names no folder"))
struct ParsingTests {
  /// Details that the grammar alone decides.
  private static let syntaxDetails: Set<String> = [
    "FloatingPointOverflow", "IntegerOverflow", "InvalidNumberLiteral", "InvalidRelationshipPattern",
    "InvalidUnicodeCharacter", "InvalidUnicodeLiteral",
  ]

  /// Every query with the detail of the error that its scenario expects, if it expects one.
  private func queries() throws -> [(id: String, text: String, detail: String?)] {
    let folder = try FeatureFolder(try #require(TCKTests.folder))
    var queries: [(String, String, String?)] = []
    for scenario in folder.scenarios {
      var tested: [String] = []
      var detail: String?
      for step in scenario.steps {
        switch try StepAction(step) {
        case .setUp(let query): queries.append((scenario.id, query, nil))
        case .query(let query): tested.append(query)
        case .error(let error): detail = error.detail
        default: break
        }
      }
      queries += tested.map { (scenario.id, $0, detail) }
    }
    try #require(queries.count > 1_000)
    return queries
  }

  @Test func `every query parses, or fails as its scenario says`() throws {
    for (id, text, detail) in try queries() {
      do {
        _ = try Parser.parse(SourceText(text, name: id))
        if let detail, Self.syntaxDetails.contains(detail) { Issue.record("\(id): not \(detail)\n\(text)") }
      } catch {
        if error.detail != detail { Issue.record("\(id): \(error)\n\(text)") }
      }
    }
  }

  @Test func `every query is printed as a text that parses to the same tree`() throws {
    var seen: Set<String> = []
    for (id, text, _) in try queries() where seen.insert(text).inserted {
      guard let query = try? Parser.parse(SourceText(text, name: id)) else { continue }
      let printed = Printer.text(of: query)
      let again = try Parser.parse(SourceText(printed, name: id))
      if treeOutline(again) != treeOutline(query) { Issue.record("\(id):\n\(text)\n--- printed\n\(printed)") }
      let bracketed = Printer.text(of: query, brackets: true)
      if Printer.text(of: try Parser.parse(SourceText(bracketed, name: id))) != printed {
        Issue.record("\(id):\n\(text)\n--- with brackets\n\(bracketed)")
      }
    }
  }
}
