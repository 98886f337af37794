public import EntenteSyntax

/// An immutable snapshot of a property graph, shared by readers without locks.
///
///     nodes            0 ..< nodeCount, in order of adding: label sets, typed columns, ids of a file
///     relationships    0 ..< relationshipCount, by type, then source, then target: compressed sparse rows a type,
///                      typed columns, ids of a file
///
/// Ids come from the graph itself; one of another graph is answered like an element without labels, properties and
/// relationships, never by a trap. Snapshots are made by ``GraphBuilder`` and ``GraphTransaction``.
public final class Graph: Sendable {
  public let nodeCount: Int
  public let relationshipCount: Int
  /// The names of labels, types and property keys in use.
  public let catalog: Catalog
  /// The `@graph` node's properties: title, licence, languages and so on.
  public let metadata: MapValue
  /// What its schema says of types, labels and keys.
  public let facts: SchemaFacts
  /// Counts for the optimizer.
  public let statistics: Statistics

  let labelIndex: LabelIndex
  /// By type.
  let adjacencies: ContiguousArray<Adjacency>
  /// The first relationship of each type, and the number of relationships.
  let typeStarts: FlatBuffer<UInt32>
  let undirected: Bitmap
  let nodeProperties: PropertyTable
  let relationshipProperties: PropertyTable
  let nodeFileIDs: FileIDs?
  let relationshipFileIDs: FileIDs?

  /// Puts the parts of a graph together and counts its statistics.
  init(
    catalog: Catalog, metadata: MapValue, labelIndex: LabelIndex, adjacencies: ContiguousArray<Adjacency>,
    undirected: Bitmap, nodeColumns: ContiguousArray<PropertyColumn?>,
    relationshipColumns: ContiguousArray<PropertyColumn?>, nodeFileIDs: FileIDs?,
    relationshipFileIDs: FileIDs?, facts: SchemaFacts = .conventional
  ) {
    nodeCount = labelIndex.setOfNode.count
    relationshipCount = adjacencies.last.map { Int($0.firstRelationship) + $0.count } ?? 0
    self.catalog = catalog
    self.metadata = metadata
    self.facts = facts
    self.labelIndex = labelIndex
    self.adjacencies = adjacencies
    typeStarts = FlatBuffer(
      ContiguousArray(adjacencies.map(\.firstRelationship) + [UInt32(relationshipCount)]))
    self.undirected = undirected
    nodeProperties = PropertyTable(nodeColumns, catalog: catalog)
    relationshipProperties = PropertyTable(relationshipColumns, catalog: catalog)
    self.nodeFileIDs = nodeFileIDs
    self.relationshipFileIDs = relationshipFileIDs
    statistics = Statistics(
      labels: labelIndex, catalog: catalog, adjacencies: adjacencies, nodeColumns: nodeColumns,
      relationshipColumns: relationshipColumns)
  }

  /// The empty graph.
  public convenience init() {
    self.init(
      catalog: Catalog(), metadata: MapValue([]),
      labelIndex: LabelIndex(sets: [], setOfNode: [], labelCount: 0),
      adjacencies: [], undirected: Bitmap(), nodeColumns: [], relationshipColumns: [], nodeFileIDs: nil,
      relationshipFileIDs: nil)
  }

  /// Whether a node is one of this snapshot: the id of a deleted one is not.
  public func contains(_ node: NodeID) -> Bool { Int(node.rawValue) < nodeCount }

  /// Whether elements have ids of a graph file, so that `n.id` is readable without a stored property `id`.
  public var hasElementIDs: Bool { nodeFileIDs != nil || relationshipFileIDs != nil }
}
