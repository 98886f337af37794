public import ArgumentParser
import Entente
public import EntenteDiagram
import EntenteSyntax

extension Diagram.Engine: ExpressibleByArgument {}
extension Diagram.Format: ExpressibleByArgument {}

/// `entente draw`: a picture of a graph, or of exactly what a query returns.
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw a graph, or what a query returns.",
    discussion: """
      Without QUERY the whole graph is drawn. A sole argument that is no existing path is a name in Queries/.

      EXAMPLES
        entente draw Graphs/ai-infrastructure.pg --output race.svg
        entente draw race --lang ko --output race.png
        entente draw Graphs/european-alliances.pg 'MATCH tie = ()-[:RIVALS]-() RETURN tie' --output rivals.pdf
      """)

  @Argument(help: ArgumentHelp("The graph, or the name of a saved query.", valueName: "graph"))
  var graph: String

  @Argument(help: "The query that returns what is drawn: nodes, relationships, paths, lists of them.")
  var query: String?

  @OptionGroup var arguments: QueryArguments

  @Option(name: [.short, .long], help: ArgumentHelp("Where to write; the ending says the format.", valueName: "file"))
  var output: String?

  @Option(name: .long, help: "svg, png, pdf or dot, where the ending of --output does not say it.")
  var format: Diagram.Format?

  @Option(
    name: .long, help: ArgumentHelp("The language of names: en, ko, zh; others fall back to `name`.", valueName: "lang")
  )
  var lang: String = "en"

  @Option(name: .long, help: "How nodes are placed: auto, dot, neato, fdp, sfdp, circo, twopi or osage.")
  var layout: Diagram.Engine?

  @Option(name: .long, help: "The title above the picture.")
  var title: String?

  func run() throws {
    let format = try pictureFormat()
    let (diagram, name) = try makeDiagram()
    guard !diagram.isEmpty else { throw nothingToDraw(name) }
    let picture: Picture
    do throws(RenderError) {
      let cancellation = RenderCancellation()
      Interruption.setUnfinished(drawing: cancellation)
      picture = try diagram.renderAndWait(format, cancellation: cancellation)
    } catch {
      throw CommandFailure(.renderer, [error.diagnostic])
    }
    Report(picture.diagnostics).print()
    try FileAccess.write(picture.bytes, to: output ?? "-")
  }

  /// The format that is asked for: by option, by the ending of the file, else SVG.
  private func pictureFormat() throws(CommandFailure) -> Diagram.Format {
    if let format { return format }
    guard let output, output != "-", let dot = output.lastIndex(of: ".") else { return .svg }
    let ending = output[output.index(after: dot)...].lowercased()
    if let format = Diagram.Format(rawValue: ending == "gv" ? "dot" : ending) { return format }
    throw CommandFailure(
      .usage, code: "US05", "the ending of \(output) says no format for a picture",
      help: ["end the name in .svg, .png, .pdf or .dot, or say --format"])
  }

  private func makeDiagram() throws(CommandFailure) -> (Diagram, String) {
    var options = DiagramOptions(title: title, language: lang, engine: layout ?? .automatic)
    if query == nil, isGraph {
      let graph = try GraphSource.read(self.graph, schema: arguments.schema)
      return (Diagram(graph, options: options), self.graph)
    }
    let question = try Question.find(graph, query, schema: arguments.schema)
    let header = question.query.header
    options.title = title ?? header.title(in: lang)
    if layout == nil, let named = header.layout {
      guard let engine = Diagram.Engine(rawValue: named) else {
        let nearest = NearestName.of(named, among: Diagram.Engine.allCases.map(\.rawValue))
        throw CommandFailure(
          .badInput, code: "QN04",
          "the header of \(question.query.source.name) names a layout `\(named)`, which there is not",
          help: nearest.map { ["did you mean `\($0)`?"] } ?? [])
      }
      options.engine = engine
    }
    return (Diagram(try question.answer(arguments), options: options), question.query.source.name)
  }

  /// Whether the sole argument is a graph rather than a saved query.
  private var isGraph: Bool {
    graph == "-" || FileAccess.kind(of: graph) != .missing && !graph.hasSuffix(".cypher") || looksLikePath
  }

  /// A path that does not exist is a graph that is missing, not a query of that name.
  private var looksLikePath: Bool { graph.contains("/") || GraphFormat(fileName: graph) != nil }

  private func nothingToDraw(_ name: String) -> CommandFailure {
    CommandFailure(
      .badInput, code: "DR12", "\(name == "query" ? "the query" : name) returns nothing that can be drawn",
      help: ["return nodes, relationships or paths: MATCH tie = (a)-[:RIVALS]-(b) RETURN tie"])
  }
}
