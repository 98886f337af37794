/// Reading what a statement has written, before it is materialized. Names instead of ids, since pending elements may
/// bring names that no catalog holds yet.
extension GraphTransaction {
  /// The value of a node's property, null where there is none.
  public func property(_ key: Text, of node: NodeID) -> Value {
    if let pending = pending(node) { return pending.properties[key] ?? .null }
    return current.catalog.key(key).map { current.property($0, of: node) } ?? .null
  }

  /// The value of a relationship's property, null where there is none.
  public func property(_ key: Text, of relationship: RelationshipID) -> Value {
    if let pending = pending(relationship) { return pending.properties[key] ?? .null }
    return current.catalog.key(key).map { current.property($0, of: relationship) } ?? .null
  }

  /// All properties of a node.
  public func properties(of node: NodeID) -> MapValue {
    pending(node)?.properties ?? current.properties(of: node)
  }

  /// All properties of a relationship.
  public func properties(of relationship: RelationshipID) -> MapValue {
    pending(relationship)?.properties ?? current.properties(of: relationship)
  }

  /// The labels of a node in the order in which they were written.
  public func labels(of node: NodeID) -> [Text] {
    pending(node)?.labels ?? current.labels(of: node).map { current.catalog.name(of: $0) }
  }

  public func type(of relationship: RelationshipID) -> Text {
    pending(relationship)?.type ?? current.catalog.name(of: current.type(of: relationship))
  }

  public func source(of relationship: RelationshipID) -> NodeID {
    pending(relationship)?.source ?? current.source(of: relationship)
  }

  public func target(of relationship: RelationshipID) -> NodeID {
    pending(relationship)?.target ?? current.target(of: relationship)
  }

  private func pending(_ node: NodeID) -> PendingNode? {
    let index = Int(node.rawValue) - current.nodeCount
    return pendingNodes.indices.contains(index) ? pendingNodes[index] : nil
  }

  private func pending(_ relationship: RelationshipID) -> PendingRelationship? {
    let index = Int(relationship.rawValue) - current.relationshipCount
    return pendingRelationships.indices.contains(index) ? pendingRelationships[index] : nil
  }
}
