import EntenteSyntax

/// The words of what the rules find, ordered by code; the rules pass the facts. Values are in `CheckFindings+Values`.
enum CheckFindings {
  static func unknownLabel(_ name: String, _ range: SourceRange, of node: String, among known: Set<String>)
    -> Diagnostic
  {
    finding(
      .warning, "PG301", "the schema has no label `\(name)`", range, label: "on the node `\(node)`",
      replacing: range, with: NearestName.guess(name, among: known).map { (":" + $0.name, $0.isOnly) },
      otherwise: "add a node type with it to the schema, or take one of \(listed(known))")
  }

  static func unknownType(_ name: String, _ range: SourceRange, among known: Set<String>) -> Diagnostic {
    finding(
      .warning, "PG302", "the schema has no relationship type `\(name)`", range, label: "unknown type",
      replacing: range, with: NearestName.guess(name, among: known).map { (":" + $0.name, $0.isOnly) },
      otherwise: "add an edge type with it to the schema, or take one of \(listed(known))")
  }

  static func unknownKey(
    _ key: String, _ range: SourceRange, of kind: String, among known: [String], elsewhere: Set<String>
  ) -> Diagnostic {
    // A family says how its keys begin, which is no key to put in.
    let guess = NearestName.guess(key, among: known.filter { !$0.hasSuffix("@*") })
    let hint =
      elsewhere.contains(key)
      ? "the schema has it for other labels or types"
      : known.isEmpty ? "the schema gives it no properties" : "it may have \(listed(Set(known)))"
    return finding(
      .warning, "PG303", "the schema gives `\(kind)` no property `\(key)`", range, label: "unknown key",
      replacing: range, with: guess.map { ($0.name, $0.isOnly) }, otherwise: hint)
  }

  static func missingLabels(
    _ missing: [String], beside label: CheckedGraph.Label, of node: String, isCertain: Bool
  ) -> Diagnostic {
    let words = missing.map { ":" + $0 }.joined(separator: " ")
    let place = SourceRange(label.range.lower..<label.range.lower)
    return Diagnostic(
      .error, code: "PG304", "`\(node)` is a `\(label.name)`, so it needs the label \(words) as well", at: label.range,
      label: "a type that goes on from another has its labels too", help: ["write `\(words) :\(label.name)`"],
      fix: isCertain ? Diagnostic.Fix(range: place, replacement: words + " ") : nil)
  }

  static func wrongEnd(
    _ edge: CheckedGraph.Edge, type: String, isStart: Bool, expected: [[String]], isReversed: Bool,
    in graph: CheckedGraph
  ) -> Diagnostic {
    let node = graph.nodes[isStart ? edge.source : edge.target]
    var sets: [String] = []
    for set in expected.map({ $0.map { ":" + $0 }.joined(separator: " ") }) where !sets.contains(set) {
      sets.append(set)
    }
    let wanted = sets.joined(separator: " or ")
    let place = isStart ? edge.sourceRange : edge.targetRange
    let labels = node.element.labels.map { ":" + $0.name }.joined(separator: " ")
    let end = graph.facts.symmetricTypes.contains(type) ? "at both ends" : isStart ? "at its start" : "at its end"
    let (from, to) = (graph.source[edge.sourceRange], graph.source[edge.targetRange])
    return Diagnostic(
      .error, code: "PG305", "`\(type)` needs a \(wanted) \(end), found `\(node.id)`", at: place,
      label: labels.isEmpty ? "has no label" : "is \(labels), on line \(graph.line(node.idRange))",
      help: isReversed
        ? ["the other way round it fits: `\(to) -> \(from)`"]
        : ["lead the edge to another node, or let the schema allow it"],
      fix: isReversed
        ? Diagnostic.Fix(range: edge.sourceRange.union(edge.targetRange), replacement: "\(to) -> \(from)") : nil)
  }

  static func missingProperties(_ keys: [String], of element: String, _ range: SourceRange) -> Diagnostic {
    let names = keys.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .error, code: "PG306",
      keys.count == 1 ? "\(element) has no property \(names)" : "\(element) lacks the properties \(names)",
      at: range, label: "the schema requires \(keys.count == 1 ? "it" : "them")",
      help: ["add \(keys.map { "`\($0):…`" }.joined(separator: " ")), or make it OPTIONAL in the schema"])
  }

  static func missingSource(of element: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, code: "PG308", "\(element) has no source", at: range, label: "who says so?",
      help: ["add `source:ID` with the id of a Source, or an Evidence about it"])
  }

  static func dangling(
    _ id: String, _ key: String, _ range: SourceRange, kind: String, among known: [String]
  ) -> Diagnostic {
    finding(
      .error, "PG309", "`\(key)` refers to `\(id)`, and there is no such \(kind)", range, label: "leads nowhere",
      replacing: range, with: NearestName.guess(id, among: known).map { (spelled($0.name), $0.isOnly) },
      otherwise: "add the \(kind) to the file, or name one that is there")
  }

  static func noSource(
    _ node: CheckedGraph.Node, _ range: SourceRange, among known: [String], in graph: CheckedGraph
  ) -> Diagnostic {
    let labels = node.element.labels.map { ":" + $0.name }.joined(separator: " ")
    return Diagnostic(
      .error, code: "PG309", "`source` refers to `\(node.id)`, which is no Source", at: range,
      label: "is \(labels), on line \(graph.line(node.idRange))",
      help: ["name a Source, such as \(listed(Set(known)))"])
  }

  static func reversedDates(since: SourceRange, until: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      .error, code: "PG310", "`since` (\(source[since])) is after `until` (\(source[until]))", at: since,
      label: "ends before it begins", help: ["exchange the two, or correct one"])
  }

  static func repeatedTie(
    _ edge: CheckedGraph.Edge, earlier: CheckedGraph.Edge, type: String, in graph: CheckedGraph
  ) -> Diagnostic {
    let (a, b) = (graph.nodes[edge.source].id, graph.nodes[edge.target].id)
    let first = earlier.id.map { " (`\($0)`)" } ?? ""
    return Diagnostic(
      .error, code: "PG311", "`\(type)` between `\(a)` and `\(b)` is in the file twice", at: edge.place,
      label: "the same as on line \(graph.line(earlier.place))\(first)",
      notes: [
        "the type is symmetric, so the order of the two does not matter; topic and name are equal, the dates overlap"
      ],
      help: ["leave one out, or tell them apart by `topic`, `name` or dates"])
  }

  static func repeatedName(
    _ name: String, _ range: SourceRange, of node: String, other: CheckedGraph.Node, in graph: CheckedGraph
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "PG312", "`\(node)` and `\(other.id)` are both called `\(name)`", at: range,
      label: "`\(other.id)` is on line \(graph.line(other.idRange))",
      help: ["give one another name, or put the two together if they are one"])
  }

  static func repeatedAlias(_ name: String, _ range: SourceRange, of node: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "PG312", "`\(node)` has the name `\(name)` twice", at: range, label: "given before",
      help: ["leave one out"])
  }

  static func orphan(_ node: CheckedGraph.Node) -> Diagnostic {
    Diagnostic(
      .warning, code: "PG313", "`\(node.id)` has no relationship, and nothing refers to it", at: node.place,
      label: "stands alone", help: ["add a relationship, or leave the node out"])
  }

  static func undescribedNode(_ id: String, _ range: SourceRange, among known: [String]) -> Diagnostic {
    finding(
      .warning, "PG314", "the node `\(id)` has no statement of its own", range, label: "only an edge names it",
      replacing: range, with: NearestName.guess(id, among: known).map { (spelled($0.name), $0.isOnly) },
      otherwise: "add one: `\(spelled(id)) :Label name:…`")
  }

  static func arrowOnSymmetric(_ type: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, code: "PG315", "`\(type)` is symmetric, and this one has an arrow", at: range, label: "expected `--`",
      help: ["write `--`"], fix: Diagnostic.Fix(range: range, replacement: "--"))
  }

  static func missingArrow(_ type: String, _ range: SourceRange, isCertain: Bool) -> Diagnostic {
    Diagnostic(
      .error, code: "PG315", "`\(type)` has a direction, and this one has no arrow", at: range, label: "expected `->`",
      help: ["write `->`, from the start to the end"],
      fix: isCertain ? Diagnostic.Fix(range: range, replacement: "->") : nil)
  }

  static func wrongCount(
    _ node: CheckedGraph.Node, type: String, direction: Schema.Direction, found: [CheckedGraph.Edge], minimum: Int,
    maximum: Int?, in graph: CheckedGraph
  ) -> Diagnostic {
    let wanted =
      maximum == nil
      ? "at least \(minimum)"
      : maximum == minimum ? "\(minimum)" : minimum == 0 ? "at most \(maximum ?? 0)" : "\(minimum) to \(maximum ?? 0)"
    let way = direction == .outgoing ? " from it" : direction == .incoming ? " to it" : ""
    let extra = found.count > maximum ?? .max ? found.last : nil
    return Diagnostic(
      .error, code: "PG316", "`\(node.id)` needs \(wanted) `\(type)`\(way), found \(found.count)",
      at: extra?.place ?? node.place, label: extra == nil ? "the node" : "one too many",
      help: [
        extra == nil
          ? "add one, or let the schema allow \(found.count)" : "leave one out, or let the schema allow \(found.count)"
      ])
  }

  static func sharedIdentifier(
    _ keys: [String], of node: CheckedGraph.Node, other: CheckedGraph.Node, in graph: CheckedGraph
  ) -> Diagnostic {
    Diagnostic(
      .error, code: "PG317",
      "`\(node.id)` and `\(other.id)` have the same \(keys.map { "`\($0)`" }.joined(separator: " and "))",
      at: node.place,
      label: "`\(other.id)` is on line \(graph.line(other.idRange))",
      help: ["the schema calls it an identifier: give each node its own"])
  }

  // MARK: Parts

  /// An edge as messages call it.
  static func name(_ edge: CheckedGraph.Edge, in graph: CheckedGraph) -> String {
    edge.id.map { "`\($0)`" }
      ?? "the edge from `\(graph.nodes[edge.source].id)` to `\(graph.nodes[edge.target].id)`"
  }

  /// A finding with a name to put in: told as a question, mended where there is only one such name.
  static func finding(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ range: SourceRange, label: String,
    replacing place: SourceRange, with guess: (text: String, isOnly: Bool)?, otherwise: String
  ) -> Diagnostic {
    guard let guess else {
      return Diagnostic(severity, code: code, message, at: range, label: label, help: [otherwise])
    }
    return Diagnostic(
      severity, code: code, message, at: range, label: label, help: ["did you mean `\(guess.text)`?"],
      fix: guess.isOnly ? Diagnostic.Fix(range: place, replacement: guess.text) : nil)
  }

  static func spelled(_ id: String) -> String { String(decoding: GraphFile.Spelling.id(id.utf8), as: UTF8.self) }

  /// Some names of a set, sorted.
  static func listed(_ names: Set<String>) -> String {
    let sorted = names.sorted()
    return sorted.prefix(12).joined(separator: ", ") + (sorted.count > 12 ? ", …" : "")
  }
}
