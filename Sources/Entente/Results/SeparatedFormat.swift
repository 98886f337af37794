/// Values separated by commas (RFC 4180) or tabs.
///
/// Null is an empty field. CSV quotes a field that holds the separator, a quote or a line break; TSV, which has no
/// quotes, writes tab, line break and backslash as `\t`, `\n`, `\r`, `\\`.
public struct SeparatedFormat: TableFormat {
  public enum Separator: Sendable { case comma, tab }

  public let separator: Separator

  public init(_ separator: Separator) {
    self.separator = separator
  }

  public func text(of answer: Table) -> String {
    let table = answer.withSourceTexts()
    let cell = CellText(graph: table.graph)
    var text = table.columns.map(field).joined(separator: separator == .comma ? "," : "\t") + "\n"
    for row in table.rows {
      text += row.map { field(cell.text(of: $0)) }.joined(separator: separator == .comma ? "," : "\t") + "\n"
    }
    return text
  }

  private func field(_ text: String) -> String {
    switch separator {
    case .comma:
      guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
      var quoted = "\""
      for scalar in text.unicodeScalars {
        if scalar == "\"" { quoted += "\"" }
        quoted.unicodeScalars.append(scalar)
      }
      return quoted + "\""
    case .tab:
      var escaped = ""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\t": escaped += "\\t"
        case "\n": escaped += "\\n"
        case "\r": escaped += "\\r"
        case "\\": escaped += "\\\\"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
      return escaped
    }
  }
}
