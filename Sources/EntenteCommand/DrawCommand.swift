public import ArgumentParser
import Entente
public import EntenteDiagram
import EntenteSyntax

extension Diagram.Engine: ExpressibleByArgument {}
extension Diagram.Format: ExpressibleByArgument {}
extension DiagramTheme: ExpressibleByArgument {}

/// `entente draw`: a picture of a graph, or of exactly what a query returns.
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw a graph, a part of it, or what a query returns.",
    discussion: """
      Without QUERY the whole graph is drawn, or what is around an actor, or the shortest ways between two. Actors are
      named as they are in the graph, in any of its languages; the beginning of a name will do. A sole argument that is
      no existing path is a name in Queries/. A file in DOT (.dot, .gv), the language of Graphviz, is drawn as it says
      itself.

      EXAMPLES
        entente draw Graphs/ai-infrastructure.pg --output race.svg
        entente draw Graphs/ai-infrastructure.pg --around 알리바바 --lang ko --output alibaba.png
        entente draw Graphs/ai-infrastructure.pg --between 'Jack Ma' --and Stargate --output way.svg
        entente draw race --connect --output race.png
        entente draw race --output race.html
        entente draw race --output race.mmd
        entente draw machine.dot --output machine.svg
        entente draw Graphs/european-alliances.pg --layout timeline --output alliances.svg
        entente draw camps --footnotes --output camps.pdf
        entente draw Graphs/european-alliances.pg --as-of 1914-07-28 --output summer.svg
        entente draw Graphs/european-alliances.pg --strip 1872..1908/6 --output strip.svg
        entente draw Graphs/european-alliances.pg --story --output story.pdf
        entente draw Graphs/european-alliances.pg 'MATCH tie = ()-[:RIVALS]-() RETURN tie' --output rivals.pdf
      """)

  @Argument(help: ArgumentHelp("The graph, or the name of a saved query.", valueName: "graph"))
  var graph: String

  @Argument(help: "The query that returns what is drawn: nodes, relationships, paths, lists of them.")
  var query: String?

  @OptionGroup(title: "What is drawn") var selection: DrawSelection

  @OptionGroup var arguments: QueryArguments

  @Option(name: [.short, .long], help: ArgumentHelp("Where to write; the ending says the format.", valueName: "file"))
  var output: String?

  @Option(name: .long, help: "svg, png, pdf, html, dot or mermaid, where the ending of --output does not say it.")
  var format: Diagram.Format?

  @Option(
    name: .long, help: ArgumentHelp("The language of names: en, ko, zh; others fall back to `name`.", valueName: "lang")
  )
  var lang: String = "en"

  @Option(
    name: .long,
    help:
      "How nodes are placed: auto, dot, neato, fdp, sfdp, circo, twopi, osage, patchwork (tiles); or timeline, by actor."
  )
  var layout: PictureLayout?

  @Flag(
    name: [.long, .customLong("why")],
    help: "Number what is drawn by its sources, which stand below the picture; on a page as links.")
  var footnotes = false

  @Flag(name: .long, help: "With --as-of: draw what had ended by then too, in grey.")
  var ended = false

  @Flag(
    name: .long,
    help: "Tell the story of the graph, by its nodes :Step: pages of a PDF, steps of an HTML page, else numbered files."
  )
  var story = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A small picture for each date, side by side, with the same places: 1872,1879,1882 or 1872..1908/6.",
      valueName: "dates"))
  var strip: String?

  @Option(name: .long, help: "light, dark or print.")
  var theme: DiagramTheme = .light

  @Option(
    name: .long, help: ArgumentHelp("A style sheet over the theme; may be given several times.", valueName: "file"))
  var style: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Keep where nodes stand: those in the file stay there, new ones are added to it.", valueName: "file"))
  var positions: String?

  @Option(name: .long, help: "The title above the picture.")
  var title: String?

  @OptionGroup var scaling: ScaleArguments

  func run() throws {
    let format = try pictureFormat()
    let resolution = try scaling.resolution(format)
    if let text = try dotText() { return try draw(text, as: format, resolution: resolution) }
    try selection.validate(isQuery: query != nil || !isGraph)
    try validateViews()
    if story { return try drawStory(as: format) }
    var subject = try query == nil && isGraph ? drawnPart() : drawnAnswer()
    subject.options.hasPageData = format == .html
    subject.dates = try strip.map { text throws(CommandFailure) in try StripDates.parse(text) }
    guard case .engine(let engine) = subject.layout else { return try write(try subject.timeline(), as: format) }
    var diagram = try subject.diagram(engine)
    diagram.resolution = resolution
    try validate(engine: diagram.engine)
    let memory = try positionsFile(engine, format)
    if let memory { diagram.positions = memory.positions }
    let picture = try Pictures.picture(of: diagram, format)
    try FileAccess.write(picture.bytes, to: output ?? "-")
    try memory?.save(picture.positions)
  }

  /// Tiles fill the picture by their areas, and have no lines between them.
  func validate(engine: Diagram.Engine) throws(CommandFailure) {
    guard !engine.drawsLines else { return }
    if positions != nil {
      throw .usage("the layout \(engine.rawValue) places nodes by their areas, so it has no positions to keep")
    }
    if story || strip != nil {
      throw .usage(
        "the layout \(engine.rawValue) draws no lines, by which \(story ? "a story" : "a strip") tells what holds when",
        help: ["leave the layout out"])
    }
  }

  func positionsFile(
    _ engine: Diagram.Engine, _ format: Diagram.Format
  ) throws(CommandFailure) -> PositionsFile? {
    guard let positions else { return nil }
    if format == .dot || format == .mermaid {
      throw .usage(
        "\(format == .dot ? "DOT" : "Mermaid") places no nodes, so it has no positions to keep", help: ["draw SVG, say"]
      )
    }
    return try PositionsFile(positions, besides: [graph, query, output].compactMap { $0 } + style)
  }

  private func write(_ timeline: Timeline, as format: Diagram.Format) throws {
    if positions != nil { throw CommandFailure.usage("a timeline is ordered by dates, so it has no positions to keep") }
    guard Timeline.formats.contains(format) else {
      throw CommandFailure.usage(
        "a timeline is no graph, so that it cannot be written as \(format == .dot ? "DOT" : "Mermaid")",
        help: ["end the name in .svg, .png, .pdf or .html"])
    }
    var timeline = timeline
    timeline.resolution = try scaling.resolution(format)
    try FileAccess.write(try Pictures.picture(of: timeline, format).bytes, to: output ?? "-")
  }

  private func validateViews() throws(CommandFailure) {
    guard story || strip != nil else { return }
    let option = story ? "--story" : "--strip"
    if story, strip != nil { throw .usage("--story and --strip are two different pictures") }
    if arguments.restrictions.asOf != nil {
      throw .usage("\(option) has dates of its own, so --as-of has no place beside it")
    }
    if layout == .timeline { throw .usage("a timeline shows all dates, so \(option) has no place beside it") }
    if selection.clusterBy != nil { throw .usage("boxes are not drawn with \(option): leave --cluster-by out") }
  }

  /// The format that is asked for: by option, by the ending of the file, else SVG.
  private func pictureFormat() throws(CommandFailure) -> Diagram.Format {
    if let format { return format }
    guard let output, output != "-", let dot = output.lastIndex(of: ".") else { return .svg }
    let ending = output[output.index(after: dot)...].lowercased()
    if let format = Diagram.Format(rawValue: ["gv": "dot", "htm": "html", "mmd": "mermaid"][ending] ?? ending) {
      return format
    }
    throw CommandFailure(
      .usage, code: "US05", "the ending of \(output) says no format for a picture",
      help: ["end the name in .svg, .png, .pdf, .html, .dot or .mmd, or say --format"])
  }

  /// The graph, or the part of it that the options name.
  private func drawnPart() throws(CommandFailure) -> DrawnSubject {
    let restriction = try arguments.restrictions.restriction(keepsEnded: ended)
    let address = try arguments.revision.address(self.graph)
    let graph = try GraphSource.read(address, schema: arguments.reading.schema).part(restriction)
    var options = DiagramOptions(title: title, language: lang)
    options.restriction = restriction
    options.revision = address.revision?.words
    options.hasFootnotes = footnotes
    options.today = .today
    try selection.apply(to: &options, graph)
    try applyStyle(to: &options, graph, at: address)
    return DrawnSubject(
      content: .part(graph, try selection.part(of: graph)), options: options, layout: layout ?? .engine(.automatic)
    ) {
      selection.nothingToDraw(of: self.graph)
    }
  }

  /// What a query returns.
  private func drawnAnswer() throws(CommandFailure) -> DrawnSubject {
    let question = try Question.find(graph, query, arguments)
    let header = question.query.header
    var options = DiagramOptions(title: title ?? header.title(in: lang), language: lang)
    options.queryName = try captionName(of: question)
    options.hasFootnotes = footnotes
    options.today = .today
    let answer = try question.answer(arguments) { $0.restriction.keepsEnded = ended }
    try selection.apply(to: &options, question.graph, columns: answer.columns)
    options.revision = question.address.revision?.words
    try applyStyle(to: &options, question.graph, at: question.address)
    var layout = layout ?? .engine(.automatic)
    if self.layout == nil, let named = header.layout {
      guard let known = PictureLayout(argument: named) else {
        let nearest = NearestName.of(named, among: PictureLayout.allValueStrings)
        throw CommandFailure(
          .badInput, code: "QN04",
          "the header of \(question.query.source.name) names a layout `\(named)`, which there is not",
          help: nearest.map { ["did you mean `\($0)`?"] } ?? [])
      }
      layout = known
    }
    return DrawnSubject(
      content: .answer(answer), options: options,
      layout: layout
    ) {
      let name = question.query.source.name
      return CommandFailure(
        .badInput, code: "DR12", "\(name == "query" ? "the query" : name) returns nothing that can be drawn",
        help: ["return nodes, relationships or paths: MATCH tie = (a)-[:RIVALS]-(b) RETURN tie"])
    }
  }

  /// Reads the style sheets; the errors of all of them are reported at once, their warnings are printed.
  func applyStyle(
    to options: inout DiagramOptions, _ graph: Graph, at address: GraphAddress
  ) throws(CommandFailure) {
    options.theme = theme
    var reports: [Report] = []
    for path in style {
      let sheet = StyleSheet(parsing: try address.beside(path).source())
      let findings = sheet.diagnostics + (sheet.hasErrors ? [] : StyleCheck.diagnostics(of: sheet, on: graph))
      reports.append(Report(findings, in: sheet.source))
      options.styleSheets.append(sheet)
    }
    if reports.contains(where: { $0.diagnostics.contains { $0.severity == .error } }) {
      throw CommandFailure(.badInput, reports)
    }
    Report.print(reports)
  }

  /// The query with the values of its parameters.
  private func captionName(of question: Question) throws(CommandFailure) -> String? {
    let parameters = try arguments.parameters(question.query.header)
    let values = parameters.sorted { $0.key < $1.key }.map { name, value in
      if case .string(let text) = value { return "\(name) = \(text)" }
      return "\(name) = \(question.graph.literal(value))"
    }
    return question.query.shortName.map { ([$0] + values).joined(separator: ", ") }
  }

  /// Whether the sole argument is a graph rather than a saved query.
  var isGraph: Bool {
    graph == "-" || FileAccess.kind(of: graph) != .missing && !graph.hasSuffix(".cypher") || looksLikePath
  }

  /// A path that does not exist is a graph that is missing, not a query of that name.
  private var looksLikePath: Bool {
    graph.contains("/") || GraphFormat(fileName: graph) != nil || GraphAddress.isAtRevision(graph)
  }
}
