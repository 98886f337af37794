import Entente

/// An answer of the engine in the TCK's own values.
struct Answer: Equatable {
  var columns: [Text]
  var rows: [[CellValue]]
  var sideEffects: SideEffectCounts
}

extension ExpectedTable {
  /// Says how an answer differs, or nil: exact column text and order, rows as a multiset or in order.
  func difference(from answer: Answer) -> String? {
    guard columns == answer.columns else {
      return "columns differ: expected \(columns.line), found \(answer.columns.line)"
    }
    let expected = ignoresListOrder ? rows.map { $0.map(\.ignoringListOrder) } : rows
    let found = ignoresListOrder ? answer.rows.map { $0.map(\.ignoringListOrder) } : answer.rows
    if isOrdered {
      guard expected != found else { return nil }
      if let place = zip(expected, found).enumerated().first(where: { $0.element.0 != $0.element.1 }) {
        let (left, right) = place.element
        return "rows differ: row \(place.offset + 1) should be \(left.line), is \(right.line)"
      }
      return "rows differ: expected \(expected.count) rows, found \(found.count)"
    }
    var surplus: [[CellValue]: Int] = [:]
    for row in found { surplus[row, default: 0] += 1 }
    var missing: [[CellValue]] = []
    for row in expected {
      let count = surplus[row, default: 0]
      if count == 0 { missing.append(row) } else { surplus[row] = count - 1 }
    }
    let unexpected = surplus.flatMap { row, count in Array(repeating: row.line, count: count) }.sorted()
    guard !missing.isEmpty || !unexpected.isEmpty else { return nil }
    return "rows differ: missing \(Self.list(missing.map(\.line))); unexpected \(Self.list(unexpected))"
  }

  /// The first of some rows, and how many there are.
  private static func list(_ rows: [String]) -> String {
    let shown = rows.prefix(3).joined(separator: " ")
    return rows.isEmpty ? "none" : rows.count > 3 ? "\(shown) … (\(rows.count) rows)" : shown
  }
}

extension Array where Element: CustomStringConvertible {
  fileprivate var line: String { "| \(map(\.description).joined(separator: " | ")) |" }
}
