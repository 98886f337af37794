public import EntenteSyntax
import EntenteDrawing

/// A text in DOT, the input language of Graphviz, to be drawn as it says.
///
///     let picture = try DOTPicture(SourceText("digraph { a -> b }", name: "ab.dot")).renderAndWait(.svg)
///
/// The text is read by the library of Graphviz in the process of the renderer, never here, within the same limits as
/// every picture. Attributes that name files, run scripts or have crashed the library are left out, and a warning says
/// which.
public struct DOTPicture: Sendable {
  public let source: SourceText
  /// Nil for the layout that the text asks for, else layers.
  public var engine: Diagram.Engine?
  /// Dots an inch of a PNG.
  public var resolution = 96

  public static let formats: [Diagram.Format] = [.svg, .png, .pdf, .dot]
  /// The most bytes of a text.
  public static let limit = 1 << 24

  public init(_ source: SourceText, engine: Diagram.Engine? = nil) {
    self.source = source
    self.engine = engine
  }

  /// Whether a text begins as DOT does: `graph`, `digraph`, `strict`, a name, and a brace, which no graph file can.
  public static func isDOT(_ source: SourceText) -> Bool {
    var words: [String] = []
    var rest = Substring(String(decoding: source.utf8.prefix(4_096), as: UTF8.self))
    while words.count < 4 {
      rest = rest.drop(while: \.isWhitespace)
      if rest.hasPrefix("//") || rest.hasPrefix("#") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        guard let end = rest.firstRange(of: "*/") else { return false }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("{") {
        guard let kind = words.first?.lowercased() == "strict" ? words.dropFirst().first : words.first else {
          return false
        }
        return ["graph", "digraph"].contains(kind.lowercased())
      } else if rest.hasPrefix("\"") {
        guard let end = rest.dropFirst().firstIndex(of: "\"") else { return false }
        words.append("")
        rest = rest[rest.index(after: end)...]
      } else {
        let word = rest.prefix { !$0.isWhitespace && $0 != "{" }
        guard !word.isEmpty else { return false }
        words.append(String(word))
        rest = rest[word.endIndex...]
      }
    }
    return false
  }

  /// Draws the text and blocks the calling thread meanwhile.
  ///
  /// - Throws: a ``RenderError``.
  public func renderAndWait(
    _ format: Diagram.Format, limits: RenderLimits = RenderLimits(),
    cancellation: RenderCancellation = RenderCancellation()
  ) throws(RenderError) -> Picture {
    guard let drawn = DOTDrawing.Format(format) else {
      throw .renderingFailed(reason: "a text in DOT is drawn as SVG, PNG, PDF and DOT alone")
    }
    guard source.utf8.count <= Self.limit else { throw .badText(reason: "it has more than 16 MB", line: nil) }
    guard !source.utf8.contains(0) else { throw .badText(reason: "it holds a character NUL", line: nil) }
    let seconds = UInt32(clamping: max(1, limits.time.components.seconds + 1))
    let drawing = DOTDrawing(
      String(decoding: source.utf8, as: UTF8.self), engine: engine?.drawn, format: drawn,
      limits: Drawing.Limits(
        cpuSeconds: seconds, memory: UInt64(max(0, limits.memory)), pixels: UInt64(max(0, limits.pixels))),
      nodeLimit: max(0, limits.nodes), edgeLimit: max(0, limits.edges), dotsPerInch: min(max(resolution, 36), 600))
    let run = RendererRun(
      path: try RendererLocation.find(), engine: engine ?? .dot, limits: limits, cancellation: cancellation)
    let reply = try run.reply(to: drawing.encoded)
    let bytes: [UInt8] =
      switch format {
      case .svg: try SVGFinishing(title: source.name).finished(reply.bytes)
      case .pdf: PDFFinishing.finished(reply.bytes)
      case .png: PNGFinishing.finished(reply.bytes, dotsPerInch: drawing.dotsPerInch)
      case .dot, .html, .mermaid: reply.bytes
      }
    return Picture(bytes: bytes, format: format, size: reply.size, diagnostics: reply.diagnostics)
  }

  /// An error with its place in the text, where it says a line.
  public func diagnostic(_ error: RenderError) -> Diagnostic {
    var diagnostic = error.diagnostic
    guard case .badText(let reason, let line?) = error else { return diagnostic }
    var start = 0
    for _ in 1..<max(1, line) {
      guard let end = source.utf8[start...].firstIndex(of: 0x0A) else { break }
      start = end + 1
    }
    let rest = source.utf8[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    let indent = rest.prefix { $0 == 0x20 || $0 == 0x09 }.count
    var range = (start + indent)..<max(start + indent, rest.endIndex)
    // The parser names the word at which it stopped, and its line.
    if let near = reason.firstRange(of: " near '"), let end = reason.lastIndex(of: "'"), near.upperBound < end,
      let place = rest.firstRange(of: Array(reason[near.upperBound..<end].utf8))
    {
      range = place
    }
    diagnostic.range = SourceRange(range)
    return diagnostic
  }
}

extension DOTDrawing.Format {
  fileprivate init?(_ format: Diagram.Format) {
    switch format {
    case .svg: self = .svg
    case .png: self = .png
    case .pdf: self = .pdf
    case .dot: self = .dot
    case .html, .mermaid: return nil
    }
  }
}
