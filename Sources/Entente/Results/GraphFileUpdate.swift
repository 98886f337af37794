public import EntenteSyntax

/// A `.pg` file with the changes of a query in it: what did not change stays byte for byte.
///
///     let file = GraphFile(parsing: source)
///     let (graph, relationships) = try document.placedGraph()
///     let table = try graph.query("MATCH (n {id: 'nvidia'}) SET n.name = 'NVIDIA'")
///     let bytes = try GraphFileUpdate(file, of: graph, relationships, after: table).bytes
///
/// A changed property is replaced where it stands, with the lexemes of values that stay; a new one comes behind the
/// last of its element. A deleted element goes with its lines and the comments in them. New nodes come behind the
/// last node, new edges to the end. A file that was formatted stays formatted. The result is read again and compared,
/// so that no change is lost in writing.
public struct GraphFileUpdate {
  /// The file as it is to be.
  public let bytes: [UInt8]

  /// - Parameters:
  ///   - graph: what was read from the file.
  ///   - relationships: the relationship of each edge, in the order of the file.
  ///   - table: the answer of the query that wrote.
  /// - Throws: an error that names everything that a file cannot hold.
  /// - Complexity: O(*n*) in the sizes of the file and of both graphs.
  public init(
    _ file: GraphFile, of graph: Graph, _ relationships: ContiguousArray<RelationshipID>, after table: Table
  ) throws(GraphFormatError) {
    let document = try GraphDocument(saving: table, over: graph)
    var edits = GraphFileEdits(file)
    var ids = MentionedNodes()
    let numbers = table.renumbered ?? Renumbering()

    var edgeIndex = 0
    var nodeStatements: [Text: [GraphFile.Node]] = [:]
    for statement in file.statements {
      switch statement {
      case .malformed: continue
      case .node(let node): nodeStatements[edits.text(node.id), default: []].append(node)
      case .edge(let edge):
        let old = relationships[edgeIndex]
        edgeIndex += 1
        let new = RelationshipID(numbers.relationship(old.rawValue))
        guard Int(new.rawValue) < table.graph.relationshipCount else {
          edits.delete(edge.range)
          continue
        }
        ids.insert(edits.text(edge.source))
        ids.insert(edits.text(edge.target))
        edits.change(
          [edge.element], from: graph.properties(of: old), to: table.graph.properties(of: new), removing: [], adding: []
        )
      }
    }
    for raw in 0..<UInt32(graph.nodeCount) {
      guard let id = graph.fileID(of: NodeID(raw)), let statements = nodeStatements[id] else { continue }
      let new = NodeID(numbers.node(raw))
      guard Int(new.rawValue) < table.graph.nodeCount else {
        for statement in statements { edits.delete(statement.range) }
        continue
      }
      ids.insert(id)
      let old = graph.labels(of: NodeID(raw)).map { graph.catalog.name(of: $0) }
      let labels = table.graph.labels(of: new).map { table.graph.catalog.name(of: $0) }
      edits.change(
        statements.map(\.element), from: graph.properties(of: NodeID(raw)), to: table.graph.properties(of: new),
        removing: old.filter { !labels.contains($0) }, adding: labels.filter { !old.contains($0) })
    }
    Self.append(
      document, table, ids, numbers, oldCount: graph.relationshipCount, to: &edits, knownNodes: nodeStatements)
    let isFormatted = file.formatted().map(file.source.utf8.elementsEqual) == true
    bytes = isFormatted ? Self.formatted(edits.result) : edits.result
    let source = SourceText(utf8: ContiguousArray(bytes), name: file.source.name)
    let reading = GraphFormat.pg.read(source, linting: false)
    let graph = try? reading.document.graph(facts: table.graph.facts)
    let differences = graph.map { document.differences(from: GraphDocument($0)) } ?? []
    guard !reading.hasErrors, graph != nil, differences.isEmpty else {
      throw GraphFormatError(
        diagnostics: [
          Diagnostic(
            .error, code: "PG208",
            "the file cannot be changed exactly: \(differences.first ?? "the result has errors")",
            notes: ["nothing has been written"], help: ["write the changed graph to a new file"])
        ])
    }
  }

  private static func formatted(_ bytes: [UInt8]) -> [UInt8] {
    GraphFile(parsing: SourceText(utf8: ContiguousArray(bytes), name: ""), linting: false).formatted() ?? bytes
  }

  /// The nodes that no statement names yet, and the new edges.
  private static func append(
    _ document: GraphDocument, _ table: Table, _ mentioned: MentionedNodes, _ numbers: Renumbering,
    oldCount: Int, to edits: inout GraphFileEdits, knownNodes: [Text: [GraphFile.Node]]
  ) {
    let graph = table.graph
    let old = Set(numbers.relationships?.filter { Int($0) < graph.relationshipCount } ?? [])
    var mentioned = mentioned
    var edges: [UInt8] = []
    for (index, edge) in document.edges.enumerated() {
      let isOld = numbers.relationships == nil ? index < oldCount : old.contains(UInt32(index))
      guard !isOld else { continue }
      GraphFileWriter.append(edge, of: document, to: &edges)
      let ends = document.ends(of: edge)
      mentioned.insert(ends.source)
      mentioned.insert(ends.target)
    }
    var nodes: [UInt8] = []
    for node in document.nodes where node.id != GraphDocument.metadataID && knownNodes[node.id] == nil {
      // A node of labels or properties needs a statement; one without them only if nothing names it.
      if !mentioned.contains(node.id) || !node.labels.isEmpty || !node.properties.isEmpty {
        GraphFileWriter.append(node, to: &nodes)
      }
    }
    edits.append(nodes: nodes, edges: edges)
  }
}

extension GraphDocument {
  /// What a query made of a graph, as a document that takes the place of its file: the property `id` of a new node is
  /// its id in the file and nothing else.
  ///
  /// - Parameter graph: what was read from the file.
  /// - Throws: an error that names everything that a file cannot hold.
  public init(saving table: Table, over graph: Graph) throws(GraphFormatError) {
    self.init(table.graph, keepsIDProperties: false)
    let violations = violations + GraphFileUpdateChecks(before: graph, after: table).violations
    guard violations.isEmpty else { throw GraphFormatError(diagnostics: violations) }
  }
}

/// The ids that the statements of a file name.
private struct MentionedNodes {
  private var ids: Set<Text> = []

  mutating func insert(_ id: Text) { ids.insert(id) }
  func contains(_ id: Text) -> Bool { ids.contains(id) }
}
