/// The words of all errors in style sheets, ordered by code; the parser passes the facts.
enum StyleSheetErrors {
  static func unexpected(_ expected: String, _ found: String, _ range: SourceRange) -> Diagnostic {
    error("SS001", "expected \(expected), found \(GraphFile.Errors.quoted(found))", range)
  }

  static func unexpectedEnd(_ expected: String, _ range: SourceRange) -> Diagnostic {
    error("SS001", "expected \(expected), found the end of the file", range)
  }

  static func unterminated(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    let what =
      switch source.utf8[range.lower] {
      case UInt8(ascii: "/"): "a comment starts here and does not end with `*/`"
      case UInt8(ascii: "`"): "a name in backquotes starts here and does not end"
      default: "a text starts here and has no closing quote"
      }
    return error("SS002", what, SourceRange(range.lower..<range.lower + 1))
  }

  static func unclosedBracket(_ range: SourceRange) -> Diagnostic {
    error("SS002", "this bracket is not closed", range)
  }

  static func unknown(_ kind: String, _ word: String, _ range: SourceRange, among known: [String]) -> Diagnostic {
    let nearest = NearestName.of(word, among: known)
    return error(
      "SS003", "there is no \(kind) \(GraphFile.Errors.quoted(word))", range,
      help: [
        nearest.map { "did you mean `\($0)`?" }
          ?? (known.count == 1 ? "there is only `\(known[0])`" : "there are \(known.joined(separator: ", "))")
      ])
  }

  static func unknownValue(
    _ property: StyleProperty, _ word: String, _ range: SourceRange, among known: [String]
  ) -> Diagnostic {
    error(
      "SS003", "`\(property.rawValue)` has no value \(GraphFile.Errors.quoted(word))", range,
      help: [
        NearestName.of(word, among: known).map { "did you mean `\($0)`?" }
          ?? "there are \(known.joined(separator: ", "))"
      ])
  }

  static func unknownProperty(_ name: Name, of targets: Set<StyleSheet.Target>) -> Diagnostic {
    let known = Set(targets.flatMap { StyleProperty.names(for: $0) }).union(StyleProperty.grass.keys).sorted()
    return error(
      "SS004", "there is no property \(GraphFile.Errors.quoted(name.text))", name.range,
      help: [
        NearestName.of(name.text, among: known).map { "did you mean `\($0)`?" }
          ?? "there are \(known.filter { StyleProperty.grass[$0] == nil }.joined(separator: ", "))"
      ])
  }

  static func wrongTarget(_ name: Name, _ property: StyleProperty, _ target: StyleSheet.Target) -> Diagnostic {
    let fitting = StyleSheet.Target.allCases.filter(property.targets.contains).map(words)
    return error(
      "SS005", "\(words(target)) has no `\(property.rawValue)`", name.range,
      label: "only \(list(fitting)) has",
      help: target == .relationship && property == .fillcolor ? ["the colour of a line is `color`"] : [])
  }

  /// `a, b or c`
  private static func list(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
  }

  private static func words(_ target: StyleSheet.Target) -> String {
    switch target {
    case .node: "a node"
    case .relationship: "a relationship"
    case .cluster: "a cluster"
    case .graph: "the graph"
    }
  }

  static func badColor(_ text: String, _ range: SourceRange) -> Diagnostic {
    error(
      "SS006", "\(GraphFile.Errors.quoted(text)) is no colour", range,
      help: [
        NearestName.of(text, among: StyleColor.names.keys + ["scale", "categorize"]).map { "did you mean `\($0)`?" }
          ?? "write `#rgb`, `#rrggbb`, `#rrggbbaa` or a colour of CSS by its name"
      ])
  }

  static func badNumber(_ text: String, _ range: SourceRange) -> Diagnostic {
    error("SS007", "\(GraphFile.Errors.quoted(text)) is no number", range)
  }

  static func outOfRange(
    _ property: StyleProperty, _ range: ClosedRange<Double>, unit points: Double?, at place: SourceRange
  ) -> Diagnostic {
    let unit =
      switch points {
      case 1: " points"
      case 72: " inches"
      default: ""
      }
    return error(
      "SS008",
      "`\(property.rawValue)` is from \(short(range.lowerBound)) to \(short(range.upperBound))\(unit)", place)
  }

  private static func short(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }

  static func unitWithoutMeaning(_ unit: String, _ range: SourceRange) -> Diagnostic {
    error("SS009", "a plain number stands here, without `\(unit)`", range)
  }

  static func severalTypes(_ name: Name) -> Diagnostic {
    error(
      "SS010", "a relationship has one type, so that none is selected by two", name.range,
      help: ["select either with a comma: `relationship.A, relationship.B`"])
  }

  /// The places of the expression's own errors are those of a text of its own.
  static func badExpression(_ inner: Diagnostic, at range: SourceRange) -> Diagnostic {
    let place = inner.range.map { SourceRange(range.lower + $0.lower..<range.lower + $0.upper) }
    let message = inner.message.replacing("the end of the query", with: "its closing bracket")
    return error("SS011", "in `:where(…)`: \(message)", place ?? range, label: inner.label, help: inner.help)
  }

  static func badFont(_ font: String, _ range: SourceRange) -> Diagnostic {
    error(
      "SS012", "\(GraphFile.Errors.quoted(font)) cannot be the name of a font", range,
      help: ["names of fonts have letters, digits, spaces, `_` and `-`, and 160 characters in all"])
  }

  static func badDomain(_ range: SourceRange) -> Diagnostic {
    error("SS013", "the second number is to be the greater, and for log and sqrt both at least 0", range)
  }

  static func notScalable(_ property: StyleProperty, _ range: SourceRange) -> Diagnostic {
    error("SS014", "`\(property.rawValue)` takes no `scale(…)`, which gives numbers and colours", range)
  }

  static func notCategorical(_ property: StyleProperty, _ range: SourceRange) -> Diagnostic {
    error("SS014", "`\(property.rawValue)` takes no `categorize(…)`, which gives colours", range)
  }

  static func withoutMeaning(_ name: Name) -> Diagnostic {
    Diagnostic(.warning, code: "SS020", "`\(name.text)` says nothing here and is passed over", at: name.range)
  }

  private static func error(
    _ code: String, _ message: String, _ range: SourceRange, label: String? = nil, help: [String] = []
  ) -> Diagnostic {
    Diagnostic(.error, code: code, message, at: range, label: label, help: help)
  }
}
