import Entente
import EntenteSyntax

/// Finds and reads the schema of a graph: the one that `--schema` names, else that of `@graph schema:`, else
/// `NAME.pgs` beside `NAME.pg`, else none.
enum SchemaSource {
  /// - Throws: all errors of the schema; that there is no such file, where one is named.
  static func find(
    option: String?, graph: GraphAddress, metadata: String?
  ) throws(CommandFailure) -> Schema? {
    if let option { return try read(graph.beside(option)) }
    let path = graph.path
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    if let metadata {
      let named = graph.at(metadata.hasPrefix("/") ? metadata : folder + metadata)
      guard try named.kind() != .missing else {
        throw CommandFailure(
          .badInput, code: "PS020", "there is no schema `\(named.name)`, which `@graph` of \(graph.name) names",
          help: ["make it, or leave `schema:` out; a path starts at the folder of the graph"])
      }
      return try read(named)
    }
    guard path != "-", let dot = path.dropFirst(folder.count).lastIndex(of: ".") else { return nil }
    let beside = graph.at(path[..<dot] + ".pgs")
    return try beside.kind() == .file ? try read(beside) : nil
  }

  static func read(_ address: GraphAddress) throws(CommandFailure) -> Schema {
    let source = try address.source()
    do throws(SchemaError) {
      return try Schema(SchemaFile(parsing: source))
    } catch {
      throw CommandFailure(.badInput, error.diagnostics, in: source)
    }
  }
}
