import Entente
import EntenteSyntax

/// A kind of random case: how its text is made from a seed, and what must hold of any text whatever.
///
/// Every kind works on text, so that a failure can be shown, shrunk and run again.
public enum FuzzKind: String, CaseIterable, Sendable {
  /// Damaged queries: an answer or an error with a place, never a trap; what is printed parses to the same tree.
  case queryText = "query-text"
  /// Damaged `.pg` files: printing gives the file back, and what is written back is the same graph.
  case graphFile = "graph-file"
  /// `.pg` files in odd layouts: formatted, they say the same, with all comments, and formatting again changes nothing.
  case graphFormat = "graph-format"
  /// Damaged PG-JSON and PG-JSON lines.
  case json
  /// Random queries on random small graphs: the same rows whatever optimizer rules and kernels are switched off.
  case plans
  /// Random queries that look nodes up by id and join patterns by equalities: the same rows in all ways.
  case lookUps = "look-ups"
  /// Random patterns on random small graphs: the rows of trying everything.
  case match
  /// Random queries that write, on random small graphs: the same new graph whatever is switched off.
  case updates
  /// A predicate is true, false or null on every row, and the three parts add up.
  case partition
  /// Random signed graphs: frustration index, best splits and straddlers are those of trying all splits.
  case signed

  /// How many of 130 cases are of this kind.
  var share: Int {
    switch self {
    case .queryText: 30
    case .graphFile, .json: 10
    case .plans: 25
    case .match, .lookUps: 15
    case .graphFormat, .partition, .updates: 5
    case .signed: 10
    }
  }

  /// A text of this kind; the same seed gives the same text.
  public func text(seed: UInt64) -> ContiguousArray<UInt8> {
    var random = SplitMix64(seed: seed)
    return switch self {
    case .queryText: ContiguousArray(QueryMutations.mutated(using: &random).utf8)
    case .graphFile: GraphFileMutations.mutated(using: &random, illFormed: random.chance(20))
    case .graphFormat: GraphFormatting.mutated(using: &random)
    case .json: JSONMutations.mutated(using: &random)
    case .plans: ContiguousArray(PlanCase.make(using: &random).text.utf8)
    case .lookUps: ContiguousArray(LookUpCase.make(using: &random).text.utf8)
    case .updates: ContiguousArray(UpdateCase.make(using: &random).text.utf8)
    case .match: ContiguousArray(MatchCase.make(using: &random).text.utf8)
    case .partition: ContiguousArray(PartitionCase.make(using: &random).text.utf8)
    case .signed: ContiguousArray(SignedCase.make(using: &random).text.utf8)
    }
  }

  /// What is wrong with how a text is treated, or nil. A text that is no case of this kind is none of its business.
  public func violation(of text: ContiguousArray<UInt8>) -> String? {
    switch self {
    case .queryText: QueryMutations.violation(of: text)
    case .graphFile: GraphFileMutations.violation(of: text) ?? GraphFileMutations.roundTripViolation(of: text, .pg)
    case .graphFormat: GraphFormatting.violation(of: text)
    case .json:
      GraphFileMutations.roundTripViolation(of: text, .pgJSON)
        ?? GraphFileMutations.roundTripViolation(of: text, .pgJSONL)
    case .plans: PlanCase(parsing: text)?.violation
    case .lookUps: LookUpCase(parsing: text)?.violation
    case .updates: UpdateCase(parsing: text)?.violation
    case .match: MatchCase(parsing: text)?.violation
    case .partition: PartitionCase(parsing: text)?.violation
    case .signed: SignedCase(parsing: text).flatMap { $0.violation ?? $0.weakViolation }
    }
  }
}

extension SplitMix64 {
  /// One of some items.
  mutating func pick<Element>(_ items: [Element]) -> Element { items[Int(next() % UInt64(items.count))] }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: UInt64) -> Bool { next() % 100 < percent }
}
