import EntenteSyntax

/// Components of temporal values and arithmetic with them.
extension Evaluator {
  func component(_ name: String, of temporal: Temporal, at range: SourceRange) throws(QueryError) -> Value {
    do throws(TemporalError) {
      guard let value = try temporal.component(name) else {
        throw TemporalError.unknownComponent(
          name, nearest: NearestName.of(name, among: Temporal.componentNames(of: temporal.kind)))
      }
      return value
    } catch {
      throw .temporal(error, ".", temporal.kind, nil, at: range)
    }
  }

  /// Instants and durations added, durations times numbers.
  func temporals(
    _ operation: Expression.ArithmeticOperator, _ left: Value, _ right: Value, at range: SourceRange
  ) throws(QueryError) -> Value {
    if operation == .divide, right.isZero { throw .divisionByZero(at: range) }
    do throws(TemporalError) {
      switch (operation, left, right) {
      case (.add, .temporal(let instant), .temporal(.duration(let duration))),
        (.add, .temporal(.duration(let duration)), .temporal(let instant)):
        return .temporal(try instant.adding(duration))
      case (.subtract, .temporal(.duration(let left)), .temporal(.duration(let right))):
        return .temporal(.duration(try left.subtracting(right)))
      case (.subtract, .temporal(let instant), .temporal(.duration(let duration))):
        return .temporal(try instant.adding(duration, sign: -1))
      case (.multiply, .temporal(.duration(let duration)), _):
        if let factor = try Self.factor(right) { return .temporal(.duration(try duration.multiplied(by: factor))) }
      case (.multiply, _, .temporal(.duration(let duration))):
        if let factor = try Self.factor(left) { return .temporal(.duration(try duration.multiplied(by: factor))) }
      case (.divide, .temporal(.duration(let duration)), _):
        if let divisor = try Self.factor(right) {
          return .temporal(.duration(try duration.divided(by: divisor)))
        }
      default: break
      }
    } catch {
      throw .temporal(error, operation.rawValue, .duration, nil, at: range)
    }
    throw .cannotComputeTemporals(operation, left, right, at: range)
  }

  private static func factor(_ value: Value) throws(TemporalError) -> DecimalNumber? {
    switch value {
    case .integer(let number): return DecimalNumber(number)
    case .float(let number):
      guard let decimal = DecimalNumber(number) else { throw .outOfRange(.duration) }
      return decimal
    default: return nil
    }
  }
}

extension Value {
  fileprivate var isZero: Bool {
    switch self {
    case .integer(let number): number == 0
    // Smaller numbers count as zero in amounts of nanoseconds.
    case .float(let number): abs(number) < 1e-18
    default: false
    }
  }

  /// The text that `toString` and concatenation write for a scalar that is no string.
  var plainText: String {
    if case .temporal(let temporal) = self { temporal.description } else { literal }
  }
}
