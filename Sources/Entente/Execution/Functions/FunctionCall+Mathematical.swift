import EntenteSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Functions of numbers.
extension FunctionCall {
  func mathematical() throws(QueryError) -> Value {
    switch function {
    case .e: return .float(M_E)
    case .pi: return .float(.pi)
    case .rand: return .float(Double.random(in: 0..<1))
    case .abs:
      guard case .integer(let value) = arguments[0] else { return .float(Swift.abs(try number())) }
      guard value != .min else {
        throw .numberOutOfRange("abs(\(value)) does not fit into a 64-bit integer", at: place)
      }
      return .integer(Swift.abs(value))
    case .sign:
      let value = try number()
      return .integer(value > 0 ? 1 : value < 0 ? -1 : 0)
    case .isNaN: return .boolean(try number().isNaN)
    case .round: return .float(try rounded())
    case .atan2: return .float(systemAtan2(try number(0), try number(1)))
    default: return .float(try function(of: try number()))
    }
  }

  private func function(of value: Double) throws(QueryError) -> Double {
    switch function {
    case .ceil: value.rounded(.up)
    case .floor: value.rounded(.down)
    case .sqrt: value.squareRoot()
    case .exp: systemExp(value)
    case .log: systemLog(value)
    case .log10: systemLog10(value)
    case .sin: systemSin(value)
    case .cos: systemCos(value)
    case .tan: systemTan(value)
    case .cot: 1 / systemTan(value)
    case .asin: systemAsin(value)
    case .acos: systemAcos(value)
    case .atan: systemAtan(value)
    case .degrees: value * 180 / .pi
    case .radians: value * .pi / 180
    case .haversin: (1 - systemCos(value)) / 2
    default: throw wrongArgument("a number", arguments[0])
    }
  }

}

// The system's functions by names that the cases of `Function` do not hide.
private func systemAtan2(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
private func systemExp(_ x: Double) -> Double { exp(x) }
private func systemLog(_ x: Double) -> Double { log(x) }
private func systemLog10(_ x: Double) -> Double { log10(x) }
private func systemSin(_ x: Double) -> Double { sin(x) }
private func systemCos(_ x: Double) -> Double { cos(x) }
private func systemTan(_ x: Double) -> Double { tan(x) }
private func systemAsin(_ x: Double) -> Double { asin(x) }
private func systemAcos(_ x: Double) -> Double { acos(x) }
private func systemAtan(_ x: Double) -> Double { atan(x) }
