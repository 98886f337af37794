import EntenteSyntax

/// PG307: values that are not of the type of their key.
extension CheckFindings {
  static func severalValues(_ property: CheckedGraph.Property, in source: SourceText) -> Diagnostic {
    let first = property.values.first?.range ?? property.range
    let range = property.values.last.map { first.union($0.range) } ?? first
    return Diagnostic(
      .error, code: "PG307", "`\(property.key)` takes one value, found \(property.values.count)", at: range,
      label: "is no list in the schema",
      help: ["keep one, quote a text with a comma in it, or declare the key as a LIST"])
  }

  static func wrongType(
    _ value: GraphFile.PropertyValue, _ key: String, _ type: Schema.DataType, in source: SourceText
  ) -> Diagnostic {
    let lexeme = source[value.range]
    let found =
      switch value.literal {
      case .integer: "the number \(lexeme)"
      case .float: "the number \(lexeme)"
      case .boolean: lexeme
      case .string: "the text \(quoted(lexeme))"
      }
    let fixed: String? =
      switch (type, value.literal) {
      case (.string, _): "\"\(lexeme)\""
      case (_, .string(let name)): unquoted(name.string(in: source), as: type)
      default: nil
      }
    return Diagnostic(
      .error, code: "PG307", "`\(key)` is \(name(of: type)), found \(found)", at: value.range,
      label: "expected \(name(of: type))",
      help: fixed.map { ["write `\(key):\($0)`"] } ?? ["correct the value, or the type in the schema"],
      fix: fixed.map { Diagnostic.Fix(range: value.range, replacement: $0) })
  }

  static func noDate(_ value: GraphFile.PropertyValue, _ key: String, in source: SourceText) -> Diagnostic {
    let text = source[value.range]
    let guess = isoDate(of: text)
    return Diagnostic(
      .error, code: "PG307", "`\(key)` is a date, found \(quoted(text))", at: value.range, label: "expected a date",
      help: [
        guess.map { "write `\(key):\($0)`" }
          ?? "dates look like 2025, 2025-02, 2025-02-24, ~2025 or 2025-02/2028"
      ], fix: guess.map { Diagnostic.Fix(range: value.range, replacement: $0) })
  }

  static func impreciseDate(
    _ value: GraphFile.PropertyValue, _ key: String, _ precision: Schema.Precision, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      .error, code: "PG307",
      "`\(key)` needs the \(precision.rawValue.lowercased()), found \(quoted(source[value.range]))",
      at: value.range, label: "not precise enough",
      help: [precision == .day ? "write it as 2025-02-24" : "write it as 2025-02 or 2025-02-24"])
  }

  static func notInEnumeration(
    _ value: GraphFile.PropertyValue, _ text: String, _ key: String, _ values: [String]
  ) -> Diagnostic {
    let guess = NearestName.guess(text, among: values)
    let spelled = guess.map { (String(decoding: GraphFile.Spelling.value($0.name.utf8), as: UTF8.self), $0.isOnly) }
    return finding(
      .error, "PG307", "`\(key)` cannot be `\(text)`", value.range, label: "not in the schema's list",
      replacing: value.range, with: spelled,
      otherwise: "it is one of \(values.map { "`\($0)`" }.joined(separator: ", "))")
  }

  private static func quoted(_ lexeme: String) -> String {
    lexeme.hasPrefix("\"") || lexeme.hasPrefix("'") ? lexeme : "`\(lexeme)`"
  }

  private static func name(of type: Schema.DataType) -> String {
    switch type {
    case .string: "a text"
    case .integer: "an integer"
    case .float: "a number"
    case .boolean: "true or false"
    case .date: "a date"
    case .enumeration: "one of a list"
    case .list(let element): "a list: each value is \(name(of: element))"
    }
  }

  /// A text without its quotes, where it is a value of a type then.
  private static func unquoted(_ text: String, as type: Schema.DataType) -> String? {
    let bytes = ContiguousArray(text.utf8)
    switch type {
    case .boolean: return text == "true" || text == "false" ? text : nil
    case .integer, .float:
      guard let number = JSONNumber(in: bytes, 0..<bytes.count), number.range.upper == bytes.count else { return nil }
      if case .integer = number.value { return text }
      return type == .float && number.value != nil ? text : nil
    case .string, .date, .enumeration, .list: return nil
    }
  }

  /// `24.02.2025`, `2025.2.4` and `2025/02/24` in the order of ISO 8601, where only one reading is a date.
  private static func isoDate(of lexeme: String) -> String? {
    let text = lexeme.filter { $0 != "\"" && $0 != "'" }
    let parts = text.split { !$0.isASCII || !$0.isNumber }.map(String.init)
    guard parts.count == 3, text.allSatisfy({ $0.isASCII && $0.isNumber || "./- ".contains($0) }) else { return nil }
    func padded(_ number: String) -> String { number.utf8.count == 1 ? "0" + number : number }
    let orders = parts[0].utf8.count == 4 ? [[0, 1, 2]] : [[2, 1, 0], [2, 0, 1]]
    let dates = Set(
      orders.map { $0.map { padded(parts[$0]) }.joined(separator: "-") }.filter { DateText($0)?.precision == .day })
    return dates.count == 1 ? dates.first : nil
  }
}
