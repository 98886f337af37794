/// Takes texts apart where a line of them may end.
public enum TextPieces {
  public struct Piece: Sendable, Hashable {
    public var text: String
    /// Whether a space stands before it where both are on one line.
    public var followsSpace: Bool

    public init(text: String, followsSpace: Bool) { (self.text, self.followsSpace) = (text, followsSpace) }
  }

  /// Words, those of Chinese and Japanese taken apart into characters; closing marks stay with what they close.
  public static func of(_ text: Substring) -> [Piece] {
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
