/// A table of GitHub-flavoured Markdown.
public struct MarkdownFormat: TableFormat {
  public init() {}

  public func text(of table: Table) -> String {
    guard !table.columns.isEmpty else { return "" }
    let cell = CellText(graph: table.graph)
    var text = line(table.columns)
    text += "|" + String(repeating: " --- |", count: table.columns.count) + "\n"
    for row in table.rows { text += line(row.map { cell.text(of: $0) }) }
    return text
  }

  private func line(_ cells: [String]) -> String {
    "|" + cells.map { " \(escaped($0)) |" }.joined() + "\n"
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
