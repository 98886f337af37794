/// DELETE.
extension GraphTransaction {
  /// Deletes a node; its relationships must be gone at commit. What is deleted already stays so.
  public func delete(_ node: NodeID) {
    guard !isDeleted(node) else { return }
    let properties = properties(of: node).entries
    if Int(node.rawValue) >= firstCreatedNode {
      counts.nodesCreated -= 1
      counts.propertiesSet -= properties.count
    } else {
      counts.nodesDeleted += 1
      let before = forgetOriginals(of: node.rawValue, in: &originalNodeValues, now: properties)
      counts.propertiesRemoved += before
    }
    deletedNodes.insert(node.rawValue)
  }

  /// Deletes a relationship, also one that has lost an end.
  public func delete(_ relationship: RelationshipID) {
    if dangling.removeValue(forKey: relationship.rawValue) != nil {
      count(deleted: relationship, properties: former(relationship)?.properties.entries ?? [])
      return
    }
    guard !isDeleted(relationship) else { return }
    count(deleted: relationship, properties: properties(of: relationship).entries)
    deletedRelationships.insert(relationship.rawValue)
  }

  private func count(deleted relationship: RelationshipID, properties: ContiguousArray<MapValue.Entry>) {
    if createdRelationships.remove(relationship.rawValue) != nil {
      counts.relationshipsCreated -= 1
      counts.propertiesSet -= properties.count
    } else {
      counts.relationshipsDeleted += 1
      counts.propertiesRemoved += forgetOriginals(
        of: relationship.rawValue, in: &originalRelationshipValues, now: properties)
    }
  }

  /// How many properties an element had before the statement.
  private func forgetOriginals(
    of element: UInt32, in originals: inout [Text: [UInt32: Value]], now: ContiguousArray<MapValue.Entry>
  ) -> Int {
    var keys = Set(now.map(\.key))
    for key in originals.keys.sorted() {
      guard let original = originals[key]?.removeValue(forKey: element) else { continue }
      if original.isNull { keys.remove(key) } else { keys.insert(key) }
    }
    return keys.count
  }

  /// Whether the statement has deleted a node, or made it unknown.
  public func isDeleted(_ node: NodeID) -> Bool {
    Int(node.rawValue) >= nodeCount || deletedNodes.contains(node.rawValue)
  }

  public func isDeleted(_ relationship: RelationshipID) -> Bool {
    Int(relationship.rawValue) >= relationshipCount || deletedRelationships.contains(relationship.rawValue)
  }

  /// What is left of a relationship that an earlier clause deleted.
  func former(_ relationship: RelationshipID) -> DeletedRelationship? {
    let index = Int(UInt32.max - 1) - Int(relationship.rawValue)
    return formerRelationships.indices.contains(index) ? formerRelationships[index] : nil
  }
}
