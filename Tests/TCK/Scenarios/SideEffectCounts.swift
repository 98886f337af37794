/// What a query changes, as the TCK counts it: the net difference of two graphs.
///
/// A property with another value is one removed and one added; labels count once however many nodes carry them.
/// What a scenario does not list is zero.
struct SideEffectCounts: Hashable, Sendable {
  /// The counts by the TCK's names, without zeros: `["+nodes": 2]`.
  private(set) var counts: [String: Int] = [:]

  static let names = [
    "+nodes", "-nodes", "+relationships", "-relationships", "+properties", "-properties", "+labels",
    "-labels",
  ]

  init() {}

  init(_ counts: [String: Int]) {
    self.counts = counts.filter { $0.value != 0 }
  }

  /// Reads the rows of a step's table: `| +nodes | 2 |`.
  init(rows: [[String]]) throws(ScenarioFailure) {
    for row in rows {
      guard row.count == 2, Self.names.contains(row[0]), let count = Int(row[1]) else {
        throw ScenarioFailure("a side effect is a row of name and number, not \(row)")
      }
      if count != 0 { counts[row[0]] = count }
    }
  }

  subscript(name: String) -> Int { counts[name, default: 0] }
}

extension SideEffectCounts: CustomStringConvertible {
  var description: String {
    let parts = Self.names.compactMap { name in counts[name].map { "\(name) \($0)" } }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }
}
