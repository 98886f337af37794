import ArgumentParser
import Entente
import EntenteDiagram
import EntenteSyntax

/// `entente diff`: how two graphs differ, as text, as JSON or as one picture.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two graphs, or one as of two dates.",
    discussion: """
      A and B are graph files, folders, or both as git has them: FILE@REVISION. One graph is compared with itself as of \
      two dates, --as-of twice. Added and removed say what stands in the graphs; what still stands in B but does not \
      hold any more has ended. Relationships without an id are the same by their ends and type, and of several those \
      with most properties alike. As a picture, both graphs are laid out as one, of \
      more than 150 nodes only what differs and its neighbours.

      EXAMPLES
        entente diff old.pg new.pg
        entente diff Graphs/race.pg@HEAD~1 Graphs/race.pg --output diff.svg
        entente diff Graphs/european-alliances.pg --as-of 1907 --as-of 1915 --lang ko
        entente diff old.pg new.pg --around Alibaba --depth 2 --output alibaba.svg
        entente diff old.pg new.pg --format json

      EXIT CODES
        0 the graphs were compared · with --exit-code: 0 nothing differs, 1 something does
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, svg, png, pdf, html, dot, mermaid }

  @Argument(help: ArgumentHelp("The first graph: a file, a folder, - or FILE@REVISION.", valueName: "a"))
  var before: String

  @Argument(help: ArgumentHelp("The second graph; without it the first one, as of a second date.", valueName: "b"))
  var after: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "As of which date: once for both graphs, twice for the first and the second.", valueName: "date"))
  var asOf: [String] = []

  @OptionGroup var revision: RevisionArguments

  @Option(
    name: .long, help: "text, json, svg, png, pdf, html, dot or mermaid, where the ending of --output does not say it.")
  var format: Format?

  @Option(name: [.short, .long], help: ArgumentHelp("Where to write; the ending says the format.", valueName: "file"))
  var output: String?

  @Flag(name: .long, help: "End with 1 where something differs.")
  var exitCode = false

  @Option(name: .long, help: ArgumentHelp("The language of names and words: en, ko, zh.", valueName: "lang"))
  var lang: String = "en"

  @Option(name: .long, help: "How nodes are placed in a picture, as with `draw`: auto, dot, neato, … or patchwork.")
  var layout: Diagram.Engine = .automatic

  @Option(name: .long, help: ArgumentHelp("Draw of a picture an actor and what surrounds it.", valueName: "name"))
  var around: String?

  @Option(
    name: .long, parsing: .unconditional, help: ArgumentHelp("How many steps --around goes: 1 to 100.", valueName: "n"))
  var depth: Int?

  @Flag(name: .long, help: "Draw all of large graphs, not only what differs and its neighbours.")
  var whole = false

  @OptionGroup var scaling: ScaleArguments

  @Option(name: .long, help: "light, dark or print.")
  var theme: DiagramTheme = .light

  @Option(name: .long, help: "The title above a picture.")
  var title: String?

  @OptionGroup var reading: ReadingArguments

  func run() throws {
    let format = try outputFormat()
    try validatePart(format)
    let dates = try dates()
    if before == "-", after == "-" {
      throw CommandFailure.usage("the standard input can be one of the graphs, not both")
    }
    // A revision that an option names is that of the first graph: it is compared with what B is now.
    let old = try revision.address(before)
    let new = try after.map { try GraphAddress($0) } ?? (revision.asOfRevision == nil ? old : GraphAddress(before))
    guard after != nil || revision.asOfRevision != nil || asOf.count == 2 else {
      throw CommandFailure.usage(
        "one graph alone has nothing to be compared with",
        help: ["name a second one, such as \(before)@HEAD, or two dates: --as-of 1907 --as-of 1915"])
    }
    let graphs = (
      before: try GraphSource.read(old, schema: reading.schema),
      after: try GraphSource.read(new, schema: reading.schema)
    )
    let difference: GraphDifference
    do throws(RestrictionError) {
      difference = try GraphDifference(from: graphs.before, to: graphs.after, asOf: dates, today: .today)
    } catch {
      throw CommandFailure(.badInput, [error.diagnostic])
    }
    let sides = (before: side(old, asOf.first), after: side(new, asOf.last))
    try FileAccess.write(try bytes(of: difference, format, sides), to: output ?? "-")
    if difference.isEmpty, format == .text { StandardStream.error.write("nothing differs\n") }
    if exitCode, !difference.isEmpty { exitProcess(.findings) }
  }

  private func bytes(
    of difference: GraphDifference, _ format: Format, _ sides: (before: ComparedGraph, after: ComparedGraph)
  ) throws(CommandFailure) -> [UInt8] {
    switch format {
    case .text:
      let color = (output ?? "-") == "-" && StandardStream.output.usesColor
      let text = DifferenceText(
        difference, before: sides.before, after: sides.after, language: lang, color: color)
      return Array(text.text.utf8)
    case .json: return difference.json(before: sides.before, after: sides.after)
    case .svg: return try picture(difference, sides, .svg)
    case .png: return try picture(difference, sides, .png)
    case .pdf: return try picture(difference, sides, .pdf)
    case .html: return try picture(difference, sides, .html)
    case .dot: return try picture(difference, sides, .dot)
    case .mermaid: return try picture(difference, sides, .mermaid)
    }
  }

  private func picture(
    _ difference: GraphDifference, _ sides: (before: ComparedGraph, after: ComparedGraph), _ format: Diagram.Format
  ) throws(CommandFailure) -> [UInt8] {
    var options = DiagramOptions(title: title, language: lang, engine: layout)
    options.theme = theme
    options.hasPageData = format == .html
    let union: GraphUnion
    do throws(StorageError) {
      union = try difference.union()
    } catch {
      throw CommandFailure(.badInput, code: "GR01", "both graphs in one: \(error)")
    }
    var part: GraphPart? = whole ? .whole : nil
    if let around { part = .around(try NamedNode.find(around, in: union.graph), depth: depth ?? 1) }
    var diagram = Diagram(
      difference, union, before: sides.before, after: sides.after, part: part, options: options)
    diagram.resolution = try scaling.resolution(format)
    guard !diagram.isEmpty else {
      throw CommandFailure(.badInput, code: "DR12", "neither graph has a node that is drawn")
    }
    return try Pictures.bytes(of: diagram, format)
  }

  private func validatePart(_ format: Format) throws(CommandFailure) {
    if let depth {
      guard around != nil else { throw .usage("--depth needs an actor to begin from", help: ["add --around NAME"]) }
      guard (1...100).contains(depth) else { throw .usage("--depth needs a number from 1 to 100, found `\(depth)`") }
    }
    if whole, around != nil { throw .usage("--whole and --around are two different pictures") }
    guard whole || around != nil, format == .text || format == .json else { return }
    throw .usage(
      "\(whole ? "--whole" : "--around") is for pictures; as \(format.rawValue) all that differs is told",
      help: ["add --output diff.svg"])
  }

  /// What a graph is called: the file, and its revision where it has one.
  private func side(_ address: GraphAddress, _ date: String?) -> ComparedGraph {
    ComparedGraph(name: address.name + (address.revision.map { " (\($0.words))" } ?? ""), asOf: date)
  }

  private func dates() throws(CommandFailure) -> (PartialDate?, PartialDate?) {
    guard asOf.count <= 2 else { throw .usage("--as-of is given once or twice, found \(asOf.count) times") }
    var dates: [PartialDate] = []
    for text in asOf { dates.append(try RestrictionArguments.date(text, of: "--as-of")) }
    return (dates.first, dates.last)
  }

  private func outputFormat() throws(CommandFailure) -> Format {
    if let format { return format }
    guard let output, output != "-", let dot = output.lastIndex(of: ".") else { return .text }
    let ending = output[output.index(after: dot)...].lowercased()
    if let format = Format(rawValue: ["gv": "dot", "txt": "text", "htm": "html", "mmd": "mermaid"][ending] ?? ending) {
      return format
    }
    throw CommandFailure(
      .usage, code: "US05", "the ending of \(output) says no format for a comparison",
      help: ["end the name in .txt, .json, .svg, .png, .pdf, .html, .dot or .mmd, or say --format"])
  }
}
