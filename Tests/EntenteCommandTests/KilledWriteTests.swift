import EntenteTestSupport
import Foundation
import Testing

/// `--write` and what may come between.
struct KilledWriteTests {
  /// `ENTENTE_KILL_ROUNDS=200` kills more often.
  static let rounds = ProcessInfo.processInfo.environment["ENTENTE_KILL_ROUNDS"].flatMap(Int.init) ?? 6

  @Test func `a killed write leaves the old file or the new one`() throws {
    let folder = try TemporaryFolder.workspace()
    let file = folder.url.appendingPathComponent("large.pg")
    let old = (0..<3000).map { "n\($0) :Node value:\($0) # comment \($0)\n" }.joined()
    let query = "MATCH (n) SET n.value = n.value + 1 WITH count(*) AS changed CREATE (:New {id: 'new'})"
    try old.write(to: file, atomically: false, encoding: .utf8)
    let run = try ProcessRun.shell("time -p entente query large.pg \"\(query)\" --write", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let new = try String(contentsOf: file, encoding: .utf8)
    #expect(new != old)
    let real = run.errors.split(separator: "\n").first { $0.hasPrefix("real ") }
    let seconds = real.flatMap { Double($0.dropFirst(5)) } ?? 1
    var outcomes: Set<Bool> = []
    for round in 0..<Self.rounds {
      try old.write(to: file, atomically: false, encoding: .utf8)
      // From the start to a little after the usual end.
      let delay = seconds * 1.2 * Double(round + 1) / Double(Self.rounds)
      let script =
        "entente query large.pg \"\(query)\" --write 2>/dev/null & sleep \(delay); kill -9 $! 2>/dev/null; wait"
      _ = try ProcessRun.shell(script, in: folder)
      let found = try String(contentsOf: file, encoding: .utf8)
      #expect(
        found == old || found == new, "round \(round), after \(delay) s: another file of \(found.utf8.count) bytes")
      outcomes.insert(found == new)
    }
    // A write after all that works, whatever the killed ones left beside the file.
    #expect(try ProcessRun.shell("entente query large.pg \"MATCH (n) SET n.x = 1\" --write", in: folder).status == 0)
  }

  @Test func `a file that is locked or has changed is not written`() throws {
    let folder = try TemporaryFolder.workspace()
    let locked = try ProcessRun.shell(
      "flock city.pg entente query city.pg 'CREATE (:City)' --write; echo $?; cat city.pg | wc -l", in: folder)
    #expect(locked.errors.hasPrefix("error[WR03]: another command is writing city.pg\n"), "\(locked.errors)")
    #expect(locked.output.hasPrefix("7\n"), "\(locked.output)")
  }
}
