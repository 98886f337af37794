import EntenteSyntax

/// From pending changes to a snapshot.
extension GraphTransaction {
  /// A snapshot with all changes so far, and the new ids of the elements; nil where none moved.
  ///
  /// The renumbering leads from the ids that were valid before this call, and is told once: without changes since,
  /// the same snapshot comes back and nothing has moved.
  ///
  /// - Complexity: O(nodes + relationships + values of the touched keys); O(1) without pending changes.
  public func materialize() -> (graph: Graph, renumbered: Renumbering?) {
    guard hasPendingChanges else { return (current, nil) }
    let lost = lostRelationships()
    var builder = GraphBuilder(continuing: current, limit: limit)
    for node in pendingNodes {
      _ = builder.addNode(
        id: nil, labels: node.labels, properties: node.properties.entries.map { ($0.key, $0.value) })
    }
    for relationship in pendingRelationships {
      builder.addRelationship(
        id: nil, from: relationship.source, to: relationship.target, type: relationship.type,
        undirected: base.facts.symmetricTypes.contains(String(relationship.type)),
        properties: relationship.properties.entries.map { ($0.key, $0.value) })
    }
    for node in nodeLabels.keys.sorted() { builder.setLabels(of: node, to: nodeLabels[node] ?? []) }
    for key in nodeValues.keys.sorted() { builder.setNodeValues(nodeValues[key] ?? [:], of: key) }
    for key in relationshipValues.keys.sorted() {
      builder.setRelationshipValues(relationshipValues[key] ?? [:], of: key)
    }
    let gone = deletedRelationships.union(lost.keys)
    builder.remove(nodes: deletedNodes, relationships: gone)
    do {
      var (graph, renumbered) = try builder.assemble()
      var formerIDs: [UInt32: UInt32] = [:]
      for node in deletedNodes.sorted() {
        renumbered?.nodes?[Int(node)] = UInt32.max - 1 - UInt32(deletedNodeCount)
        deletedNodeCount += 1
      }
      for relationship in gone.sorted() {
        let id = UInt32.max - 1 - UInt32(formerRelationships.count)
        renumbered?.relationships?[Int(relationship)] = id
        formerIDs[relationship] = id
        let old = RelationshipID(relationship)
        formerRelationships.append(
          DeletedRelationship(
            type: type(of: old), source: source(of: old).rawValue, target: target(of: old).rawValue,
            properties: properties(of: old)))
      }
      for (relationship, node) in lost {
        if let id = formerIDs[relationship] { dangling[id] = node }
      }
      settle(graph, renumbered)
      return (graph, renumbered)
    } catch {
      // Limits and ends were checked when the elements were created.
      self.error = self.error ?? error
      return (current, nil)
    }
  }

  /// The last snapshot of the statement.
  ///
  /// - Throws: what could not be numbered, and a deleted node that still has relationships.
  public func commit() throws(StorageError) -> (graph: Graph, renumbered: Renumbering?) {
    let result = materialize()
    if let error { throw error }
    if let first = dangling.min(by: { $0.key > $1.key }) {
      throw .connectedNode(first.value, relationships: dangling.values.count { $0 == first.value })
    }
    return result
  }

  /// What changed, net. Valid when nothing is pending.
  public var sideEffects: SideEffects {
    var effects = counts
    func compare(_ original: Value, _ now: Value) {
      guard !original.isSame(as: now) else { return }
      if !original.isNull { effects.propertiesRemoved += 1 }
      if !now.isNull { effects.propertiesSet += 1 }
    }
    for (key, originals) in originalNodeValues {
      for (node, original) in originals { compare(original, property(key, of: NodeID(node))) }
    }
    for (key, originals) in originalRelationshipValues {
      for (relationship, original) in originals { compare(original, property(key, of: RelationshipID(relationship))) }
    }
    guard current !== base else { return effects }
    for label in current.catalog.labels where current.nodes(with: label).count > 0 {
      let before = base.catalog.label(current.catalog.name(of: label))
      if before.map({ base.nodes(with: $0).count == 0 }) ?? true { effects.labelsAdded += 1 }
    }
    for label in base.catalog.labels where base.nodes(with: label).count > 0 {
      let after = current.catalog.label(base.catalog.name(of: label))
      if after.map({ current.nodes(with: $0).count == 0 }) ?? true { effects.labelsRemoved += 1 }
    }
    return effects
  }

  /// The relationships at deleted nodes that are not deleted themselves, each with the name of such a node.
  private func lostRelationships() -> [UInt32: Text] {
    var lost: [UInt32: Text] = [:]
    for node in deletedNodes.sorted() {
      for relationship in relationships(of: NodeID(node)) {
        lost[relationship.rawValue] = Int(node) < current.nodeCount ? current.elementID(of: NodeID(node)) : "new"
      }
    }
    return lost
  }

  /// Makes a snapshot the current one and forgets what it holds.
  private func settle(_ graph: Graph, _ renumbered: Renumbering?) {
    firstCreatedNode -= deletedNodes.count { Int($0) < firstCreatedNode }
    current = graph
    pendingNodes = []
    pendingRelationships = []
    pendingAdjacency = [:]
    nodeValues = [:]
    relationshipValues = [:]
    nodeLabels = [:]
    deletedNodes = []
    deletedRelationships = []
    changedNodes = []
    guard let renumbered else { return }
    renumberedSinceBase = (renumberedSinceBase ?? Renumbering()).followed(by: renumbered, base)
    if renumbered.relationships != nil {
      createdRelationships = Set(createdRelationships.lazy.map(renumbered.relationship))
      originalRelationshipValues = originalRelationshipValues.mapValues { values in
        Dictionary(uniqueKeysWithValues: values.map { (renumbered.relationship($0), $1) })
      }
    }
    if renumbered.nodes != nil {
      originalNodeValues = originalNodeValues.mapValues { values in
        Dictionary(uniqueKeysWithValues: values.map { (renumbered.node($0), $1) })
      }
      for index in formerRelationships.indices {
        formerRelationships[index].source = renumbered.node(formerRelationships[index].source)
        formerRelationships[index].target = renumbered.node(formerRelationships[index].target)
      }
    }
  }
}

/// Where the ids of elements went when a snapshot was made.
public struct Renumbering: Sendable, Equatable {
  /// The new id of each node; nil where none moved.
  public internal(set) var nodes: ContiguousArray<UInt32>?
  /// The new id of each relationship; nil where none moved.
  public internal(set) var relationships: ContiguousArray<UInt32>?

  /// The new id of a node; ids of deleted ones stay.
  public func node(_ id: UInt32) -> UInt32 { Self.number(id, in: nodes) }

  public func relationship(_ id: UInt32) -> UInt32 { Self.number(id, in: relationships) }

  /// Where the elements of a snapshot are after this renumbering and another.
  func followed(by next: Renumbering, _ base: Graph) -> Renumbering {
    var both = self
    if next.nodes != nil {
      both.nodes = ContiguousArray((nodes ?? ContiguousArray(0..<UInt32(base.nodeCount))).map(next.node))
    }
    if next.relationships != nil {
      let known = relationships ?? ContiguousArray(0..<UInt32(base.relationshipCount))
      both.relationships = ContiguousArray(known.map(next.relationship))
    }
    return both
  }

  /// The way back, from ids of the snapshot that it led to.
  func inverse(on result: Graph) -> Renumbering {
    func inverse(_ numbers: ContiguousArray<UInt32>?, count: Int) -> ContiguousArray<UInt32>? {
      guard let numbers else { return nil }
      var old = ContiguousArray(0..<UInt32(count))
      for (id, number) in numbers.enumerated() where Int(number) < count { old[Int(number)] = UInt32(id) }
      return old
    }
    return Renumbering(
      nodes: inverse(nodes, count: result.nodeCount),
      relationships: inverse(relationships, count: result.relationshipCount))
  }

  private static func number(_ id: UInt32, in numbers: ContiguousArray<UInt32>?) -> UInt32 {
    guard let numbers, Int(id) < numbers.count else { return id }
    return numbers[Int(id)]
  }
}

extension Value {
  /// Whether a property with one value would be stored just as with the other: 1 is not 1.0, and NaN is NaN.
  func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.integer, .float), (.float, .integer): return false
    case (.float(let left), .float(let right)): return left.bitPattern == right.bitPattern
    case (.list(let left), .list(let right)):
      return left.count == right.count && left.indices.allSatisfy { left[$0].isSame(as: right[$0]) }
    default: return Value.areEquivalent(self, other)
    }
  }
}
