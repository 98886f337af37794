import EntenteSyntax

/// Conversions: text that cannot be read gives null, a value of a wrong type is an error.
extension FunctionCall {
  func conversion() throws(QueryError) -> Value {
    let value = arguments[0]
    switch function {
    case .toInteger: return try converted(Self.integer, from: "a number, a boolean or a string")
    case .toFloat: return try converted(Self.float, from: "a number or a string")
    case .toBoolean: return try converted(Self.boolean, from: "a boolean, an integer or a string")
    case .toString: return try converted(Self.string, from: "a boolean, a number, a string or a temporal value")
    case .toIntegerOrNull: return Self.integer(value) ?? .null
    case .toFloatOrNull: return Self.float(value) ?? .null
    case .toBooleanOrNull: return Self.boolean(value) ?? .null
    case .toStringOrNull: return Self.string(value) ?? .null
    case .toIntegerList: return try each(Self.integer)
    case .toFloatList: return try each(Self.float)
    case .toBooleanList: return try each(Self.boolean)
    default: return try each(Self.string)
    }
  }

  private func converted(_ convert: (Value) -> Value?, from expected: String) throws(QueryError) -> Value {
    guard let value = convert(arguments[0]) else { throw wrongArgument(expected, arguments[0]) }
    return value
  }

  private func each(_ convert: (Value) -> Value?) throws(QueryError) -> Value {
    guard case .list(let items) = arguments[0] else { throw wrongArgument("a list", arguments[0]) }
    return .list(ContiguousArray(items.map { convert($0) ?? .null }))
  }

  /// nil for a value of a type that cannot be converted.
  private static func integer(_ value: Value) -> Value? {
    switch value {
    case .null, .integer: value
    case .boolean(let truth): .integer(truth ? 1 : 0)
    case .float(let number): Int64(exactly: number.rounded(.towardZero)).map(Value.integer) ?? .null
    case .string(let text):
      if let integer = Int64(String(text).trimmed) {
        .integer(integer)
      } else if let number = decimal(text) {
        Int64(exactly: number.rounded(.towardZero)).map(Value.integer) ?? .null
      } else {
        .null
      }
    case .temporal, .list, .map, .node, .relationship, .path: nil
    }
  }

  private static func float(_ value: Value) -> Value? {
    switch value {
    case .null, .float: value
    case .integer(let number): .float(Double(number))
    case .string(let text): decimal(text).map(Value.float) ?? .null
    case .boolean, .temporal, .list, .map, .node, .relationship, .path: nil
    }
  }

  private static func boolean(_ value: Value) -> Value? {
    switch value {
    case .null, .boolean: value
    case .integer(let number): .boolean(number != 0)
    case .string(let text):
      switch String(text).trimmed.lowercased() {
      case "true": .boolean(true)
      case "false": .boolean(false)
      default: .null
      }
    case .float, .temporal, .list, .map, .node, .relationship, .path: nil
    }
  }

  private static func string(_ value: Value) -> Value? {
    switch value {
    case .null, .string: value
    case .boolean, .integer, .float: .string(value.literal)
    case .temporal(let value): .string(value.description)
    case .list, .map, .node, .relationship, .path: nil
    }
  }

  /// A decimal number as text; not the hexadecimal forms and words that `Double` reads too.
  private static func decimal(_ text: Text) -> Double? {
    let trimmed = String(text).trimmed
    guard trimmed.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
    return Double(trimmed)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}
