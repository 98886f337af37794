/// A node that has a name which words fit, and how they fit.
///
///     알리바바   alibaba   name@ko   exact
///     ㅇㄹㅂㅂ   alibaba   name@ko   initial consonants
///     nvida     nvidia    name      one typo
public struct NameMatch: Sendable, Hashable {
  /// How words fit a name, the best first.
  public enum Way: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// The same text.
    case exact
    /// The same but for case, width, accents, spaces, hyphens and how Hangul is encoded.
    case folded
    /// The name begins with the words; also where the last syllable of Hangul is still being typed.
    case prefix
    /// A later word of the name begins with the words.
    case wordPrefix
    /// Each of the words begins another word of the name, in any order.
    case words
    /// The words stand in the name.
    case part
    /// Consonants of Hangul stand for syllables that begin with them.
    case initials
    /// The same, or a word or words of it, after a few insertions, deletions, replacements and swaps of neighbours.
    case typo

    public static func < (left: Way, right: Way) -> Bool { left.rawValue < right.rawValue }
  }

  /// Where in the name words fit.
  enum Place: Int, Hashable { case start, word, unit }

  public let node: NodeID
  /// The name that fits.
  public let name: Text
  /// The key that the name stands under, such as `name@ko`, `alias` or `id`.
  public let key: Text
  public let way: Way
  /// How many edits apart they are; 0 but for typos.
  public let edits: Int

  let fit: NameFit

  init(node: NodeID, name: Text, key: Text, fit: NameFit) {
    self.node = node
    self.name = name
    self.key = key
    self.fit = fit
    way = fit.way
    edits = fit.edits
  }

  /// How the words fit, for a cell of a table: `exact`, `word prefix`, `2 typos`.
  public var how: String {
    switch way {
    case .exact: "exact"
    case .folded: "folded"
    case .prefix: "prefix"
    case .wordPrefix: "word prefix"
    case .words: "words"
    case .part: "part"
    case .initials: "initial consonants"
    case .typo: edits == 1 ? "1 typo" : "\(edits) typos"
    }
  }

  /// How well the words fit, from 1 for the same text down to 0; matches are in its order.
  public var score: Double { fit.score }
}

/// How words fit one name.
struct NameFit: Hashable {
  var way: NameMatch.Way
  var place = NameMatch.Place.start
  var edits = 0
  /// Whether nothing of the name is left over.
  var isWhole = false

  var score: Double {
    let base: Double =
      switch way {
      case .exact: 1
      case .folded: 0.95
      case .prefix: 0.9
      case .wordPrefix: 0.8
      case .words: 0.75
      case .part: 0.7
      case .initials: 0.65 - 0.05 * Double(place.rawValue)
      case .typo: max(0.05, 0.5 - 0.1 * Double(edits))
      }
    let isLoose = way == .initials || way == .typo
    return isLoose && isWhole ? base + 0.02 : base
  }
}
