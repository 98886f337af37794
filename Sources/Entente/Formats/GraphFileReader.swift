import EntenteSyntax

/// Reads `.pg`, a statement at a time.
enum GraphFileReader {
  static func read(_ source: SourceText, linting: Bool, facts: SchemaFacts) -> GraphFormat.Reading {
    var parser = GraphFile.Parser(source, keepsTokens: false)
    var linter = GraphFile.Linter(source, facts: facts)
    var document = GraphDocument()
    while let statement = parser.next() {
      if linting { linter.visit(statement) }
      switch statement {
      case .node(let node):
        document.addNode(
          text(node.id, source), labels: node.labels.map { text($0.name, source) },
          properties: node.properties.map { property($0, source) })
      case .edge(let edge):
        document.addEdge(
          id: edge.id.map { text($0, source) }, from: text(edge.source, source),
          to: text(edge.target, source),
          isUndirected: edge.direction == .undirected, labels: edge.labels.map { text($0.name, source) },
          properties: edge.properties.map { property($0, source) })
      case .malformed: break
      }
    }
    let findings = parser.diagnostics + (linting ? linter.finish() : [])
    return GraphFormat.Reading(document: document, diagnostics: Diagnostic.inOrder(findings))
  }

  private static func text(_ name: GraphFile.Name, _ source: SourceText) -> Text {
    Text(utf8: name.utf8(in: source))
  }

  private static func property(_ property: GraphFile.Property, _ source: SourceText) -> GraphDocument.Property {
    GraphDocument.Property(
      text(property.key, source),
      property.values.map { value in
        switch value.literal {
        case .integer(let integer): .integer(integer)
        case .float(let float): .float(float)
        case .boolean(let boolean): .boolean(boolean)
        case .string(let name): .string(text(name, source))
        }
      })
  }
}
