/// Where the row of each node begins and ends in a sorted list: the offsets of compressed sparse rows.
///
///     dense    firstRow 4, offsets 0 2 2 3                row 4 → 0..<2, row 5 → 2..<2, row 6 → 2..<3
///     sparse   rows 17 90 8000, offsets 0 2 3 7           row 90 → 2..<3; rows found by halving
///
/// Dense offsets span the rows from the first to the last that has entries, so that a type between nodes of one
/// kind costs nothing for the others, and so that new nodes leave untouched types as they are.
struct RowIndex: Sendable {
  private let firstRow: UInt32
  private let offsets: FlatBuffer<UInt32>
  /// The distinct rows, ascending, where they are few; else nil.
  private let rows: FlatBuffer<UInt32>?

  /// - Parameter sortedRows: the row of each entry, ascending.
  /// - Complexity: O(*n* + span of rows), or O(*n*) where rows are sparse.
  init(sortedRows: ContiguousArray<UInt32>) {
    var rows: ContiguousArray<UInt32> = []
    var offsets: ContiguousArray<UInt32> = [0]
    let first = sortedRows.first ?? 0
    let span = (sortedRows.last).map { Int($0 - first) + 1 } ?? 0
    if span > 16 * sortedRows.count || span > 16 * Self.distinctCount(sortedRows) {
      for (place, row) in sortedRows.enumerated() where rows.last != row {
        if place > 0 { offsets.append(UInt32(place)) }
        rows.append(row)
      }
      offsets.append(UInt32(sortedRows.count))
      self.rows = FlatBuffer(rows)
    } else {
      offsets = ContiguousArray(repeating: 0, count: span + 1)
      for row in sortedRows { offsets[Int(row - first) + 1] += 1 }
      for place in offsets.indices.dropFirst() { offsets[place] += offsets[place - 1] }
      self.rows = nil
    }
    firstRow = first
    self.offsets = FlatBuffer(offsets)
  }

  private static func distinctCount(_ sorted: ContiguousArray<UInt32>) -> Int {
    var count = sorted.isEmpty ? 0 : 1
    for place in sorted.indices.dropFirst() where sorted[place] != sorted[place - 1] { count += 1 }
    return count
  }

  /// The places of a row, empty for one without entries.
  ///
  /// - Complexity: O(1), or O(log rows) where rows are sparse.
  @inline(__always)
  func places(of row: UInt32) -> Range<Int> {
    if let rows {
      let index = rows.lowerBound(of: row, in: 0..<rows.count)
      guard index < rows.count && rows[index] == row else { return 0..<0 }
      return Int(offsets[index])..<Int(offsets[index + 1])
    }
    // Rows below the first wrap around to large numbers.
    let index = Int(row &- firstRow)
    guard index < offsets.count - 1 else { return 0..<0 }
    return Int(offsets[index])..<Int(offsets[index + 1])
  }

  /// The row that holds a place.
  ///
  /// - Complexity: O(log rows)
  func row(at place: Int) -> UInt32 {
    let index = offsets.upperBound(of: UInt32(place), in: 0..<offsets.count) - 1
    return rows.map { $0[index] } ?? firstRow + UInt32(index)
  }

  /// Calls a function with each row that has entries, and their places, ascending.
  func forEachRow(_ body: (UInt32, Range<Int>) -> Void) {
    for index in 0..<(offsets.count - 1) where offsets[index] < offsets[index + 1] {
      body(rows.map { $0[index] } ?? firstRow + UInt32(index), Int(offsets[index])..<Int(offsets[index + 1]))
    }
  }

  /// The number of rows with entries.
  var rowCount: Int {
    if let rows { return rows.count }
    return (0..<(offsets.count - 1)).count { offsets[$0] < offsets[$0 + 1] }
  }

  func checkInvariants(name: String, entryCount: Int, rowLimit: Int) -> [String] {
    var violations: [String] = []
    if offsets.first != 0 || Int(offsets.last ?? 1) != entryCount {
      violations.append("\(name): offsets do not run from 0 to \(entryCount).")
    }
    for index in offsets.indices.dropFirst() where offsets[index] < offsets[index - 1] {
      violations.append("\(name): offset \(index) is below the one before it.")
    }
    if let rows {
      if rows.count + 1 != offsets.count {
        violations.append("\(name): \(rows.count) rows, but \(offsets.count) offsets.")
      }
      for index in rows.indices.dropFirst() where rows[index] <= rows[index - 1] {
        violations.append("\(name): the sparse rows do not ascend at \(index).")
      }
    }
    let last = rows?.last ?? firstRow + UInt32(max(offsets.count, 2) - 2)
    if entryCount > 0 && Int(last) >= rowLimit {
      violations.append("\(name): row \(last) is no node of \(rowLimit).")
    }
    return violations
  }
}
