import EntenteDrawing
import EntenteSyntax

extension Diagram {
  /// Draws the diagram.
  ///
  ///     let picture = try await diagram.render(.svg)
  ///
  /// Graphviz runs in a process of its own, `entente-render`, within the limits; DOT needs none. The same diagram
  /// gives the same bytes each time, as long as the fonts are the same. Any number of tasks may draw at once.
  ///
  /// - Throws: a ``RenderError``; cancelling the task stops the process.
  public func render(_ format: Format, limits: RenderLimits = RenderLimits()) async throws(RenderError)
    -> Picture
  {
    let cancellation = RenderCancellation()
    let result: Result<Picture, RenderError> = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let started = Thread.start {
          continuation.resume(
            returning: Result { () throws(RenderError) in
              try self.draw(format, limits: limits, cancellation: cancellation)
            })
        }
        if !started {
          continuation.resume(
            returning: .failure(
              .rendererUnusable(path: RendererLocation.name, reason: "no thread can be started")))
        }
      }
    } onCancel: {
      cancellation.cancel()
    }
    return try result.get()
  }

  /// Draws the diagram and blocks the calling thread meanwhile; another thread can stop it by `cancellation`.
  ///
  /// - Throws: a ``RenderError``.
  public func renderAndWait(
    _ format: Format, limits: RenderLimits = RenderLimits(), cancellation: RenderCancellation = RenderCancellation()
  ) throws(RenderError) -> Picture {
    try draw(format, limits: limits, cancellation: cancellation)
  }

  /// The diagram in the input language of Graphviz; needs no renderer.
  public var dot: String { DOTWriter.text(of: drawn(as: .dot)) }

  /// The diagram as a flowchart in Mermaid; needs no renderer. Titles and words are there, a legend is not.
  public var mermaid: String { MermaidWriter.text(of: self, drawn(as: .mermaid)) }

  private func draw(
    _ format: Format, limits: RenderLimits, cancellation: RenderCancellation
  ) throws(RenderError) -> Picture {
    if format.isText {
      let text = format == .dot ? dot : mermaid
      let warnings =
        format == .dot
        ? clusterWarnings(LayoutChoice(self).engine)
        : RenderWarnings.mermaidLimits(edges: edges.count, characters: text.unicodeScalars.count)
      return Picture(bytes: Array(text.utf8), format: format, size: nil, diagnostics: warnings)
    }
    // Each view has nodes and edges of its own.
    let (count, lines) = (nodes.count * max(1, views.count), edges.count * max(1, views.count))
    guard count <= limits.nodes, lines <= limits.edges else {
      throw .tooLarge(nodes: nodes.count, edges: edges.count, limits: limits)
    }
    let path = try RendererLocation.find()
    let drawn = drawn(as: format, limits: limits)
    let run = RendererRun(path: path, engine: drawn.engine, limits: limits, cancellation: cancellation)
    let reply = try run.reply(to: drawn.drawing)
    return try finish(reply, drawn, format)
  }

  private func finish(_ reply: RendererRun.Reply, _ drawn: Drawn, _ format: Format) throws(RenderError)
    -> Picture
  {
    let bytes: [UInt8] =
      switch format {
      case .svg: try SVGFinishing(self, drawn).finished(reply.bytes)
      case .html: try HTMLPage(diagram: self, drawn: drawn).bytes(svg: SVGFinishing(self, drawn).finished(reply.bytes))
      case .pdf: PDFFinishing.finished(reply.bytes)
      case .png: PNGFinishing.finished(reply.bytes, dotsPerInch: resolution)
      case .dot, .mermaid: reply.bytes
      }
    var picture = Picture(
      bytes: bytes, format: format, size: reply.size, diagnostics: clusterWarnings(drawn.engine) + reply.diagnostics)
    picture.positions = positions ?? NodePositions()
    // Tiles stand where their areas want them, and keep no places.
    guard drawn.engine.drawsLines else { return picture }
    for (node, place) in zip(nodes, reply.places) {
      picture.positions[node.id] = NodePositions.Position(x: place.rounded.x, y: place.rounded.y)
    }
    return picture
  }

  private func clusterWarnings(_ engine: Engine) -> [Diagnostic] {
    clusters.isEmpty || engine.keepsClusters ? [] : [RenderWarnings.clustersDropped(by: engine)]
  }
}
