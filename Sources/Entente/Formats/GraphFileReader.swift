import EntenteSyntax

/// Reads `.pg`, a statement at a time.
enum GraphFileReader {
  static func read(_ source: SourceText, linting: Bool, facts: SchemaFacts) -> GraphFormat.Reading {
    var parser = GraphFile.Parser(source, keepsTokens: false)
    var linter = GraphFile.Linter(source, facts: facts)
    var document = GraphDocument()
    var names = RepeatedNames(source)
    while let statement = parser.next() {
      if linting { linter.visit(statement) }
      switch statement {
      case .node(let node):
        document.addNode(
          text(node.id, source), labels: names.labels(node.labels),
          properties: names.properties(node.properties))
      case .edge(let edge):
        document.addEdge(
          id: edge.id.map { text($0, source) }, from: text(edge.source, source),
          to: text(edge.target, source),
          isUndirected: edge.direction == .undirected, labels: names.labels(edge.labels),
          properties: names.properties(edge.properties))
      case .malformed: break
      }
    }
    let findings = parser.diagnostics + (linting ? linter.finish() : [])
    return GraphFormat.Reading(document: document, diagnostics: Diagnostic.inOrder(findings))
  }

  fileprivate static func text(_ name: GraphFile.Name, _ source: SourceText) -> Text {
    Text(utf8: name.utf8(in: source))
  }
}

/// The labels and keys of statements as texts that share their storage: a statement mostly has those of one before it.
private struct RepeatedNames {
  private let source: SourceText
  /// The labels of the last statements with one label.
  private var lastLabels: [[Text]] = []
  /// The last key at each place of a statement.
  private var lastKeys: [Text] = []

  init(_ source: SourceText) { self.source = source }

  mutating func labels(_ labels: [GraphFile.Label]) -> [Text] {
    guard labels.count == 1, let label = labels.first else {
      return labels.map { GraphFileReader.text($0.name, source) }
    }
    for known in lastLabels where isWritten(known[0], label.name) { return known }
    let new = [GraphFileReader.text(label.name, source)]
    if lastLabels.count == 4 { lastLabels.removeFirst() }
    lastLabels.append(new)
    return new
  }

  mutating func properties(_ properties: [GraphFile.Property]) -> [GraphDocument.Property] {
    var result: [GraphDocument.Property] = []
    result.reserveCapacity(properties.count)
    for (place, property) in properties.enumerated() {
      if place == lastKeys.count {
        lastKeys.append(GraphFileReader.text(property.key, source))
      } else if !isWritten(lastKeys[place], property.key) {
        lastKeys[place] = GraphFileReader.text(property.key, source)
      }
      result.append(GraphDocument.Property(lastKeys[place], property.values.map(value)))
    }
    return result
  }

  private func value(_ value: GraphFile.PropertyValue) -> Value {
    switch value.literal {
    case .integer(let integer): .integer(integer)
    case .float(let float): .float(float)
    case .boolean(let boolean): .boolean(boolean)
    case .string(let name): .string(GraphFileReader.text(name, source))
    }
  }

  private func isWritten(_ text: Text, _ name: GraphFile.Name) -> Bool { name.isBare(text.utf8, in: source) }
}
