import EntenteSyntax

/// Lines of cells between a heading and the end, lined up by display width.
///
///      name   │ amount
///     ────────┼───────
///      알리바바 │     53
struct TextGrid {
  let headings: [String]
  let rows: [[String]]
  /// Which columns stand to the right.
  let isNumeric: [Bool]

  /// The grid, each line ending with a line break; a cell keeps to its line and cannot steer the terminal.
  var text: String {
    let headings = headings.map(Self.oneLine)
    let rows = rows.map { $0.map(Self.oneLine) }
    let widths = headings.indices.map { column in
      rows.reduce(DisplayWidth.of(headings[column])) { max($0, DisplayWidth.of($1[column])) }
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
    return line(headings) + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: "┼") + "\n"
      + rows.map(line).joined()
  }

  /// The text with control characters as symbols.
  static func oneLine(_ text: String) -> String {
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
