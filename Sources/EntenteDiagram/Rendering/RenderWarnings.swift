import EntenteDrawing
import EntenteSyntax

/// The remarks of the renderer as warnings for people.
enum RenderWarnings {
  static func diagnostics(of remarks: [RenderReply.Remark], noise: String) -> [Diagnostic] {
    remarks.map { remark in
      switch remark.kind {
      case .missingCharacters: missingCharacters(remark.text)
      case .labelsLeftOut: labelsLeftOut(Int(remark.text) ?? 0)
      case .clustersLeftOut: clustersLeftOut(Int(remark.text) ?? 0)
      case .wordsCut: wordsCut(Int(remark.text) ?? 0)
      case .attributesLeftOut:
        Diagnostic(
          .warning, code: "DW07", "left out of the text, as not safe or not known: \(cleaned(remark.text))")
      case .graphsLeftOut:
        Diagnostic(
          .warning, code: "DW08", "only the first graph of the text is drawn; what stands behind it is left out")
      case .graphviz: Diagnostic(.warning, code: "DW02", "Graphviz says: \(cleaned(remark.text))")
      }
    }
      + noise.split(separator: "\n").prefix(5).map {
        Diagnostic(.warning, code: "DW02", "Graphviz says: \(cleaned(String($0)))")
      }
  }

  /// A page draws so much unless its settings say otherwise.
  static func mermaidLimits(edges: Int, characters: Int) -> [Diagnostic] {
    let limit = MermaidWriter.usualLimit
    guard edges > limit.edges || characters > limit.characters else { return [] }
    return [
      Diagnostic(
        .warning, code: "DW06",
        "Mermaid draws at most \(limit.edges) edges and \(limit.characters) characters, and there are \(edges) and \(characters)",
        help: ["draw less, draw an SVG, or raise `maxEdges` and `maxTextSize` where the page starts Mermaid"])
    ]
  }

  /// An engine that knows nothing of clusters was asked for some.
  static func clustersDropped(by engine: Diagram.Engine) -> Diagnostic {
    let keeping = Diagram.Engine.allCases.filter { $0.keepsClusters && $0 != .automatic }.map(\.rawValue)
    return Diagnostic(
      .warning, code: "DW04", "the layout \(engine.rawValue) keeps no clusters together, so none is drawn",
      help: ["clusters are kept by the layouts \(keeping.joined(separator: ", "))"])
  }

  /// Nodes that stay where they are need not stand with their own.
  private static func clustersLeftOut(_ count: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "DW05",
      "where the nodes stand, \(count) \(count == 1 ? "box" : "boxes") would hold nodes of others, and "
        + "\(count == 1 ? "is" : "are") not drawn",
      help: ["keep the positions of pictures with other boxes in a file of their own"])
  }

  /// A tile is as large as its area says, whatever its words.
  private static func wordsCut(_ count: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "DW09",
      "\(count) \(count == 1 ? "tile is" : "tiles are") too small for \(count == 1 ? "its" : "their") words, "
        + "which are cut",
      help: ["areas that differ less leave more room; in an SVG the words appear where the pointer rests"])
  }

  private static func labelsLeftOut(_ count: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "DW03",
      "there is no room for the words on \(count) \(count == 1 ? "edge" : "edges"), which stay without them",
      help: ["draw less, or try another layout; in an SVG the words appear where the pointer rests"])
  }

  private static func missingCharacters(_ characters: String) -> Diagnostic {
    let shown = String(characters.prefix(12)) + (characters.count > 12 ? "…" : "")
    let isEastAsian = characters.unicodeScalars.contains(where: Self.isEastAsian)
    return Diagnostic(
      .warning, code: "DW01", "no font has the characters \(shown), so they are drawn as empty boxes",
      notes: ["an SVG holds the characters themselves, but its boxes are measured without them"],
      help: [
        isEastAsian
          ? "install fonts-noto-cjk (Debian and Ubuntu: `apt install fonts-noto-cjk`, 56 MB)"
          : "install a font for them, such as fonts-noto (`apt install fonts-noto-core`)"
      ])
  }

  static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// What another program printed, without what a terminal would obey.
  private static func cleaned(_ text: String) -> String { String(EscapedText.cleaned(text).prefix(300)) }
}
