import EntenteSyntax

/// The rows of one side of a join, found by the values of their keys.
///
///     first    key → the first row with it         Oslo → 0, Rome → 2
///     next     row → the next row with its key      0 → 1, 1 → -1, 2 → -1
///     open     rows whose key could not be computed, which fit every row
struct JoinTable {
  /// What a row has for its keys.
  enum Key {
    case value(EquivalenceKey)
    /// A value is null, or else not equal to itself: no row fits.
    case never
    /// An error was raised: every row may fit.
    case open
  }

  private(set) var rows: RowBatch
  private var first: [EquivalenceKey: Int32] = [:]
  private var next: ContiguousArray<Int32>
  private var open: ContiguousArray<Int32> = []

  /// - Complexity: O(rows).
  init(_ rows: RowBatch, keys: ContiguousArray<Key>) {
    self.rows = rows
    next = ContiguousArray(repeating: -1, count: rows.count)
    // From the last to the first, so that chains ascend.
    for row in keys.indices.reversed() {
      switch keys[row] {
      case .value(let key):
        next[row] = first.updateValue(Int32(truncatingIfNeeded: row), forKey: key) ?? -1
      case .never: continue
      case .open: open.append(Int32(truncatingIfNeeded: row))
      }
    }
    open.reverse()
  }

  /// A walk through the rows that fit a key.
  struct Matches {
    fileprivate var chain: Int32 = -1
    /// Places in `open`, or rows where every row fits.
    fileprivate var rest = 0..<0
    fileprivate var fitsAll = false
  }

  func matches(_ key: Key) -> Matches {
    switch key {
    case .value(let key): Matches(chain: first[key] ?? -1, rest: 0..<open.count)
    case .never: Matches()
    case .open: Matches(rest: 0..<rows.count, fitsAll: true)
    }
  }

  func nextRow(_ matches: inout Matches) -> Int32? {
    if matches.chain >= 0 {
      defer { matches.chain = next[Int(matches.chain)] }
      return matches.chain
    }
    guard let place = matches.rest.popFirst() else { return nil }
    return matches.fitsAll ? Int32(truncatingIfNeeded: place) : open[place]
  }
}
