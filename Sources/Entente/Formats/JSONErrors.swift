import EntenteSyntax

/// The words of errors about PG-JSON and PG-JSONL; the reader passes the facts.
enum JSONErrors {
  static func wrongKind(of field: Text?, _ expected: String, at range: SourceRange) -> Diagnostic {
    let what = field.map { "the value of `\($0)` is" } ?? "this is"
    return Diagnostic(
      .error, code: "PJ002", "\(what) not \(expected)", at: range, label: "expected \(expected)")
  }

  static func missingField(_ name: Text, of element: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, code: "PJ003", "\(element) has no `\(name)`", at: range)
  }

  static func unknownField(_ key: JSONReader.Key, among known: [Text]) -> Diagnostic {
    let name = String(key.text)
    let nearest = NearestName.of(name, among: known.map { String($0) })
    return Diagnostic(
      .warning, code: "PJ004", "the field `\(name)` is not known and left out", at: key.range,
      help: nearest.map { ["did you mean `\($0)`?"] } ?? ["properties stand inside `properties`"])
  }

  static func misplacedField(_ name: Text, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, code: "PJ004", "a node has no `\(name)`, which is left out", at: range,
      help: ["an edge stands among the edges"])
  }

  static func repeatedField(_ key: JSONReader.Key) -> Diagnostic {
    Diagnostic(.error, code: "PJ005", "the field `\(key.text)` is there twice", at: key.range)
  }

  static func repeatedID(_ id: Text, _ element: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, code: "PJ006", "the \(element) id `\(id)` is given twice", at: range)
  }

  static func unknownType(_ type: Text, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, code: "PJ007", "`\(type)` is neither \"node\" nor \"edge\"", at: range,
      label: "expected \"node\" or \"edge\"")
  }

  static func empty(_ field: Text, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, code: "PJ008", "an empty text cannot stand in `\(field)`", at: range)
  }

  static func emptyList(_ property: JSONReader.Key) -> Diagnostic {
    Diagnostic(
      .error, code: "PJ009", "the property `\(property.text)` has no value", at: property.range,
      help: ["leave the property out where there is no value"])
  }

  static func largeInteger(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      .warning, code: "PJ010",
      "the integer \(source[range]) does not fit 64 bits and is read as a floating-point number", at: range)
  }
}
