import EntenteSyntax

/// The pattern of `=~`, matched against a whole string in time linear in its length.
///
/// A subset of Java's syntax, which openCypher's `=~` takes: literals, `.`, classes `[a-z]` `[^…]`, `\d \w \s` and
/// their opposites, `\p{…}` with a general category of Unicode such as `L` or `Lu`, groups, `|`, `? * + {m,n}` (greedy or not: the answer is the same), `^ $`, and the flags
/// `(?i)` (case), `(?s)` (dot takes line breaks). No back-references and no look-around: they have no linear matcher.
///
/// Source of the method: Thompson, "Regular expression search algorithm", CACM 11 (1968).
struct RegularExpression: Sendable {
  /// A state: what it takes and where it goes.
  enum Instruction: Sendable {
    case scalar(ScalarSet)
    /// Goes both ways without taking anything.
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    case accept
  }

  let program: [Instruction]

  /// Reads a pattern.
  ///
  /// - Throws: what is wrong with it.
  init(_ pattern: Text) throws(PatternError) {
    var parser = RegularExpressionParser(pattern)
    program = try parser.parse()
  }

  struct PatternError: Error {
    let message: String
  }

  /// Whether the whole text matches.
  ///
  /// - Parameter step: called once for every thousand states or so that are looked at.
  /// - Complexity: O(*n* · *m*) for *n* code points and *m* states.
  func matches(_ text: Text, step: () throws(QueryError) -> Void) throws(QueryError) -> Bool {
    var work = 0
    var current = StateSet(program.count)
    var next = StateSet(program.count)
    let scalars = text.scalars
    follow(0, into: &current, atStart: true, atEnd: scalars.isEmpty)
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      scalars.formIndex(after: &index)
      next.removeAll()
      work += current.states.count
      if work > 1_000 {
        try step()
        work = 0
      }
      for state in current.states {
        if case .scalar(let set) = program[state], set.contains(scalar) {
          follow(state + 1, into: &next, atStart: false, atEnd: index == scalars.endIndex)
        }
      }
      swap(&current, &next)
      if current.states.isEmpty { return false }
    }
    return current.states.contains { if case .accept = program[$0] { true } else { false } }
  }

  /// Adds a state and all that it reaches without taking anything.
  private func follow(_ state: Int, into set: inout StateSet, atStart: Bool, atEnd: Bool) {
    var pending = [state]
    while let state = pending.popLast() {
      guard set.insert(state) else { continue }
      switch program[state] {
      case .jump(let target): pending.append(target)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .start: if atStart { pending.append(state + 1) }
      case .end: if atEnd { pending.append(state + 1) }
      case .scalar, .accept: continue
      }
    }
  }

  /// Some states, each once.
  private struct StateSet {
    private(set) var states: [Int] = []
    private var marks: [Bool]

    init(_ count: Int) { marks = Array(repeating: false, count: count) }

    mutating func insert(_ state: Int) -> Bool {
      if marks[state] { return false }
      marks[state] = true
      states.append(state)
      return true
    }

    mutating func removeAll() {
      for state in states { marks[state] = false }
      states.removeAll(keepingCapacity: true)
    }
  }
}

/// Some code points: ranges and general categories of Unicode, perhaps all others than these.
struct ScalarSet: Sendable {
  var ranges: [ClosedRange<UInt32>] = []
  var categories: [CategorySet] = []
  var isNegated = false
  var ignoresCase = false

  static let any = ScalarSet(ranges: [], isNegated: true)
  static let digits = ScalarSet(ranges: [0x30...0x39])
  static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let space = ScalarSet(ranges: [0x09...0x0D, 0x20...0x20])
  static let lineBreaks: [ClosedRange<UInt32>] = [0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029]

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var isMember = ranges.contains { $0.contains(scalar.value) } || categories.contains { $0.contains(scalar) }
    if !isMember, ignoresCase {
      for variant in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
        if variant.unicodeScalars.count == 1, let other = variant.unicodeScalars.first {
          isMember = isMember || ranges.contains { $0.contains(other.value) }
        }
      }
    }
    return isMember != isNegated
  }

  /// This set and the members of another one, as in a class.
  mutating func formUnion(_ other: ScalarSet) {
    ranges += other.members
    // A set of categories holds nothing else.
    categories += other.isNegated ? other.categories.map(\.opposite) : other.categories
  }

  /// The ranges of all that a set holds; none of a set of categories.
  private var members: [ClosedRange<UInt32>] {
    guard isNegated, categories.isEmpty else { return ranges }
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
    return gaps
  }
}
