import EntenteTestSupport
import Foundation
import Testing

/// The command is stopped from outside: it ends at once with 130 and leaves nothing half done.
struct InterruptionTests {
  @Test(arguments: [("SIGINT", 130), ("SIGTERM", 143)])
  func `a query that is stopped leaves no file`(signal: String, status: Int32) throws {
    let folder = try TemporaryFolder.workspace()
    let query = "UNWIND range(1, 1000000000000) AS i RETURN sum(i)"
    let run = try Self.stop(
      "exec entente query city.pg '\(query)' --output rows.csv", with: signal, in: folder
    ) { Thread.sleep(forTimeInterval: 0.5) }
    #expect(run.status == status)
    #expect(run.output.isEmpty && run.errors.isEmpty, "\(run)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["Graphs", "Queries", "city.pg"])
  }

  @Test func `a drawing that is stopped takes its renderer with it`() throws {
    let folder = try TemporaryFolder.workspace()
    let renderer = folder.url.appendingPathComponent("slow-renderer")
    try "#!/bin/sh\necho $$ > started\nexec sleep 100\n".write(to: renderer, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: renderer.path)
    let started = folder.url.appendingPathComponent("started")
    let run = try Self.stop(
      "ENTENTE_RENDERER=\(renderer.path) exec entente draw city.pg --output city.svg", with: "SIGINT", in: folder
    ) {
      for _ in 0..<200 where (try? Data(contentsOf: started))?.isEmpty ?? true { Thread.sleep(forTimeInterval: 0.05) }
    }
    #expect(run.status == 130)
    let process = try Int32(String(contentsOf: started, encoding: .utf8).trimmingCharacters(in: .newlines))
    #expect(try Self.isGone(#require(process)), "the renderer lives on")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("city.svg").path))
  }

  /// Runs a script, stops it when `moment` is over, and waits for its end.
  private static func stop(
    _ script: String, with signal: String, in folder: TemporaryFolder, when moment: () -> Void
  ) throws -> ProcessRun {
    let running = try RunningProcess(script, in: folder)
    moment()
    running.send(signal == "SIGINT" ? SIGINT : SIGTERM)
    return try running.finish()
  }

  /// Whether a process has ended; a killed one may take a moment.
  private static func isGone(_ process: Int32) -> Bool {
    for _ in 0..<100 {
      if kill(process, 0) != 0 { return true }
      // Killed, and not yet waited for by whoever adopted it.
      let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      if let state, state.contains(") Z ") { return true }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return false
  }
}
