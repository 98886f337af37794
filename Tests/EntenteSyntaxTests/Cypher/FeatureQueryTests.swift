import EntenteSyntax
import EntenteTestSupport
import Testing

/// Details that the grammar alone decides.
private let syntaxDetails: Set<String> = [
  "FloatingPointOverflow", "IntegerOverflow", "InvalidNumberLiteral", "InvalidRelationshipPattern",
  "InvalidUnicodeCharacter", "InvalidUnicodeLiteral",
]

@Suite(.enabled(if: FeatureQueries.folder != nil, "OPENCYPHER_TCK names no folder"))
struct FeatureQueryTests {
  @Test func `every query of the TCK that is to run can be parsed`() throws {
    let queries = try FeatureQueries.all(in: FeatureQueries.folder ?? "")
    #expect(queries.count > 1_000)
    for query in queries {
      let expected = query.error?.split(separator: " ").last.map(String.init) ?? ""
      do {
        _ = try Parser.parse(SourceText(query.text, name: "query"))
        if syntaxDetails.contains(expected) {
          Issue.record("\(query.place): \(expected) was expected\n\(query.text)")
        }
      } catch {
        if error.detail != expected { Issue.record("\(query.place): \(error)\n\(query.text)") }
      }
    }
  }
}
