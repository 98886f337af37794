/// Lays a ``Diagnostic`` out as text with carets under the place.
///
///     warning[PG101]: the label `Project:Site` holds a colon, so it is one label
///       --> ai-race.pg:3:6
///       3 | wuhu :Project:Site name:Wuhu
///         |      ^^^^^^^^^^^^^ read as one label
///       help: write `:Project :Site` for two labels
///
/// Columns are counted by ``DisplayWidth``, so that carets stand under Korean and emoji too; long lines are cut
/// around the place; characters that would disturb a terminal are shown as `�`.
public struct DiagnosticRenderer: Sendable {
  /// Whether to use terminal colours (ANSI escape sequences).
  public var color: Bool
  /// The columns that a line of source may take before it is cut.
  public var width: Int

  public init(color: Bool = false, width: Int = 100) {
    self.color = color
    self.width = max(width, 20)
  }

  /// The diagnostic as several lines, ending with a line break.
  ///
  /// - Complexity: O(length of the lines shown).
  public func text(_ diagnostic: Diagnostic, in source: SourceText?) -> String {
    let main: Style = diagnostic.severity == .error ? .error : .warning
    var out = paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", main)
    out += paint(": \(diagnostic.message)", .bold) + "\n"
    if let source, let range = diagnostic.range {
      let place = source.position(of: range.lower)
      out += "  " + paint("-->", .dim) + " \(source.name):\(place.line):\(place.column)\n"
      out += excerpt(of: source, range, label: diagnostic.label, style: main)
    } else if let source {
      out += "  " + paint("-->", .dim) + " \(source.name)\n"
    }
    if diagnostic.range == nil, let label = diagnostic.label {
      out += "  \(label)\n"
    }
    for note in diagnostic.notes { out += item("note", note) }
    for help in diagnostic.help { out += item("help", help) }
    return out
  }

  /// Several diagnostics, a blank line between them.
  public func text(_ diagnostics: some Sequence<Diagnostic>, in source: SourceText?) -> String {
    diagnostics.map { text($0, in: source) }.joined(separator: "\n")
  }

  private func item(_ word: String, _ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var out = "  " + paint("\(word):", .help) + " \(lines.first ?? "")\n"
    for line in lines.dropFirst() { out += "        \(line)\n" }
    return out
  }

  enum Style: String { case error = "1;31", warning = "1;33", bold = "1", dim = "2", help = "1;36" }

  func paint(_ text: String, _ style: Style) -> String {
    color ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
