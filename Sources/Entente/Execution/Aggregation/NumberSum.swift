import EntenteSyntax

/// A sum of integers and floats: exact while only integers were added, a float from the first float on.
///
/// Integers may leave 64 bits on the way: only a sum that ends outside is an error, whatever the order of the rows.
struct NumberSum {
  /// The sum of the integers but for the multiples of 2⁶⁴ in `wraps`.
  private var integers: Int64 = 0
  private var wraps = 0
  private var floats = 0.0
  /// What additions of floats lost.
  private var compensation = 0.0
  private var hasFloat = false

  mutating func add(_ value: Value, _ function: AggregateFunction, at range: SourceRange) throws(QueryError) {
    switch value {
    case .integer(let number):
      let (total, overflow) = integers.addingReportingOverflow(number)
      if overflow { wraps += number < 0 ? -1 : 1 }
      integers = total
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

  func value(at range: SourceRange) throws(QueryError) -> Value {
    if hasFloat { return .float(approximate) }
    guard wraps == 0 else {
      throw .numberOutOfRange(
        "the sum, about \(integerTotal.cypherText), does not fit into a 64-bit integer", at: range)
    }
    return .integer(integers)
  }

  var approximate: Double { floats.isFinite ? floats + compensation + integerTotal : floats }

  private var integerTotal: Double { wraps == 0 ? Double(integers) : Double(wraps) * 0x1p64 + Double(integers) }
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
