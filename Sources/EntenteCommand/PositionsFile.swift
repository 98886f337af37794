import EntenteDiagram
import EntenteSyntax

/// The file of `--positions`: read under a lock before a picture is drawn, written whole after it.
struct PositionsFile {
  let positions: NodePositions
  private let path: String
  /// Nil where there is no file yet.
  private let file: LockedFile?

  /// - Parameter others: files that the command reads or writes besides.
  init(_ path: String, besides others: [String]) throws(CommandFailure) {
    self.path = path
    if path == "-" {
      throw .usage("positions are kept in a file, not in a stream", help: ["name it: --positions race.positions.json"])
    }
    let real = FileAccess.realPath(path) ?? path
    if let other = others.first(where: { $0 != "-" && (FileAccess.realPath($0) ?? $0) == real }) {
      throw .usage(
        "\(other) cannot be the file of the positions as well",
        help: ["name another: --positions \(other).positions.json"])
    }
    guard FileAccess.kind(of: path) != .missing else {
      file = nil
      positions = NodePositions()
      return
    }
    let file = try LockedFile(path)
    self.file = file
    let source = SourceText(utf8: file.bytes, name: path)
    do throws(PositionsError) {
      positions = try NodePositions(parsing: source)
    } catch {
      throw CommandFailure(.badInput, [error.diagnostic], in: error.diagnostic.range == nil ? nil : source)
    }
  }

  func save(_ positions: NodePositions) throws(CommandFailure) {
    if let file { return try file.save(Array(positions.text.utf8)) }
    guard FileAccess.kind(of: path) == .missing else {
      throw CommandFailure(
        .writeRefused, code: "WR04", "\(path) has appeared while the picture was drawn, and was not written",
        help: ["run the command again: it then reads the file"])
    }
    try FileAccess.write(Array(positions.text.utf8), to: path)
  }
}
