import EntenteDrawing

extension Diagram {
  /// The kinds that a legend explains.
  struct LegendKinds: Sendable, Hashable {
    var nodes: [NodeKind]
    var edges: [EdgeKind]
  }

  /// What a colour, a size, a mark or a line means that depends on more than the kind.
  struct LegendNote: Sendable, Hashable {
    var text: String
    /// As `#rrggbb`; nil where words are all there is.
    var color: String?
    /// The looks of a sample line before the words.
    var line: Attributes?
    /// Whether it is about lines, which not every layout draws.
    var isOfLines = false
  }
}
