import Entente
import EntenteSyntax
import Testing

@Suite struct ComparisonTests {
  private func table(
    _ columns: [String], _ rows: [[String]], ordered: Bool = false, ignoringListOrder: Bool = false
  ) throws -> ExpectedTable {
    ExpectedTable(
      columns: columns.map { Text($0) }, rows: try rows.map { try $0.map { try CellParser.parse($0) } },
      isOrdered: ordered, ignoresListOrder: ignoringListOrder)
  }

  private func answer(_ columns: [String], _ rows: [[String]]) throws -> Answer {
    let table = try table(columns, rows)
    return Answer(columns: table.columns, rows: table.rows, sideEffects: SideEffectCounts())
  }

  @Test func `rows in any order are compared as a multiset`() throws {
    let expected = try table(["a"], [["1"], ["2"], ["1"]])
    #expect(expected.difference(from: try answer(["a"], [["2"], ["1"], ["1"]])) == nil)
    #expect(
      expected.difference(from: try answer(["a"], [["1"], ["2"], ["2"]]))
        == "rows differ: missing | 1 |; unexpected | 2 |")
    #expect(
      expected.difference(from: try answer(["a"], [["1"], ["2"]]))
        == "rows differ: missing | 1 |; unexpected none")
    #expect(
      expected.difference(from: try answer(["a"], [["1"], ["2"], ["1"], ["1.0"]]))
        == "rows differ: missing none; unexpected | 1.0 |")
  }

  @Test func `rows in order are compared one by one`() throws {
    let expected = try table(["a"], [["1"], ["2"]], ordered: true)
    #expect(expected.difference(from: try answer(["a"], [["1"], ["2"]])) == nil)
    #expect(
      expected.difference(from: try answer(["a"], [["2"], ["1"]]))
        == "rows differ: row 1 should be | 1 |, is | 2 |")
    #expect(
      expected.difference(from: try answer(["a"], [["1"], ["2"], ["3"]]))
        == "rows differ: expected 2 rows, found 3")
  }

  @Test func `columns are compared by their exact text and in order`() throws {
    let expected = try table(["n.x", "count( * )"], [])
    #expect(expected.difference(from: try answer(["n.x", "count( * )"], [])) == nil)
    #expect(
      expected.difference(from: try answer(["n.x", "count(*)"], []))
        == "columns differ: expected | n.x | count( * ) |, found | n.x | count(*) |")
    #expect(expected.difference(from: try answer(["count( * )", "n.x"], [])) != nil)
  }

  @Test func `lists are compared without their order only where asked`() throws {
    let found = try answer(["l"], [["[2, [3, 1]]"]])
    #expect(try table(["l"], [["[[1, 3], 2]"]], ignoringListOrder: true).difference(from: found) == nil)
    #expect(try table(["l"], [["[[1, 3], 2]"]]).difference(from: found) != nil)
    #expect(try table(["l"], [["[[1, 3], 2, 2]"]], ignoringListOrder: true).difference(from: found) != nil)
  }

  @Test func `an error is matched by type, phase and detail`() {
    let error = QueryError(
      .typeError, .runtime, "InvalidArgumentValue", Diagnostic(.error, code: "22N01", "x"))
    func matches(_ kind: String, _ phase: String?, _ detail: String?) -> Bool {
      ExpectedError(kind: kind, phase: phase, detail: detail).matches(error)
    }
    #expect(matches("TypeError", "runtime", "InvalidArgumentValue"))
    #expect(matches("TypeError", nil, nil))
    #expect(!matches("SyntaxError", "runtime", "InvalidArgumentValue"))
    #expect(!matches("TypeError", "compile time", "InvalidArgumentValue"))
    #expect(!matches("TypeError", nil, "InvalidArgumentType"))
  }

  @Test func `side effects that are not listed are zero`() throws {
    let counts = try SideEffectCounts(rows: [["+nodes", "2"], ["-labels", "0"]])
    #expect(counts == SideEffectCounts(["+nodes": 2, "+labels": 0]))
    #expect(counts["+nodes"] == 2 && counts["-nodes"] == 0)
    #expect("\(counts)" == "+nodes 2" && "\(SideEffectCounts())" == "none")
    #expect(throws: ScenarioFailure.self) { try SideEffectCounts(rows: [["+edges", "1"]]) }
  }
}
