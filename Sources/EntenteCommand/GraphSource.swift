import Entente
import EntenteSyntax

/// Reads the graph that an argument names: a file, `-`, or a folder, on the disk or at a revision of git.
enum GraphSource {
  /// A graph before it is loaded, and what its schema says.
  struct Reading {
    var document: GraphDocument
    var facts: SchemaFacts
  }

  /// Reads a graph; its errors are all reported at once, its warnings are printed and do not stop it.
  static func read(_ address: GraphAddress, schema: String? = nil) throws(CommandFailure) -> Graph {
    let reading = try readWithFacts(address, schema: schema)
    do throws(StorageError) {
      return try reading.document.graph(facts: reading.facts)
    } catch {
      throw CommandFailure(.badInput, code: "GR01", "\(address.name): \(error)")
    }
  }

  /// Reads the statements of a file, or of all files of a folder.
  static func readDocument(_ address: GraphAddress) throws(CommandFailure) -> GraphDocument {
    try readWithFacts(address, schema: nil).document
  }

  private static func readWithFacts(_ address: GraphAddress, schema: String?) throws(CommandFailure) -> Reading {
    switch try address.kind() {
    case .folder: return try readFolder(address, schema: schema)
    case .missing: throw address.missing()
    case .file, .other: return try readFile(address, schema: schema)
    }
  }

  /// The text of a graph file and its format, which the ending of its name says.
  static func text(of address: GraphAddress) throws(CommandFailure) -> (source: SourceText, format: GraphFormat) {
    let format = try format(of: address)
    let source = try address.source()
    return (source, address.path == "-" ? guess(source.utf8) : format)
  }

  /// The format that the ending of a name says; the standard input is taken for PG format.
  static func format(of address: GraphAddress) throws(CommandFailure) -> GraphFormat {
    if address.path == "-" { return .pg }
    if try address.kind() == .missing { throw address.missing() }
    guard let format = GraphFormat(fileName: address.path) else {
      throw CommandFailure(
        .badInput, code: "GR02", "the ending of \(address.path) says no graph format",
        help: ["graph files end in .pg (PG format), .json (PG-JSON) or .jsonl (PG-JSONL)"])
    }
    return format
  }

  /// The graphs that an argument names: the file itself, or those of a folder.
  static func files(_ address: GraphAddress) throws(CommandFailure) -> [GraphAddress] {
    guard try address.kind() == .folder else { return [address] }
    let folder = address.path.hasSuffix("/") ? address.path : address.path + "/"
    let names = try address.names().filter { GraphFormat(fileName: $0) != nil }
    guard !names.isEmpty else {
      throw CommandFailure(
        .badInput, code: "GR03", "the folder \(address.name) holds no graph",
        help: ["graph files end in .pg, .json or .jsonl; folders inside it are not looked into"])
    }
    return names.map { address.at(folder + $0) }
  }

  private static func readFile(_ address: GraphAddress, schema option: String?) throws(CommandFailure) -> Reading {
    try read(try text(of: address), of: address, schema: option)
  }

  /// Reads the text of a graph file.
  static func read(
    _ text: (source: SourceText, format: GraphFormat), of address: GraphAddress, schema option: String?
  ) throws(CommandFailure) -> Reading {
    let (source, format) = text
    var metadata = format == .pg ? GraphFile.metadata("schema", in: source) : nil
    var schema = format == .pg ? try SchemaSource.find(option: option, graph: address, metadata: metadata) : nil
    let reading = format.read(source, facts: schema?.facts ?? .conventional)
    if format != .pg {
      metadata = reading.document.metadata("schema")
      schema = try SchemaSource.find(option: option, graph: address, metadata: metadata)
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
  private static func readFolder(_ address: GraphAddress, schema: String?) throws(CommandFailure) -> Reading {
    let files = try files(address)
    var union = Reading(document: GraphDocument(), facts: .conventional)
    var failures: [CommandFailure] = []
    for (index, file) in files.enumerated() {
      do throws(CommandFailure) {
        let reading = try readFile(file, schema: schema)
        union.facts = index == 0 ? reading.facts : union.facts.union(reading.facts)
        for node in reading.document.nodes where files.count == 1 || node.id != GraphDocument.metadataID {
          union.document.addNode(node.id, labels: node.labels, properties: node.properties)
        }
        for edge in reading.document.edges {
          let ends = reading.document.ends(of: edge)
          union.document.addEdge(
            id: edge.id, from: ends.source, to: ends.target, isUndirected: edge.isUndirected, labels: edge.labels,
            properties: edge.properties)
        }
      } catch {
        failures.append(error)
      }
    }
    guard let first = failures.first else { return union }
    throw CommandFailure(first.status, failures.flatMap(\.reports))
  }
}
