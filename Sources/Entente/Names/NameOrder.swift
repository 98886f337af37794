/// The order of names in lists of a language.
///
///     NameOrder(language: "ko")      가나 < 강남 < 나라 < 漢江 < Alibaba
///     NameOrder(language: "en")      Ägypten, alibaba, Zürich < 가나
///
/// First the scripts of the language, then Latin, then others by code point. Case and accents count only between names
/// that are otherwise the same; a space comes before any letter, and digits come before letters. Hangul, composed or
/// not, is in the order of Korean dictionaries, and Kana in that of the syllabary. Chinese characters are in the order
/// of Unicode, which is by radical and strokes: an order by pinyin needs a table of readings, which Entente does not
/// have. Letters that a language puts elsewhere (Swedish å behind z) stand with those they come from.
public struct NameOrder: Sendable {
  /// Comes before or after another.
  public struct Key: Hashable, Comparable, Sendable {
    fileprivate let letters: ContiguousArray<UInt32>
    fileprivate let text: Text

    public static func < (left: Key, right: Key) -> Bool {
      if left.letters == right.letters { return left.text < right.text }
      return left.letters.lexicographicallyPrecedes(right.letters)
    }
  }

  private enum Script: Equatable { case latin, greek, cyrillic, hangul, han, kana, other }

  private let leading: [Script]

  public init(language: String) {
    leading =
      switch language.prefix(while: { $0 != "-" && $0 != "_" }) {
      case "ko": [.hangul, .han]
      case "zh": [.han]
      case "ja": [.latin, .kana, .han]
      case "ru", "uk", "be", "bg", "sr", "mk": [.cyrillic]
      case "el": [.greek]
      default: []
      }
  }

  /// - Complexity: O(*n*)
  public func key(of name: String) -> Key {
    var letters: ContiguousArray<UInt32> = []
    for scalar in name.unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "-" {
        if letters.last != 0 { letters.append(0) }
        continue
      }
      NameFolding.shared.forEach(scalar.value) { folded in
        if let composed = letters.last.flatMap({ Self.composed($0 & FoldedName.scalarMask, folded) }) {
          letters[letters.count - 1] = letters[letters.count - 1] & ~FoldedName.scalarMask | composed
        } else {
          letters.append(rank(of: folded) << 24 | folded)
        }
      }
    }
    return Key(letters: letters, text: Text(name))
  }

  private func rank(of scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x30...0x39: return 2
    case ..<0x41, 0x5B...0x60, 0x7B...0x7F: return 1
    default: break
    }
    let script = Self.script(of: scalar)
    if let place = leading.firstIndex(of: script) { return 3 + UInt32(place) }
    return script == .latin ? 10 : 11
  }

  private static func script(of scalar: UInt32) -> Script {
    switch scalar {
    case 0x41...0x24F, 0x1E00...0x1EFF: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x1100...0x11FF, 0xAC00...0xD7A3: .hangul
    case 0x2E80...0x2FDF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
    case 0x3040...0x30FF: .kana
    default: .other
    }
  }

  /// The syllable that two parts of Hangul make, as The Unicode Standard, section 3.12, has it.
  private static func composed(_ first: UInt32, _ second: UInt32) -> UInt32? {
    switch (first, second) {
    case (0x1100...0x1112, 0x1161...0x1175): 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (first - 0xAC00) % 28 == 0: first + second - 0x11A7
    default: nil
    }
  }
}
