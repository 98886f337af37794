import EntenteDiagram
import EntenteSyntax

/// A commit of the git repository around a path, and the files as they are in it.
///
/// Files are read as git has them, through the program `git`: no work tree is touched, and no filter, hook or pager
/// runs. What a person types as a revision never stands where git would take it for an option.
struct GitRevision {
  /// As typed: `HEAD~3`, `v1.0`, `1a2b3c4`.
  let name: String
  /// The full id of the commit.
  private let commit: String
  /// The commit in words: its short id and its day.
  let words: String

  /// - Parameter path: of a file or folder whose repository is asked; it need not be there any more.
  init(_ name: String, around path: String) throws(CommandFailure) {
    self.name = name
    let folder = Self.existingFolder(of: path).folder
    let inside = try Self.git(in: folder, ["rev-parse", "--git-dir"])
    guard inside.status == 0 else { throw Self.noRepository(path, inside.errors) }
    let found = try Self.git(in: folder, ["rev-parse", "--verify", "--end-of-options", name + "^{commit}"])
    guard !name.isEmpty, found.status == 0 else { throw try Self.unknown(name, in: folder, found.errors) }
    let commit = String(decoding: found.output, as: UTF8.self).filter(\.isHexDigit)
    let described = try Self.git(in: folder, ["rev-list", "--max-count=1", "--format=%h of %cs", commit])
    self.commit = commit
    let lines = String(decoding: described.output, as: UTF8.self).split(separator: "\n")
    words = lines.count > 1 ? String(lines[1]) : String(commit.prefix(7))
  }

  /// What a path is in the commit; links are followed inside it.
  func kind(of path: String) throws(CommandFailure) -> FileAccess.Kind {
    guard let entry = try entry(path) else { return .missing }
    return entry.isFolder ? .folder : .file
  }

  /// The bytes of a file.
  func read(_ path: String) throws(CommandFailure) -> ContiguousArray<UInt8> {
    guard let entry = try entry(path) else { throw missing(path) }
    guard !entry.isFolder else {
      throw CommandFailure(
        .inputOutput, code: "IO001", "cannot read \(path)@\(name): is a directory",
        help: ["this is a folder; name a file in it"])
    }
    return try bytes(of: entry.object, in: Self.existingFolder(of: path).folder)
  }

  /// The names in a folder, sorted by bytes.
  func names(in folder: String) throws(CommandFailure) -> [String] {
    let (existing, rest) = Self.existingFolder(of: folder.hasSuffix("/") ? folder + "." : folder + "/.")
    return try list(existing, rest.hasSuffix("/.") ? String(rest.dropLast()) : rest == "." ? "./" : rest)
      .map(\.name).filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// There is no such file in the commit.
  func missing(_ path: String) -> CommandFailure {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let names = (try? self.names(in: folder.isEmpty ? "." : folder)) ?? []
    var help: [String] = []
    if let nearest = NearestName.of(String(path.dropFirst(folder.count)), among: names) {
      help.append("did you mean `\(folder)\(nearest)@\(name)`?")
    } else if FileAccess.kind(of: path) != .missing {
      help.append("it is on the disk: name a later revision, or commit it")
    } else if names.isEmpty, !folder.isEmpty {
      help.append("there is no folder `\(folder)` in it either")
    } else {
      help.append("`git ls-tree --name-only \(name) \(folder.isEmpty ? "./" : folder)` shows what there is")
    }
    return CommandFailure(
      .inputOutput, code: "GT04", "there is no file or folder `\(path)` in the revision \(name) (\(words))", help: help)
  }

  // MARK: Trees

  private struct Entry {
    let name: String
    let object: String
    let isFolder: Bool
    let isLink: Bool
  }

  /// The entry of a path; that of what a link leads to, while it stays in the repository.
  private func entry(_ path: String, links: Int = 0) throws(CommandFailure) -> Entry? {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if path == "." || path.hasSuffix("/.") || path.hasSuffix("..") {
      return Entry(name: path, object: "", isFolder: true, isLink: false)
    }
    let (folder, rest) = Self.existingFolder(of: path)
    guard
      let entry = try list(folder, rest).first(where: { $0.name == rest.split(separator: "/").last.map(String.init) })
    else { return nil }
    guard entry.isLink else { return entry }
    let target = String(decoding: try bytes(of: entry.object, in: folder), as: UTF8.self)
    guard links < 8, !target.isEmpty, !target.hasPrefix("/") else { return nil }
    return try self.entry((path.lastIndex(of: "/").map { String(path[...$0]) } ?? "") + target, links: links + 1)
  }

  /// The entry of a path, or with a slash behind it those of a folder.
  private func list(_ folder: String, _ rest: String) throws(CommandFailure) -> [Entry] {
    let listing = try Self.git(in: folder, ["ls-tree", "-z", commit, "--", "./" + rest])
    guard listing.status == 0 else { throw Self.failed(listing.errors) }
    return listing.output.split(separator: 0).compactMap { line in
      // MODE TYPE OBJECT <tab> PATH
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
      guard words.count == 3 else { return nil }
      let path = String(decoding: line[(tab + 1)...], as: UTF8.self)
      return Entry(
        name: path.split(separator: "/").last.map(String.init) ?? path, object: String(words[2]),
        isFolder: words[1] != "blob", isLink: words[0] == "120000")
    }
  }

  private func bytes(of object: String, in folder: String) throws(CommandFailure) -> ContiguousArray<UInt8> {
    let blob = try Self.git(in: folder, ["cat-file", "blob", object])
    guard blob.status == 0 else { throw Self.failed(blob.errors) }
    return blob.output
  }

  // MARK: The program

  private static func git(in folder: String, _ arguments: [String]) throws(CommandFailure) -> ChildProcess.Result {
    // Git's words are looked at in one place only, and shown to people: in English as all else.
    let variables = ["GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]
    do throws(ChildProcess.Failure) {
      return try ChildProcess(
        program: "git", arguments: ["--no-pager", "--no-replace-objects", "-C", folder] + arguments,
        variables: variables
      ).run()
    } catch {
      throw CommandFailure(
        .inputOutput, code: "GT01",
        error.isMissing
          ? "there is no program `git`, which reads revisions" : "the program `git` cannot be run: \(error.words)",
        help: ["install it; on Debian and Ubuntu: `apt install git`"])
    }
  }

  /// The nearest folder above a path that is there, and the way from it to the path.
  private static func existingFolder(of path: String) -> (folder: String, rest: String) {
    var folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    if folder.isEmpty { folder = "/" }
    var rest = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    while FileAccess.kind(of: folder) != .folder {
      guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else {
        return (
          folder.hasPrefix("/") ? "/" : ".", (folder.hasPrefix("/") ? folder.dropFirst() : folder[...]) + "/" + rest
        )
      }
      rest = folder[folder.index(after: slash)...] + "/" + rest
      folder = String(folder[..<slash])
    }
    return (folder, rest)
  }

  // MARK: Errors

  private static func noRepository(_ path: String, _ errors: String) -> CommandFailure {
    guard errors.contains("not a git repository") else { return failed(errors) }
    return CommandFailure(
      .inputOutput, code: "GT02", "\(path) is in no git repository, so that it has no revisions",
      help: ["leave the revision out, or run the command where the history is: `git clone` brings it"])
  }

  private static func unknown(_ name: String, in folder: String, _ errors: String) throws(CommandFailure)
    -> CommandFailure
  {
    if errors.contains("is ambiguous") {
      return CommandFailure(
        .badInput, code: "GT03", "`\(name)` is the beginning of several commits", help: ["write more of it"])
    }
    let listed = try git(in: folder, ["for-each-ref", "--format=%(refname:lstrip=2)"])
    let names = String(decoding: listed.output, as: UTF8.self).split(separator: "\n").map(String.init)
    let base = String(name.prefix { !"~^@:".contains($0) })
    let help: [String] =
      if let nearest = NearestName.of(base, among: names + ["HEAD"]) {
        ["did you mean `\(nearest)\(name.dropFirst(base.count))`?"]
      } else if names.isEmpty {
        ["the repository has no commit yet"]
      } else if names.contains(base) || base == "HEAD" {
        ["`\(base)` has no such ancestor: `git log --oneline \(base)` shows what there is"]
      } else {
        ["branches and tags: \(names.prefix(12).joined(separator: ", "))\(names.count > 12 ? ", …" : "")"]
      }
    return CommandFailure(.badInput, code: "GT03", "there is no revision `\(name)`", help: help)
  }

  private static func failed(_ errors: String) -> CommandFailure {
    let line = errors.split(separator: "\n").first.map(String.init) ?? "no reason given"
    let reason = line.hasPrefix("fatal: ") ? String(line.dropFirst("fatal: ".count)) : line
    return CommandFailure(.inputOutput, code: "GT05", "git cannot read the revision: \(reason)")
  }
}
