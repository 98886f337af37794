/// Reading what a statement has written, before it is materialized. Names instead of ids, since pending elements may
/// bring names that no catalog holds yet.
extension GraphTransaction {
  /// The value of a node's property, null where there is none.
  public func property(_ key: Text, of node: NodeID) -> Value {
    if let pending = pending(node) { return pending.properties[key] ?? .null }
    if let changed = nodeValues[key]?[node.rawValue] { return changed }
    return current.catalog.key(key).map { current.property($0, of: node) } ?? .null
  }

  /// The value of a relationship's property, null where there is none.
  public func property(_ key: Text, of relationship: RelationshipID) -> Value {
    if let pending = pending(relationship) { return pending.properties[key] ?? .null }
    if let changed = relationshipValues[key]?[relationship.rawValue] { return changed }
    return current.catalog.key(key).map { current.property($0, of: relationship) } ?? .null
  }

  /// All properties of a node.
  public func properties(of node: NodeID) -> MapValue {
    pending(node)?.properties ?? Self.overlaid(current.properties(of: node), nodeValues, node.rawValue)
  }

  /// All properties of a relationship.
  public func properties(of relationship: RelationshipID) -> MapValue {
    pending(relationship)?.properties
      ?? Self.overlaid(current.properties(of: relationship), relationshipValues, relationship.rawValue)
  }

  /// The labels of a node in the order in which they were written.
  public func labels(of node: NodeID) -> [Text] {
    pending(node)?.labels ?? nodeLabels[node.rawValue] ?? current.labels(of: node).map { current.catalog.name(of: $0) }
  }

  public func type(of relationship: RelationshipID) -> Text {
    pending(relationship)?.type ?? former(relationship)?.type
      ?? current.catalog.name(of: current.type(of: relationship))
  }

  public func source(of relationship: RelationshipID) -> NodeID {
    pending(relationship)?.source ?? former(relationship).map { NodeID($0.source) } ?? current.source(of: relationship)
  }

  public func target(of relationship: RelationshipID) -> NodeID {
    pending(relationship)?.target ?? former(relationship).map { NodeID($0.target) } ?? current.target(of: relationship)
  }

  /// The relationships of a node in both directions that are not deleted, each once.
  ///
  /// - Complexity: O(types + degree)
  public func relationships(of node: NodeID) -> [RelationshipID] {
    var found: [RelationshipID] = []
    if Int(node.rawValue) < current.nodeCount {
      for type in current.catalog.types {
        let adjacency = current.adjacency(type)
        for position in adjacency.outgoing(node) { found.append(adjacency.outgoingRelationship(at: position)) }
        for position in adjacency.incoming(node) where adjacency.source(at: position) != node {
          found.append(adjacency.incomingRelationship(at: position))
        }
      }
    }
    var last: UInt32?
    for index in pendingAdjacency[node.rawValue] ?? [] where index != last {
      found.append(RelationshipID(UInt32(current.relationshipCount) + index))
      last = index
    }
    return deletedRelationships.isEmpty ? found : found.filter { !deletedRelationships.contains($0.rawValue) }
  }

  /// Properties with the changes of one element over them.
  private static func overlaid(_ map: MapValue, _ changes: [Text: [UInt32: Value]], _ element: UInt32) -> MapValue {
    var overlaid = map
    for (key, values) in changes {
      if let value = values[element] { overlaid = overlaid.setting(key, to: value) }
    }
    return overlaid
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
