/// The changes of one statement on top of a snapshot; nothing is seen by others before commit.
///
/// Created nodes get the ids after the snapshot's; created relationships provisional ids after the snapshot's.
/// ``materialize()`` makes a snapshot that holds the changes and tells where each relationship id went, so that
/// rows in flight can be renumbered: node ids never move before commit, relationship ids do, because a
/// relationship's id is its place in the adjacency.
///
///     base  ──create──▶  pending  ──materialize──▶  current  ──create──▶  pending  ──materialize──▶  current …
///
/// Reads go to the pending elements first, then to `current`. The caller commits by keeping the last snapshot, and
/// rolls back by keeping `base`.
///
/// How the other writes fit in:
/// - SET and REMOVE put `element → key → value` (null removes) and `node → labels` over `current`; reads look there
///   first, and `materialize` rebuilds the columns of the touched keys only.
/// - DELETE puts elements into a set of deleted nodes and one of relationships. Reads still answer type and id;
///   `materialize` leaves deleted relationships out (`renumbered` says nowhere, as `UInt32.max`), keeps deleted nodes
///   as empty places so that node ids stay, and hides them from `nodes`; a last pass at commit closes the gaps and
///   refuses when relationships of a deleted node remain.
/// - MERGE reads its own writes: it materializes when something is pending, which costs nothing otherwise.
/// - Side effects are the difference between `base` and the end: what was created and deleted again is not counted.
public final class GraphTransaction {
  /// What changed, net, as a statement reports it.
  public struct SideEffects: Sendable, Hashable {
    public var nodesCreated = 0
    public var nodesDeleted = 0
    public var relationshipsCreated = 0
    public var relationshipsDeleted = 0
    public var propertiesSet = 0
    public var propertiesRemoved = 0
    /// How many label names are on some node now and were on none before.
    public var labelsAdded = 0
    /// How many label names were on some node before and are on none now.
    public var labelsRemoved = 0

    public init() {}
  }

  struct PendingNode {
    let labels: [Text]
    let properties: MapValue
  }

  struct PendingRelationship {
    let source: NodeID
    let target: NodeID
    let type: Text
    let properties: MapValue
  }

  /// The snapshot before the statement.
  public let base: Graph
  public private(set) var sideEffects = SideEffects()
  /// Set when something could not be created for lack of ids; ``materialize()`` then leaves it out.
  public private(set) var error: StorageError?

  /// The snapshot with everything but the pending changes.
  private(set) var current: Graph
  private(set) var pendingNodes: ContiguousArray<PendingNode> = []
  private(set) var pendingRelationships: ContiguousArray<PendingRelationship> = []
  private var addedLabels: Set<Text> = []
  private let limit: Int

  public convenience init(on base: Graph) { self.init(on: base, limit: GraphBuilder.elementLimit) }

  init(on base: Graph, limit: Int) {
    self.base = base
    self.limit = limit
    current = base
  }

  /// Whether anything changed since the last ``materialize()``.
  public var hasPendingChanges: Bool { !pendingNodes.isEmpty || !pendingRelationships.isEmpty }

  /// The number of nodes, with the pending ones.
  public var nodeCount: Int { current.nodeCount + pendingNodes.count }

  /// The number of relationships, with the pending ones.
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
    sideEffects.nodesCreated += 1
    sideEffects.propertiesSet += properties.entries.count
    for label in distinct where isNew(label) && addedLabels.insert(label).inserted {
      sideEffects.labelsAdded += 1
    }
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
    pendingRelationships.append(
      PendingRelationship(source: source, target: target, type: type, properties: properties))
    sideEffects.relationshipsCreated += 1
    sideEffects.propertiesSet += properties.entries.count
    return relationship
  }

  /// A snapshot with all changes so far; `renumbered[old]` is a relationship's id in it, nil where none moved.
  ///
  /// The renumbering leads from the ids that were valid before this call, and is told once: without changes since,
  /// the same snapshot comes back and nothing has moved.
  ///
  /// - Complexity: O(nodes + relationships + values of the touched keys); O(1) without pending changes.
  public func materialize() -> (graph: Graph, renumbered: ContiguousArray<UInt32>?) {
    guard hasPendingChanges else { return (current, nil) }
    var builder = GraphBuilder(continuing: current, limit: limit)
    for node in pendingNodes {
      _ = builder.addNode(
        id: nil, labels: node.labels, properties: node.properties.entries.map { ($0.key, $0.value) })
    }
    for relationship in pendingRelationships {
      builder.addRelationship(
        id: nil, from: relationship.source, to: relationship.target, type: relationship.type,
        undirected: false,
        properties: relationship.properties.entries.map { ($0.key, $0.value) })
    }
    do {
      let (graph, renumbered) = try builder.assemble()
      current = graph
      pendingNodes = []
      pendingRelationships = []
      return (graph, renumbered)
    } catch {
      // Limits and ends were checked when the elements were created.
      self.error = self.error ?? error
      return (current, nil)
    }
  }

  /// The properties that are stored: each key once, without null.
  private static func stored(_ properties: [(Text, Value)]) -> MapValue {
    let map = MapValue(properties)
    guard map.entries.contains(where: \.value.isNull) else { return map }
    return MapValue(map.entries.lazy.filter { !$0.value.isNull }.map { ($0.key, $0.value) })
  }

  /// Whether no node of the base has a label.
  private func isNew(_ label: Text) -> Bool {
    base.catalog.label(label).map { base.nodes(with: $0).count == 0 } ?? true
  }
}
