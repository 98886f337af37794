import EntenteSyntax

/// Properties, labels and paths.
extension Evaluator {
  func property(
    _ base: BoundExpression, key: Text, _ row: Row, at range: SourceRange
  ) throws(QueryError) -> Value {
    let source = try value(base, row)
    switch source {
    case .null: return .null
    case .node(let node): return context.property(key, of: node)
    case .relationship(let relationship): return context.property(key, of: relationship)
    case .map(let map): return map[key] ?? .null
    case .boolean, .integer, .float, .string, .list, .path:
      throw .noProperties(source, key: key, at: base.range)
    }
  }

  func hasLabels(_ base: BoundExpression, _ labels: [Text], _ row: Row) throws(QueryError) -> Value {
    let element = try value(base, row)
    switch element {
    case .null: return .null
    case .node(let node): return .boolean(labels.allSatisfy { context.hasLabel(node, $0) })
    case .relationship(let relationship):
      let type = context.graph.catalog.name(of: context.graph.type(of: relationship))
      return .boolean(labels.allSatisfy { $0 == type })
    case .boolean, .integer, .float, .string, .list, .map, .path:
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
      case .null, .boolean, .integer, .float, .string, .map, .path: return .null
      }
    }
    return .path(PathValue(elements: ids))
  }

  private func walk(_ relationship: RelationshipID, from node: NodeID, _ ids: inout ContiguousArray<UInt32>) -> NodeID {
    let source = context.graph.source(of: relationship)
    let next = source == node ? context.graph.target(of: relationship) : source
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
    let stored = graph.catalog.key(key).map { graph.property($0, of: node) } ?? .null
    guard stored.isNull, key == Self.virtualID, let id = graph.fileID(of: node) else { return stored }
    return .string(id)
  }

  func property(_ key: Text, of relationship: RelationshipID) -> Value {
    monitor.note(work: 1)
    let stored = graph.catalog.key(key).map { graph.property($0, of: relationship) } ?? .null
    guard stored.isNull, key == Self.virtualID, let id = graph.fileID(of: relationship) else { return stored }
    return .string(id)
  }

  func hasLabel(_ node: NodeID, _ label: Text) -> Bool {
    monitor.note(work: 1)
    return graph.catalog.label(label).map { graph.hasLabel(node, $0) } ?? false
  }

  /// The stored properties of an element, or a map as it is; nil for any other value.
  func properties(of value: Value) -> MapValue? {
    switch value {
    case .node(let node):
      MapValue(graph.propertyKeys(of: node).map { (graph.catalog.name(of: $0), graph.property($0, of: node)) })
    case .relationship(let id):
      MapValue(graph.propertyKeys(of: id).map { (graph.catalog.name(of: $0), graph.property($0, of: id)) })
    case .map(let map): map
    case .null, .boolean, .integer, .float, .string, .list, .path: nil
    }
  }
}
