import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

@Suite struct `Messages about graph files` {
  /// Everything that is said about a file, and the file with all fixes applied.
  private func report(_ text: String) -> String {
    let source = SourceText(text, name: "test.pg")
    let file = GraphFile(parsing: source)
    guard !file.diagnostics.isEmpty else { return "no findings" }
    var report = DiagnosticRenderer().text(file.diagnostics, in: source)
    let fixed = applyingFixes(of: file)
    if fixed != text { report += "\nfixed:\n\(fixed)\n" }
    return report
  }

  private func applyingFixes(of file: GraphFile) -> String {
    var bytes = Array(file.source.utf8)
    for fix in file.diagnostics.compactMap(\.fix).reversed() {
      bytes.replaceSubrange(fix.range.lower..<fix.range.upper, with: fix.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: GoldenFile.all(in: "GraphFiles"))
  func `every error and every warning is said as recorded`(_ golden: GoldenFile) throws {
    for mismatch in try golden.mismatches(report) { Issue.record("\(mismatch)") }
  }

  @Test func `a fixed file has no such finding any more`() throws {
    for text in [
      "w :Project:Site", "a k:[1,2]", "a k:null l:x", "a name:ko:x", "a name:ko: x", "a :X,Y", "a->b",
      "a <-> b",
    ] {
      let file = GraphFile(parsing: SourceText(text, name: "test.pg"))
      let fixed = GraphFile(parsing: SourceText(applyingFixes(of: file), name: "test.pg"))
      let code = try #require(file.diagnostics.first?.code)
      #expect(!fixed.diagnostics.contains { $0.code == code }, "\(text) becomes \(applyingFixes(of: file))")
    }
  }

  @Test func `the graphs of this repository have no findings`() throws {
    let graphs = URL(fileURLWithPath: GoldenFile.root).appendingPathComponent("../../Graphs")
      .standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: graphs.path).filter {
      $0.hasSuffix(".pg")
    }
    #expect(!files.isEmpty)
    for name in files {
      let data = try Data(contentsOf: graphs.appendingPathComponent(name))
      let source = SourceText(utf8: ContiguousArray(data), name: name)
      let file = GraphFile(parsing: source)
      // PG103: whether a year is a date is said by the schema, which is not read here.
      let findings = file.diagnostics.filter { $0.code != "PG103" }
      #expect(findings.isEmpty, "\(DiagnosticRenderer().text(findings, in: source))")
      #expect(file.utf8 == source.utf8)
    }
  }

  private func first(_ bytes: [UInt8]) -> String? {
    let file = GraphFile(parsing: SourceText(utf8: ContiguousArray(bytes), name: "test.pg"))
    return file.diagnostics.count == 1 ? file.diagnostics.first.map { "\($0.code) \($0.message)" } : nil
  }

  @Test func `what is no text file gets one clear error`() {
    #expect(first([0x61, 0x00, 0x62, 0x00]) == "PG001 this is no text file: byte 2 is NUL")
    #expect(first([0x1F, 0x8B, 0x08]) == "PG001 this is no text file but a gzip archive")
    #expect(first(Array("%PDF-1.7\n".utf8)) == "PG001 this is no text file but a PDF document")
    #expect(first([0xFF, 0xFE, 0x61, 0x00]) == "PG001 this is no text file in UTF-8 but in UTF-16")
    #expect(
      first([0xC5, 0x61, 0xC5]) == "PG002 byte 1 is not UTF-8, so this is no text file that can be read")
    #expect(
      first([0x61, 0x0A, 0xED, 0xA0, 0x80])
        == "PG002 byte 3 is not UTF-8, so this is no text file that can be read")
    #expect(first([0x61, 0xC3, 0x00]) == "PG001 this is no text file: byte 3 is NUL")
    #expect(first([0x61, 0x0C, 0x62]) == "PG014 the control character U+000C cannot stand here")
  }
}
