import EntenteDrawing
import EntenteSyntax

extension Timeline {
  /// The formats in which a timeline can be drawn: it is no graph, so that DOT and Mermaid cannot say it.
  public static let formats: [Diagram.Format] = [.svg, .png, .pdf, .html]

  /// Draws the timeline.
  ///
  ///     let picture = try Timeline(graph).renderAndWait(.pdf)
  ///
  /// SVG and HTML are written here; PNG and PDF by the renderer process, within the limits, as other pictures are. An
  /// HTML page tells of the elements what the options asked for (`hasPageData`). The calling thread is blocked meanwhile;
  /// another thread can stop it by `cancellation`.
  ///
  /// - Throws: a ``RenderError``.
  public func renderAndWait(
    _ format: Diagram.Format, limits: RenderLimits = RenderLimits(),
    cancellation: RenderCancellation = RenderCancellation()
  ) throws(RenderError) -> Picture {
    switch format {
    case .svg: return picture(Array(svg.utf8), .svg)
    case .html: return picture(try page(limits: limits), .html)
    case .png, .pdf: return try rendered(format, limits, cancellation)
    case .dot, .mermaid: throw .renderingFailed(reason: "a timeline is drawn as SVG, PNG, PDF and HTML alone")
    }
  }

  private func picture(_ bytes: [UInt8], _ format: Diagram.Format) -> Picture {
    Picture(
      bytes: bytes, format: format,
      size: Picture.Size(width: TimelineDrawing.width, height: TimelineDrawing(self).height), diagnostics: [])
  }

  private func page(limits: RenderLimits) throws(RenderError) -> [UInt8] {
    var diagram = diagram
    // What the page calls the elements depends on no layout, and this one has the least to do.
    diagram.engine = .osage
    return try HTMLPage(diagram: diagram, drawn: diagram.drawn(as: .html, limits: limits)).bytes(svg: Array(svg.utf8))
  }

  private func rendered(
    _ format: Diagram.Format, _ limits: RenderLimits, _ cancellation: RenderCancellation
  ) throws(RenderError) -> Picture {
    let drawing = TimelineDrawing(self)
    let marks = drawing.pieces.compactMap { piece in if case .mark(let mark) = piece { mark } else { nil } }
    let seconds = UInt32(clamping: max(1, limits.time.components.seconds + 1))
    var canvas = Canvas(
      format: format == .png ? .png : .pdf,
      limits: Drawing.Limits(
        cpuSeconds: seconds, memory: UInt64(max(0, limits.memory)), pixels: UInt64(max(0, limits.pixels))),
      width: TimelineDrawing.width, height: drawing.height, background: background, font: font, marks: marks)
    canvas.dotsPerInch = min(max(resolution, 36), 600)
    let run = RendererRun(
      path: try RendererLocation.find(), engine: .automatic, limits: limits, cancellation: cancellation)
    let reply = try run.reply(to: canvas.encoded)
    let bytes =
      format == .png
      ? PNGFinishing.finished(reply.bytes, dotsPerInch: canvas.dotsPerInch) : PDFFinishing.finished(reply.bytes)
    return Picture(bytes: bytes, format: format, size: reply.size, diagnostics: reply.diagnostics)
  }
}
