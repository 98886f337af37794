import ArgumentParser
import Entente
import EntenteSyntax

/// `entente check`: finds what is wrong with a graph file, and mends what has one fix.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong with a graph.",
    discussion: """
      GRAPH is a file, - or a folder, whose graphs are checked one by one; a schema (.pgs) is checked too. Findings go to the error stream: errors, and \
      warnings, which count as findings with --strict. The schema is NAME.pgs beside NAME.pg, unless the graph or \
      --schema names another.

      EXAMPLES
        entente check Graphs
        entente check Graphs/ai-infrastructure.pg --strict
        entente check race.pg --fix
        entente check race.pg --error-format json

      EXIT CODES
        0 no findings · 1 findings · 3 a file that cannot be read as a graph
      """)

  @Argument(help: ArgumentHelp("A graph file, -, a folder or a schema.", valueName: "graph"))
  var graph: String

  @Option(
    name: .long, help: ArgumentHelp("The schema; else the one that @graph names, else NAME.pgs.", valueName: "file"))
  var schema: String?

  @OptionGroup var revision: RevisionArguments

  @Flag(name: .long, help: "Warnings count as findings.")
  var strict = false

  @Flag(name: .long, help: "Mend what has exactly one fix, in the file; all else stays as it is, byte for byte.")
  var fix = false

  @Option(name: .long, help: "How findings are printed.")
  var errorFormat: ErrorFormat = .text

  func run() throws {
    var status = ExitStatus.success
    var reports: [Report] = []
    let graph = try revision.address(graph)
    for file in try GraphSource.files(graph) {
      let checked = try check(file)
      reports.append(checked.report)
      if checked.isUnreadable { status = .badInput }
      let counts = checked.report.diagnostics.filter { strict || $0.severity == .error }
      if !counts.isEmpty, status == .success { status = .findings }
    }
    Report.print(reports)
    if errorFormat == .text { summarize(reports, of: graph) }
    if status != .success { exitProcess(status) }
  }

  /// Checks a file, after mending it where that is asked for; a schema is checked alone.
  private func check(_ address: GraphAddress) throws(CommandFailure) -> (report: Report, isUnreadable: Bool) {
    let path = address.path
    guard !fix || address.revision == nil else {
      throw .usage("--fix mends files, and what git has of a revision stays as it is")
    }
    if path.lowercased().hasSuffix(".pgs"), try address.kind() == .file {
      _ = try SchemaSource.read(address)
      return (Report([]), false)
    }
    if fix, path != "-", try GraphSource.format(of: address) == .pg {
      let file = try LockedFile(path)
      return try mend(SourceText(utf8: file.bytes, name: path), address, saving: file)
    }
    let (source, format) = try GraphSource.text(of: address)
    guard format == .pg else { return try checkJSON(source, format, address) }
    if fix { return try mend(source, address, saving: nil) }
    let schema = try schema(of: source, address)
    let check = GraphCheck(source, schema: schema)
    return (Report(check.diagnostics, in: source), check.isUnreadable)
  }

  /// A graph in JSON is checked as the `.pg` file that says the same, which the places then point into.
  private func checkJSON(
    _ source: SourceText, _ format: GraphFormat, _ address: GraphAddress
  ) throws(CommandFailure) -> (report: Report, isUnreadable: Bool) {
    guard !fix else {
      throw .usage("--fix mends .pg files only", help: ["convert it: entente convert \(address.path) --to pg"])
    }
    let reading = format.read(source)
    guard !reading.hasErrors else { return (Report(reading.diagnostics, in: source), true) }
    let schema = try SchemaSource.find(
      option: self.schema, graph: address, metadata: reading.document.metadata("schema"))
    let bytes: [UInt8]
    do throws(GraphFormatError) {
      bytes = try GraphFormat.pg.write(reading.document)
    } catch {
      return (Report(error.diagnostics, in: source), true)
    }
    let spelled = SourceText(utf8: ContiguousArray(bytes), name: "\(address.name) as .pg")
    let check = GraphCheck(spelled, schema: schema)
    return (Report(check.diagnostics, in: spelled), check.isUnreadable)
  }

  private func schema(of source: SourceText, _ address: GraphAddress) throws(CommandFailure) -> Schema? {
    try SchemaSource.find(option: schema, graph: address, metadata: GraphFile.metadata("schema", in: source))
  }

  /// - Parameter file: where it is saved; else the standard output.
  private func mend(
    _ source: SourceText, _ address: GraphAddress, saving file: LockedFile?
  ) throws(CommandFailure) -> (report: Report, isUnreadable: Bool) {
    let schema = try schema(of: source, address)
    let mended = GraphCheck.mended(source, schema: schema)
    if let file {
      try file.save(mended.source.utf8)
    } else {
      try FileAccess.write(Array(mended.source.utf8), to: address.path)
    }
    if errorFormat == .text, !mended.fixed.isEmpty {
      let name = source.name
      let lines = mended.fixed.map { "  \(name):\($0.line): \($0.diagnostic.code), \($0.diagnostic.message)\n" }
      let count = mended.fixed.count == 1 ? "1 finding" : "\(mended.fixed.count) findings"
      StandardStream.error.write("mended \(count) in \(name)\n\(lines.joined())")
    }
    let check = GraphCheck(mended.source, schema: schema)
    return (Report(check.diagnostics, in: mended.source), check.isUnreadable)
  }

  private func summarize(_ reports: [Report], of graph: GraphAddress) {
    let all = reports.flatMap(\.diagnostics)
    let errors = all.count { $0.severity == .error }
    let warnings = all.count - errors
    guard !all.isEmpty else {
      let files = reports.count == 1 ? graph.name : "\(reports.count) graphs"
      StandardStream.error.write("\(files): no findings\n")
      return
    }
    let fixes = all.count { $0.fix != nil }
    var words = [errors == 1 ? "1 error" : "\(errors) errors", warnings == 1 ? "1 warning" : "\(warnings) warnings"]
    if fixes > 0, !fix { words.append("--fix mends \(fixes) of them") }
    StandardStream.error.write("\n" + words.joined(separator: ", ") + "\n")
  }
}
