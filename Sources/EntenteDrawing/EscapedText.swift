/// Texts written so that Graphviz shows them exactly as they are.
///
/// Graphviz decodes backslashes (`\N` is the node's name) and HTML entities in labels, ids, links and tooltips, in
/// tooltips the backslashes even twice. Graphs hold names that nobody has checked: everything that would mean
/// something is escaped, everything that cannot stand in XML is replaced.
public enum EscapedText {
  /// The most characters and lines of a label.
  public static let labelLimit = (characters: 1000, lines: 30)

  /// A plain label, line breaks kept, cut at the limits with an ellipsis.
  static func label(_ text: String) -> String { escaped(cut(text), backslash: "\\\\", newline: "\\n") }

  /// A tooltip, which is decoded twice.
  static func tooltip(_ text: String) -> String {
    escaped(cut(text), backslash: "\\\\\\\\", newline: "&#10;")
  }

  /// A text of one line.
  static func line(_ text: String) -> String { escaped(text, backslash: "\\\\", newline: " ") }

  /// A text inside a rich label; what follows a backslash is to stand in an element of its own.
  static func html(_ text: String, lineBreak: String) -> String {
    escaped(text, backslash: "\\", newline: lineBreak)
  }

  /// The text without what cannot stand in XML or turns the direction of writing around: such characters become
  /// U+FFFD, line breaks of every kind become newlines.
  public static func cleaned(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: clean.append("\n")
      case 0x0A: if !wasReturn { clean.append("\n") }
      case 0x85, 0x2028, 0x2029: clean.append("\n")
      case 0x09: clean.append(" ")
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF:
        clean.append("\u{FFFD}")
      case let value where value & 0xFFFE == 0xFFFE: clean.append("\u{FFFD}")
      default: clean.append(scalar)
      }
      wasReturn = scalar.value == 0x0D
    }
    return String(clean)
  }

  /// The text within the limits of a label.
  public static func cut(_ text: String) -> String {
    var lines = 1
    var length = 0
    for index in text.indices {
      length += 1
      if text[index].isNewline { lines += 1 }
      if length > labelLimit.characters || lines > labelLimit.lines { return text[..<index] + "…" }
    }
    return text
  }

  private static func escaped(_ text: String, backslash: String, newline: String) -> String {
    var out = ""
    for scalar in cleaned(text).unicodeScalars {
      switch scalar {
      case "\\": out += backslash
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n": out += newline
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
