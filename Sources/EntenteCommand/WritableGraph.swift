import Entente
import EntenteSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A graph file that a query may change: read under a lock, written back whole or not at all.
///
/// The lock is the system's on the file itself, so that it ends with the process however that ends. A file that
/// somebody else has changed or replaced since it was read is not written.
final class WritableGraph {
  let graph: Graph
  /// Where the file is, behind all links.
  private let path: String
  private let name: String
  private let format: GraphFormat
  private let source: SourceText
  private let document: GraphDocument
  private let relationships: ContiguousArray<RelationshipID>
  private let lock: FileLock

  init(_ name: String, schema: String?) throws(CommandFailure) {
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
    path = FileAccess.realPath(name) ?? name
    lock = try FileLock(path, name: name)
    (source, format) = try GraphSource.text(of: name)
    let reading = try GraphSource.read((source, format), of: name, schema: schema)
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
  func save(_ bytes: [UInt8]) throws(CommandFailure) {
    guard !source.utf8.elementsEqual(bytes) else { return }
    guard lock.isStillOn(path), try FileAccess.read(path) == source.utf8 else {
      throw CommandFailure(
        .writeRefused, code: "WR04", "\(name) has changed since it was read, and was not written",
        help: ["run the query again: it then sees the file as it is now"])
    }
    try FileAccess.write(bytes, to: path)
  }

  private static func refused(_ message: String, _ help: [String]) -> CommandFailure {
    CommandFailure(.writeRefused, code: "WR02", message, help: help)
  }
}

/// The system's exclusive lock on a file, until the process ends.
final class FileLock {
  private let descriptor: Int32

  init(_ path: String, name: String) throws(CommandFailure) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    // A file that cannot be opened is told by who reads it.
    guard descriptor >= 0 else { return }
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
    let number = errno
    close(descriptor)
    throw number == EWOULDBLOCK
      ? CommandFailure(
        .writeRefused, code: "WR03", "another query is writing \(name)",
        help: ["wait until it has ended, and try again"])
      : CommandFailure(
        .inputOutput, code: "IO002", "cannot lock \(name): \(String(cString: strerror(number)).lowercased())")
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether the path still leads to the locked file, and not to one that has taken its place.
  func isStillOn(_ path: String) -> Bool {
    var (locked, there) = (stat(), stat())
    return fstat(descriptor, &locked) == 0 && stat(path, &there) == 0 && locked.st_ino == there.st_ino
      && locked.st_dev == there.st_dev
  }
}
