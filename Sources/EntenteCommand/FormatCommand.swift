import ArgumentParser
import Entente
import EntenteSyntax

/// `entente format`: brings graph files into their canonical layout.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Bring graph files into their canonical layout.",
    discussion: """
      FILE is a .pg file, a folder of them, or - for a filter from the standard input to the standard output. Comments \
      and the order of everything stay, and no value changes. A statement stands on one line where it fits; else its \
      properties go on indented lines of up to 100 columns. Only .pg files have a layout: schemas (.pgs) and JSON are \
      refused.

      EXAMPLES
        entente format race.pg
        entente format --check Graphs
        entente format --diff race.pg
        entente format - < race.pg

      EXIT CODES
        0 fine · 1 a file would change (--check) · 3 a file has errors, and was left as it is
      """)

  @Argument(help: ArgumentHelp("Graph files, folders of them, or -.", valueName: "file"))
  var files: [String]

  @Flag(name: .long, help: "Change nothing; print the names of files that would change, and end with 1 if there are.")
  var check = false

  @Flag(name: .long, help: "Change nothing; print what would change.")
  var diff = false

  @Option(name: .long, help: "How errors are printed.")
  var errorFormat: ErrorFormat = .text

  func run() throws {
    var failures: [CommandFailure] = []
    var (count, changed) = (0, 0)
    for argument in files {
      do throws(CommandFailure) {
        for file in try files(argument) {
          count += 1
          do throws(CommandFailure) {
            if try format(file) { changed += 1 }
          } catch {
            failures.append(error)
          }
        }
      } catch {
        failures.append(error)
      }
    }
    if let first = failures.first {
      throw CommandFailure(first.status, failures.flatMap(\.reports))
    }
    if files != ["-"] {
      let words = "\(changed) of \(count) \(count == 1 ? "file" : "files")"
      StandardStream.error.write(check || diff ? "\(words) would change\n" : "\(words) changed\n")
    }
    if check, changed > 0 { exitProcess(.findings) }
  }

  /// The `.pg` files that an argument names.
  private func files(_ argument: String) throws(CommandFailure) -> [GraphAddress] {
    let address = try GraphAddress(argument)
    guard try address.kind() == .folder else { return [address] }
    let files = try GraphSource.files(address).filter { GraphFormat(fileName: $0.path) == .pg }
    guard !files.isEmpty else {
      throw CommandFailure(.badInput, code: "GR03", "the folder \(argument) holds no .pg file")
    }
    return files
  }

  /// Formats a file, or says what would change.
  ///
  /// - Returns: whether something does.
  private func format(_ address: GraphAddress) throws(CommandFailure) -> Bool {
    let (path, name) = (address.path, address.name)
    let isChanging = path != "-" && !check && !diff
    if path != "-" { try refuseOthers(address) }
    guard !isChanging || address.revision == nil else {
      throw .usage("what git has of a revision stays as it is", help: ["--check and --diff change nothing"])
    }
    let file = isChanging ? try LockedFile(path) : nil
    let bytes = if let file { file.bytes } else { try address.read() }
    let source = SourceText(utf8: bytes, name: name)
    let parsed = GraphFile(parsing: source, linting: false)
    guard let formatted = parsed.formatted() else { throw CommandFailure(.badInput, parsed.diagnostics, in: source) }
    let isChanged = !source.utf8.elementsEqual(formatted)
    if diff {
      let text = UnifiedDiff.text(old: Array(source.utf8), new: formatted, name: name)
      try FileAccess.write(Array(text.utf8), to: "-")
    } else if check {
      if isChanged { try FileAccess.write(Array("\(path == "-" ? path : name)\n".utf8), to: "-") }
    } else if let file {
      try file.save(formatted)
    } else {
      try FileAccess.write(formatted, to: "-")
    }
    return isChanged
  }

  private func refuseOthers(_ address: GraphAddress) throws(CommandFailure) {
    let path = address.path
    if path.lowercased().hasSuffix(".pgs"), try address.kind() != .missing {
      throw CommandFailure(
        .badInput, code: "FM01", "\(path) is a schema, and only .pg files have a canonical layout",
        help: ["check it with a graph: entente check GRAPH --schema \(path)"])
    }
    guard try GraphSource.format(of: address) != .pg else { return }
    throw CommandFailure(
      .badInput, code: "FM01", "\(path) is JSON, and only .pg files have a canonical layout",
      help: ["write it as .pg: entente convert \(path) --to pg"])
  }
}
