import Entente
import EntenteDiagram
import EntenteSyntax

/// The dates of `--strip`: dates with commas between, and runs of years such as `1872..1908/6`, every sixth year.
enum StripDates {
  static let limit = 60

  static func parse(_ list: String) throws(CommandFailure) -> [PartialDate] {
    var dates: [PartialDate] = []
    for item in list.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      for text in try texts(of: item.filter { $0 != " " }) {
        guard dates.count < limit else { throw .usage("--strip has at most \(limit) dates, found `\(list)`") }
        do throws(TemporalError) {
          dates.append(try PartialDate(Text(text)))
        } catch {
          throw .usage("--strip needs dates, found `\(text)`", help: ["such as 1872,1879,1882 or 1872..1908/6"])
        }
      }
    }
    return dates
  }

  private static func texts(of item: String) throws(CommandFailure) -> [String] {
    guard let dots = item.firstRange(of: "..") else { return [item] }
    let rest = item[dots.upperBound...].split(separator: "/", omittingEmptySubsequences: false)
    let step = rest.count > 1 ? Int(rest[1]) : 1
    guard let first = Int(item[..<dots.lowerBound]), let last = rest.first.flatMap({ Int($0) }), let step,
      rest.count <= 2, step > 0, first <= last, (0...9999).contains(first), last <= 9999
    else {
      throw .usage(
        "--strip needs two years around `..`, found `\(item)`", help: ["such as 1872..1908, or 1872..1908/6"])
    }
    return stride(from: first, through: last, by: step).map {
      String(repeating: "0", count: max(0, 4 - "\($0)".count)) + "\($0)"
    }
  }
}

extension DrawCommand {
  /// Draws the story that the graph tells: pages of a PDF, steps of an HTML page, or numbered files.
  func drawStory(as format: Diagram.Format) throws {
    if query != nil || !isGraph {
      throw CommandFailure.usage(
        "a story is told by the steps in a graph, and not by a query", help: ["draw GRAPH --story"])
    }
    let address = try arguments.revision.address(self.graph)
    let graph = try GraphSource.read(address, schema: arguments.reading.schema).part(
      try arguments.restrictions.restriction())
    var options = DiagramOptions(title: title, language: lang)
    options.restriction = try arguments.restrictions.restriction()
    options.revision = address.revision?.words
    options.hasFootnotes = footnotes
    options.hasPageData = format == .html
    if case .engine(let engine)? = layout {
      try validate(engine: engine)
      options.engine = engine
    }
    try selection.apply(to: &options, graph)
    try applyStyle(to: &options, graph, at: address)
    let story: Story
    do throws(StoryError) {
      story = try Story(graph, options: options, queryOptions: try storyOptions())
    } catch {
      if case .query(let error, let source) = error { throw CommandFailure(error, in: source) }
      throw CommandFailure(.badInput, [error.diagnostic])
    }
    var diagram = Diagram(story, options: options)
    let memory = try positionsFile(diagram.engine, format)
    if let memory { diagram.positions = memory.positions }
    try write(diagram, as: format, memory)
  }

  private func storyOptions() throws(StoryError) -> QueryOptions {
    (try? arguments.options()) ?? QueryOptions()
  }

  /// Writes views: all into one file where the format has pages or steps, else each into one of its own.
  private func write(_ story: Diagram, as format: Diagram.Format, _ memory: PositionsFile?) throws {
    var diagram = story
    diagram.resolution = try scaling.resolution(format)
    switch format {
    case .pdf, .html:
      let picture = try Pictures.picture(of: diagram, format)
      try FileAccess.write(picture.bytes, to: output ?? "-")
      try memory?.save(picture.positions)
    case .dot, .mermaid:
      throw CommandFailure.usage(
        "a story is no single graph, so that it cannot be written as \(format == .dot ? "DOT" : "Mermaid")")
    case .svg, .png:
      guard let output, output != "-", let dot = output.lastIndex(of: ".") else {
        throw CommandFailure.usage(
          "each step of a story is a file of its own as \(format.rawValue.uppercased()), and needs a name",
          help: [
            "add --output story.\(format.rawValue), which gives story-1.\(format.rawValue) and so on, or story.pdf"
          ])
      }
      var positions: NodePositions?
      for (index, page) in diagram.pages.enumerated() {
        let name = "\(output[..<dot])-\(index + 1)\(output[dot...])"
        let picture = try Pictures.picture(of: page, format)
        try FileAccess.write(picture.bytes, to: name)
        // Every page is laid out as the whole, so that all say the same.
        positions = picture.positions
      }
      if let positions { try memory?.save(positions) }
    }
  }
}
