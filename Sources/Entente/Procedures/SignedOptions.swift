import EntenteSyntax

/// The options of analyses of signed graphs.
extension AnalysisOptions {
  /// Which part of the graph, and which signs.
  static let signs: [ProcedureSignature.Option] =
    selection + [
      .init("signs", .map, "signs of relationship types, as {TYPE: 1, OTHER: -1}, over those of the schema"),
      .init("count", .choice(of: TieCount.self), "what counts as a tie: each relationship, or a pair once a sign"),
    ]

  /// Two camps, or more by weak balance.
  static let campCount = ProcedureSignature.Option(
    "k", .integer(1...1_000_000_000), "how many camps at most, with one split of them if not 2: 2")

  /// What may be spent on the frustration index.
  static let effort = ProcedureSignature.Option(
    "effort", .integer(1...1_000_000),
    "millions of steps that a proof may take: \(Frustration.defaultEffort / 1_000_000)")
}

extension Procedure.Invocation {
  /// The signed graph that the options choose.
  func signedView() throws(QueryError) -> GraphView {
    try graph.signedView(try projection(), signs: try givenSigns(), monitor: monitor)
  }

  /// What counts as a tie.
  var tieCount: TieCount { options.choice("count") ?? .relationship }

  /// How many camps there may be, nil for two.
  var campLimit: Int? { options.integer("k").flatMap { $0 == 2 ? nil : $0 } }

  /// How many steps a proof may take.
  var effort: Int { options.integer("effort").map { $0 * 1_000_000 } ?? Frustration.defaultEffort }

  func frustration(of view: GraphView) throws(QueryError) -> Frustration {
    try view.frustration(count: tieCount, effort: effort, monitor: monitor)
  }

  /// The signs of types that the option `signs` gives.
  func givenSigns() throws(QueryError) -> [TypeID: Int] {
    var signs: [TypeID: Int] = [:]
    for entry in options.map("signs")?.entries ?? [] {
      guard let sign = entry.value.sign else {
        throw .wrongSign(entry.value, of: String(entry.key), at: options.range(of: "signs"))
      }
      if let type = graph.catalog.type(entry.key) {
        signs[type] = sign
      } else if !graph.facts.types.contains(String(entry.key)) {
        let names = graph.catalog.types.map { String(graph.catalog.name(of: $0)) }
        throw .unknownSignedType(
          String(entry.key), nearest: NearestName.of(String(entry.key), among: names),
          at: options.range(of: "signs"))
      }
    }
    return signs
  }
}

extension QueryError {
  fileprivate static func unknownSignedType(_ name: String, nearest: String?, at range: SourceRange?) -> QueryError {
    QueryError(
      .argumentError, .runtime, "InvalidArgumentValue",
      Diagnostic(
        .error, code: "42N62", "the graph has no relationship type `\(name)`, which the option `signs` names",
        at: range, help: nearest.map { ["did you mean `\($0)`?"] } ?? []))
  }

  fileprivate static func wrongSign(_ value: Value, of type: String, at range: SourceRange?) -> QueryError {
    QueryError(
      .typeError, .runtime, "InvalidArgumentValue",
      Diagnostic(
        .error, code: "22NB1", "the sign of `\(type)` must be 1, -1 or 0, not \(value.kindName)", at: range))
  }
}
