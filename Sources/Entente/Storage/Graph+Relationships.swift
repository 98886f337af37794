extension Graph {
  /// The rows of one type, both directions; empty for a type that is not in use.
  @inline(__always)
  public func adjacency(_ type: TypeID) -> Adjacency {
    Int(type.rawValue) < adjacencies.count
      ? adjacencies[Int(type.rawValue)]
      : Adjacency(firstRelationship: UInt32(relationshipCount), rows: CompressedRows.empty)
  }

  /// - Complexity: O(log *types*)
  public func type(of relationship: RelationshipID) -> TypeID {
    guard contains(relationship) else { return TypeID(.max) }
    return TypeID(
      UInt32(typeStarts.upperBound(of: relationship.rawValue, in: 0..<typeStarts.count) - 1))
  }

  /// - Complexity: O(log *nodes*)
  public func source(of relationship: RelationshipID) -> NodeID {
    guard contains(relationship) else { return NodeID(.max) }
    let adjacency = adjacency(type(of: relationship))
    return NodeID(adjacency.source(ofOutgoing: Int(relationship.rawValue - adjacency.firstRelationship)))
  }

  /// - Complexity: O(log *types*)
  public func target(of relationship: RelationshipID) -> NodeID {
    guard contains(relationship) else { return NodeID(.max) }
    let adjacency = adjacency(type(of: relationship))
    return adjacency.target(at: Int(relationship.rawValue - adjacency.firstRelationship))
  }

  /// Whether the relationship was written without a direction.
  public func isUndirected(_ relationship: RelationshipID) -> Bool {
    undirected.contains(relationship.rawValue)
  }

  /// Whether a relationship is one of this snapshot: the id of a deleted one is not.
  public func contains(_ relationship: RelationshipID) -> Bool {
    Int(relationship.rawValue) < relationshipCount
  }

  /// The relationships between two nodes, in either direction, of a type or (nil) of any; each once, by id.
  ///
  /// - Complexity: O(log *degree*) a type.
  public func relationships(between a: NodeID, and b: NodeID, type: TypeID? = nil) -> [RelationshipID] {
    var found: [RelationshipID] = []
    for type in type.map({ [$0] }) ?? catalog.types {
      let adjacency = adjacency(type)
      // The lower node's row comes first, so that ids ascend.
      for (source, target) in a == b ? [(a, b)] : [(min(a, b), max(a, b)), (max(a, b), min(a, b))] {
        for position in adjacency.outgoing(source, to: target) {
          found.append(adjacency.outgoingRelationship(at: position))
        }
      }
    }
    return found
  }

  /// Whether a relationship of a type or (nil) of any leads from one node to another, as written.
  ///
  /// - Complexity: O(log *degree*) a type.
  public func hasRelationship(from source: NodeID, to target: NodeID, type: TypeID? = nil) -> Bool {
    guard let type else { return adjacencies.contains { $0.connects(source, to: target) } }
    return adjacency(type).connects(source, to: target)
  }

  /// The value of a property, null where there is none. Does not know the virtual `id`.
  public func property(_ key: KeyID, of relationship: RelationshipID) -> Value {
    relationshipProperties.value(key, of: relationship.rawValue)
  }

  /// The keys of a relationship's properties in byte order of their names.
  public func propertyKeys(of relationship: RelationshipID) -> [KeyID] {
    relationshipProperties.keys(of: relationship.rawValue)
  }

  /// All properties of a relationship.
  public func properties(of relationship: RelationshipID) -> MapValue {
    relationshipProperties.properties(of: relationship.rawValue, catalog: catalog)
  }

  /// The typed column of a key over relationships, for kernels; nil where no relationship has the key.
  public func relationshipColumn(_ key: KeyID) -> PropertyColumn? { relationshipProperties.column(key) }

  /// The id given in the file, else `e:<index>`, which is stable within a snapshot only.
  public func elementID(of relationship: RelationshipID) -> Text {
    fileID(of: relationship) ?? Text("e:\(relationship.rawValue)")
  }

  /// The id given in the file, if any.
  public func fileID(of relationship: RelationshipID) -> Text? { relationshipFileIDs?[relationship.rawValue] }

  /// The relationship with a file id; the first one, should several have it.
  public func relationship(withFileID id: Text) -> RelationshipID? {
    relationshipFileIDs?.element(with: id).map(RelationshipID.init)
  }
}
