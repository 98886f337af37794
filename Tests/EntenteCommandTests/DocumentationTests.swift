import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

/// The console blocks of README and DocC: every command is run, and prints what the document says.
///
/// A block is fenced as `console`; a line `$ entente …` is a command, the lines below it its output (and its errors).
/// The commands of one block share a folder.
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
    var folder = try TemporaryFolder.workspace()
    func finish() throws {
      guard let line = command else { return }
      let output = try Self.run(String(line.dropFirst(2)), in: folder)
      if !output.isEmpty { lines += output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
      command = nil
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if isConsole {
          try finish()
          folder = try TemporaryFolder.workspace()
        }
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

  /// The output of a shell command, run in a folder with `Graphs` and `Queries` that is thrown away.
  private static func run(_ command: String, in folder: TemporaryFolder) throws -> String {
    var output = try ProcessRun.shell("{ \(command)\n} 2>&1", in: folder).output
    if output.hasSuffix("\n") { output.removeLast() }
    return output
  }

  /// The blocks of a document that are fenced as something.
  private static func blocks(_ language: String, in document: URL) throws -> [String] {
    let text = try String(contentsOf: document, encoding: .utf8)
    return text.components(separatedBy: "```\(language)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  @Test func `schemas in documents are schemas`() throws {
    var count = 0
    for document in Self.documents {
      for block in try Self.blocks("pgs", in: document) {
        count += 1
        do {
          _ = try Schema(SchemaFile(parsing: SourceText(block, name: document.lastPathComponent)))
        } catch {
          Issue.record("\(document.lastPathComponent): \(error.diagnostics.map(\.message))")
        }
      }
    }
    #expect(count > 0)
  }

  @Test func `the hook of the documentation keeps commits of bad graphs out`() throws {
    let document = try #require(Self.documents.first { $0.lastPathComponent == "GraphFiles.md" })
    let hook = try #require(try Self.blocks("sh", in: document).first)
    let folder = try TemporaryFolder.workspace()
    func commit(_ text: String) throws -> ProcessRun {
      try text.write(to: folder.url.appendingPathComponent("race map.pg"), atomically: false, encoding: .utf8)
      return try ProcessRun.shell("git add 'race map.pg' && git commit --quiet --message change", in: folder)
    }
    let setup = try ProcessRun.shell(
      "git init --quiet && git config user.name A && git config user.email a@example.org", in: folder)
    #expect(setup.status == 0, "\(setup.errors)")
    let place = folder.url.appendingPathComponent(".git/hooks/pre-commit")
    try hook.write(to: place, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path)

    let unformatted = try commit("a  :A name:A\nb :A name:B\na -- b :KNOWS\n")
    #expect(unformatted.status == 1 && unformatted.errors.contains("run: entente format FILE"), "\(unformatted)")
    #expect(unformatted.output.contains("race map.pg") || unformatted.errors.contains("race map.pg"))
    let findings = try commit("a :A name:A\nb :A name:A\na -- b :KNOWS\n")
    #expect(findings.status != 0 && findings.errors.contains("warning[PG312]"), "\(findings)")
    let fine = try commit("a :A name:A\nb :A name:B\na -- b :KNOWS\n")
    #expect(fine.status == 0, "\(fine)")
    let other = try ProcessRun.shell("echo x > notes && git add notes && git commit --quiet --message x", in: folder)
    #expect(other.status == 0, "a commit without graphs: \(other)")
    #expect(try ProcessRun.shell("git log --oneline | wc -l", in: folder).output.contains("2"))
  }
}
