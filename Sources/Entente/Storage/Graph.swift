public import EntenteSyntax

/// An immutable snapshot of a property graph, shared by readers without locks.
///
/// (Contract; the bodies are replaced by the real storage.)
public final class Graph: Sendable {
  public let nodeCount = 0
  public let relationshipCount = 0
  /// The names of labels, types and property keys in use.
  public let catalog = Catalog()
  /// The `@graph` node's properties: title, licence, languages and so on.
  public let metadata = MapValue([])
  /// Whether elements have ids of a graph file, so that `n.id` is readable without a stored property `id`.
  public let hasElementIDs = false

  public init() {}

  // MARK: Nodes

  public func labels(of node: NodeID) -> [LabelID] { [] }
  public func hasLabel(_ node: NodeID, _ label: LabelID) -> Bool { false }
  /// The nodes with a label: a range, or a bitmap.
  public func nodes(with label: LabelID) -> NodeSet { NodeSet() }
  /// All nodes.
  public var nodes: NodeSet { NodeSet() }
  /// The value of a property, null where there is none. Does not know the virtual `id`.
  public func property(_ key: KeyID, of node: NodeID) -> Value { .null }
  /// The keys of a node's properties in byte order of their names.
  public func propertyKeys(of node: NodeID) -> [KeyID] { [] }
  /// The id given in the file, else `n:<index>`.
  public func elementID(of node: NodeID) -> Text { "" }
  /// The id given in the file, if any.
  public func fileID(of node: NodeID) -> Text? { nil }
  /// The node with a file id.
  public func node(withFileID id: Text) -> NodeID? { nil }
  /// The typed column of a key over nodes, for kernels; nil where no node has the key.
  public func nodeColumn(_ key: KeyID) -> PropertyColumn? { nil }

  // MARK: Relationships

  public func type(of relationship: RelationshipID) -> TypeID { TypeID(0) }
  public func source(of relationship: RelationshipID) -> NodeID { NodeID(0) }
  public func target(of relationship: RelationshipID) -> NodeID { NodeID(0) }
  /// Whether the relationship was written without a direction.
  public func isUndirected(_ relationship: RelationshipID) -> Bool { false }
  public func property(_ key: KeyID, of relationship: RelationshipID) -> Value { .null }
  public func propertyKeys(of relationship: RelationshipID) -> [KeyID] { [] }
  /// The id given in the file, else `e:<index>`.
  public func elementID(of relationship: RelationshipID) -> Text { "" }
  public func fileID(of relationship: RelationshipID) -> Text? { nil }
  public func relationshipColumn(_ key: KeyID) -> PropertyColumn? { nil }
  /// The topology of one type, both directions.
  public func adjacency(_ type: TypeID) -> Adjacency { Adjacency() }

  // MARK: Statistics

  public let statistics = Statistics()
}

/// The names in use: labels, relationship types and property keys, each interned by its UTF-8 bytes.
public struct Catalog: Sendable {
  public func label(_ name: Text) -> LabelID? { nil }
  public func type(_ name: Text) -> TypeID? { nil }
  public func key(_ name: Text) -> KeyID? { nil }
  public func name(of label: LabelID) -> Text { "" }
  public func name(of type: TypeID) -> Text { "" }
  public func name(of key: KeyID) -> Text { "" }
  public var labels: [LabelID] { [] }
  public var types: [TypeID] { [] }
  public var keys: [KeyID] { [] }
}

/// A set of nodes: a contiguous range or a bitmap.
public struct NodeSet: Sendable {
  public var count: Int { 0 }
  public func contains(_ node: NodeID) -> Bool { false }
  /// Appends up to `limit` members at or after `cursor` in ascending order and moves the cursor behind them.
  ///
  /// - Returns: false when there are no more.
  public func next(_ cursor: inout UInt32, limit: Int, into ids: inout ContiguousArray<UInt32>) -> Bool { false }
}

/// The relationships of one type as compressed sparse rows, both directions.
///
///     outgoing(n)  positions p; relationship id = firstRelationship + p, neighbour = target(at: p); sorted by target
///     incoming(n)  positions p; relationship id = incomingRelationship(at: p), neighbour = source(at: p); sorted by source
public struct Adjacency: Sendable {
  public var firstRelationship: UInt32 { 0 }
  public var count: Int { 0 }
  public func outgoing(_ node: NodeID) -> Range<Int> { 0..<0 }
  public func target(at position: Int) -> NodeID { NodeID(0) }
  public func incoming(_ node: NodeID) -> Range<Int> { 0..<0 }
  public func source(at position: Int) -> NodeID { NodeID(0) }
  public func incomingRelationship(at position: Int) -> RelationshipID { RelationshipID(0) }
}

/// One property key over a range of element ids as a typed column with a null bitmap.
public struct PropertyColumn: Sendable {
  /// What the column stores.
  public enum Storage: Sendable { case integers, floats, booleans, strings, values }
  public var storage: Storage { .values }
  public func value(at index: UInt32) -> Value { .null }
}

/// Counts for the optimizer, kept with the snapshot.
public struct Statistics: Sendable {
  public func nodeCount(_ label: LabelID) -> Int { 0 }
  public func relationshipCount(_ type: TypeID) -> Int { 0 }
  /// How many relationships of a type (nil: any) start at a node with a label (nil: any) and end at one with a label.
  public func relationshipCount(from: LabelID?, _ type: TypeID?, to: LabelID?) -> Int { 0 }
  /// How many different values a key has over nodes.
  public func distinctValues(_ key: KeyID) -> Int { 0 }
}
