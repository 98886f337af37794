import EntenteTestSupport
import Foundation
import Testing

/// The console blocks of README and DocC: every command is run, and prints what the document says.
///
/// A block is fenced as `console`; a line `$ entente …` is a command, the lines below it its output (and its errors).
/// `ENTENTE_RECORD=1` writes the outputs back.
struct DocumentationTests {
  static let documents: [URL] = {
    let package = QueryScript.package
    let articles = package.appendingPathComponent("Sources/Entente/Entente.docc")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: articles.path)) ?? []
    return [package.appendingPathComponent("README.md"), package.appendingPathComponent("Queries/README.md")]
      + names.filter { $0.hasSuffix(".md") }.sorted().map { articles.appendingPathComponent($0) }
  }()

  @Test(arguments: documents)
  func `commands in documents print what the documents say`(document: URL) throws {
    let text = try String(contentsOf: document, encoding: .utf8)
    var lines: [String] = []
    var isConsole = false
    var command: String?
    func finish() throws {
      guard let line = command else { return }
      let output = try Self.run(String(line.dropFirst(2)))
      if !output.isEmpty { lines += output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
      command = nil
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if isConsole { try finish() }
        isConsole = !isConsole && line == "```console"
        lines.append(line)
      } else if isConsole, line.hasPrefix("$ ") {
        try finish()
        command = line
        lines.append(line)
      } else if !isConsole {
        lines.append(line)
      }
    }
    let actual = lines.joined(separator: "\n")
    if GoldenFile.records {
      if actual != text { try actual.write(to: document, atomically: true, encoding: .utf8) }
    } else {
      #expect(actual == text, "\(document.lastPathComponent): record with ENTENTE_RECORD=1 and read the difference")
    }
  }

  @Test func `the README shows commands`() throws {
    let text = try String(contentsOf: Self.documents[0], encoding: .utf8)
    #expect(text.components(separatedBy: "\n$ entente ").count > 5)
  }

  /// The output of a shell command, run where `Graphs` and `Queries` are, in a folder that is thrown away.
  private static func run(_ command: String) throws -> String {
    let folder = try TemporaryFolder.workspace()
    var output = try ProcessRun.shell("{ \(command)\n} 2>&1", in: folder).output
    if output.hasSuffix("\n") { output.removeLast() }
    return output
  }
}
