/// Counts the straight lines of a network that cross.
public enum LineCrossings {
  /// How many pairs of lines without a common end cross, where lines are straight from centre to centre.
  ///
  ///     LineCrossings.count([(0, 2), (1, 3)], at: corners)   // 1 in a square: its diagonals
  ///
  /// - Complexity: O(*lines*²)
  public static func count(_ lines: [(from: Int, to: Int)], at centers: [PlanePoint]) -> Int {
    var count = 0
    for (index, a) in lines.enumerated() {
      let (p, q) = (centers[a.from], centers[a.to])
      for b in lines[(index + 1)...] {
        guard a.from != b.from, a.from != b.to, a.to != b.from, a.to != b.to else { continue }
        let (r, s) = (centers[b.from], centers[b.to])
        if PlanePoint.crosses(p, q, r, s) { count += 1 }
      }
    }
    return count
  }
}
