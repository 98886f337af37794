import ArgumentParser
import Entente
import EntenteSyntax

/// `entente convert`: writes a graph in another format.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a graph in another format.",
    discussion: """
      The endings say the formats: .pg (PG format 1.0), .json (PG-JSON), .jsonl (PG-JSONL). What would be lost is said \
      before anything is written.

      EXAMPLES
        entente convert Graphs/ai-infrastructure.pg --output race.json
        entente convert race.jsonl --output race.pg
        entente convert Graphs/european-alliances.pg --to jsonl | head -3
        entente convert Graphs/european-alliances.pg --as-of 1914-07-28 --output summer.pg
      """)

  /// The formats by their usual ending.
  enum Target: String, CaseIterable, ExpressibleByArgument {
    case pg, json, jsonl

    var format: GraphFormat {
      switch self {
      case .pg: .pg
      case .json: .pgJSON
      case .jsonl: .pgJSONL
      }
    }
  }

  @Argument(help: ArgumentHelp("A graph file, - or a folder.", valueName: "in"))
  var input: String

  @Option(
    name: [.short, .long], help: ArgumentHelp("Where to write; without it, to the standard output.", valueName: "out"))
  var output: String?

  @Option(name: .long, help: "The format, where the ending of --output does not say it: pg, json or jsonl.")
  var to: Target?

  @OptionGroup var revision: RevisionArguments

  @OptionGroup var restrictions: RestrictionArguments

  @Option(name: .long, help: "How errors are printed.")
  var errorFormat: ErrorFormat = .text

  func run() throws {
    guard let format = to?.format ?? output.flatMap(GraphFormat.init(fileName:)) else {
      throw CommandFailure(
        .usage, code: "US04", "the format to write is not said",
        help: ["give --output a name that ends in .pg, .json or .jsonl, or say --to pg|json|jsonl"])
    }
    let restriction = try restrictions.restriction()
    let input = try revision.address(input)
    // Numbers keep their spelling where all of the graph is written.
    let document =
      try restriction.isEmpty
      ? GraphSource.readDocument(input) : GraphDocument(GraphSource.read(input).part(restriction))
    let bytes: [UInt8]
    do throws(GraphFormatError) {
      bytes = try format.write(document)
    } catch {
      throw CommandFailure(.badInput, error.diagnostics)
    }
    try FileAccess.write(bytes, to: output ?? "-")
  }
}
