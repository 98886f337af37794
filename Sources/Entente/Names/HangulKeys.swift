/// Hangul as the keys that type it, on the Korean keyboard of two sets.
///
///     알리바바   ㅇㅏㄹ ㄹㅣ ㅂㅏ ㅂㅏ        닭   ㄷㅏㄹㄱ        과   ㄱㅗㅏ
///
/// What somebody has typed so far is then a prefix of what is meant, though it looks otherwise: 알립 on the way to
/// 알리바바. Whole syllables are still told apart: the consonant before a vowel begins a syllable. Composed and
/// decomposed syllables, and letters for compatibility (ㅂ), give the same keys.
/// - Source: KS X 5002 for the keyboard; The Unicode Standard, section 3.12, for the arithmetic of syllables.
enum HangulKeys {
  /// A scalar as keys, if it is Hangul in modern letters.
  static func of(_ scalar: UInt32) -> Letters? {
    switch scalar {
    case 0xAC00...0xD7A3:
      let index = Int(scalar - 0xAC00)
      return .syllable(initials[index / 588], medials[index / 28 % 21], finals[index % 28])
    case 0x1100...0x1112: return .initial(initials[Int(scalar - 0x1100)])
    case 0x1161...0x1175: return .medial(medials[Int(scalar - 0x1161)])
    case 0x11A8...0x11C2: return .final(finals[Int(scalar - 0x11A7)])
    default: return nil
    }
  }

  enum Letters {
    case syllable(UInt32, [UInt32], [UInt32])
    case initial(UInt32)
    case medial([UInt32])
    case final([UInt32])
  }

  /// Whether a key is a consonant, which alone stands for a syllable that begins with it.
  static func isConsonant(_ key: UInt32) -> Bool { (0x3131...0x314E).contains(key) }

  static let initials = keys("ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ").compactMap(\.first)
  static let medials = keys("ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ")
  /// The first: none.
  static let finals =
    [[]] + keys("ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ")

  private static func keys(_ text: String) -> [[UInt32]] {
    text.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }
}
