import Testing

@Suite struct ReportTests {
  private func scenario(_ id: String, _ category: String, _ steps: [Step] = []) -> ConcreteScenario {
    ConcreteScenario(id: id, category: category, steps: steps)
  }

  private var report: Report {
    let write = Step("executing query:", docString: "CREATE (n)", line: 1)
    return Report(results: [
      (scenario("B[1]", "clauses/match"), .failed("rows differ")),
      (scenario("A[10]", "clauses/match"), .passed),
      (scenario("A[1]", "clauses/create", [write]), .passed),
    ])
  }

  @Test func `lines are sorted by their bytes`() {
    #expect(report.lines == "A[10]\tpass\t\nA[1]\tpass\t\nB[1]\tfail\trows differ\n")
  }

  @Test func `the summary ends with the total`() {
    #expect(
      report.summary == """
        category        passed  failed
        clauses/create       1       0
        clauses/match        1       1
        read-only scenarios: 1 of 2 passed
        TCK: 2 passed, 1 failed

        """)
  }

  @Test func `the list of what passes grows, and tells what fails of it`() {
    let list = PassingList("# comment\nB[1]\nGone[1]\n")
    #expect(list.regressions(in: report) == ["B[1] no longer passes: rows differ"])
    let text = list.text(with: report.passedIDs)
    #expect(text.hasSuffix(".\nA[10]\nA[1]\nB[1]\nGone[1]\n"))
    #expect(PassingList(text).ids == ["A[1]", "A[10]", "B[1]", "Gone[1]"])
  }

  @Test(
    arguments: [
      ("executing query:", "MATCH (n) RETURN n", true), ("executing query:", "MATCH (n) set n.x = 1", false),
      ("executing query:", "RETURN n.created, offset", true), ("having executed:", "CREATE (n)", true),
      ("having executed:", "CREATE ({at: date('2020')})", false),
      ("executing query:", "RETURN duration.between(a, b)", false),
      ("executing query:", "RETURN n.date", true),
      ("executing control query:", "MERGE (n)", false), ("there exists a procedure a() :: ():", nil, false),
    ] as [(String, String?, Bool)])
  func `a read-only scenario has neither writes nor temporal functions nor procedures`(
    _ text: String, _ query: String?, _ isReadOnly: Bool
  ) {
    #expect(
      scenario("A[1]", "clauses/match", [Step(text, docString: query, line: 1)]).isReadOnly == isReadOnly)
    #expect(!scenario("A[1]", "expressions/temporal").isReadOnly)
  }
}
