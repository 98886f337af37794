/// How well a tie is supported: what makes a link of a way weaker than another.
///
///     unsourced < disputed < denied < alleged < (nothing said) = reported < confirmed
///     inferred < said in so many words
///     one source < two
///
/// Compared in this order: whether it has a source; whether evidence disputes it; its `confidence`, a word or a number
/// from 0 to 1; whether it is `inferred`; and the number of sources whose own word it is, sources that only pass on
/// another's word not counted. The order is a convention of ours: it ranks what the graph says and weighs nothing.
public struct TieStrength: Sendable, Hashable, Comparable {
  /// The sources whose own word it is.
  public let sources: [Text]
  public let isDisputed: Bool
  /// As written; null for none.
  public let confidence: String?
  public let isInferred: Bool
  private let rank: [Double]

  init(sources: [Text], isDisputed: Bool, confidence: Value, isInferred: Bool) {
    self.sources = sources
    self.isDisputed = isDisputed
    self.confidence = confidence.words.first
    self.isInferred = isInferred
    rank = [
      sources.isEmpty ? 0 : 1, isDisputed ? 0 : 1, Self.rank(of: confidence), isInferred ? 0 : 1, Double(sources.count),
    ]
  }

  private static func rank(of confidence: Value) -> Double {
    switch confidence {
    case .integer(let number): Double(number)
    case .float(let number): number.isNaN ? 0 : number
    default:
      switch confidence.words.first {
      case "denied": 0
      case "alleged": 0.25
      case "confirmed": 1
      default: 0.5
      }
    }
  }

  public static func < (left: TieStrength, right: TieStrength) -> Bool {
    left.rank.lexicographicallyPrecedes(right.rank)
  }
}
