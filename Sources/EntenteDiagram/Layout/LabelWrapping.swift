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
      for piece in pieces(of: paragraph) {
        let pieceWidth = DisplayWidth.of(piece.text)
        let gap = piece.followsSpace && !line.isEmpty ? 1 : 0
        if !line.isEmpty, width + gap + pieceWidth > limit {
          lines.append(line)
          (line, width) = (String(piece.text), pieceWidth)
        } else {
          line += (gap == 1 ? " " : "") + piece.text
          width += gap + pieceWidth
        }
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  private struct Piece {
    var text: String
    var followsSpace: Bool
  }

  /// Words, those of Chinese and Japanese taken apart into characters; closing marks stay with what they close.
  private static func pieces(of text: Substring) -> [Piece] {
    var pieces: [Piece] = []
    for word in text.split(separator: " ") {
      var isFirst = true
      for character in word {
        let stays = !isFirst && (!isIdeograph(character) || "、。，．：；！？）」』】》〉".contains(character))
        let follows = pieces.last.map { $0.text.last.map(isIdeograph) ?? false } ?? false
        if stays, !(follows && !isIdeograph(character) && !character.isPunctuation) {
          pieces[pieces.count - 1].text.append(character)
        } else {
          pieces.append(Piece(text: String(character), followsSpace: isFirst))
        }
        isFirst = false
      }
    }
    return pieces
  }

  /// Han and kana; Hangul is written with spaces.
  private static func isIdeograph(_ character: Character) -> Bool {
    switch character.unicodeScalars.first?.value ?? 0 {
    case 0x2E80...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
