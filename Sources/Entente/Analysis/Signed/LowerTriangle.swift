import EntenteSyntax

/// The lower triangle of a symmetric matrix, row by row.
struct LowerTriangle {
  let size: Int
  /// Where a row begins: at a multiple of four, so that parts of rows are alike.
  private let starts: ContiguousArray<Int>
  private var cells: ContiguousArray<Double>
  private let memory: MemoryReservation

  /// All cells 0.
  ///
  /// - Throws: an error of kind `limitReached` if the budget has not as much memory left; nothing was allocated then.
  init(size: Int, monitor: QueryMonitor) throws(QueryError) {
    self.size = size
    var starts: ContiguousArray<Int> = []
    var end = 0
    for row in 0..<size {
      starts.append(end)
      end += (row + 4) / 4 * 4
    }
    self.starts = starts
    memory = try MemoryReservation(bytes: 8 * end, of: monitor)
    cells = ContiguousArray(repeating: 0, count: end)
  }

  /// - Precondition: the column is not behind the row.
  subscript(row: Int, column: Int) -> Double {
    get { cells[starts[row] + column] }
    set { cells[starts[row] + column] = newValue }
  }

  /// The Cholesky decomposition L · Lᵀ in place; false, with the cells spoilt, where a pivot is not positive.
  ///
  /// Sixteen rows go together past the rows above them, so that these are read from memory once for all sixteen.
  ///
  /// - Complexity: O(*size*³)
  mutating func decompose(_ meter: inout WorkMeter) throws(QueryError) -> Bool {
    let (size, starts) = (size, starts)
    for block in stride(from: 0, to: size, by: 16) {
      let isPositive = cells.withUnsafeMutableBufferPointer { cells in
        guard let base = cells.baseAddress else { return true }
        let rows = block..<min(block + 16, size)
        for column in stride(from: 0, to: block, by: 4) {
          let above = (
            base + starts[column], base + starts[column + 1], base + starts[column + 2], base + starts[column + 3]
          )
          for row in rows { Self.divide(base + starts[row], by: column, above) }
        }
        for row in rows {
          let cells = base + starts[row]
          for column in block..<row {
            let above = base + starts[column]
            cells[column] = (cells[column] - Self.product(cells, above, column)) / above[column]
          }
          let square = cells[row] - Self.product(cells, cells, row)
          guard square > 0 else { return false }
          cells[row] = square.squareRoot()
        }
        return true
      }
      if !isPositive { return false }
      try meter.step(16 * block * block / 24)
    }
    return true
  }

  private typealias Row = UnsafeMutablePointer<Double>

  /// Makes four cells of a row those of L.
  @inline(__always)
  private static func divide(
    _ cells: Row, by column: Int, _ above: (Row, Row, Row, Row)
  ) {
    typealias Four = SIMD4<Double>
    var sums = (Four.zero, Four.zero, Four.zero, Four.zero)
    func four(_ pointer: Row, _ place: Int) -> Four {
      UnsafeRawPointer(pointer + place).loadUnaligned(as: Four.self)
    }
    for place in stride(from: 0, to: column, by: 4) {
      let own = four(cells, place)
      sums.0 += own * four(above.0, place)
      sums.1 += own * four(above.1, place)
      sums.2 += own * four(above.2, place)
      sums.3 += own * four(above.3, place)
    }
    let own = cells + column
    own[0] = (own[0] - sums.0.sum()) / above.0[column]
    own[1] = (own[1] - sums.1.sum() - own[0] * above.1[column]) / above.1[column + 1]
    own[2] = (own[2] - sums.2.sum() - own[0] * above.2[column] - own[1] * above.2[column + 1]) / above.2[column + 2]
    let rest = own[0] * above.3[column] + own[1] * above.3[column + 1] + own[2] * above.3[column + 2]
    own[3] = (own[3] - sums.3.sum() - rest) / above.3[column + 3]
  }

  /// Of the first cells of two rows.
  @inline(__always)
  private static func product(
    _ first: Row, _ second: Row, _ count: Int
  ) -> Double {
    var sum = 0.0
    for place in 0..<count { sum += first[place] * second[place] }
    return sum
  }
}
