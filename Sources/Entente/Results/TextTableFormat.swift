import EntenteSyntax

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
    let rows = table.rows.map { $0.map { Self.oneLine(cell.text(of: $0)) } }
    let headers = table.columns.map(Self.oneLine)
    let widths = headers.indices.map { column in
      rows.reduce(DisplayWidth.of(headers[column])) { max($0, DisplayWidth.of($1[column])) }
    }
    let isNumeric = headers.indices.map { column in
      table.rows.allSatisfy { $0[column].isNumber || $0[column].isNull } && table.rows.contains { $0[column].isNumber }
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - DisplayWidth.of(cells[column]))
        return isNumeric[column] ? space + cells[column] : cells[column] + space
      }
      var line = " " + padded.joined(separator: " │ ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    var text = line(headers)
    text += widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: "┼") + "\n"
    for row in rows { text += line(row) }
    text += rows.count == 1 ? "1 row\n" : "\(rows.count) rows\n"
    guard let notes = table.footnotes?.lines, !notes.isEmpty else { return text }
    return text + "\n" + notes.map { Self.oneLine($0) + "\n" }.joined()
  }

  /// The text with control characters as symbols, so that a cell keeps to its line and cannot steer the terminal.
  private static func oneLine(_ text: String) -> String {
    guard
      text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || (0x80...0x9F).contains($0.value) })
    else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: line.append("↵")
      case 0x00...0x1F: line.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F...0x9F: line.append("\u{FFFD}")
      default: line.append(scalar)
      }
    }
    return String(line)
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
