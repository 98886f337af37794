import EntenteTestSupport
import Foundation
import Testing

/// The command as people use it: command lines, what they print on both streams, and the exit code.
///
/// An example of `Tests/Golden/Command` is a shell script, run in a folder of its own that holds `Graphs`, `Queries`
/// and `city.pg`; the output is the exit code of the last command, then each stream that is not empty.
struct CommandGoldenTests {
  /// Some examples need files that only Linux has.
  static let files = GoldenFile.all(in: "Command").filter { file in
    #if os(Linux)
      true
    #else
      !file.path.hasSuffix("/linux.golden")
    #endif
  }

  @Test(arguments: files)
  func `command lines print what the golden files show`(file: GoldenFile) throws {
    for mismatch in try file.mismatches(Self.output) { Issue.record("\(mismatch)") }
  }

  private static func output(_ script: String) throws -> String {
    let folder = try TemporaryFolder.workspace()
    let run = try ProcessRun.shell(script, in: folder)
    var text = "exit \(run.status)\n"
    for (name, stream) in [("stdout", run.output), ("stderr", run.errors)] where !stream.isEmpty {
      text += "--- \(name)\n" + stream + (stream.hasSuffix("\n") ? "" : "⏎\n")
    }
    return text
  }
}
