/// SET and REMOVE: properties and labels of elements that are there.
extension GraphTransaction {
  /// Gives a property of a node another value; null removes it. What is deleted stays as it was.
  public func set(_ key: Text, of node: NodeID, to value: Value) {
    guard !isDeleted(node) else { return }
    changedNodes.append(node.rawValue)
    let index = Int(node.rawValue)
    if index >= current.nodeCount {
      let place = index - current.nodeCount
      count(created: pendingNodes[place].properties[key] ?? .null, becomes: value)
      pendingNodes[place].properties = pendingNodes[place].properties.setting(key, to: value)
      return
    }
    if index >= firstCreatedNode {
      count(created: property(key, of: node), becomes: value)
    } else if originalNodeValues[key]?[node.rawValue] == nil {
      originalNodeValues[key, default: [:]][node.rawValue] = property(key, of: node)
    }
    nodeValues[key, default: [:]][node.rawValue] = value
  }

  /// Gives a property of a relationship another value; null removes it.
  public func set(_ key: Text, of relationship: RelationshipID, to value: Value) {
    guard !isDeleted(relationship) else { return }
    let index = Int(relationship.rawValue)
    if index >= current.relationshipCount {
      let place = index - current.relationshipCount
      count(created: pendingRelationships[place].properties[key] ?? .null, becomes: value)
      pendingRelationships[place].properties = pendingRelationships[place].properties.setting(key, to: value)
      return
    }
    if createdRelationships.contains(relationship.rawValue) {
      count(created: property(key, of: relationship), becomes: value)
    } else if originalRelationshipValues[key]?[relationship.rawValue] == nil {
      originalRelationshipValues[key, default: [:]][relationship.rawValue] = property(key, of: relationship)
    }
    relationshipValues[key, default: [:]][relationship.rawValue] = value
  }

  /// Gives a node labels that it does not have yet, behind those it has.
  public func addLabels(_ labels: [Text], to node: NodeID) {
    changeLabels(of: node) { old in old + distinct(labels).filter { !old.contains($0) } }
  }

  /// Takes labels from a node.
  public func removeLabels(_ labels: [Text], from node: NodeID) {
    changeLabels(of: node) { old in old.filter { !labels.contains($0) } }
  }

  private func changeLabels(of node: NodeID, _ change: ([Text]) -> [Text]) {
    guard !isDeleted(node) else { return }
    let old = labels(of: node)
    let new = change(old)
    guard new != old else { return }
    changedNodes.append(node.rawValue)
    let index = Int(node.rawValue)
    if index >= current.nodeCount {
      pendingNodes[index - current.nodeCount].labels = new
    } else {
      nodeLabels[node.rawValue] = new
    }
  }

  private func distinct(_ labels: [Text]) -> [Text] {
    var distinct: [Text] = []
    for label in labels where !distinct.contains(label) { distinct.append(label) }
    return distinct
  }

  /// Keeps the count of the properties of what the statement has created.
  private func count(created old: Value, becomes new: Value) {
    counts.propertiesSet += (new.isNull ? 0 : 1) - (old.isNull ? 0 : 1)
  }
}

extension MapValue {
  /// The map with another value of a key; null takes the key out.
  func setting(_ key: Text, to value: Value) -> MapValue {
    var entries = entries.filter { $0.key != key }.map { ($0.key, $0.value) }
    if !value.isNull { entries.append((key, value)) }
    return MapValue(entries)
  }
}
