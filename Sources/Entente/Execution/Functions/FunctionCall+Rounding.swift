import EntenteSyntax

/// `round(number[, decimals[, mode]])`.
extension FunctionCall {
  /// To the nearest whole number, or to so many decimals; ties go up, as openCypher's `round` has it, or, where
  /// decimals are given, away from zero.
  func rounded() throws(QueryError) -> Double {
    let value = try number()
    guard arguments.count > 1 else { return Self.halfUp(value) }
    let decimals = try integer(1)
    guard decimals >= 0, decimals <= 300 else {
      throw .numberOutOfRange("round takes 0 to 300 decimals, found \(decimals)", at: place)
    }
    let rule = try rule()
    let scaled = Self.shifted(value, by: Int(decimals))
    guard scaled.isFinite, value.isFinite else { return value }
    return Self.shifted(rule(scaled), by: -Int(decimals))
  }

  /// Adding a half and rounding down would make 1 of 0.49999999999999994.
  private static func halfUp(_ value: Double) -> Double {
    let down = value.rounded(.down)
    return value - down >= 0.5 ? down + 1 : down
  }

  private static func halfDown(_ value: Double) -> Double {
    let down = value.magnitude.rounded(.down)
    let rounded = value.magnitude - down > 0.5 ? down + 1 : down
    return value < 0 ? -rounded : rounded
  }

  /// The number with its decimal point moved, correctly rounded: 1.005 becomes 100.5 and not 100.49999999999999.
  private static func shifted(_ value: Double, by places: Int) -> Double {
    let parts = value.description.split(separator: "e", maxSplits: 1)
    let exponent = (parts.count == 2 ? Int(parts[1]) ?? 0 : 0) + places
    return Double("\(parts[0])e\(exponent)") ?? value
  }

  /// The modes of `round`, by the names that Java and Cypher give them.
  private func rule() throws(QueryError) -> (Double) -> Double {
    guard arguments.count > 2 else { return { $0.rounded(.toNearestOrAwayFromZero) } }
    let mode = try text(2)
    switch String(mode).uppercased() {
    case "UP": return { $0.rounded(.awayFromZero) }
    case "DOWN": return { $0.rounded(.towardZero) }
    case "CEILING": return { $0.rounded(.up) }
    case "FLOOR": return { $0.rounded(.down) }
    case "HALF_UP": return { $0.rounded(.toNearestOrAwayFromZero) }
    case "HALF_DOWN": return Self.halfDown
    case "HALF_EVEN": return { $0.rounded(.toNearestOrEven) }
    default:
      throw .unknownRoundingMode(mode, at: place)
    }
  }
}
