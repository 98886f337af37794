import EntenteSyntax

/// The largest eigenvalue of a symmetric matrix that is known by what it does to a vector.
///
/// - Source: Lanczos: An iteration method for the solution of the eigenvalue problem (1950); the eigenvalue of the
///   tridiagonal matrix by counting sign changes, Givens (1954).
enum Lanczos {
  /// An estimate from below, close after some dozen steps; each time the same.
  ///
  /// - Parameter multiply: writes the product of the matrix and its first argument to the second.
  static func largestEigenvalue(
    size: Int, steps: Int, meter: inout WorkMeter,
    multiply: (ContiguousArray<Double>, inout ContiguousArray<Double>) -> Void
  ) throws(QueryError) -> Double {
    var random = SeededGenerator(seed: 2)
    var vector = ContiguousArray((0..<size).map { _ in random.fraction() - 0.5 })
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    for place in vector.indices { vector[place] /= length }
    var previous = ContiguousArray(repeating: 0.0, count: size)
    var product = previous
    var diagonal: ContiguousArray<Double> = []
    var offDiagonal: ContiguousArray<Double> = []
    while diagonal.count < min(steps, size) {
      multiply(vector, &product)
      var share = 0.0
      for place in 0..<size { share += product[place] * vector[place] }
      diagonal.append(share)
      var rest = 0.0
      for place in 0..<size {
        product[place] -= share * vector[place] + (offDiagonal.last ?? 0) * previous[place]
        rest += product[place] * product[place]
      }
      rest = rest.squareRoot()
      try meter.step(8 * size)
      guard rest > 1e-10 else { break }
      offDiagonal.append(rest)
      swap(&previous, &vector)
      for place in 0..<size { vector[place] = product[place] / rest }
    }
    return largestEigenvalue(diagonal: diagonal, offDiagonal: offDiagonal)
  }

  /// Of a tridiagonal matrix, from above, by halving.
  private static func largestEigenvalue(
    diagonal: ContiguousArray<Double>, offDiagonal: ContiguousArray<Double>
  ) -> Double {
    var high = 0.0
    for (row, value) in diagonal.enumerated() {
      let before = row > 0 ? abs(offDiagonal[row - 1]) : 0
      let after = row < diagonal.count - 1 ? abs(offDiagonal[row]) : 0
      high = max(high, abs(value) + before + after)
    }
    var low = -high
    for _ in 0..<60 {
      let middle = (low + high) / 2
      var pivot = 1.0
      var isAbove = true
      for (row, value) in diagonal.enumerated() {
        pivot = value - middle - (row > 0 ? offDiagonal[row - 1] * offDiagonal[row - 1] / pivot : 0)
        if pivot == 0 { pivot = -1e-300 }
        if pivot > 0 { isAbove = false }
      }
      if isAbove { high = middle } else { low = middle }
    }
    return high
  }
}
