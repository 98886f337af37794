/// The changes of one statement on top of a snapshot; nothing is seen by others before commit.
///
/// Created nodes get the ids after the snapshot's; created relationships provisional ids after the snapshot's.
/// ``materialize()`` makes a snapshot that holds the changes and tells where each relationship id went, so that
/// rows in flight can be renumbered: node ids never move before commit, relationship ids do, because a
/// relationship's id is its place in the adjacency.
public final class GraphTransaction {
  /// What changed, net, as a statement reports it.
  public struct SideEffects: Sendable, Hashable {
    public var nodesCreated = 0
    public var nodesDeleted = 0
    public var relationshipsCreated = 0
    public var relationshipsDeleted = 0
    public var propertiesSet = 0
    public var propertiesRemoved = 0
    public var labelsAdded = 0
    public var labelsRemoved = 0

    public init() {}
  }

  public let base: Graph
  public private(set) var sideEffects = SideEffects()

  public init(on base: Graph) { self.base = base }

  /// Whether anything changed since the last ``materialize()``.
  public var hasPendingChanges: Bool { false }

  public func createNode(labels: [Text], properties: [(Text, Value)]) -> NodeID { NodeID(0) }
  public func createRelationship(
    from source: NodeID, to target: NodeID, type: Text, properties: [(Text, Value)]
  ) -> RelationshipID { RelationshipID(0) }

  /// A snapshot with all changes so far; `renumbered[old]` is a relationship's id in it, nil where none moved.
  public func materialize() -> (graph: Graph, renumbered: ContiguousArray<UInt32>?) { (base, nil) }
}
