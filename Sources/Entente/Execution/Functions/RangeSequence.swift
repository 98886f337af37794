import EntenteSyntax

/// The integers of `range(start, end[, step])`, one after the other, without a list of them.
struct RangeSequence: ElementSource {
  private var current: Int64
  private let step: Int64
  /// How many are left.
  private(set) var count: Int

  /// - Returns: nil where an argument is null.
  init?(_ arguments: [Value], at range: SourceRange) throws(QueryError) {
    var integers: [Int64] = []
    for argument in arguments {
      switch argument {
      case .integer(let value): integers.append(value)
      case .null, .boolean, .float, .string, .temporal, .list, .map, .node, .relationship, .path:
        throw .rangeArgument(argument, at: range)
      }
    }
    let step = integers.count > 2 ? integers[2] : 1
    guard step != 0 else { throw .rangeStepZero(at: range) }
    current = integers[0]
    self.step = step
    let goesOn = step > 0 ? integers[0] <= integers[1] : integers[0] >= integers[1]
    // As unsigned numbers the distance always fits.
    let distance = UInt64(bitPattern: step > 0 ? integers[1] &- integers[0] : integers[0] &- integers[1])
    let steps = distance / step.magnitude
    count = goesOn ? Int(min(steps, UInt64(Int.max - 1))) + 1 : 0
  }

  init?(
    _ arguments: [BoundExpression], evaluator: Evaluator, in batch: RowBatch, row: Int, at range: SourceRange
  ) throws(QueryError) {
    var values: [Value] = []
    for argument in arguments { values.append(try evaluator.evaluate(argument, in: batch, row: row)) }
    try self.init(values, at: range)
  }

  mutating func next() -> Value? {
    guard count > 0 else { return nil }
    defer {
      count -= 1
      current &+= step
    }
    return .integer(current)
  }
}
