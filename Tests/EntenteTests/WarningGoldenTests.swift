import Entente
import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

/// Warnings about queries: golden files of whole messages, and that no query of this package gives any.
struct WarningGoldenTests {
  static let files = GoldenFile.all(in: "Warnings")

  @Test(arguments: files)
  func `queries give the recorded warnings`(file: GoldenFile) throws {
    for mismatch in try file.mismatches(Self.output) { Issue.record("\(mismatch)") }
  }

  @Test func `a table has the warnings of its query`() throws {
    let graph = try QueryScript.graph(QueryScript.cityGraph)
    let query = "MATCH (n:Persn), (m)-[:KNOWS*]->() RETURN n.nmae"
    let table = try graph.query(query)
    #expect(table.warnings == graph.warnings(about: SourceText(query, name: "query")))
    #expect(table.warnings.map(\.code) == ["01N50", "03N90", "03N91", "01N52"])
  }

  @Test(arguments: SavedQueryTests.names)
  func `a saved query gives no warning`(name: String) throws {
    let url = QueryScript.package.appendingPathComponent("Queries/\(name)")
    let source = try SourceText(String(contentsOf: url, encoding: .utf8), name: name)
    let header = QueryHeader(parsing: source)
    let graph = try QueryScript.graph(named: try #require(header.graph))
    var parameters: [String: Value] = [:]
    for parameter in header.parameters { parameters[parameter.name] = Value(literal: parameter.value) }
    let warnings = graph.warnings(about: source, parameters: parameters)
    #expect(warnings.isEmpty, "\(DiagnosticRenderer().text(warnings, in: source))")
  }

  private static func output(_ query: String) throws -> String {
    let graph = try QueryScript.graph(of: query)
    let source = SourceText(query, name: "query")
    let warnings = graph.warnings(about: source)
    return warnings.isEmpty ? "no warning" : DiagnosticRenderer().text(warnings, in: source)
  }
}
