/// An immutable set of small integers, one bit each, over the words between its first and its last member.
///
///     members 130, 131, 200      firstWord 2 │ 0…01100 │ 0…100000000 │      bit b of word w is (firstWord + w) · 64 + b
struct Bitmap: Sendable {
  let words: FlatBuffer<UInt64>
  /// The number of empty words before the first stored one.
  let firstWord: Int
  /// The number of members.
  let count: Int

  fileprivate init(words: ContiguousArray<UInt64>, firstWord: Int) {
    self.words = FlatBuffer(words)
    self.firstWord = firstWord
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  init() { self.init(words: [], firstWord: 0) }

  /// - Complexity: O(1)
  @inline(__always)
  func contains(_ member: UInt32) -> Bool {
    let word = Int(member >> 6) - firstWord
    guard word >= 0 && word < words.count else { return false }
    return words[word] >> UInt64(member & 63) & 1 == 1
  }

  /// Appends up to `limit` members at or after `cursor` in ascending order and moves the cursor behind them.
  ///
  /// - Complexity: O(words passed + members appended)
  func next(_ cursor: inout UInt32, limit: Int, into ids: inout ContiguousArray<UInt32>) -> Bool {
    var rest = limit
    var word = Int(cursor >> 6) - firstWord
    // The bits below the cursor are masked out of its own word only.
    var mask = UInt64.max << UInt64(cursor & 63)
    if word < 0 { (word, mask) = (0, .max) }
    while word < words.count && rest > 0 {
      var bits = words[word] & mask
      mask = .max
      let first = UInt32(truncatingIfNeeded: (firstWord + word) << 6)
      while bits != 0 && rest > 0 {
        let id = first | UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
        ids.append(id)
        cursor = id &+ 1
        bits &= bits &- 1
        rest -= 1
      }
      word += 1
    }
    return rest < limit
  }

  /// Calls a function with each member in ascending order.
  func forEach(_ body: (UInt32) -> Void) {
    for word in words.indices {
      var bits = words[word]
      let first = UInt32(truncatingIfNeeded: (firstWord + word) << 6)
      while bits != 0 {
        body(first | UInt32(truncatingIfNeeded: bits.trailingZeroBitCount))
        bits &= bits &- 1
      }
    }
  }

  func checkInvariants(name: String) -> [String] {
    var violations: [String] = []
    if words.reduce(0, { $0 + $1.nonzeroBitCount }) != count {
      violations.append("\(name): the bitmap counts \(count) members, but holds another number of bits.")
    }
    return violations
  }
}

/// A growing set of small integers that becomes a ``Bitmap``.
struct BitmapBuilder {
  private var words: ContiguousArray<UInt64>
  private let firstWord: Int

  /// Makes room for members in a range.
  init(spanning range: Range<UInt32>) {
    firstWord = Int(range.lowerBound >> 6)
    let end = range.isEmpty ? firstWord : Int((range.upperBound - 1) >> 6) + 1
    words = ContiguousArray(repeating: 0, count: end - firstWord)
  }

  mutating func insert(_ member: UInt32) {
    words[Int(member >> 6) - firstWord] |= 1 << UInt64(member & 63)
  }

  /// Inserts all integers of a range, word by word.
  mutating func insert(_ members: Range<UInt32>) {
    var member = members.lowerBound
    while member < members.upperBound {
      let length = Swift.min(64 - (member & 63), members.upperBound - member)
      let bits = length == 64 ? UInt64.max : (1 << UInt64(length)) - 1
      words[Int(member >> 6) - firstWord] |= bits << UInt64(member & 63)
      member += length
    }
  }

  consuming func finish() -> Bitmap { Bitmap(words: words, firstWord: firstWord) }
}
