import EntenteSyntax

/// A sum of integers and floats: exact while only integers were added, a float from the first float on.
struct NumberSum {
  private var integers: Int64 = 0
  private var floats = 0.0
  /// What additions of floats lost.
  private var compensation = 0.0
  private var hasFloat = false

  mutating func add(_ value: Value, _ function: AggregateFunction, at range: SourceRange) throws(QueryError) {
    switch value {
    case .integer(let number):
      let (total, overflow) = integers.addingReportingOverflow(number)
      if overflow {
        guard function == .avg else { throw .integerOverflow(.add, integers, number, at: range) }
        // A mean needs no exact sum.
        addFloat(Double(integers))
        integers = number
      } else {
        integers = total
      }
    case .float(let number):
      hasFloat = true
      addFloat(number)
    case .null, .boolean, .string, .temporal, .list, .map, .node, .relationship, .path:
      throw .wrongArgument(function.name, expected: "numbers", value, at: range)
    }
  }

  private mutating func addFloat(_ number: Double) {
    let total = floats + number
    if total.isFinite {
      compensation += abs(floats) >= abs(number) ? (floats - total) + number : (number - total) + floats
    }
    floats = total
  }

  var value: Value { hasFloat ? .float(approximate) : .integer(integers) }

  var approximate: Double { floats.isFinite ? floats + compensation + Double(integers) : floats }
}

/// Mean and spread in one pass (Welford 1962).
struct Moments {
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  mutating func add(_ number: Double) {
    count += 1
    let difference = number - mean
    mean += difference / count
    squares += difference * (number - mean)
  }

  /// The standard deviation; 0 of fewer values than it needs.
  func deviation(ofSample: Bool) -> Double {
    let divisor = ofSample ? count - 1 : count
    return divisor > 0 ? (squares / divisor).squareRoot() : 0
  }
}
