import Entente
import EntenteSyntax

/// A graph file that a query may change.
final class WritableGraph {
  let graph: Graph
  private let name: String
  private let file: LockedFile
  private let format: GraphFormat
  private let source: SourceText
  private let document: GraphDocument
  private let relationships: ContiguousArray<RelationshipID>

  init(_ address: GraphAddress, schema: String?) throws(CommandFailure) {
    let name = address.path
    guard address.revision == nil else {
      throw Self.refused(
        "what git has of a revision cannot be written: \(address.name)", ["name the file as it is now"])
    }
    guard name != "-" else {
      throw Self.refused("the standard input cannot be written back", ["name a graph file"])
    }
    switch FileAccess.kind(of: name) {
    case .folder:
      throw Self.refused(
        "a query cannot write to the folder \(name): a new element could belong to any of its files",
        ["name the one file that is to change"])
    case .other: throw Self.refused("\(name) is no regular file and cannot be written back", [])
    case .file, .missing: break
    }
    self.name = name
    let format = try GraphSource.format(of: address)
    file = try LockedFile(name)
    self.format = format
    source = SourceText(utf8: file.bytes, name: name)
    let reading = try GraphSource.read((source, format), of: address, schema: schema)
    document = reading.document
    if format != .pg, let loss = document.losses.first {
      throw CommandFailure(
        .writeRefused,
        [
          Diagnostic(
            .error, code: "WR05", "\(name) cannot be written back: \(loss.message)", help: loss.help)
        ])
    }
    do throws(StorageError) {
      (graph, relationships) = try document.placedGraph(facts: reading.facts)
    } catch {
      throw CommandFailure(.badInput, code: "GR01", "\(name): \(error)")
    }
  }

  /// The file after a query, not written yet.
  func bytes(after table: Table) throws(CommandFailure) -> [UInt8] {
    if table.sideEffects == GraphTransaction.SideEffects(), table.graph === graph { return Array(source.utf8) }
    do throws(GraphFormatError) {
      guard format == .pg else { return try format.write(GraphDocument(saving: table, over: graph)) }
      let file = GraphFile(parsing: source, linting: false)
      return try GraphFileUpdate(file, of: graph, relationships, after: table).bytes
    } catch {
      throw CommandFailure(.writeRefused, error.diagnostics)
    }
  }

  /// What would change, as a unified diff; empty where nothing would.
  func difference(to bytes: [UInt8]) -> String {
    UnifiedDiff.text(old: Array(source.utf8), new: bytes, name: name)
  }

  /// Writes the file, unless nothing changes.
  func save(_ bytes: [UInt8]) throws(CommandFailure) { try file.save(bytes) }

  private static func refused(_ message: String, _ help: [String]) -> CommandFailure {
    CommandFailure(.writeRefused, code: "WR02", message, help: help)
  }
}
