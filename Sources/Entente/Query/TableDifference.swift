/// What became of the rows of an answer, asked once more of a part of the graph.
///
///     let whole = try graph.query(source, parameters: [:], options: QueryOptions())
///     options.restriction.without = ["ft-report"]
///     let part = try graph.query(source, parameters: [:], options: options)
///     TableDifference(from: whole, to: part, in: graph).table
///
///      change │ currency │ total
///     ────────┼──────────┼──────
///      before │ CNY      │    65
///      after  │ CNY      │    38
///      gone   │ …
///
/// Rows are compared as DISTINCT compares them, each as often as it comes; elements by what they are in the whole
/// graph. A row that is gone and a row that is new are one row changed where they agree in the first column, which
/// says what a row is about, and there is another one; of several the one that agrees in most cells.
public struct TableDifference: Sendable {
  /// Rows of ``table`` that are gone, new, and changed; and how many are the same.
  public let gone, new, changed, same: Int
  /// The rows that differ: `change` says gone, new, or before and after; then the columns of the answer.
  public let table: Table

  /// - Parameter graph: the graph of which both tables are answers, whole or in part.
  /// - Complexity: O(rows), and O(gone · new) cells for rows that agree in the first column.
  public init(from old: Table, to new: Table, in graph: Graph) {
    let before = old.rows(in: graph)
    let after = new.rows(in: graph)
    var left: [EquivalenceKey: Int] = [:]
    for row in after { left[EquivalenceKey(.list(ContiguousArray(row))), default: 0] += 1 }
    var missing: [[Value]] = []
    for row in before {
      let key = EquivalenceKey(.list(ContiguousArray(row)))
      if let count = left[key], count > 0 { left[key] = count - 1 } else { missing.append(row) }
    }
    // The later ones of equal rows are the new ones.
    var added: [[Value]] = []
    for row in after.reversed() {
      let key = EquivalenceKey(.list(ContiguousArray(row)))
      guard let count = left[key], count > 0 else { continue }
      left[key] = count - 1
      added.append(row)
    }
    added.reverse()
    same = before.count - missing.count

    var byFirst: [EquivalenceKey: [Int]] = [:]
    if old.columns.count > 1 {
      for (place, row) in added.enumerated() where !row[0].isNull {
        byFirst[EquivalenceKey(row[0]), default: []].append(place)
      }
    }
    var taken: Set<Int> = []
    var rows: [[Value]] = []
    for row in missing {
      let candidates = (row.first.flatMap { byFirst[EquivalenceKey($0)] } ?? []).filter { !taken.contains($0) }
      let agreement = { (place: Int) in zip(row, added[place]).count { Value.areEquivalent($0, $1) } }
      guard let place = candidates.max(by: { (agreement($0), $1) < (agreement($1), $0) }) else {
        rows.append([.string("gone")] + row)
        continue
      }
      taken.insert(place)
      rows.append([.string("before")] + row)
      rows.append([.string("after")] + added[place])
    }
    for (place, row) in added.enumerated() where !taken.contains(place) { rows.append([.string("new")] + row) }
    gone = missing.count - taken.count
    self.new = added.count - taken.count
    changed = taken.count
    table = Table(columns: ["change"] + old.columns, rows: rows, graph: graph)
  }
}

extension Table {
  /// The rows with the ids that the elements have in the graph of which ``graph`` is a part.
  fileprivate func rows(in whole: Graph) -> [[Value]] {
    guard let renumbered else { return rows }
    let back = Renumbering(
      nodes: Self.inverse(renumbered.nodes, count: graph.nodeCount),
      relationships: Self.inverse(renumbered.relationships, count: graph.relationshipCount))
    return rows.map { $0.map { $0.renumbered(back) } }
  }

  private static func inverse(_ numbers: ContiguousArray<UInt32>?, count: Int) -> ContiguousArray<UInt32>? {
    guard let numbers else { return nil }
    var inverse = ContiguousArray<UInt32>(repeating: .max, count: count)
    for (old, new) in numbers.enumerated() where Int(new) < count { inverse[Int(new)] = UInt32(old) }
    return inverse
  }
}
