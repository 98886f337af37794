/// A table for a terminal: columns line up by display width, numbers to the right.
///
///      name   │ amount
///     ────────┼───────
///      알리바바 │     53
///     1 row
///
/// Footnotes get a column of markers, and stand below.
public struct TextTableFormat: TableFormat {
  public init() {}

  public func text(of answer: Table) -> String {
    guard !answer.columns.isEmpty else { return "" }
    let table = answer.withMarkers()
    let cell = CellText(graph: table.graph)
    let isNumeric = table.columns.indices.map { column in
      table.rows.allSatisfy { $0[column].isNumber || $0[column].isNull } && table.rows.contains { $0[column].isNumber }
    }
    let grid = TextGrid(
      headings: table.columns, rows: table.rows.map { $0.map(cell.text(of:)) }, isNumeric: isNumeric)
    let text = grid.text + (table.rows.count == 1 ? "1 row\n" : "\(table.rows.count) rows\n")
    guard let notes = table.footnotes?.lines, !notes.isEmpty else { return text }
    return text + "\n" + notes.map { TextGrid.oneLine($0) + "\n" }.joined()
  }
}

extension Value {
  var isNumber: Bool {
    switch self {
    case .integer, .float: true
    case .null, .boolean, .string, .temporal, .list, .map, .node, .relationship, .path: false
    }
  }
}
