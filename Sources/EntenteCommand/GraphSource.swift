import Entente
import EntenteSyntax

/// Reads the graph that an argument names: a file, `-`, or a folder.
enum GraphSource {
  /// Reads a graph; its errors are all reported at once, its warnings are printed and do not stop it.
  static func read(_ path: String, errorFormat: CommandFailure.Format) throws(CommandFailure) -> Graph {
    let document = try readDocument(path, errorFormat: errorFormat)
    do throws(StorageError) {
      return try document.graph()
    } catch {
      throw CommandFailure(.badInput, code: "GR01", "\(path): \(error)", format: errorFormat)
    }
  }

  /// Reads the statements of a file, or of all files of a folder.
  static func readDocument(_ path: String, errorFormat: CommandFailure.Format) throws(CommandFailure) -> GraphDocument {
    switch path == "-" ? .file : FileAccess.kind(of: path) {
    case .folder: return try readFolder(path, errorFormat: errorFormat)
    case .missing: throw missing(path, errorFormat: errorFormat)
    case .file, .other: return try readFile(path, errorFormat: errorFormat)
    }
  }

  private static func readFile(_ path: String, errorFormat: CommandFailure.Format) throws(CommandFailure)
    -> GraphDocument
  {
    guard let format = path == "-" ? .pg : GraphFormat(fileName: path) else {
      throw CommandFailure(
        .badInput, code: "GR02", "the ending of \(path) says no graph format",
        help: ["graph files end in .pg (PG format), .json (PG-JSON) or .jsonl (PG-JSONL)"], format: errorFormat)
    }
    let bytes = try FileAccess.read(path)
    let source = SourceText(utf8: bytes, name: path == "-" ? "standard input" : path)
    let reading = (path == "-" ? guess(bytes) : format).read(source)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw CommandFailure(.badInput, reading.diagnostics, in: source, format: errorFormat) }
    Report(format: errorFormat).print(reading.diagnostics, in: source)
    return reading.document
  }

  /// The format of a text without a name: JSON begins with a brace; JSON lines have one object a line.
  private static func guess(_ bytes: ContiguousArray<UInt8>) -> GraphFormat {
    guard let first = bytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") else { return .pg }
    let line = bytes.prefix { $0 != 0x0A }
    return line.contains(UInt8(ascii: "}")) && bytes.dropFirst(line.count + 1).contains(UInt8(ascii: "{"))
      ? .pgJSONL : .pgJSON
  }

  private static func readFolder(_ path: String, errorFormat: CommandFailure.Format) throws(CommandFailure)
    -> GraphDocument
  {
    let names = try FileAccess.names(in: path).filter { GraphFormat(fileName: $0) != nil }
    guard !names.isEmpty else {
      throw CommandFailure(
        .badInput, code: "GR03", "the folder \(path) holds no graph",
        help: ["graph files end in .pg, .json or .jsonl"], format: errorFormat)
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    var union = GraphDocument()
    for name in names {
      let document = try readFile(folder + name, errorFormat: errorFormat)
      for node in document.nodes where names.count == 1 || node.id != GraphDocument.metadataID {
        union.addNode(node.id, labels: node.labels, properties: node.properties)
      }
      for edge in document.edges {
        union.addEdge(
          id: edge.id, from: edge.source, to: edge.target, isUndirected: edge.isUndirected, labels: edge.labels,
          properties: edge.properties)
      }
    }
    return union
  }

  private static func missing(_ path: String, errorFormat: CommandFailure.Format) -> CommandFailure {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let names = ((try? FileAccess.names(in: folder)) ?? []).filter { GraphFormat(fileName: $0) != nil }
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    let prefix = folder == "." ? "" : folder
    let help = NearestName.of(name, among: names).map { ["did you mean `\(prefix)\($0)`?"] } ?? []
    return CommandFailure(
      .inputOutput, code: "IO001", "there is no file or folder `\(path)`", help: help, format: errorFormat)
  }
}
