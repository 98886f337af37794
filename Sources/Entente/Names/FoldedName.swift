/// A name as search compares it: keys without case, width, accents, spaces, hyphens and other signs.
///
///     Jack-Ma    j a c k m a       words begin at 0 and 4
///     오픈AI      ㅇㅗㅍㅡㄴ a i      a word begins where the script or the case changes
///     알리바바    ㅇㅏㄹㄹㅣㅂㅏㅂㅏ    units (syllables) begin at 0, 3, 5 and 7
///
/// A name of signs alone keeps them, so that it can be found.
struct FoldedName: Sendable, Hashable {
  /// Scalars, Hangul as ``HangulKeys``, with flags in the highest bits.
  private(set) var keys: ContiguousArray<UInt32> = []

  static let scalarMask: UInt32 = 0x1F_FFFF
  /// Set in the first key of a word.
  static let wordStart: UInt32 = 1 << 31
  /// Set in the first key of a syllable of Hangul, and in every other key.
  static let unitStart: UInt32 = 1 << 30

  /// Folds a name.
  ///
  /// - Complexity: O(*n*)
  init(_ name: some StringProtocol) {
    var folder = NameFolder()
    for scalar in name.unicodeScalars { folder.add(scalar, keepsSigns: false) }
    if folder.keys.isEmpty {
      folder = NameFolder()
      for scalar in name.unicodeScalars { folder.add(scalar, keepsSigns: true) }
    }
    keys = folder.keys
  }

  var isEmpty: Bool { keys.isEmpty }
  var count: Int { keys.count }

  /// The keys without flags.
  subscript(place: Int) -> UInt32 { keys[place] & Self.scalarMask }

  /// The first places of words.
  var wordStarts: [Int] { keys.indices.filter { keys[$0] & Self.wordStart != 0 } }

  /// The words as ranges of keys.
  var words: [Range<Int>] {
    let starts = wordStarts
    return zip(starts, starts.dropFirst() + [count]).map { $0..<$1 }
  }

  /// A bit for each key that occurs, several keys sharing one: what lacks a bit lacks the key.
  var signature: UInt64 { keys.reduce(0) { $0 | Self.bit(of: $1) } }

  static func bit(of key: UInt32) -> UInt64 {
    1 << UInt64(((key & scalarMask) &* 0x9E37_79B1) >> 26)
  }

  /// A hash of the keys without flags.
  var hash: UInt64 {
    keys.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1 & Self.scalarMask)) &* 0x0000_0100_0000_01B3 }
  }

  /// Whether the keys are the same, wherever words begin.
  func hasSameKeys(as other: FoldedName) -> Bool {
    count == other.count && zip(keys, other.keys).allSatisfy { ($0 ^ $1) & Self.scalarMask == 0 }
  }
}

/// Folds scalar by scalar: notes where words and syllables begin.
private struct NameFolder {
  var keys: ContiguousArray<UInt32> = []
  private var beginsWord = true
  private var lastClass = CharacterClass.other
  /// How far the syllable of Hangul before is.
  private var syllable = Syllable.none

  private enum Syllable { case none, initial, medial }

  private enum CharacterClass { case lower, upper, digit, hangul, han, kana, other }

  mutating func add(_ scalar: Unicode.Scalar, keepsSigns: Bool) {
    if scalar.value < 0x80 ? !scalar.isNamingASCII : scalar.isSign {
      guard keepsSigns, !scalar.properties.isWhitespace else {
        beginsWord = beginsWord || !scalar.isIgnored
        return
      }
    }
    let new = Self.characterClass(of: scalar)
    switch (lastClass, new) {
    case (.upper, .lower), (.lower, .digit), (.upper, .digit), (.other, _), (_, .other): break
    default: if lastClass != new { beginsWord = true }
    }
    // Marks and letters without case belong to what is before them.
    if new != .other { lastClass = new }
    NameFolding.shared.forEach(scalar.value) { append($0, keepsSigns: keepsSigns) }
  }

  private mutating func append(_ scalar: UInt32, keepsSigns: Bool) {
    guard let letters = HangulKeys.of(scalar) else {
      guard keepsSigns || scalar >= 0x80 || (Unicode.Scalar(scalar)?.isNamingASCII ?? false) else { return }
      put(scalar, isUnit: true)
      syllable = .none
      return
    }
    switch letters {
    case .syllable(let initial, let medials, let finals):
      put(initial, isUnit: true)
      for key in medials + finals { put(key, isUnit: false) }
      syllable = finals.isEmpty ? .medial : .none
    case .initial(let key):
      put(key, isUnit: true)
      syllable = .initial
    case .medial(let keys):
      for (place, key) in keys.enumerated() { put(key, isUnit: place == 0 && syllable != .initial) }
      syllable = syllable == .initial ? .medial : .none
    case .final(let keys):
      // A group such as ㄳ that belongs to no syllable is two consonants that a keyboard has put together.
      for key in keys { put(key, isUnit: syllable != .medial) }
      syllable = .none
    }
  }

  private mutating func put(_ key: UInt32, isUnit: Bool) {
    keys.append(key | (isUnit ? FoldedName.unitStart : 0) | (beginsWord ? FoldedName.wordStart : 0))
    beginsWord = false
  }

  private static func characterClass(of scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.value {
    case 0x30...0x39: .digit
    case 0x41...0x5A: .upper
    case 0x61...0x7A: .lower
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: .hangul
    case 0x3040...0x30FF, 0xFF66...0xFF9F: .kana
    case 0x2E80...0x2FDF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
    case 0x80...:
      scalar.properties.isUppercase ? .upper : scalar.properties.isLowercase ? .lower : .other
    default: .other
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isNamingASCII: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Whether it is neither letter nor number nor mark.
  fileprivate var isSign: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      false
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol,
      .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .privateUse, .unassigned:
      true
    @unknown default: true
    }
  }

  /// Whether it is invisible and parts no words, as a soft hyphen.
  fileprivate var isIgnored: Bool { properties.generalCategory == .format }
}
