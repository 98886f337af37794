import EntenteDrawing
import EntenteSyntax

/// Breaks labels into lines by how wide they look: a Chinese or Korean character takes two columns.
enum LabelWrapping {
  /// The text in lines of at most this width where its words allow: between words, inside a word only between
  /// characters that are written without spaces.
  static func wrapped(_ text: String, width limit: Int) -> String {
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var line = ""
      var width = 0
      for piece in TextPieces.of(paragraph) {
        let pieceWidth = DisplayWidth.of(piece.text)
        let gap = piece.followsSpace && !line.isEmpty ? 1 : 0
        if !line.isEmpty, width + gap + pieceWidth > limit {
          lines.append(line)
          (line, width) = (piece.text, pieceWidth)
        } else {
          line += (gap == 1 ? " " : "") + piece.text
          width += gap + pieceWidth
        }
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }
}
