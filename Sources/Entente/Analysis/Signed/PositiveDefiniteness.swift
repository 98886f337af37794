import EntenteSyntax

/// Proofs that a matrix has no negative eigenvalue, by computing in floating point.
///
/// A Cholesky decomposition that succeeds although a little was taken off the diagonal, as much as all rounding errors
/// together can be, is such a proof.
///
/// - Source: Rump: Verification of positive definiteness (2006).
enum PositiveDefiniteness {
  /// Whether that is shown of a symmetric matrix of whole numbers.
  ///
  /// - Parameter entries: those below the diagonal, each at row × size + column; what is left out is 0.
  /// - Complexity: O(nodes³) time, O(nodes²) memory.
  static func isProven(
    diagonal: ContiguousArray<Int64>, entries: some Sequence<(place: Int, value: Int64)>, monitor: QueryMonitor,
    meter: inout WorkMeter
  ) throws(QueryError) -> Bool {
    let size = diagonal.count
    let trace = diagonal.reduce(0.0) { $0 + Double($1) }
    // γ / (1 − γ) · trace, generously; whole, so that taking it off is exact.
    let margin = 1 + Int64(4 * Double(size + 2) * Double.ulpOfOne * max(0, trace))
    guard trace < 0x1p52, diagonal.allSatisfy({ $0 > margin }) else { return false }
    var matrix = try LowerTriangle(size: size, monitor: monitor)
    for node in 0..<size { matrix[node, node] = Double(diagonal[node] - margin) }
    for (place, value) in entries {
      // A positive matrix has no entry as large as its trace, and a larger one could be rounded.
      guard abs(value) < 1 << 52 else { return false }
      matrix[place / size, place % size] = Double(value)
    }
    return try matrix.decompose(&meter)
  }
}
