import EntenteSyntax

/// Properties, labels and paths.
extension Evaluator {
  func property(
    _ base: BoundExpression, key: Text, _ row: Row, at range: SourceRange
  ) throws(QueryError) -> Value {
    let source = try value(base, row)
    switch source {
    case .null: return .null
    case .node(let node):
      try context.requireLive(source, at: base.range)
      return context.property(key, of: node)
    case .relationship(let relationship):
      try context.requireLive(source, at: base.range)
      return context.property(key, of: relationship)
    case .map(let map): return map[key] ?? .null
    case .temporal(let temporal): return try component(String(key), of: temporal, at: range)
    case .boolean, .integer, .float, .string, .list, .path:
      throw .noProperties(source, key: key, at: base.range)
    }
  }

  func hasLabels(_ base: BoundExpression, _ labels: [Text], _ row: Row) throws(QueryError) -> Value {
    let element = try value(base, row)
    switch element {
    case .null: return .null
    case .node(let node):
      try context.requireLive(element, at: base.range)
      return .boolean(labels.allSatisfy { context.hasLabel(node, $0) })
    case .relationship(let relationship):
      let type = context.type(of: relationship)
      return .boolean(labels.allSatisfy { $0 == type })
    case .boolean, .integer, .float, .string, .temporal, .list, .map, .path:
      throw .wrongType("a node or a relationship", element, at: base.range)
    }
  }

  /// The path through bound elements, walked from its first node; null if an element is null.
  func path(_ elements: [Variable], _ row: Row) -> Value {
    guard let first = elements.first, case .node(let start) = value(of: first, row) else { return .null }
    var ids: ContiguousArray<UInt32> = [start.rawValue]
    var node = start
    for variable in elements.dropFirst() {
      switch value(of: variable, row) {
      case .relationship(let relationship): node = walk(relationship, from: node, &ids)
      case .list(let relationships):
        for case .relationship(let relationship) in relationships { node = walk(relationship, from: node, &ids) }
      case .node: continue
      case .null, .boolean, .integer, .float, .string, .temporal, .map, .path: return .null
      }
    }
    return .path(PathValue(elements: ids))
  }

  private func walk(_ relationship: RelationshipID, from node: NodeID, _ ids: inout ContiguousArray<UInt32>) -> NodeID {
    let source = context.source(of: relationship)
    let next = source == node ? context.target(of: relationship) : source
    ids.append(relationship.rawValue)
    ids.append(next.rawValue)
    return next
  }
}

extension ExecutionContext {
  /// The key of the id that elements have in their file, readable where no property of that name is stored.
  static let virtualID: Text = "id"

  func property(_ key: Text, of node: NodeID) -> Value {
    monitor.note(work: 1)
    let stored: Value
    if let overlay {
      stored = overlay.property(key, of: node)
    } else {
      stored = graph.catalog.key(key).map { graph.property($0, of: node) } ?? .null
    }
    guard stored.isNull, key == Self.virtualID, let id = graph.fileID(of: node) else { return stored }
    return .string(id)
  }

  func property(_ key: Text, of relationship: RelationshipID) -> Value {
    monitor.note(work: 1)
    let stored: Value
    if let overlay {
      stored = overlay.property(key, of: relationship)
    } else {
      stored = graph.catalog.key(key).map { graph.property($0, of: relationship) } ?? .null
    }
    guard stored.isNull, key == Self.virtualID, let id = graph.fileID(of: relationship) else { return stored }
    return .string(id)
  }

  func hasLabel(_ node: NodeID, _ label: Text) -> Bool {
    monitor.note(work: 1)
    if let overlay { return overlay.labels(of: node).contains(label) }
    return graph.catalog.label(label).map { graph.hasLabel(node, $0) } ?? false
  }

  /// The stored properties of an element, or a map as it is; nil for any other value.
  func properties(of value: Value) -> MapValue? {
    switch value {
    case .node(let node) where overlay != nil: overlay?.properties(of: node)
    case .relationship(let relationship) where overlay != nil: overlay?.properties(of: relationship)
    case .node(let node):
      MapValue(graph.propertyKeys(of: node).map { (graph.catalog.name(of: $0), graph.property($0, of: node)) })
    case .relationship(let id):
      MapValue(graph.propertyKeys(of: id).map { (graph.catalog.name(of: $0), graph.property($0, of: id)) })
    case .map(let map): map
    case .null, .boolean, .integer, .float, .string, .temporal, .list, .path: nil
    }
  }
}

/// Elements that the statement has changed or deleted.
extension ExecutionContext {
  /// Where reads go first: the writes so far, when expressions are to see them.
  private var overlay: GraphTransaction? { seesWrites ? transaction : nil }

  /// Raises an error for a node or relationship that the statement has deleted: it has no properties and labels.
  func requireLive(_ value: Value, at range: SourceRange) throws(QueryError) {
    guard let transaction, transaction.hasDeleted else { return }
    switch value {
    case .node(let node):
      if isGone(node.rawValue, of: graph.nodeCount) || seesWrites && transaction.isDeleted(node) {
        throw .deletedElement(value, at: range)
      }
    case .relationship(let relationship):
      if isGone(relationship.rawValue, of: graph.relationshipCount) || seesWrites && transaction.isDeleted(relationship)
      {
        throw .deletedElement(value, at: range)
      }
    default: break
    }
  }

  /// Whether an id is none of the snapshot; pending elements are none, and there only where they are seen.
  private func isGone(_ id: UInt32, of count: Int) -> Bool { !seesWrites && Int(id) >= count }

  func labels(of node: NodeID) -> [Text] {
    overlay?.labels(of: node) ?? graph.labels(of: node).map { graph.catalog.name(of: $0) }
  }

  /// The type of a relationship, also of a deleted one.
  func type(of relationship: RelationshipID) -> Text {
    transaction?.type(of: relationship) ?? graph.catalog.name(of: graph.type(of: relationship))
  }

  func source(of relationship: RelationshipID) -> NodeID {
    transaction?.source(of: relationship) ?? graph.source(of: relationship)
  }

  func target(of relationship: RelationshipID) -> NodeID {
    transaction?.target(of: relationship) ?? graph.target(of: relationship)
  }
}
