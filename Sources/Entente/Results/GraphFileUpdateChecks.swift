import EntenteSyntax

/// What a query made of a graph that its `.pg` file could not tell apart from something else.
struct GraphFileUpdateChecks {
  private(set) var violations: [Diagnostic] = []

  init(before: Graph, after table: Table) {
    let graph = table.graph
    let numbers = table.renumbered ?? Renumbering()
    var oldNodes: [UInt32: UInt32] = [:]
    for node in 0..<UInt32(before.nodeCount) { oldNodes[numbers.node(node)] = node }
    for raw in 0..<UInt32(graph.nodeCount) {
      let node = NodeID(raw)
      let name = graph.fileID(of: node).map { "node `\($0)`" } ?? "the new node \(graph.literal(.node(node)))"
      checkNewID(of: node, in: graph, name)
      check(
        name, graph.properties(of: node), before: oldNodes[raw].map { before.properties(of: NodeID($0)) }, in: graph)
    }
    var oldRelationships: [UInt32: UInt32] = [:]
    for id in 0..<UInt32(before.relationshipCount) { oldRelationships[numbers.relationship(id)] = id }
    for raw in 0..<UInt32(graph.relationshipCount) {
      let relationship = RelationshipID(raw)
      let name = "relationship \(graph.literal(.relationship(relationship)))"
      check(
        name, graph.properties(of: relationship),
        before: oldRelationships[raw].map { before.properties(of: RelationshipID($0)) }, in: graph)
    }
  }

  /// The property `id` of a new node becomes its id, which must be free.
  private mutating func checkNewID(of node: NodeID, in graph: Graph, _ name: String) {
    guard graph.fileID(of: node) == nil, let key = graph.catalog.key("id") else { return }
    let value = graph.property(key, of: node)
    let text: Text
    switch value {
    case .string(let id): text = id
    case .integer(let id): text = Text("\(id)")
    default: return
    }
    if graph.node(withFileID: text) != nil || !newIDs.insert(text).inserted {
      violations.append(
        Diagnostic(
          .error, code: "PG205", "\(name) cannot get the id `\(text)` of its key `id`: another node has it",
          help: ["find or make it with MERGE (n {id: '\(text)'}), or give it another id"]))
    }
  }

  private var newIDs: Set<Text> = []

  private mutating func check(_ element: String, _ properties: MapValue, before: MapValue?, in graph: Graph) {
    for entry in properties.entries {
      guard case .list(let values) = entry.value, values.count == 1,
        !graph.facts.listKeys.contains(utf8: entry.key.utf8), before?[entry.key]?.isSame(as: entry.value) != true
      else { continue }
      violations.append(
        Diagnostic(
          .error, code: "PG206",
          "\(element) has a list of one value as `\(entry.key)`, which a file cannot tell from the value alone",
          help: ["set the value itself, or let a schema say that `\(entry.key)` is a list"]))
    }
  }
}

extension GraphDocument {
  /// How a document that was read differs from this one, apart from order: none where the same graph is meant.
  func differences(from other: GraphDocument) -> [String] {
    let (mine, theirs) = (canonical, other.canonical)
    guard mine != theirs else { return [] }
    let missing = Set(mine).subtracting(theirs).sorted().map { "`\($0.dropLast())` would be lost" }
    let added = Set(theirs).subtracting(mine).sorted().map { "`\($0.dropLast())` would be added" }
    return missing + added + ["a statement would be repeated"]
  }

  /// The statements in a fixed order, each with its labels and properties in order.
  private var canonical: [String] {
    func sorted(_ properties: [Property]) -> [Property] { properties.sorted { $0.key < $1.key } }
    var statements: [String] = []
    for node in nodes where node.id != Self.metadataID {
      var document = GraphDocument()
      document.addNode(node.id, labels: node.labels.sorted(), properties: sorted(node.properties))
      var bytes: [UInt8] = []
      GraphFileWriter.append(document.nodes[0], to: &bytes)
      statements.append(String(decoding: bytes, as: UTF8.self))
    }
    for edge in edges {
      var document = GraphDocument()
      let ends = ends(of: edge)
      document.addEdge(
        id: edge.id, from: ends.source, to: ends.target, isUndirected: edge.isUndirected,
        labels: Array(edge.labels.prefix(1)), properties: sorted(edge.properties))
      var bytes: [UInt8] = []
      GraphFileWriter.append(document.edges[0], of: document, to: &bytes)
      statements.append(String(decoding: bytes, as: UTF8.self))
    }
    return statements.sorted()
  }
}
