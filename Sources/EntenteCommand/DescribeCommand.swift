import ArgumentParser
import Entente
import EntenteDiagram
import EntenteSyntax

/// `entente describe`: what a graph holds.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Say what a graph holds.",
    discussion: """
      Title, licence and languages; how many nodes each label has and relationships each type; the keys, their types \
      and how many elements have them; which label leads to which by which type; signs and sources. As text, as JSON, \
      or as a picture of the schema: --output NAME.svg.

      EXAMPLES
        entente describe Graphs/european-alliances.pg
        entente describe Graphs --lang ko
        entente describe Graphs/european-alliances.pg --as-of 1914-07-28
        entente describe Graphs/ai-infrastructure.pg --format json
        entente describe Graphs/ai-infrastructure.pg --lang ko --output schema.svg
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, svg, png, pdf, dot }

  @Argument(help: ArgumentHelp("A graph file, - or a folder.", valueName: "graph"))
  var graph: String

  @Option(name: .long, help: "text, json, svg, png, pdf or dot, where the ending of --output does not say it.")
  var format: Format?

  @Option(
    name: [.short, .long], help: ArgumentHelp("Where to write; the ending says the format.", valueName: "file"))
  var output: String?

  @OptionGroup var revision: RevisionArguments

  @OptionGroup var restrictions: RestrictionArguments

  @Option(
    name: .long, help: ArgumentHelp("The language of words and names: en, ko, zh or another.", valueName: "lang"))
  var lang: String = "en"

  @OptionGroup var reading: ReadingArguments

  func run() throws {
    let format = try outputFormat()
    let address = try revision.address(self.graph)
    let restriction = try restrictions.restriction()
    let graph = try GraphSource.read(address, schema: reading.schema).part(restriction)
    let description = GraphDescription(graph, language: lang)
    let parts = try parts(of: address)
    let bytes: [UInt8]
    switch format {
    case .text: bytes = Array(text(description, parts, restriction).utf8)
    case .json: bytes = description.json(parts: parts, restriction: restriction)
    case .svg: bytes = try picture(description, .svg)
    case .png: bytes = try picture(description, .png)
    case .pdf: bytes = try picture(description, .pdf)
    case .dot: bytes = try picture(description, .dot)
    }
    try FileAccess.write(bytes, to: output ?? "-")
  }

  private func text(
    _ description: GraphDescription, _ parts: [DescribedGraph], _ restriction: GraphRestriction
  ) -> String {
    DescriptionText(description, parts: parts, restriction: restriction, language: lang).text
  }

  private func outputFormat() throws(CommandFailure) -> Format {
    if let format { return format }
    guard let output, output != "-", let dot = output.lastIndex(of: ".") else { return .text }
    let ending = output[output.index(after: dot)...].lowercased()
    if let format = Format(rawValue: ["gv": "dot", "txt": "text"][ending] ?? ending) { return format }
    throw CommandFailure(
      .usage, code: "US05", "the ending of \(output) says no format for a description",
      help: ["end the name in .txt, .json, .svg, .png, .pdf or .dot, or say --format"])
  }

  /// The graphs of a folder with their titles, which the union has none of.
  private func parts(of address: GraphAddress) throws(CommandFailure) -> [DescribedGraph] {
    guard try address.kind() == .folder else { return [] }
    var parts: [DescribedGraph] = []
    for file in try GraphSource.files(address) {
      let (source, format) = try GraphSource.text(of: file)
      let title: (String) -> String? =
        if format == .pg {
          { GraphFile.metadata($0, in: source) }
        } else {
          format.read(source, linting: false).document.metadata
        }
      parts.append(DescribedGraph(path: file.name, title: title("title@\(lang)") ?? title("title")))
    }
    return parts
  }

  private func picture(_ description: GraphDescription, _ format: Diagram.Format) throws(CommandFailure) -> [UInt8] {
    let diagram = Diagram(description, options: DiagramOptions(language: lang))
    guard !diagram.isEmpty else {
      throw CommandFailure(.badInput, code: "DR12", "\(graph) has no relationship between labels that are drawn")
    }
    return try Pictures.bytes(of: diagram, format)
  }
}

/// Renders pictures for commands.
enum Pictures {
  /// The bytes of a picture; warnings about it are printed.
  static func bytes(of diagram: Diagram, _ format: Diagram.Format) throws(CommandFailure) -> [UInt8] {
    try picture(of: diagram, format).bytes
  }

  static func picture(of diagram: Diagram, _ format: Diagram.Format) throws(CommandFailure) -> Picture {
    try picture { cancellation throws(RenderError) in
      try diagram.renderAndWait(format, cancellation: cancellation)
    }
  }

  static func picture(of timeline: Timeline, _ format: Diagram.Format) throws(CommandFailure) -> Picture {
    try picture { cancellation throws(RenderError) in
      try timeline.renderAndWait(format, cancellation: cancellation)
    }
  }

  private static func picture(
    _ render: (RenderCancellation) throws(RenderError) -> Picture
  ) throws(CommandFailure) -> Picture {
    let picture: Picture
    do throws(RenderError) {
      let cancellation = RenderCancellation()
      Interruption.setUnfinished(drawing: cancellation)
      picture = try render(cancellation)
    } catch {
      throw CommandFailure(.renderer, [error.diagnostic])
    }
    Report(picture.diagnostics).print()
    return picture
  }
}
