/// A table of GitHub-flavoured Markdown; footnotes are footnotes.
public struct MarkdownFormat: TableFormat {
  public init() {}

  public func text(of table: Table) -> String {
    guard !table.columns.isEmpty else { return "" }
    let cell = CellText(graph: table.graph)
    var text = line(table.columns)
    text += "|" + String(repeating: " --- |", count: table.columns.count) + "\n"
    for row in table.rows { text += line(row.map { cell.text(of: $0) }) }
    guard let footnotes = table.footnotes else { return text }
    return withNotes(text, footnotes)
  }

  private func line(_ cells: [String]) -> String {
    "|" + cells.map { " \(escaped($0)) |" }.joined() + "\n"
  }

  /// The table with a last column of markers, and the notes below.
  private func withNotes(_ text: String, _ footnotes: Footnotes) -> String {
    var lines = text.split(separator: "\n").map(String.init)
    lines[0] += " \(footnotes.heading) |"
    lines[1] += " --- |"
    for (row, notes) in footnotes.rows.enumerated() {
      lines[row + 2] += " " + notes.map { "[^\($0 + 1)]" }.joined() + " |"
    }
    for (place, note) in footnotes.notes.enumerated() {
      lines.append((place == 0 ? "\n" : "") + "[^\(place + 1)]: \(escaped(footnotes.text(of: note)))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\\", "`", "*", "_", "[", "]":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\n": escaped += "<br>"
      case "\r": continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
