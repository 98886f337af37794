import Entente
import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

/// Queries of any length and depth end in an answer or an error, also where the caller's stack is small.
struct QuerySizeTests {
  private static let graph = try? QueryScript.graph("a :A\nb :A\na -> b :R")

  private func outcome(_ query: String) -> String {
    guard let graph = Self.graph else { return "no graph" }
    do throws(QueryError) {
      let table = try graph.query(query)
      return table.rows.first?.first?.description ?? "no row"
    } catch {
      return "\(error.detail): \(error.diagnostic.message)"
    }
  }

  @Test(arguments: [
    ("RETURN " + String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000) + " = 1", "false"),
    ("RETURN " + String(repeating: "(", count: 1900) + "1" + String(repeating: ")", count: 1900), "1"),
    ("RETURN " + Array(repeating: "1", count: 50_000).joined(separator: " + "), "50000"),
    ("RETURN size([" + Array(repeating: "7", count: 100_000).joined(separator: ",") + "])", "100000"),
    ("WITH 1 AS x " + String(repeating: "WITH x + 1 AS x ", count: 1998) + "RETURN x", "1999"),
    ("MATCH " + (0..<900).map { "(n\($0))" }.joined(separator: ", ") + " RETURN 1 LIMIT 1", "1"),
    (String(repeating: "RETURN 1 AS x UNION ", count: 1900) + "RETURN 1 AS x", "1"),
  ])
  func `a long query is answered`(query: String, answer: String) throws {
    #expect(outcome(query) == answer)
  }

  @Test(arguments: [
    (
      "RETURN " + String(repeating: "[", count: 100_000),
      "UnexpectedSyntax: brackets and operators nest more than 2000 deep here"
    ),
    (
      "WITH 1 AS x " + String(repeating: "WITH x ", count: 100_000) + "RETURN x",
      "UnexpectedSyntax: the query has more than 2000 clauses and nodes of patterns"
    ),
    (
      "MATCH " + (0..<10_000).map { "(n\($0))" }.joined(separator: ", ") + " RETURN 1",
      "UnexpectedSyntax: the query has more than 2000 clauses and nodes of patterns"
    ),
    (
      "MATCH " + (0..<1100).map { "(n\($0))--" }.joined() + "() RETURN 1",
      "UnexpectedSyntax: the pattern has more than 1000 relationships"
    ),
  ])
  func `a query beyond the limits is refused`(query: String, answer: String) throws {
    #expect(outcome(query) == answer)
  }

  /// Nothing that follows a value around may run out of stack: comparing, hashing, ordering, printing, releasing.
  @Test(arguments: [
    "RETURN reduce(x = [], i IN range(1, 100000) | [x]) AS x",
    "RETURN reduce(x = {}, i IN range(1, 100000) | {k: x}) AS x",
    "RETURN size(reduce(x = [], i IN range(1, 100000) | [x])) AS n",
    "WITH reduce(x = [], i IN range(1, 100000) | [[[x]]]) AS x RETURN x = x, x < x",
    "UNWIND [1, 2] AS n WITH DISTINCT reduce(x = [n], i IN range(1, 100000) | [x, i]) AS x RETURN x ORDER BY x",
    "WITH reduce(x = [], i IN range(1, 1500) | [x]) AS x WITH reduce(y = x, i IN range(1, 600) | [y]) AS y RETURN y",
  ])
  func `a value that nests too deep is refused`(query: String) {
    #expect(outcome(query) == "NestingLimit: lists and maps nest more than 2000 deep in a value")
  }

  @Test func `a value may nest as deep as brackets may`() throws {
    let graph = try #require(Self.graph)
    let deep = "reduce(x = 1, i IN range(1, 1998) | [x])"
    let table = try graph.query(
      "UNWIND [\(deep), \(deep)] AS x WITH DISTINCT x, x = x AS same RETURN [x] AS x, same ORDER BY x")
    #expect(table.rows.count == 1)
    for format in [TextTableFormat(), SeparatedFormat(.comma), MarkdownFormat(), JSONFormat(.array)]
      as [any TableFormat]
    {
      #expect(try format.text(of: table).replacing("\\", with: "").contains("[[[[1]]]]"))
    }
  }

  /// Threads other than the first have 512 KB on some systems.
  @Test func `the caller's stack may be small`() throws {
    let query = "RETURN " + String(repeating: "[", count: 1990) + String(repeating: "]", count: 1990) + " = 1"
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var found: String?
    let thread = Thread {
      found = self.outcome(query)
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
    #expect(found == "false")
  }
}
