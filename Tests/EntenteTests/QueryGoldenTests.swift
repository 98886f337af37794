import Entente
import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

/// Queries and what comes out: golden files a user can read as documentation.
struct QueryGoldenTests {
  static let files = ["Execution", "Optimizer", "Errors"].flatMap { GoldenFile.all(in: $0) }

  @Test(arguments: files)
  func `queries give the recorded tables, plans and errors`(file: GoldenFile) throws {
    for mismatch in try file.mismatches(QueryScript.output) { Issue.record("\(mismatch)") }
  }

  @Test(arguments: files)
  func `rows stay the same whatever the optimizer and the kernels do`(file: GoldenFile) throws {
    let graph = try QueryScript.graph(QueryScript.cityGraph)
    for query in try file.inputs() where !query.hasPrefix("//") && !Self.showsPlan(query) {
      let expected = Self.sorted(QueryScript.output(query, on: graph))
      for rule in QueryOptions.ruleNames {
        let output = QueryScript.output(query, on: graph, options: QueryOptions(disabledRules: [rule]))
        #expect(Self.sorted(output) == expected, "without \(rule):\n\(query)")
      }
      let general = QueryScript.output(query, on: graph, options: QueryOptions(usesKernels: false))
      #expect(Self.sorted(general) == expected, "without kernels:\n\(query)")
    }
  }

  private static func showsPlan(_ query: String) -> Bool {
    ["EXPLAIN", "PROFILE"].contains { query.uppercased().hasPrefix($0) }
  }

  /// Lines in a fixed order, since only ORDER BY promises one.
  private static func sorted(_ output: String) -> [String] {
    output.split(separator: "\n").map(String.init).sorted()
  }
}

/// Every file of `Queries/`, asked of its graph.
struct SavedQueryTests {
  static let names =
    (try? FileManager.default.contentsOfDirectory(
      atPath: QueryScript.package.appendingPathComponent("Queries").path))?.filter { $0.hasSuffix(".cypher") }.sorted()
    ?? []

  @Test(arguments: names)
  func `a saved query gives its recorded table`(name: String) throws {
    let url = QueryScript.package.appendingPathComponent("Queries/\(name)")
    let source = try SourceText(String(contentsOf: url, encoding: .utf8), name: name)
    let header = QueryHeader(parsing: source)
    #expect(header.diagnostics.isEmpty, "\(header.diagnostics)")
    var parameters: [String: Value] = [:]
    for parameter in header.parameters { parameters[parameter.name] = Value(literal: parameter.value) }
    let graph = try QueryScript.graph(named: try #require(header.graph))
    let table = try graph.query(source, parameters: parameters, options: QueryOptions())
    let text = TextTableFormat().text(of: table)
    let golden = URL(fileURLWithPath: GoldenFile.root).appendingPathComponent("Queries/\(name.dropLast(7)).txt")
    if GoldenFile.records {
      try text.write(to: golden, atomically: true, encoding: .utf8)
    } else {
      #expect(try String(contentsOf: golden, encoding: .utf8) == text)
    }
  }

  @Test func `there are saved queries`() { #expect(Self.names.count >= 10) }
}
