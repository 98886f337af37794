public import EntenteSyntax

extension GraphDocument {
  /// The document as a graph that can be queried.
  ///
  /// A property with one value is a scalar, one with several a list, and a list key of the schema always a list; a bare
  /// year of a date key is a text as other dates are. The first label of an edge is the type of the relationship; one without a label has the empty type. The node `@graph`
  /// gives the graph's metadata and is no node of the graph, unless an edge has it as an end.
  ///
  /// - Throws: an error if there are more nodes or relationships than a graph can hold.
  /// - Complexity: O(*n* log *n*)
  public func graph(facts: SchemaFacts = .conventional) throws(StorageError) -> Graph {
    try placedGraph(facts: facts).graph
  }

  /// The document as a graph, and the relationship of each edge in order.
  public func placedGraph(
    facts: SchemaFacts = .conventional
  ) throws(StorageError) -> (graph: Graph, relationships: ContiguousArray<RelationshipID>) {
    var builder = GraphBuilder()
    builder.setFacts(facts)
    var keys = KeyKinds(facts)
    /// By place in `nodes`; the graph's own node may have none.
    var ids: ContiguousArray<NodeID?> = []
    ids.reserveCapacity(nodes.count)
    let metadata = nodes.firstIndex { $0.id == Self.metadataID }
    let isMetadataAnEnd =
      metadata != nil && edges.contains { $0.source == metadata || $0.target == metadata }
    for (index, node) in nodes.enumerated() {
      let properties = keys.values(of: node.properties)
      if index == metadata {
        builder.setMetadata(MapValue(properties))
        if !isMetadataAnEnd {
          ids.append(nil)
          continue
        }
      }
      ids.append(builder.addNode(id: node.id, labels: node.labels, properties: properties))
    }
    for edge in edges {
      guard let source = ids[edge.source], let target = ids[edge.target] else { continue }
      builder.addRelationship(
        id: edge.id, from: source, to: target, type: edge.labels.first ?? "", undirected: edge.isUndirected,
        properties: keys.values(of: edge.properties))
    }
    let (graph, renumbered) = try builder.assemble()
    let all = (0..<UInt32(graph.relationshipCount)).map { RelationshipID(renumbered?.relationship($0) ?? $0) }
    return (graph, ContiguousArray(all))
  }

  /// What a graph of the document cannot hold: edges with several labels, of which the first is the type.
  public var losses: [Diagnostic] {
    let edges = edges.filter { $0.labels.count > 1 }
    guard let first = edges.first else { return [] }
    let others = edges.count == 1 ? "" : " and \(edges.count - 1) more"
    let example = first.id.map { "`\($0)`" } ?? "from `\(nodes[first.source].id)` to `\(nodes[first.target].id)`"
    return [
      Diagnostic(
        .warning, code: "PG113",
        "the edge \(example)\(others) has several labels, but a relationship has one type",
        help: ["the first label is the type; write an edge for each"])
    ]
  }

  /// Which keys are lists and dates, looked up once a key.
  private struct KeyKinds {
    private let facts: SchemaFacts
    private var kinds: [Text: (isList: Bool, isDate: Bool)] = [:]

    init(_ facts: SchemaFacts) { self.facts = facts }

    mutating func values(of properties: [Property]) -> [(Text, Value)] {
      properties.map { property in
        let kind = kind(of: property.key)
        let values = kind.isDate ? property.values.map(Self.date) : property.values
        guard values.count == 1, let value = values.first, !kind.isList else {
          return (property.key, .list(ContiguousArray(values)))
        }
        return (property.key, value)
      }
    }

    private mutating func kind(of key: Text) -> (isList: Bool, isDate: Bool) {
      if let kind = kinds[key] { return kind }
      let kind = (facts.listKeys.contains(utf8: key.utf8), facts.dateKeys.contains(utf8: key.utf8))
      kinds[key] = kind
      return kind
    }

    /// A year that is written as a number.
    private static func date(_ value: Value) -> Value {
      if case .integer(let year) = value, 1000...9999 ~= year { .string(Text("\(year)")) } else { value }
    }
  }
}
