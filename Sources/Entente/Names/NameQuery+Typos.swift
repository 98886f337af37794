extension NameQuery {
  /// How the words fit a name, or words of it that stand together, after at most ``maximumEdits`` edits.
  ///
  /// The distance is that of Damerau and Levenshtein in the form in which no part is edited twice (optimal string
  /// alignment). Of the table only the band of cells is filled that the bound leaves.
  /// - Complexity: O(*words of the name* · *keys* · *edits*)
  /// - Source: F. J. Damerau, A technique for computer detection and correction of spelling errors (1964); the band
  ///   after E. Ukkonen, Algorithms for approximate string matching (1985).
  func typoFit(_ name: NameKeys, work: inout Int) -> NameFit? {
    var best: NameFit?
    for start in 0..<name.count where name.isWordStart(start) {
      guard name.count - start >= folded.count - maximumEdits else { break }
      let bound = best.map { $0.edits } ?? maximumEdits
      guard let found = distance(to: name, from: start, atMost: bound, work: &work) else { continue }
      let fit = NameFit(
        way: .typo, place: start == 0 ? .start : .word, edits: found.edits,
        isWhole: start == 0 && found.end == name.count)
      if best.map({ $0.score < fit.score }) ?? true { best = fit }
    }
    return best
  }

  /// The least distance to the keys of a name from a place to the end of any word; of equal ones the longest.
  private func distance(
    to name: NameKeys, from start: Int, atMost bound: Int, work: inout Int
  ) -> (edits: Int, end: Int)? {
    let length = folded.count
    let width = min(name.count - start, length + bound)
    let far = bound + 1
    var beforePrevious = [Int](repeating: far, count: width + 1)
    var previous = (0...width).map { min($0, far) }
    for row in 1...length {
      var current = [Int](repeating: far, count: width + 1)
      if row <= bound { current[0] = row }
      let band = max(1, row - bound)...max(1, min(width, row + bound))
      work += band.count
      var least = current[0]
      for column in band where column <= width {
        let same = folded[row - 1] == name[start + column - 1]
        var cost = min(
          previous[column - 1] + (same ? 0 : 1), previous[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, folded[row - 1] == name[start + column - 2],
          folded[row - 2] == name[start + column - 1]
        {
          cost = min(cost, beforePrevious[column - 2] + 1)
        }
        current[column] = min(cost, far)
        least = min(least, cost)
      }
      // A swap may still reach back over one row.
      if least > bound, previous.allSatisfy({ $0 > bound - 1 }) { return nil }
      (beforePrevious, previous) = (previous, current)
    }
    var best: (edits: Int, end: Int)?
    for column in max(1, length - bound)...max(1, length + bound) where column <= width {
      let end = start + column
      guard previous[column] <= bound, end == name.count || name.isWordStart(end) else { continue }
      if best.map({ previous[column] <= $0.edits }) ?? true { best = (previous[column], end) }
    }
    return best.flatMap { $0.edits < length ? $0 : nil }
  }
}
