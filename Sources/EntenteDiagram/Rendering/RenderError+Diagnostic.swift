public import EntenteSyntax

extension RenderError {
  /// The error in words, with what to do about it.
  public var diagnostic: Diagnostic {
    switch self {
    case .rendererMissing(let searched):
      Diagnostic(
        .error, code: "DR01", "there is no entente-render, which draws the pictures",
        notes: ["looked for it at \(searched.joined(separator: ", "))"],
        help: [
          "build it with `swift build --product entente-render`, or say where it is in ENTENTE_RENDERER",
          "`--format dot` needs no renderer, and queries need none either",
        ])
    case .rendererUnusable(let path, let reason):
      Diagnostic(
        .error, code: "DR02", "the renderer \(path) cannot be used: \(reason)",
        help: ["build it again, from the same sources: `swift build --product entente-render`"])
    case .pluginsMissing(let reason):
      Diagnostic(
        .error, code: "DR03", "Graphviz is not complete: \(Self.clause(reason))",
        help: [
          "on Debian and Ubuntu: `apt install libgraphviz-dev`, and if it is there, `dot -c` as root",
          "on macOS: `brew reinstall graphviz`",
        ])
    case .tooLarge(let nodes, let edges, let limits):
      Diagnostic(
        .error, code: "DR04", "a diagram of \(nodes) nodes and \(edges) edges is too large to be drawn",
        notes: [
          "the limits are \(limits.nodes) nodes and \(limits.edges) edges; such a picture could not be read"
        ],
        help: ["ask for less with a query, or convert the graph for another tool"])
    case .tooManyPixels(let pixels, let limit):
      Diagnostic(
        .error, code: "DR05",
        "the picture has \(Self.millions(pixels)) million pixels, more than the \(Self.millions(limit)) allowed",
        help: ["draw it as SVG or PDF, which have no pixels, or draw less"])
    case .timeout(let time, let engine):
      Diagnostic(
        .error, code: "DR06", "drawing took longer than \(Self.seconds(time)) and was stopped",
        help: [
          engine == .sfdp
            ? "draw less, or allow more time" : "try the layout sfdp, draw less, or allow more time"
        ])
    case .outOfMemory(let limit):
      Diagnostic(
        .error, code: "DR07", "drawing needs more memory than the \(limit >> 20) MB allowed",
        help: ["draw less, or draw it as SVG"])
    case .crashed(let signal, let engine):
      Diagnostic(
        .error, code: "DR08", "Graphviz crashed with signal \(signal) in the layout \(engine.rawValue)",
        notes: ["it runs in a process of its own: nothing else was lost"], help: ["try another layout"])
    case .renderingFailed(let reason):
      Diagnostic(.error, code: "DR09", "Graphviz could not draw the diagram: \(Self.clause(reason))")
    case .badText(let reason, let line):
      Diagnostic(
        .error, code: "DR16",
        line == nil
          ? "the text is no graph in DOT: \(Self.said(reason))"
          : "the text in DOT has a mistake here: \(Self.said(reason))",
        help: ["the language is at https://graphviz.org/doc/info/lang.html; names with other characters need quotes"])
    case .pictureRefused(let reason):
      Diagnostic(
        .error, code: "DR10", "the picture that Graphviz made is not safe to publish: \(reason)",
        help: ["this is a defect of Entente or of Graphviz: please report it with the graph"])
    case .cancelled:
      Diagnostic(.error, code: "DR11", "drawing was cancelled")
    }
  }

  /// A sentence of the renderer as the end of one of ours.
  private static func clause(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  /// The words of the parser without its name for the text.
  private static func said(_ reason: String) -> String {
    let words = clause(reason).split(separator: ": ").filter { $0 != "<unknown>" && !$0.hasPrefix("<") }
      .joined(separator: ": ")
    return words.isEmpty ? "there is no graph in it" : words
  }

  private static func millions(_ pixels: Int) -> Int { (pixels + 500_000) / 1_000_000 }

  private static func seconds(_ time: Duration) -> String {
    let tenths = time.components.seconds * 10 + time.components.attoseconds / 100_000_000_000_000_000
    let number = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return number == "1" ? "1 second" : "\(number) seconds"
  }
}

extension RenderError: CustomStringConvertible {
  public var description: String { diagnostic.message }
}
