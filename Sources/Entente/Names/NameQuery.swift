/// Words that are looked for, and the ways in which they can fit a name.
struct NameQuery {
  let text: Text
  let folded: FoldedName
  let signature: UInt64
  /// The most edits of a typo.
  let maximumEdits: Int
  private let words: [Range<Int>]
  private let hasConsonants: Bool

  /// - Parameter isGenerous: whether a third of the words may be wrong, which is for suggestions only.
  init(_ text: String, isGenerous: Bool = false) {
    self.text = Text(text)
    folded = FoldedName(text)
    signature = folded.signature
    words = folded.words
    hasConsonants = folded.keys.contains { HangulKeys.isConsonant($0 & FoldedName.scalarMask) }
    let usual = Self.usualEdits(folded.count)
    maximumEdits = isGenerous ? max(usual, folded.count > 1 ? max(1, folded.count / 3) : 0) : usual
  }

  /// A short word resembles too many others.
  private static func usualEdits(_ count: Int) -> Int {
    switch count {
    case ..<4: 0
    case ..<8: 1
    case ..<14: 2
    default: 3
    }
  }

  /// How the words fit a name that has all their keys, typos apart.
  ///
  /// - Complexity: O(*name* · *words*), most often O(*name*).
  func fit(_ name: NameKeys) -> NameFit? {
    if let place = place(in: name, fitting: { isPrefix(of: name, at: $0) ? folded.count : nil })?.place {
      switch place {
      case .start:
        return NameFit(way: folded.count == name.count ? .folded : .prefix, isWhole: folded.count == name.count)
      case .word: return NameFit(way: .wordPrefix, place: place)
      case .unit: return words.count > 1 && fitsWords(name) ? NameFit(way: .words) : NameFit(way: .part, place: place)
      }
    }
    if words.count > 1, fitsWords(name) { return NameFit(way: .words) }
    guard hasConsonants, let found = place(in: name, fitting: { endOfInitials(in: name, at: $0) }) else { return nil }
    return NameFit(way: .initials, place: found.place, isWhole: found.place == .start && found.end == name.count)
  }

  /// The best place of a name where something fits, and where it ends there.
  private func place(in name: NameKeys, fitting end: (Int) -> Int?) -> (place: NameMatch.Place, end: Int)? {
    if let end = end(0) { return (.start, end) }
    var unit: Int?
    for start in 1..<max(1, name.count) where name.isUnitStart(start) {
      if unit != nil, !name.isWordStart(start) { continue }
      guard let end = end(start) else { continue }
      if name.isWordStart(start) { return (.word, end) }
      unit = unit ?? end
    }
    return unit.map { (.unit, $0) }
  }

  private func isPrefix(of name: NameKeys, at start: Int) -> Bool {
    isPrefix(0..<folded.count, of: name, at: start)
  }

  private func isPrefix(_ range: Range<Int>, of name: NameKeys, at start: Int) -> Bool {
    guard name.count - start >= range.count else { return false }
    for (offset, place) in range.enumerated() where folded[place] != name[start + offset] { return false }
    return true
  }

  /// Whether each word begins a word of the name of its own.
  ///
  /// Longer words choose first: words that begin the same word of a name begin each other, so no choice is regretted.
  private func fitsWords(_ name: NameKeys) -> Bool {
    var free = (0..<name.count).filter(name.isWordStart)
    guard words.count <= free.count else { return false }
    for word in words.sorted(by: { $0.count > $1.count }) {
      guard let chosen = free.firstIndex(where: { isPrefix(word, of: name, at: $0) }) else { return false }
      free.remove(at: chosen)
    }
    return true
  }

  /// Where the name has been read to when syllables of it may be skipped after their initial consonant.
  ///
  /// A vowel behind a consonant goes on with the syllable, a consonant begins the next one: so nothing is to be tried.
  /// - Complexity: O(*name*)
  private func endOfInitials(in name: NameKeys, at start: Int) -> Int? {
    var place = start
    for index in 0..<folded.count {
      let key = folded[index]
      if place < name.count, name[place] == key {
        place += 1
        continue
      }
      guard place > start, name.isUnitStart(place - 1), HangulKeys.isConsonant(name[place - 1]) else { return nil }
      place = name.endOfUnit(place)
      guard place < name.count, name[place] == key else { return nil }
      place += 1
    }
    return name.isUnitStart(place - 1) && HangulKeys.isConsonant(name[place - 1]) ? name.endOfUnit(place) : place
  }
}

/// The keys of one name in an index.
struct NameKeys {
  let keys: ContiguousArray<UInt32>
  let range: Range<Int>

  var count: Int { range.count }

  @inline(__always)
  subscript(place: Int) -> UInt32 { keys[range.lowerBound + place] & FoldedName.scalarMask }

  @inline(__always)
  func isWordStart(_ place: Int) -> Bool { keys[range.lowerBound + place] & FoldedName.wordStart != 0 }

  @inline(__always)
  func isUnitStart(_ place: Int) -> Bool { keys[range.lowerBound + place] & FoldedName.unitStart != 0 }

  /// The first unit at a place or behind it, or the end.
  func endOfUnit(_ place: Int) -> Int {
    var place = place
    while place < count, !isUnitStart(place) { place += 1 }
    return place
  }
}
