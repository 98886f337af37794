extension GraphFile {
  /// Collects warnings about text that is valid but probably means something else than its writer thinks.
  ///
  /// Quotes silence: a text in quotes was meant as it stands. Where a check needs the whole file (is `b` a node of
  /// its own?), it waits until ``finish()``.
  public struct Linter {
    let source: SourceText
    let facts: SchemaFacts
    var diagnostics: [Diagnostic] = []
    var idsInQuestion: [Question] = []
    /// By key: where it has a bare year, a number, and whether it has a longer date, a text.
    var years: [ContiguousArray<UInt8>: YearUse] = [:]
    var edgesWithoutLabel: [Edge] = []

    /// An id that looks like an edge or like an id with a label, and the ids that it would be made of.
    struct Question {
      let id: ContiguousArray<UInt8>
      let parts: [ContiguousArray<UInt8>]
      /// Whether it is to be reported even where the parts are no nodes of the file.
      let isCertain: Bool
      let diagnostic: Diagnostic
    }

    struct YearUse {
      var numbers: [SourceRange] = []
      var longerDate: SourceRange?
    }

    /// - Parameter facts: which keys are lists and dates.
    public init(_ source: SourceText, facts: SchemaFacts = .conventional) {
      self.source = source
      self.facts = facts
    }

    /// Looks at the next statement.
    public mutating func visit(_ statement: Statement) {
      switch statement {
      case .node(let node):
        visitNodeID(node)
        visit(labels: node.labels)
        visit(node.properties)
      case .edge(let edge):
        visitEnds(of: edge)
        visit(labels: edge.labels)
        visitLabelCount(of: edge)
        visit(edge.properties)
      case .malformed: break
      }
    }

    /// All warnings, once the last statement has been seen.
    public mutating func finish() -> [Diagnostic] {
      var labelledByMistake: Set<SourceRange> = []
      let context = idsInQuestion.isEmpty && edgesWithoutLabel.isEmpty ? Context() : Context(of: source)
      for question in idsInQuestion where !context.nodeIDs.contains(question.id) {
        guard question.isCertain || question.parts.allSatisfy(context.nodeIDs.contains) else { continue }
        diagnostics.append(question.diagnostic)
        if let range = question.diagnostic.range { labelledByMistake.insert(range) }
      }
      for edge in edgesWithoutLabel where !labelledByMistake.contains(edge.target.range) {
        let labelledLine = context.labelledEdges[Context.ends(of: edge, in: source)]
        diagnostics.append(Lints.missingLabel(edge, labelledLine: labelledLine, in: source))
      }
      for (key, use) in years {
        guard let longer = use.longerDate, !facts.dateKeys.contains(utf8: key) else { continue }
        for number in use.numbers { diagnostics.append(Lints.mixedDates(key, number, longer, in: source)) }
      }
      return Diagnostic.inOrder(diagnostics)
    }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    func text(_ range: SourceRange) -> ContiguousArray<UInt8>.SubSequence { source.bytes(range) }
  }
}
