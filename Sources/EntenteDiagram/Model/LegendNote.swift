extension Diagram {
  /// What a colour or a size means that depends on a property.
  struct LegendNote: Sendable, Hashable {
    var text: String
    /// As `#rrggbb`; nil where words are all there is.
    var color: String?
  }
}
