/// Why there is no picture. Sentences are in `RenderError+Diagnostic.swift`.
public enum RenderError: Error, Sendable, Hashable {
  /// There is no `entente-render` in any of the places.
  case rendererMissing(searched: [String])
  /// There is one, but it cannot be started or does not answer in our format.
  case rendererUnusable(path: String, reason: String)
  /// Graphviz has no plugin for a layout or a format.
  case pluginsMissing(reason: String)
  /// More nodes or edges than any layout can place in good time.
  case tooLarge(nodes: Int, edges: Int, limits: RenderLimits)
  case tooManyPixels(Int, limit: Int)
  case timeout(Duration, engine: Diagram.Engine)
  case outOfMemory(limit: Int)
  /// Graphviz crashed; nothing else did.
  case crashed(signal: Int32, engine: Diagram.Engine)
  /// Graphviz refused; its own words.
  case renderingFailed(reason: String)
  /// The text is no graph in DOT; the words of the parser, and the line that they name.
  case badText(reason: String, line: Int?)
  /// The picture holds something that no picture of ours should.
  case pictureRefused(reason: String)
  /// The task that wanted the picture was cancelled.
  case cancelled

  /// Whether a limit was reached: the same diagram may be drawn with other limits, or another format or layout.
  public var isLimit: Bool {
    switch self {
    case .tooLarge, .tooManyPixels, .timeout, .outOfMemory: true
    case .rendererMissing, .rendererUnusable, .pluginsMissing, .crashed, .renderingFailed, .pictureRefused, .badText,
      .cancelled:
      false
    }
  }
}
