import Entente
import EntenteDiagram
import EntenteSyntax

extension DrawCommand {
  /// The text in DOT that the argument names, by the ending of a file or, on the standard input, by how it begins.
  func dotText() throws(CommandFailure) -> SourceText? {
    guard query == nil else { return nil }
    let address = try GraphAddress.isAtRevision(graph) ? GraphAddress(graph) : arguments.revision.address(graph)
    if graph == "-" {
      let source = try address.source()
      return DOTPicture.isDOT(source) ? source : nil
    }
    let name = address.path.lowercased()
    guard name.hasSuffix(".dot") || name.hasSuffix(".gv") else { return nil }
    guard try address.kind() != .missing else { throw address.missing() }
    return try address.source()
  }

  func draw(_ source: SourceText, as format: Diagram.Format, resolution: Int) throws(CommandFailure) {
    try refuseOptionsOfGraphs()
    guard DOTPicture.formats.contains(format) else {
      throw .usage(
        "a text in DOT is drawn as SVG, PNG, PDF and DOT, and not as \(format.rawValue.uppercased())",
        help: ["such a picture is made of a graph file: entente draw GRAPH.pg"])
    }
    var picture = DOTPicture(source)
    picture.resolution = resolution
    switch layout {
    case nil, .engine(.automatic): break
    case .engine(let engine): picture.engine = engine
    case .timeline: throw .usage("a text in DOT has no dates, so it has no timeline")
    }
    let drawn: Picture
    do throws(RenderError) {
      let cancellation = RenderCancellation()
      Interruption.setUnfinished(drawing: cancellation)
      drawn = try picture.renderAndWait(format, cancellation: cancellation)
    } catch {
      if case .badText = error { throw CommandFailure(.badInput, [picture.diagnostic(error)], in: source) }
      throw CommandFailure(.renderer, [error.diagnostic])
    }
    Report(drawn.diagnostics).print()
    try FileAccess.write(drawn.bytes, to: output ?? "-")
  }

  /// A text in DOT says itself what is drawn and how it looks.
  private func refuseOptionsOfGraphs() throws(CommandFailure) {
    let restrictions = arguments.restrictions
    let options: [(name: String, isThere: Bool)] = [
      ("--around", selection.around != nil), ("--between", selection.between != nil), ("--and", selection.and != nil),
      ("--depth", selection.depth != nil), ("--types", !selection.types.isEmpty),
      ("--without-types", !selection.withoutTypes.isEmpty), ("--include", !selection.include.isEmpty),
      ("--connect", selection.connect), ("--cluster-by", selection.clusterBy != nil), ("--footnotes", footnotes),
      ("--ended", ended), ("--story", story), ("--strip", strip != nil), ("--theme", theme != .light),
      ("--style", !style.isEmpty), ("--title", title != nil),
      ("--positions", positions != nil), ("--schema", arguments.reading.schema != nil),
      ("--param", !arguments.param.isEmpty),
      ("--as-of", restrictions.asOf != nil), ("--according-to", restrictions.accordingTo != nil),
      ("--without", restrictions.without != nil), ("--lang", lang != "en"),
    ]
    if let option = options.first(where: \.isThere) {
      throw .usage(
        "a text in DOT says itself what is drawn and how it looks, so \(option.name) has no place beside it",
        help: ["--layout, --scale, --format and --output work with it"])
    }
  }
}
