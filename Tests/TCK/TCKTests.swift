import Entente
import Foundation
import Testing

/// The openCypher TCK, run strictly: exact columns, rows, side effects, and type, phase and detail of errors.
///
/// Environment:
///
///     OPENCYPHER_TCK   folder with the TCK: *.feature anywhere below it, graphs/ in it
///     TCK_ONLY         runs only the scenarios whose id starts with this
///     TCK_WITHOUT      switches off optimizer rules by name, and `kernels`: TCK_WITHOUT=kernels,top-k
///     TCK_REPORT       file for one line a scenario: ID<TAB>pass|fail<TAB>reason
///     TCK_SUMMARY      file for the table of categories and the total
///     TCK_RECORD       1 adds what passes to passing.txt
@Suite struct TCKTests {
  static let environment = ProcessInfo.processInfo.environment
  static let folder = environment["OPENCYPHER_TCK"].flatMap { $0.isEmpty ? nil : $0 }
  /// Debug builds on busy machines are slow; what takes longer is taken to hang.
  static let timeLimit = Duration.seconds(20)

  @Test(
    .enabled(
      if: folder != nil,
      "the TCK did not run: set OPENCYPHER_TCK to the folder tck of github.com/opencypher/openCypher"))
  func `every listed scenario passes`() async throws {
    let folder = try FeatureFolder(try #require(Self.folder))
    let filter = Self.environment["TCK_ONLY"] ?? ""
    let scenarios = folder.scenarios.filter { $0.id.hasPrefix(filter) }
    try #require(!scenarios.isEmpty, "no scenario's id starts with \(filter)")

    let switchedOff = Set((Self.environment["TCK_WITHOUT"] ?? "").split(separator: ",").map(String.init))
    let unknown = switchedOff.subtracting(QueryOptions.ruleNames + ["kernels"])
    try #require(unknown.isEmpty, "no optimizer rule is named \(unknown.sorted())")

    let runner = ScenarioRunner(graphs: folder.graphs, timeLimit: Self.timeLimit, switchedOff: switchedOff)
    let pool = ScenarioPool(scenarios, timeLimit: Self.timeLimit + .seconds(10)) { runner.verdict(on: $0) }
    let report = Report(results: Array(zip(scenarios, try await pool.verdicts())))

    try write(report.lines, to: "TCK_REPORT")
    try write(report.summary, to: "TCK_SUMMARY")
    var passing = PassingList(try String(contentsOf: PassingList.file, encoding: .utf8))
    if Self.environment["TCK_RECORD"] == "1" {
      let text = passing.text(with: report.passedIDs)
      try Data(text.utf8).write(to: PassingList.file, options: .atomic)
      passing = PassingList(text)
    }
    for regression in passing.regressions(in: report) { Issue.record("\(regression)") }
  }

  private func write(_ text: String, to variable: String) throws {
    guard let path = Self.environment[variable], !path.isEmpty else { return }
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
