public import EntenteSyntax

/// Finds what is wrong with a graph file, by its schema and by what every graph should hold.
///
///     let file = GraphFile(parsing: source, facts: schema.facts)
///     let check = GraphCheck(file, schema: schema)
///     check.diagnostics            // all findings, in the order of their places
///
/// What breaks the schema is an error; what is likely a slip, such as a label that it does not know, is a warning.
/// Without a schema the rules that need none still run. A file that could not be read whole gets its errors alone:
/// what follows from them would only distract.
public struct GraphCheck: Sendable {
  /// Errors, warnings about traps of the format, and the findings of the rules.
  public let diagnostics: [Diagnostic]
  /// Whether the file could not be read.
  public let isUnreadable: Bool

  /// Whether every name means something, in the order in which findings of one place are told.
  static let rulesOfNames: [any CheckRule.Type] = [
    UnknownLabel.self, MissingLabel.self, UndescribedNode.self, UnknownType.self, WrongDirection.self, WrongEnd.self,
    DanglingReference.self,
  ]
  static let rulesOfElements: [any CheckRule.Type] = [
    UnknownKey.self, MissingProperty.self, WrongValue.self, MissingSource.self, ReversedDates.self, RepeatedTie.self,
    RepeatedName.self, SharedIdentifier.self,
  ]
  /// What is left over: one id with a typo would give a finding here as well, so they wait until the names are right,
  /// and are not told of what has another finding.
  static let rulesOfCounts: [any CheckRule.Type] = [Orphan.self, WrongCount.self]

  /// Runs all rules.
  ///
  /// - Complexity: O(*n* log *n*) for *n* elements.
  public init(_ file: GraphFile, schema: Schema? = nil) {
    isUnreadable = file.hasErrors
    guard !isUnreadable else {
      diagnostics = file.diagnostics
      return
    }
    let graph = CheckedGraph(file, schema: schema)
    let misread = MisreadStatements(file)
    let ofNames = misread.without(Self.rulesOfNames.flatMap { $0.findings(in: graph) })
    var found = ofNames + misread.without(Self.rulesOfElements.flatMap { $0.findings(in: graph) })
    if ofNames.isEmpty, misread.isEmpty {
      let places = Set(found.map(\.range))
      found += Self.rulesOfCounts.flatMap { $0.findings(in: graph) }.filter { !places.contains($0.range) }
    }
    diagnostics = Diagnostic.inOrder(file.diagnostics + found)
  }
}

/// One rule: what it finds in a graph.
protocol CheckRule: SendableMetatype {
  static func findings(in graph: CheckedGraph) -> [Diagnostic]
}
