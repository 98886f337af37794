import EntenteTestSupport
import Foundation
import Testing

/// The words of a PDF, as poppler-utils reads them, with single blanks between.
enum PDFText {
  static func read(_ bytes: [UInt8], page: Int? = nil) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "picture-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    let pages = page.map { "-f \($0) -l \($0) " } ?? ""
    let run = try ProcessRun.shell("pdftotext \(pages)'\(file.path)' -", in: TemporaryFolder.workspace())
    try #require(run.status == 0, "poppler-utils reads the words: \(run.errors)")
    return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
