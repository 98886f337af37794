import EntenteDrawing

/// What stands above a picture at its left: the title and small lines.
///
///     Partners and rivals
///     5 nodes, 6 relationships
///     Source: …
///
/// It is the label of the graph itself, which every layout puts into the same corner. The legend goes below it.
struct Heading {
  /// The label, or nil where there is nothing to say.
  let label: RichLabel?

  /// - Parameter notes: behind the caption, where there is one.
  init(_ diagram: Diagram, notes: [String]) {
    var rows: [[RichLabel.Cell]] = []
    if let title = diagram.title, !title.isEmpty {
      let run = RichLabel.Run(
        LabelWrapping.wrapped(title, width: 70), color: diagram.palette.text, size: 18, isBold: true)
      rows.append([RichLabel.Cell([run])])
    }
    rows += Self.rows(diagram.caption, diagram.palette)
    if !diagram.caption.isEmpty { rows += Self.rows(notes, diagram.palette) }
    label = rows.isEmpty ? nil : RichLabel(rows: rows, padding: 2, spacing: 3)
  }

  /// Above one of several panels.
  static func panel(_ title: String, _ palette: Diagram.Palette) -> RichLabel {
    RichLabel(rows: [[RichLabel.Cell([RichLabel.Run(title, color: palette.text, size: 15, isBold: true)])]], padding: 2)
  }

  /// Above a page: the whole that it is a part of, its title, its text.
  static func page(_ view: Diagram.View, of whole: String?, _ palette: Diagram.Palette, lines: Diagram.PageLines)
    -> RichLabel
  {
    func row(_ text: String, _ color: String, size: Double, isBold: Bool = false) -> [RichLabel.Cell] {
      [RichLabel.Cell([RichLabel.Run(text, color: color, size: size, isBold: isBold)])]
    }
    func filled(_ text: String, _ count: Int) -> String {
      text + String(repeating: "\n ", count: max(0, count - text.count(where: \.isNewline) - 1))
    }
    var rows: [[RichLabel.Cell]] = []
    if let whole, !whole.isEmpty {
      rows.append(row(LabelWrapping.wrapped(whole, width: 100), palette.softText, size: 10))
    }
    rows.append(row(filled(wrappedTitle(view), lines.title), palette.text, size: 18, isBold: true))
    if lines.text > 0 { rows.append(row(filled(wrappedText(view) ?? " ", lines.text), palette.text, size: 12)) }
    return RichLabel(rows: rows, padding: 2, spacing: 3)
  }

  static func wrappedTitle(_ view: Diagram.View) -> String { LabelWrapping.wrapped(view.title, width: 60) }

  static func wrappedText(_ view: Diagram.View) -> String? {
    view.text.flatMap { $0.isEmpty ? nil : LabelWrapping.wrapped($0, width: 84) }
  }

  /// Small lines on their own.
  static func small(_ lines: [String], _ palette: Diagram.Palette) -> RichLabel? {
    let rows = rows(lines, palette)
    return rows.isEmpty ? nil : RichLabel(rows: rows, padding: 2, spacing: 3)
  }

  private static func rows(_ lines: [String], _ palette: Diagram.Palette) -> [[RichLabel.Cell]] {
    lines.filter { !$0.isEmpty }.map { line in
      [RichLabel.Cell([RichLabel.Run(LabelWrapping.wrapped(line, width: 100), color: palette.softText, size: 10)])]
    }
  }
}
