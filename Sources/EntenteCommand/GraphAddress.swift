import Entente
import EntenteSyntax

/// Where a graph is: a file, a folder or `-`, as it is on the disk or as git has it at a revision.
///
///     Graphs/race.pg              the file
///     Graphs/race.pg@HEAD~3       the file as it was three commits ago
///     Graphs@v1.0                 the folder at a tag
///     race@home.pg                the file of that name, where there is one
///
/// Its schema and style sheets are taken from the same place.
struct GraphAddress {
  let path: String
  /// Nil for the disk.
  let revision: GitRevision?

  /// - Parameter revision: what `--as-of-revision` says.
  init(_ argument: String, revision: String? = nil) throws(CommandFailure) {
    let parts = Self.parts(of: argument)
    if revision != nil {
      guard parts == nil else {
        throw .usage("`\(argument)` names a revision already", help: ["leave --as-of-revision out"])
      }
      guard argument != "-" else {
        throw .usage("the standard input has no revisions", help: ["name the file that git has"])
      }
    }
    path = parts?.path ?? argument
    let name = revision ?? parts?.revision
    self.revision = if let name { try GitRevision(name, around: path) } else { nil }
  }

  private init(path: String, revision: GitRevision?) {
    self.path = path
    self.revision = revision
  }

  /// Another path at the same place.
  func at(_ path: String) -> GraphAddress { GraphAddress(path: path, revision: revision) }

  /// A file that an option names beside the graph: at the same place, unless it says another one itself.
  func beside(_ argument: String) throws(CommandFailure) -> GraphAddress {
    if Self.isAtRevision(argument) { return try GraphAddress(argument) }
    let file = at(argument)
    if let revision, try file.kind() == .missing { throw revision.missing(argument) }
    return file
  }

  /// What errors and captions call it.
  var name: String { path == "-" ? "standard input" : revision.map { "\(path)@\($0.name)" } ?? path }

  /// Whether an argument can only be a file or a folder at a revision.
  static func isAtRevision(_ argument: String) -> Bool { parts(of: argument) != nil }

  /// The file and the revision of `FILE@REVISION`; nil where there is a file of the whole name, or none of its parts
  /// looks like a graph. Both may hold `@` themselves: the first that leaves a graph before it counts.
  private static func parts(of argument: String) -> (path: String, revision: String)? {
    guard argument.contains("@"), FileAccess.kind(of: argument) == .missing else { return nil }
    for place in argument.indices where argument[place] == "@" {
      let path = String(argument[..<place])
      if GraphFormat(fileName: path) != nil || path.hasSuffix("/")
        || !path.isEmpty && FileAccess.kind(of: path) != .missing
      {
        return (path, String(argument[argument.index(after: place)...]))
      }
    }
    return nil
  }

  // MARK: Files

  func kind() throws(CommandFailure) -> FileAccess.Kind {
    if path == "-" { return .file }
    if let revision { return try revision.kind(of: path) }
    return FileAccess.kind(of: path)
  }

  func read() throws(CommandFailure) -> ContiguousArray<UInt8> {
    if let revision { return try revision.read(path) }
    return try FileAccess.read(path)
  }

  /// The text of the file.
  func source() throws(CommandFailure) -> SourceText { SourceText(utf8: try read(), name: name) }

  /// The names in the folder, sorted by bytes.
  func names() throws(CommandFailure) -> [String] {
    if let revision { return try revision.names(in: path) }
    return try FileAccess.names(in: path)
  }

  /// There is no such file or folder.
  func missing() -> CommandFailure {
    if let revision { return revision.missing(path) }
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
