import Entente
import Testing

@testable import EntenteTestSupport

/// One percent of what `EntenteFuzz` runs.
@Suite(.timeLimit(.minutes(5)))
struct FuzzTests {
  @Test(arguments: 0..<20)
  func `random cases give no trap, no difference and no error without a place`(batch: Int) {
    let failure = FuzzRun(seed: 2025).firstFailure(in: batch * 50..<(batch + 1) * 50)
    #expect(failure == nil, "\(failure ?? "")")
  }

  @Test func `a text is shrunk to what shows the failure`() {
    let text = ContiguousArray("MATCH (n:Person)\nWHERE n.age > 30 AND n.name = 'Ann'\nRETURN n".utf8)
    let small = Shrinking.shrunk(text) { String(decoding: $0, as: UTF8.self).contains("'Ann'") }
    #expect(String(decoding: small, as: UTF8.self) == "'Ann'")
  }

  @Test func `random updates are seldom mistakes, and most of them write`() throws {
    var runs = 0
    var writes = 0
    for seed in 0..<200 as Range<UInt64> {
      let text = FuzzKind.updates.text(seed: seed)
      let content = try #require(GraphCase(parsing: text))
      let graph = try #require(content.graph)
      guard let table = try? graph.query(content.source, parameters: QueryWays.parameters, options: QueryWays.plain)
      else { continue }
      runs += 1
      if table.sideEffects.words != "nothing changed" { writes += 1 }
    }
    #expect(runs > 120 && writes > 80, "\(runs) of 200 run, \(writes) write")
  }

  @Test func `a case is the same each time, and each kind has its share`() {
    let run = FuzzRun(seed: 7)
    let kinds = (0..<400).map { run.testCase($0).kind }
    #expect(Set(kinds) == Set(FuzzKind.allCases))
    for index in 0..<40 { #expect(run.testCase(index).text == FuzzRun(seed: 7).testCase(index).text) }
  }
}
