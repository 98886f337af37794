/// Finds the known name that somebody probably meant.
///
///     NearestName.of("Compnay", among: ["Country", "Company"])     // "Company"
///     NearestName.of("company", among: ["Company"])                // "Company"
///     NearestName.of("xyz", among: ["Company"])                    // nil
///
/// Nearness is the edit distance in Unicode scalars, where swapping two neighbours is one edit and a difference of
/// case alone costs next to nothing.
public enum NearestName {
  /// The nearest candidate, or nil where none is near enough to be worth suggesting.
  ///
  /// Of candidates equally near the first in code point order is chosen, so that the answer does not depend on the
  /// order of the candidates. The name itself is never suggested.
  /// - Complexity: O(*candidates* × *length*²); names are looked at up to 64 scalars.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let scalars = Array(name.unicodeScalars.prefix(lengthLimit))
    let folded = scalars.map(fold)
    // A third of the name may be wrong, and one scalar of a short one; a lone letter resembles everything.
    let limit = 2 * max(1, scalars.count / 3)
    var best: (name: String, cost: Int)?
    for candidate in candidates {
      let other = Array(candidate.unicodeScalars.prefix(lengthLimit))
      guard other != scalars, abs(other.count - scalars.count) * 2 <= limit else { continue }
      let otherFolded = other.map(fold)
      // Halves, so that a wrong case counts less than any edit.
      let isSame = otherFolded == folded || candidate.lowercased() == name.lowercased()
      let cost = isSame ? 1 : 2 * distance(folded, otherFolded)
      guard cost <= limit, cost == 1 || cost < 2 * max(scalars.count, other.count) else { continue }
      if let current = best, (current.cost, bytes(current.name)) < (cost, bytes(candidate)) { continue }
      best = (candidate, cost)
    }
    return best?.name
  }

  private static let lengthLimit = 64

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }

  /// UTF-8 order is code point order and does not merge canonically equivalent names.
  private static func bytes(_ name: String) -> Key { Key(utf8: Array(name.utf8)) }

  private struct Key: Comparable {
    let utf8: [UInt8]
    static func < (left: Key, right: Key) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
  }

  /// The optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let same = left[row] == right[column]
        var cost = min(previous[column] + (same ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}

extension NearestName {
  /// The nearest candidate, and whether no other is as near: only then may a tool put it in.
  ///
  /// - Complexity: O(*candidates* × *length*²).
  public static func guess(_ name: String, among candidates: some Collection<String>) -> (name: String, isOnly: Bool)? {
    guard let best = of(name, among: candidates) else { return nil }
    let second = of(name, among: candidates.filter { $0 != best })
    let distance = { (other: String) in
      Self.distance(Array(name.lowercased().unicodeScalars), Array(other.lowercased().unicodeScalars))
    }
    return (best, second.map { distance($0) > distance(best) } ?? true)
  }
}
