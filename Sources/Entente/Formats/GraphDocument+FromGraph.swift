extension GraphDocument {
  /// A graph as a document that can be written.
  ///
  /// Nodes keep their order and ids; one without an id of a file gets its property `id`, else its `name` in small
  /// letters and dashes, else `n1`, `n2` and so on, made unique by a number. Metadata becomes the node `@graph`.
  /// ``GraphFormat/write(_:)`` refuses what a file cannot hold, such as a map or an empty list.
  ///
  /// - Complexity: O(*n*)
  public init(_ graph: Graph) { self.init(graph, keepsIDProperties: true) }

  /// - Parameter keepsIDProperties: whether a node whose id is taken from its property `id` keeps the property too.
  init(_ graph: Graph, keepsIDProperties: Bool) {
    var ids = NewNodeIDs()
    let all = Self.nodes(of: graph)
    for node in all { if let id = graph.fileID(of: node) { ids.reserve(id) } }
    let hasMetadataNode = graph.node(withFileID: Self.metadataID) != nil
    if !graph.metadata.entries.isEmpty, !hasMetadataNode {
      ids.reserve(Self.metadataID)
      addNode(
        Self.metadataID, labels: ["Graph"],
        properties: graph.metadata.entries.map { Property($0.key, Self.listed($0.value)) })
    }
    var idOfNode: [NodeID: Text] = [:]
    idOfNode.reserveCapacity(all.count)
    for node in all {
      var properties = graph.propertyKeys(of: node).map { key in
        Property(graph.catalog.name(of: key), Self.listed(graph.property(key, of: node)))
      }
      let id = graph.fileID(of: node) ?? ids.make(for: properties)
      idOfNode[node] = id
      if !keepsIDProperties, graph.fileID(of: node) == nil {
        properties.removeAll { $0.key == "id" && $0.values.count == 1 && $0.values[0].isSame(as: .string(id)) }
      }
      addNode(id, labels: graph.labels(of: node).map { graph.catalog.name(of: $0) }, properties: properties)
    }
    for index in 0..<UInt32(clamping: graph.relationshipCount) {
      let relationship = RelationshipID(index)
      guard let source = idOfNode[graph.source(of: relationship)],
        let target = idOfNode[graph.target(of: relationship)]
      else { continue }
      let type = graph.catalog.name(of: graph.type(of: relationship))
      addEdge(
        id: graph.fileID(of: relationship), from: source, to: target,
        isUndirected: graph.isUndirected(relationship), labels: type.utf8.isEmpty ? [] : [type],
        properties: graph.propertyKeys(of: relationship).map { key in
          Property(graph.catalog.name(of: key), Self.listed(graph.property(key, of: relationship)))
        })
    }
  }

  private static func nodes(of graph: Graph) -> [NodeID] {
    var cursor: UInt32 = 0
    var ids: ContiguousArray<UInt32> = []
    while graph.nodes.next(&cursor, limit: 4096, into: &ids) {}
    return ids.map { NodeID($0) }
  }

  static func listed(_ value: Value) -> [Value] {
    if case .list(let values) = value { values.map(written) } else { [written(value)] }
  }

  /// Dates stand in files as their text, as do partial dates; other temporal values have no form there.
  private static func written(_ value: Value) -> Value {
    switch value {
    case .temporal(.date(let date)): .string(date.description)
    case .temporal(.partialDate(let date)): .string(date.text)
    default: value
    }
  }
}

/// Ids for nodes that have none.
private struct NewNodeIDs {
  private var taken: Set<Text> = []
  private var count = 0
  /// The number tried last for ids that many nodes wish for.
  private var numbers: [Text: Int] = [:]

  mutating func reserve(_ id: Text) { taken.insert(id) }

  mutating func make(for properties: [GraphDocument.Property]) -> Text {
    let wish = text(of: "id", in: properties) ?? text(of: "name", in: properties).flatMap(Self.slug)
    if let wish, !wish.utf8.isEmpty {
      var id = wish
      while !taken.insert(id).inserted {
        numbers[wish, default: 1] += 1
        id = Text("\(wish)-\(numbers[wish, default: 2])")
      }
      return id
    }
    var id: Text
    repeat {
      count += 1
      id = Text("n\(count)")
    } while !taken.insert(id).inserted
    return id
  }

  private func text(of key: Text, in properties: [GraphDocument.Property]) -> Text? {
    guard let property = properties.first(where: { $0.key == key }), let value = property.values.first else {
      return nil
    }
    if case .string(let text) = value { return text }
    if case .integer(let integer) = value { return Text("\(integer)") }
    return nil
  }

  /// Letters and digits of any script in small letters, everything else as single dashes.
  private static func slug(_ name: Text) -> Text? {
    var slug = ""
    var isDashDue = false
    for scalar in String(name).lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark,
        .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
        if isDashDue, !slug.isEmpty { slug += "-" }
        isDashDue = false
        slug.unicodeScalars.append(scalar)
      default: isDashDue = true
      }
    }
    return slug.isEmpty ? nil : Text(slug)
  }
}
