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

  init(_ diagram: Diagram) {
    var rows: [[RichLabel.Cell]] = []
    if let title = diagram.title, !title.isEmpty {
      let run = RichLabel.Run(
        LabelWrapping.wrapped(title, width: 70), color: diagram.palette.text, size: 18, isBold: true)
      rows.append([RichLabel.Cell([run])])
    }
    rows += Self.rows(diagram.caption, diagram.palette)
    label = rows.isEmpty ? nil : RichLabel(rows: rows, padding: 2, spacing: 3)
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
