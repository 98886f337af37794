/// The changes of one statement on top of a snapshot; nothing is seen by others before commit.
///
/// Created nodes get the ids after the snapshot's; created relationships provisional ids after the snapshot's.
/// ``materialize()`` makes a snapshot that holds the changes and tells where each id went, so that rows in flight can
/// be renumbered: a relationship's id is its place in the adjacency, and the ids of nodes close the gaps that deleted
/// ones leave.
///
///     base  ──create, set──▶  pending  ──materialize──▶  current  ──delete──▶  pending  ──materialize──▶  current …
///
/// - Reads go to the pending changes first, then to `current` (`GraphTransaction+Reading`).
/// - Changes of elements of `current` are kept by key, so that `materialize` rebuilds the columns of these keys only.
/// - A deleted element gets an id beyond all others, counted down from the largest: it is in no snapshot, yet stays
///   itself in the rows of its statement. Its type and ends are remembered.
/// - A relationship whose end is deleted leaves the snapshot too, and is an error at commit unless the statement has
///   deleted it by then.
/// - Side effects are the difference between `base` and the end: what was created and deleted again is not counted.
///
/// The caller commits by keeping the snapshot that ``commit()`` gives, and rolls back by keeping `base`.
public final class GraphTransaction {
  /// What changed, net, as a statement reports it.
  public struct SideEffects: Sendable, Hashable {
    public var nodesCreated = 0
    public var nodesDeleted = 0
    public var relationshipsCreated = 0
    public var relationshipsDeleted = 0
    /// A property with another value counts as one removed and one set.
    public var propertiesSet = 0
    public var propertiesRemoved = 0
    /// How many label names are on some node now and were on none before.
    public var labelsAdded = 0
    /// How many label names were on some node before and are on none now.
    public var labelsRemoved = 0

    public init() {}
  }

  struct PendingNode {
    var labels: [Text]
    var properties: MapValue
  }

  struct PendingRelationship {
    let source: NodeID
    let target: NodeID
    let type: Text
    var properties: MapValue
  }

  /// What is left of a deleted relationship.
  struct DeletedRelationship {
    let type: Text
    var source: UInt32
    var target: UInt32
    let properties: MapValue
  }

  /// The snapshot before the statement.
  public let base: Graph
  /// Set when something could not be created for lack of ids; ``materialize()`` then leaves it out.
  public internal(set) var error: StorageError?

  /// The snapshot with everything but the pending changes.
  var current: Graph
  var pendingNodes: ContiguousArray<PendingNode> = []
  var pendingRelationships: ContiguousArray<PendingRelationship> = []
  /// The pending relationships at each node, as indexes; a loop stands twice.
  var pendingAdjacency: [UInt32: ContiguousArray<UInt32>] = [:]
  /// Changes of elements of `current`: by key, then element; null removes.
  var nodeValues: [Text: [UInt32: Value]] = [:]
  var relationshipValues: [Text: [UInt32: Value]] = [:]
  var nodeLabels: [UInt32: [Text]] = [:]
  var deletedNodes: Set<UInt32> = []
  var deletedRelationships: Set<UInt32> = []
  /// Every node whose labels or properties changed since the last `materialize`, in order: what indexes over nodes
  /// have to look at again.
  var changedNodes: ContiguousArray<UInt32> = []

  /// How many nodes have been deleted for good, and what is left of the relationships.
  var deletedNodeCount = 0
  var formerRelationships: ContiguousArray<DeletedRelationship> = []
  /// Relationships (by the id of a deleted one) that lost an end, with the name of the lost node.
  var dangling: [UInt32: Text] = [:]

  /// What ``sideEffects`` is made of.
  var counts = SideEffects()
  /// Elements of `current` that were there before the statement have lower ids; relationships are listed.
  var firstCreatedNode: Int
  var createdRelationships: Set<UInt32> = []
  /// The values, before the statement, of what it changed on elements that were there before it.
  var originalNodeValues: [Text: [UInt32: Value]] = [:]
  var originalRelationshipValues: [Text: [UInt32: Value]] = [:]
  /// Where the elements of `base` are in `current`; nil where none moved.
  public internal(set) var renumberedSinceBase: Renumbering?
  let limit: Int

  public convenience init(on base: Graph) { self.init(on: base, limit: GraphBuilder.elementLimit) }

  init(on base: Graph, limit: Int) {
    self.base = base
    self.limit = limit
    current = base
    firstCreatedNode = base.nodeCount
  }

  /// Whether anything changed since the last ``materialize()``.
  public var hasPendingChanges: Bool {
    !pendingNodes.isEmpty || !pendingRelationships.isEmpty || !nodeValues.isEmpty || !relationshipValues.isEmpty
      || !nodeLabels.isEmpty || !deletedNodes.isEmpty || !deletedRelationships.isEmpty
  }

  /// Whether rows may hold elements that the statement has deleted.
  public var hasDeleted: Bool {
    deletedNodeCount > 0 || !formerRelationships.isEmpty || !deletedNodes.isEmpty || !deletedRelationships.isEmpty
  }

  /// The number of nodes, with the pending ones, before pending deletions.
  public var nodeCount: Int { current.nodeCount + pendingNodes.count }

  /// The number of relationships, with the pending ones, before pending deletions.
  public var relationshipCount: Int { current.relationshipCount + pendingRelationships.count }

  /// Creates a node; null values are left out, repeated labels count once.
  public func createNode(labels: [Text], properties: [(Text, Value)]) -> NodeID {
    guard nodeCount < limit else {
      error = error ?? .tooManyNodes(limit: limit)
      return NodeID(UInt32(truncatingIfNeeded: limit))
    }
    let node = NodeID(UInt32(nodeCount))
    var distinct: [Text] = []
    for label in labels where !distinct.contains(label) { distinct.append(label) }
    let properties = Self.stored(properties)
    pendingNodes.append(PendingNode(labels: distinct, properties: properties))
    changedNodes.append(node.rawValue)
    counts.nodesCreated += 1
    counts.propertiesSet += properties.entries.count
    return node
  }

  /// Creates a relationship between nodes of the snapshot or of this transaction; null values are left out.
  public func createRelationship(
    from source: NodeID, to target: NodeID, type: Text, properties: [(Text, Value)]
  ) -> RelationshipID {
    guard relationshipCount < limit else {
      error = error ?? .tooManyRelationships(limit: limit)
      return RelationshipID(UInt32(truncatingIfNeeded: limit))
    }
    let later = max(source, target)
    guard Int(later.rawValue) < nodeCount else {
      error = error ?? .unknownNode(later)
      return RelationshipID(UInt32(truncatingIfNeeded: limit))
    }
    let relationship = RelationshipID(UInt32(relationshipCount))
    let properties = Self.stored(properties)
    let index = UInt32(pendingRelationships.count)
    pendingRelationships.append(
      PendingRelationship(source: source, target: target, type: type, properties: properties))
    pendingAdjacency[source.rawValue, default: []].append(index)
    pendingAdjacency[target.rawValue, default: []].append(index)
    createdRelationships.insert(relationship.rawValue)
    counts.relationshipsCreated += 1
    counts.propertiesSet += properties.entries.count
    return relationship
  }

  /// The properties that are stored: each key once, without null.
  private static func stored(_ properties: [(Text, Value)]) -> MapValue {
    let map = MapValue(properties)
    guard map.entries.contains(where: \.value.isNull) else { return map }
    return MapValue(map.entries.lazy.filter { !$0.value.isNull }.map { ($0.key, $0.value) })
  }
}
