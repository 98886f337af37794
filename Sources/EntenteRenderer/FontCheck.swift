import CGraphviz

/// Looks for characters that no installed font has: they would be drawn as empty boxes, without a word.
enum FontCheck {
  /// The missing characters, each once; nil where the fonts cannot be asked.
  static func missingCharacters(in texts: [String]) -> String? {
    var seen: Set<UInt32> = []
    var characters: [UInt32] = []
    for text in texts {
      for scalar in text.unicodeScalars where scalar.value >= 0x250 && isDrawn(scalar) {
        if characters.count < 5000, seen.insert(scalar.value).inserted { characters.append(scalar.value) }
      }
    }
    guard !characters.isEmpty else { return "" }
    var missing = [UInt8](repeating: 0, count: characters.count)
    guard cgv_missing_characters(characters, characters.count, &missing) >= 0 else { return nil }
    var found = String.UnicodeScalarView()
    for (character, isMissing) in zip(characters, missing) where isMissing != 0 {
      Unicode.Scalar(character).map { found.append($0) }
    }
    return String(found)
  }

  /// Whether the scalar needs a shape of its own; joiners, selectors and what is replaced anyway do not.
  private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator, .surrogate,
      .unassigned, .privateUse:
      false
    default: true
    }
  }
}
