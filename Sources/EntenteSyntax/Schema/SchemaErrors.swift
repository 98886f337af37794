/// The words of all errors in schemas, ordered by code; the parser and ``Schema`` pass the facts.
enum SchemaErrors {
  /// PG001, PG002: no text, or not in UTF-8, as for graph files.
  static func notText(_ flaw: EncodingFlaw, in source: SourceText) -> Diagnostic {
    GraphFile.Errors.notText(flaw, in: source)
  }

  static func unexpected(_ expected: String, _ found: String, _ range: SourceRange, among known: [String])
    -> Diagnostic
  {
    error(
      "PS001", "expected \(expected), found \(GraphFile.Errors.quoted(found))", range,
      help: NearestName.of(found, among: known).map { ["did you mean `\($0)`?"] } ?? [])
  }

  static func unexpectedEnd(_ expected: String, _ range: SourceRange) -> Diagnostic {
    error("PS001", "expected \(expected), found the end of the file", range)
  }

  static func unterminated(_ kind: Token.Kind, _ range: SourceRange) -> Diagnostic {
    let what =
      switch kind {
      case .unterminatedString: "a text starts here and has no closing quote"
      case .unterminatedName: "a name in backquotes starts here and does not end"
      default: "a comment starts here and does not end with `*/`"
      }
    return error("PS002", what, SourceRange(range.lower..<range.lower + 1))
  }

  static func badString(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.code = "PS003"
    return diagnostic
  }

  static func unknownWord(_ word: Name, _ kind: String, among known: [String]) -> Diagnostic {
    let nearest = NearestName.of(word.text, among: known)
    return error(
      "PS004", "there is no \(kind) `\(word.text)`", word.range,
      help: [nearest.map { "did you mean `\($0)`?" } ?? "there are \(known.joined(separator: ", "))"])
  }

  static func listOfLists(_ range: SourceRange) -> Diagnostic {
    error("PS005", "a list cannot hold lists", range, help: ["write `LIST<STRING>`, or another simple type in it"])
  }

  static func emptyBounds(_ range: SourceRange, _ minimum: Int, _ maximum: Int) -> Diagnostic {
    error("PS006", "no number is at least \(minimum) and at most \(maximum)", range)
  }

  static func unknownType(_ name: Name, among known: [String]) -> Diagnostic {
    error(
      "PS007", "there is no type `\(name.text)` for properties", name.range,
      label: "neither a built-in type nor an enumeration",
      help: [
        NearestName.of(name.text, among: known).map { "did you mean `\($0)`?" }
          ?? "the types are STRING, INTEGER, FLOAT, BOOLEAN, DATE, ENUM ('a', 'b'), LIST<…>; "
          + "`CREATE ENUM TYPE \(name.text) ('a', 'b')` makes one"
      ])
  }

  static func unknownEnd(_ name: Name, among known: [String]) -> Diagnostic {
    error(
      "PS008", "no node type has the name or label `\(name.text)`", name.range,
      help: [
        NearestName.of(name.text, among: known).map { "did you mean `\($0)`?" }
          ?? "declare it: `CREATE NODE TYPE (: \(name.text))`"
      ])
  }

  static func unknownRelationship(_ name: Name, among known: [String]) -> Diagnostic {
    error(
      "PS009", "no edge type has the label `\(name.text)`", name.range,
      help: NearestName.of(name.text, among: known).map { ["did you mean `\($0)`?"] } ?? [])
  }

  static func unknownKey(_ name: Name, among known: [String]) -> Diagnostic {
    error(
      "PS010", "none of these nodes has a property `\(name.text)`", name.range,
      help: NearestName.of(name.text, among: known).map { ["did you mean `\($0)`?"] } ?? [])
  }

  static func repeated(_ kind: String, _ name: Name, earlier: SourceRange, in source: SourceText) -> Diagnostic {
    error(
      "PS011", "the \(kind) `\(name.text)` is given twice", name.range,
      label: "first given on line \(source.lineIndex(of: earlier.lower) + 1)")
  }

  static func cycle(_ name: Name) -> Diagnostic {
    error("PS012", "the type `\(name.text)` goes on from itself", name.range, label: "leads back to the type")
  }

  static func edgeLabels(_ element: SchemaFile.Element, _ labels: [String]) -> Diagnostic {
    error(
      "PS013",
      labels.isEmpty
        ? "the edge type has no label" : "the edge type has the labels \(labels.joined(separator: " and "))",
      element.range, label: "expected one label",
      help: [
        "a relationship has one type: write `-[: TYPE {…}]->`, or `CREATE EDGE TYPE ABSTRACT` for others to go on from"
      ])
  }

  static func noLabels(_ element: SchemaFile.Element) -> Diagnostic {
    error(
      "PS014", "the node type has no label", element.range, label: "fits no node",
      help: ["write `(: Label {…})`, or `CREATE NODE TYPE ABSTRACT` for others to go on from"])
  }

  static func symmetricArrow(_ option: SourceRange, arrow: SourceRange, isSymmetric: Bool) -> Diagnostic {
    isSymmetric
      ? error(
        "PS015", "a symmetric type has no arrow", arrow, label: "expected `-`",
        help: ["write `(…)-[…]-(…)`"], fix: Diagnostic.Fix(range: arrow, replacement: "-"))
      : error(
        "PS015", "a type without an arrow is symmetric", option, label: "says that it is not",
        help: ["write `(…)-[…]->(…)` for a type with a direction"])
  }

  static func contradiction(_ what: String, _ name: Name, earlier: SourceRange, in source: SourceText) -> Diagnostic {
    error(
      "PS016", "`\(name.text)` \(what)", name.range,
      label: "otherwise on line \(source.lineIndex(of: earlier.lower) + 1)",
      help: ["say the same in all places: a graph is loaded and analysed by it"])
  }

  private static func error(
    _ code: String, _ message: String, _ range: SourceRange, label: String? = nil, help: [String] = [],
    fix: Diagnostic.Fix? = nil
  ) -> Diagnostic {
    Diagnostic(.error, code: code, message, at: range, label: label, help: help, fix: fix)
  }
}
