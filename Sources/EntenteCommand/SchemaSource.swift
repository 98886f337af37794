import Entente
import EntenteSyntax

/// Finds and reads the schema of a graph: the one that `--schema` names, else that of `@graph schema:`, else
/// `NAME.pgs` beside `NAME.pg`, else none.
enum SchemaSource {
  /// - Throws: all errors of the schema; that there is no such file, where one is named.
  static func find(
    option: String?, graph path: String, metadata: String?
  ) throws(CommandFailure) -> Schema? {
    if let option { return try read(option) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    if let metadata {
      let named = metadata.hasPrefix("/") ? metadata : folder + metadata
      guard FileAccess.kind(of: named) != .missing else {
        throw CommandFailure(
          .badInput, code: "PS020", "there is no schema `\(named)`, which `@graph` of \(path) names",
          help: ["make it, or leave `schema:` out; a path starts at the folder of the graph"])
      }
      return try read(named)
    }
    guard path != "-", let dot = path.dropFirst(folder.count).lastIndex(of: ".") else { return nil }
    let beside = path[..<dot] + ".pgs"
    return FileAccess.kind(of: String(beside)) == .file ? try read(String(beside)) : nil
  }

  static func read(_ path: String) throws(CommandFailure) -> Schema {
    let source = SourceText(utf8: try FileAccess.read(path), name: path)
    do throws(SchemaError) {
      return try Schema(SchemaFile(parsing: source))
    } catch {
      throw CommandFailure(.badInput, error.diagnostics, in: source)
    }
  }
}
