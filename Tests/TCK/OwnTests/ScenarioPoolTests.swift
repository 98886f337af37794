import Foundation
import Testing

@Suite struct ScenarioPoolTests {
  private func scenarios(_ count: Int) -> [ConcreteScenario] {
    (0..<count).map { ConcreteScenario(id: "A[\($0)]", category: "", steps: []) }
  }

  @Test func `verdicts come in the order of the scenarios`() async throws {
    let pool = ScenarioPool(scenarios(100), timeLimit: .seconds(60)) { scenario in
      scenario.id.hasSuffix("7]") ? .failed(scenario.id) : .passed
    }
    let verdicts = try await pool.verdicts()
    #expect(verdicts.count == 100)
    #expect(verdicts.indices.filter { verdicts[$0] != .passed } == Array(stride(from: 7, to: 100, by: 10)))
    #expect(verdicts[17] == .failed("A[17]"))
  }

  @Test func `a scenario that hangs fails, and the others still run`() async throws {
    // The scenarios hang until the verdicts are in, however slow the machine is.
    let verdictsAreIn = DispatchSemaphore(value: 0)
    let pool = ScenarioPool(scenarios(8), timeLimit: .seconds(2)) { scenario in
      if scenario.id < "A[3]" { verdictsAreIn.wait() }
      return .passed
    }
    let verdicts = try await pool.verdicts()
    for _ in 0..<3 { verdictsAreIn.signal() }
    #expect(verdicts.prefix(3).allSatisfy { $0 == .failed("hangs: no end after 2.0 seconds") })
    #expect(verdicts.dropFirst(3).allSatisfy { $0 == .passed })
  }

  @Test func `a script is cut at the semicolons outside of quotes`() {
    #expect(
      NamedGraphs.split("CREATE (a {x: ';\\';'});\n MATCH (n) RETURN n ;\n") == [
        "CREATE (a {x: ';\\';'})", "\n MATCH (n) RETURN n ",
      ])
  }
}
