import EntenteSyntax

/// The sentences of warnings about queries, in alphabetical order; the rules pass the facts.
///
/// The codes are GQLSTATUS: class 01 says that the result may not be what was meant, class 03 is information.
extension Diagnostic {
  static func cartesianProduct(first: String?, second: String?, at range: SourceRange) -> Diagnostic {
    let pairs =
      if let first, let second {
        "every `\(first)` with every `\(second)`"
      } else {
        "all that one part finds with all that the other finds"
      }
    return Diagnostic(
      .warning, code: "03N90", "this MATCH pairs \(pairs)", at: range,
      label: "nothing ties this to what stands before",
      help: ["tie the parts by a relationship or in WHERE, or write two MATCH clauses where all pairs are meant"])
  }

  static func symmetricArrow(_ type: String, isAlone: Bool, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, code: "01S01", "`\(type)` has no direction, and the arrow misses half of its relationships", at: range,
      label: "finds each only as it stands in the file",
      help: [isAlone ? "write `-[:\(type)]-`" : "ask for `\(type)` without an arrow, in a pattern of its own"])
  }

  static func unboundedPattern(minimum: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, code: "03N91", "a path of any length may take very long: each trail through the graph is a row",
      at: range, label: "has no upper bound",
      help: ["give it one, such as `*\(minimum)..\(max(4, minimum + 3))`, or ask for `shortestPath(…)`"])
  }

  static func unknownName(
    _ name: GraphReferences.Name, known: [String], otherRole: GraphReferences.Role?, hasSchema: Bool
  ) -> Diagnostic {
    let text = String(name.text)
    let (code, message) =
      switch name.role {
      case .label: ("01N50", "no node has the label `\(text)`")
      case .type: ("01N51", "no relationship has the type `\(text)`")
      case .labelOrType: ("01N50", "nothing has the label or type `\(text)`")
      case .key: ("01N52", "nothing has a property `\(text)`")
      }
    let guess = NearestName.guess(text, among: known)
    let help: String? =
      switch otherRole {
      case .type: "`\(text)` is a relationship type: write `-[:\(text)]-`"
      case .label: "`\(text)` is a label: write `(:\(text))`"
      case .key, .labelOrType, nil: guess.map { "did you mean `\($0.name)`?" } ?? listed(known)
      }
    return Diagnostic(
      .warning, code: code, message, at: name.range,
      label: hasSchema ? "in neither the graph nor its schema" : "not in the graph",
      help: [help].compactMap(\.self),
      fix: guess.flatMap { $0.isOnly ? Diagnostic.Fix(range: name.range, replacement: $0.name) : nil })
  }

  /// What there is, where it is not too much to read.
  private static func listed(_ known: [String]) -> String? {
    known.isEmpty || known.count > 12 ? nil : "there are \(known.joined(separator: ", "))"
  }
}
