public import EntenteSyntax

extension GraphDocument {
  /// The document as a graph that can be queried.
  ///
  /// A property with one value is a scalar, one with several a list, and a key of `listKeys` always a list. The first
  /// label of an edge is the type of the relationship; one without a label has the empty type. The node `@graph`
  /// gives the graph's metadata and is no node of the graph, unless an edge has it as an end.
  ///
  /// - Throws: an error if there are more nodes or relationships than a graph can hold.
  /// - Complexity: O(*n* log *n*)
  public func graph(listKeys: ListKeys = .conventional) throws(StorageError) -> Graph {
    var builder = GraphBuilder()
    var keys = KeyKinds(listKeys)
    /// By place in `nodes`; the graph's own node may have none.
    var ids: ContiguousArray<NodeID?> = []
    ids.reserveCapacity(nodes.count)
    let metadata = nodes.firstIndex { $0.id == Self.metadataID }
    let isMetadataAnEnd = edges.contains { $0.sourceIndex == metadata || $0.targetIndex == metadata }
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
      guard let source = ids[edge.sourceIndex], let target = ids[edge.targetIndex] else { continue }
      builder.addRelationship(
        id: edge.id, from: source, to: target, type: edge.labels.first ?? "", undirected: edge.isUndirected,
        properties: keys.values(of: edge.properties))
    }
    return try builder.build()
  }

  /// What a graph of the document cannot hold: edges with several labels, of which the first is the type.
  public var losses: [Diagnostic] {
    let edges = edges.filter { $0.labels.count > 1 }
    guard let first = edges.first else { return [] }
    let others = edges.count == 1 ? "" : " and \(edges.count - 1) more"
    let example = first.id.map { "`\($0)`" } ?? "from `\(first.source)` to `\(first.target)`"
    return [
      Diagnostic(
        .warning, code: "PG113",
        "the edge \(example)\(others) has several labels, but a relationship has one type",
        help: ["the first label is the type; write an edge for each"])
    ]
  }

  /// Which keys are lists, looked up once a key.
  private struct KeyKinds {
    let listKeys: ListKeys
    private var isList: [Text: Bool] = [:]

    init(_ listKeys: ListKeys) { self.listKeys = listKeys }

    mutating func values(of properties: [Property]) -> [(Text, Value)] {
      properties.map { property in
        guard property.values.count == 1, let value = property.values.first else {
          return (property.key, .list(ContiguousArray(property.values)))
        }
        let known = isList[property.key] ?? listKeys.contains(utf8: property.key.utf8)
        isList[property.key] = known
        return (property.key, known ? .list([value]) : value)
      }
    }
  }
}
