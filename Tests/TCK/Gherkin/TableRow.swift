/// One line of a table: `| 1 | 'a\|b' |` has the cells `1` and `'a|b'`.
enum TableRow {
  /// The cells of a trimmed line, without the blanks around them; nil where the line does not end with a bar.
  ///
  /// `\|`, `\\` and `\n` stand for a bar, a backslash and a line break; any other backslash stands for itself.
  static func cells(of line: Substring) -> [String]? {
    var cells: [String] = []
    var cell = ""
    var isOpen = false
    var isEscaped = false
    for scalar in line.unicodeScalars.dropFirst() {
      isOpen = true
      if isEscaped {
        isEscaped = false
        switch scalar {
        case "n": cell.unicodeScalars.append("\n")
        case "|", "\\": cell.unicodeScalars.append(scalar)
        default:
          cell.unicodeScalars.append("\\")
          cell.unicodeScalars.append(scalar)
        }
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "|" {
        // A line break that was written as `\n` at an end of the cell is kept: only blanks are trimmed.
        cells.append(String(cell.trimmed))
        cell = ""
        isOpen = false
      } else {
        cell.unicodeScalars.append(scalar)
      }
    }
    return isOpen ? nil : cells
  }
}

extension StringProtocol {
  /// Without the spaces and tabs at both ends.
  var trimmed: SubSequence {
    let scalars = unicodeScalars
    var lower = scalars.startIndex
    var upper = scalars.endIndex
    while lower < upper, scalars[lower] == " " || scalars[lower] == "\t" {
      lower = scalars.index(after: lower)
    }
    while lower < upper {
      let before = scalars.index(before: upper)
      guard scalars[before] == " " || scalars[before] == "\t" else { break }
      upper = before
    }
    return self[lower..<upper]
  }
}
