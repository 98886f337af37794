import Entente
import Testing

@Suite struct StepActionTests {
  @Test(
    arguments: [
      ("an empty graph", .emptyGraph), ("any graph", .anyGraph),
      ("the binary-tree-1 graph", .namedGraph("binary-tree-1")),
      ("having executed:", .setUp("RETURN 1")), ("executing query:", .query("RETURN 1")),
      ("executing control query:", .query("RETURN 1")),
      (
        "there exists a procedure a.b(x :: INTEGER?) :: () :",
        .procedure(try TCKProcedure(signature: "a.b(x :: INTEGER?) :: ()", []))
      ),
      ("the result should be empty", .emptyResult), ("no side effects", .sideEffects(SideEffectCounts())),
      (
        "a SyntaxError should be raised at compile time: UndefinedVariable",
        .error(ExpectedError(kind: "SyntaxError", phase: "compile time", detail: "UndefinedVariable"))
      ),
      (
        "an ArgumentError should be raised at any time: *",
        .error(ExpectedError(kind: "ArgumentError", phase: nil, detail: nil))
      ),
    ] as [(String, StepAction)])
  func `every form of a step is understood`(_ text: String, _ action: StepAction) throws {
    #expect(try StepAction(Step(text, docString: "RETURN 1", line: 1)) == action)
  }

  @Test(arguments: [
    ("the result should be, in any order:", false, false), ("the result should be, in order:", true, false),
    ("the result should be (ignoring element order for lists):", false, true),
    ("the result should be, in order (ignoring element order for lists):", true, true),
  ])
  func `a result says whether order counts`(_ text: String, _ isOrdered: Bool, _ ignoresListOrder: Bool)
    throws
  {
    let expected = ExpectedTable(
      columns: ["a"], rows: [[.integer(1)]], isOrdered: isOrdered, ignoresListOrder: ignoresListOrder)
    #expect(try StepAction(Step(text, table: [["a"], ["1"]], line: 1)) == .result(expected))
  }

  @Test func `a step that is not known or not whole is a failure`() {
    #expect(throws: ScenarioFailure("unknown step: a warning should be raised")) {
      try StepAction(Step("a warning should be raised", line: 1))
    }
    #expect(throws: ScenarioFailure.self) { try StepAction(Step("executing query:", line: 1)) }
    #expect(throws: ScenarioFailure.self) { try StepAction(Step("the result should be, in order:", line: 1)) }
    #expect(throws: ScenarioFailure.self) {
      try StepAction(Step("the result should be, in order:", table: [["a"], ["?"]], line: 1))
    }
  }
}
