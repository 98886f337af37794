import EntenteTestSupport
import Foundation
import Testing

/// What golden files cannot hold: help texts, terminals, rights.
struct CommandTests {
  @Test(arguments: ["", "query", "draw", "check", "format", "describe", "convert", "new", "doctor", "diff"])
  func `help goes to the standard output, with examples`(subcommand: String) throws {
    let run = try ProcessRun.shell("entente \(subcommand) --help", in: TemporaryFolder.workspace())
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("EXAMPLES\n  entente \(subcommand.isEmpty ? "query" : subcommand) "))
    #expect(run.output.contains("USAGE: entente"))
  }

  @Test func `every error in JSON is an object a line, with code and message`() throws {
    let golden = GoldenFile(path: GoldenFile.root + "/Command/json-errors.golden")
    for script in try golden.inputs() where !script.contains("xml") {
      let run = try ProcessRun.shell(script, in: TemporaryFolder.workspace())
      let lines = run.errors.split(separator: "\n")
      #expect(!lines.isEmpty, "\(script)")
      for line in lines {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(object?["code"] is String && object?["message"] is String && object?["help"] is [String], "\(line)")
      }
    }
  }

  @Test func `errors are coloured on a terminal, and plain where NO_COLOR is set`() throws {
    let script = "entente query city.pg 'RETURN x'"
    let folder = try TemporaryFolder.workspace()
    let coloured = try ProcessRun.onTerminal(script, in: folder)
    #expect(coloured.contains("\u{1B}[1;31merror[42N62]\u{1B}[0m"), "\(coloured)")
    let plain = try ProcessRun.onTerminal(script, in: folder, environment: ["NO_COLOR": "1"])
    #expect(plain.hasPrefix("error[42N62]: the variable `x` is not defined"), "\(plain)")
    #expect(!plain.contains("\u{1B}"))
    #expect(try !ProcessRun.shell(script, in: folder).errors.contains("\u{1B}"), "no colour in a file")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read and write everything"))
  func `a file without the right to read it, and a folder without the right to write`() throws {
    let folder = try TemporaryFolder.workspace()
    let unreadable = try ProcessRun.shell("chmod 0 city.pg; entente query city.pg 'RETURN 1'", in: folder)
    #expect(unreadable.status == 5)
    #expect(
      unreadable.errors.hasPrefix("error[IO001]: cannot read city.pg: permission denied\n"), "\(unreadable.errors)")
    let script = "entente query Graphs/highland-tribes.pg 'RETURN 1' --output locked/rows.csv"
    let readOnly = try ProcessRun.shell("mkdir locked; chmod 555 locked; \(script)", in: folder)
    #expect(readOnly.status == 5)
    #expect(
      readOnly.errors.hasPrefix("error[IO002]: cannot write locked/rows.csv: permission denied\n"), "\(readOnly.errors)"
    )
  }
}
