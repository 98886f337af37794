import Entente
import EntenteSyntax

/// Reads the graph that an argument names: a file, `-`, or a folder.
enum GraphSource {
  /// A graph before it is loaded, and what its schema says.
  struct Reading {
    var document: GraphDocument
    var facts: SchemaFacts
  }

  /// Reads a graph; its errors are all reported at once, its warnings are printed and do not stop it.
  static func read(_ path: String, schema: String? = nil) throws(CommandFailure) -> Graph {
    let reading = try readWithFacts(path, schema: schema)
    do throws(StorageError) {
      return try reading.document.graph(facts: reading.facts)
    } catch {
      throw CommandFailure(.badInput, code: "GR01", "\(path): \(error)")
    }
  }

  /// Reads the statements of a file, or of all files of a folder.
  static func readDocument(_ path: String) throws(CommandFailure) -> GraphDocument {
    try readWithFacts(path, schema: nil).document
  }

  private static func readWithFacts(_ path: String, schema: String?) throws(CommandFailure) -> Reading {
    switch path == "-" ? .file : FileAccess.kind(of: path) {
    case .folder: return try readFolder(path, schema: schema)
    case .missing: throw missing(path)
    case .file, .other: return try readFile(path, schema: schema)
    }
  }

  /// The text of a graph file and its format, which the ending of its name says.
  static func text(of path: String) throws(CommandFailure) -> (source: SourceText, format: GraphFormat) {
    let format = try format(of: path)
    let bytes = try FileAccess.read(path)
    let source = SourceText(utf8: bytes, name: path == "-" ? "standard input" : path)
    return (source, path == "-" ? guess(bytes) : format)
  }

  /// The format that the ending of a name says; the standard input is taken for PG format.
  static func format(of path: String) throws(CommandFailure) -> GraphFormat {
    if path == "-" { return .pg }
    if FileAccess.kind(of: path) == .missing { throw missing(path) }
    guard let format = GraphFormat(fileName: path) else {
      throw CommandFailure(
        .badInput, code: "GR02", "the ending of \(path) says no graph format",
        help: ["graph files end in .pg (PG format), .json (PG-JSON) or .jsonl (PG-JSONL)"])
    }
    return format
  }

  /// The graphs that an argument names: the file itself, or those of a folder.
  static func paths(_ path: String) throws(CommandFailure) -> [String] {
    guard path != "-", FileAccess.kind(of: path) == .folder else { return [path] }
    let folder = path.hasSuffix("/") ? path : path + "/"
    let names = try FileAccess.names(in: path).filter { GraphFormat(fileName: $0) != nil }
    guard !names.isEmpty else {
      throw CommandFailure(
        .badInput, code: "GR03", "the folder \(path) holds no graph",
        help: ["graph files end in .pg, .json or .jsonl; folders inside it are not looked into"])
    }
    return names.map { folder + $0 }
  }

  private static func readFile(_ path: String, schema option: String?) throws(CommandFailure) -> Reading {
    try read(try text(of: path), of: path, schema: option)
  }

  /// Reads the text of a graph file.
  static func read(
    _ text: (source: SourceText, format: GraphFormat), of path: String, schema option: String?
  ) throws(CommandFailure) -> Reading {
    let (source, format) = text
    var metadata = format == .pg ? GraphFile.metadata("schema", in: source) : nil
    var schema = format == .pg ? try SchemaSource.find(option: option, graph: path, metadata: metadata) : nil
    let reading = format.read(source, facts: schema?.facts ?? .conventional)
    if format != .pg {
      metadata = reading.document.metadata("schema")
      schema = try SchemaSource.find(option: option, graph: path, metadata: metadata)
    }
    let errors = reading.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw CommandFailure(.badInput, reading.diagnostics, in: source) }
    Report(reading.diagnostics, in: source).print()
    return Reading(document: reading.document, facts: schema?.facts ?? .conventional)
  }

  /// The format of a text without a name: JSON begins with a brace; JSON lines have one object a line.
  private static func guess(_ bytes: ContiguousArray<UInt8>) -> GraphFormat {
    guard let first = bytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") else { return .pg }
    let line = bytes.prefix { $0 != 0x0A }
    return line.contains(UInt8(ascii: "}")) && bytes.dropFirst(line.count + 1).contains(UInt8(ascii: "{"))
      ? .pgJSONL : .pgJSON
  }

  /// The union of the graphs of a folder; the errors of all its files are reported at once.
  private static func readFolder(_ path: String, schema: String?) throws(CommandFailure) -> Reading {
    let paths = try paths(path)
    var union = Reading(document: GraphDocument(), facts: .conventional)
    var failures: [CommandFailure] = []
    for file in paths {
      do throws(CommandFailure) {
        let reading = try readFile(file, schema: schema)
        union.facts = file == paths.first ? reading.facts : union.facts.union(reading.facts)
        for node in reading.document.nodes where paths.count == 1 || node.id != GraphDocument.metadataID {
          union.document.addNode(node.id, labels: node.labels, properties: node.properties)
        }
        for edge in reading.document.edges {
          union.document.addEdge(
            id: edge.id, from: edge.source, to: edge.target, isUndirected: edge.isUndirected, labels: edge.labels,
            properties: edge.properties)
        }
      } catch {
        failures.append(error)
      }
    }
    guard let first = failures.first else { return union }
    throw CommandFailure(first.status, failures.flatMap(\.reports))
  }

  private static func missing(_ path: String) -> CommandFailure {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let names = ((try? FileAccess.names(in: folder.isEmpty ? "." : folder)) ?? [])
      .filter { GraphFormat(fileName: $0) != nil || FileAccess.kind(of: folder + $0) == .folder }
    let name = String(path.dropFirst(folder.count))
    let help =
      if let nearest = NearestName.of(name, among: names) {
        "did you mean `\(folder)\(nearest)`?"
      } else if !folder.isEmpty, FileAccess.kind(of: folder) == .missing {
        "there is no folder `\(folder)` either"
      } else {
        "relative paths start at the folder that the command is run in"
      }
    return CommandFailure(.inputOutput, code: "IO001", "there is no file or folder `\(path)`", help: [help])
  }
}
