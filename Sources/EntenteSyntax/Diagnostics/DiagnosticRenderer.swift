/// Lays a ``Diagnostic`` out as text with a caret under the place.
public struct DiagnosticRenderer: Sendable {
  /// Whether to use terminal colours.
  public var color: Bool

  public init(color: Bool = false) {
    self.color = color
  }

  /// The diagnostic as several lines, ending with a line break.
  public func text(_ diagnostic: Diagnostic, in source: SourceText?) -> String {
    // Replaced by the full layout: long lines cut around the place, display width, colour.
    var out = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(diagnostic.message)\n"
    if let source, let range = diagnostic.range {
      let place = source.position(of: range.lower)
      out += "  --> \(source.name):\(place.line):\(place.column)\n"
    }
    for note in diagnostic.notes { out += "  note: \(note)\n" }
    for help in diagnostic.help { out += "  help: \(help)\n" }
    return out
  }
}
