public import EntenteSyntax

/// Collects nodes and relationships in any order and makes a ``Graph`` of them.
///
///     var builder = GraphBuilder()
///     let a = builder.addNode(id: "alibaba", labels: ["Actor", "Company"], properties: [("name", .string("Alibaba"))])
///     let b = builder.addNode(id: "nvidia", labels: ["Actor"], properties: [])
///     builder.addRelationship(id: nil, from: a, to: b, type: "PARTNERS_WITH", undirected: true, properties: [])
///     let graph = try builder.build()
///
/// What cannot be held, such as more than 2^32 - 2 nodes, is reported by ``build()``. Keep nodes of one label
/// together where you can: their label then costs nothing.
public struct GraphBuilder: ~Copyable, Sendable {
  private var catalog: Catalog
  private var metadata: MapValue
  private var facts: SchemaFacts
  private var labelSets: LabelSetTable
  private var setOfNode: ContiguousArray<UInt32>
  private var nodeColumns: ContiguousArray<ColumnBuilder>
  private var nodeIDs: ColumnBuilder
  /// By type.
  private var relationships: ContiguousArray<RelationshipList>
  private var relationshipCount: Int
  private var relationshipColumns: ContiguousArray<ColumnBuilder>
  private var relationshipIDs: ColumnBuilder
  private var undirected: ContiguousArray<UInt32>
  private var removedNodes: Set<UInt32> = []
  private var removedRelationships: Set<UInt32> = []
  private let limit: Int
  private var error: StorageError?
  // The last names, which the next element often shares, and what they were resolved to.
  private var lastLabels: (names: [Text], set: UInt32)?
  private var lastType: (name: Text, type: Int)?

  /// The most nodes, and the most relationships, that one graph can hold; the last id is null in columns of ids.
  public static let elementLimit = Int(UInt32.max) - 1

  public init() { self.init(continuing: nil) }

  /// Begins with all of a snapshot. Its relationships keep their ids until the graph is made.
  init(continuing graph: Graph?, limit: Int = elementLimit) {
    self.limit = limit
    catalog = graph?.catalog ?? Catalog()
    metadata = graph?.metadata ?? MapValue([])
    facts = graph?.facts ?? .conventional
    labelSets = LabelSetTable(graph?.labelIndex.sets ?? [])
    setOfNode = graph.map { ContiguousArray($0.labelIndex.setOfNode) } ?? []
    nodeColumns = ContiguousArray((graph?.nodeProperties.columns ?? []).map(ColumnBuilder.init(continuing:)))
    nodeIDs = ColumnBuilder(continuing: graph?.nodeFileIDs?.asColumn)
    relationships = ContiguousArray((graph?.adjacencies ?? []).map(RelationshipList.init(continuing:)))
    relationshipCount = graph?.relationshipCount ?? 0
    relationshipColumns = ContiguousArray(
      (graph?.relationshipProperties.columns ?? []).map(ColumnBuilder.init(continuing:)))
    relationshipIDs = ColumnBuilder(continuing: graph?.relationshipFileIDs?.asColumn)
    var undirected: ContiguousArray<UInt32> = []
    graph?.undirected.forEach { undirected.append($0) }
    self.undirected = undirected
  }

  /// Adds a node. Nodes keep the order in which they are added.
  ///
  /// - Parameters:
  ///   - id: an id of a graph file; only the first node with an id is found by it.
  ///   - labels: repeated labels count once.
  ///   - properties: null values are left out; of entries with the same key the last one counts.
  public mutating func addNode(id: Text?, labels: [Text], properties: [(Text, Value)]) -> NodeID {
    guard setOfNode.count < limit else {
      error = error ?? .tooManyNodes(limit: limit)
      return NodeID(UInt32(truncatingIfNeeded: limit))
    }
    let node = UInt32(setOfNode.count)
    if let id { nodeIDs.append(node, .string(id)) }
    setOfNode.append(labelSet(labels))
    for (key, value) in Self.distinct(properties) where !value.isNull {
      let key = Int(catalog.intern(key: key).rawValue)
      while nodeColumns.count <= key { nodeColumns.append(ColumnBuilder()) }
      nodeColumns[key].append(node, value)
    }
    return NodeID(node)
  }

  /// Adds a relationship; its id in the graph is not the order of adding.
  ///
  /// - Parameters:
  ///   - id: an id of a graph file; only one relationship with an id is found by it.
  ///   - undirected: whether it was written without a direction.
  ///   - properties: null values are left out; of entries with the same key the last one counts.
  public mutating func addRelationship(
    id: Text?, from source: NodeID, to target: NodeID, type: Text, undirected isUndirected: Bool,
    properties: [(Text, Value)]
  ) {
    guard relationshipCount < limit else {
      error = error ?? .tooManyRelationships(limit: limit)
      return
    }
    let later = max(source, target)
    guard Int(later.rawValue) < setOfNode.count else {
      error = error ?? .unknownNode(later)
      return
    }
    let relationship = UInt32(relationshipCount)
    relationshipCount += 1
    relationships[index(ofType: type)].append(relationship, source.rawValue, target.rawValue)
    if let id { relationshipIDs.append(relationship, .string(id)) }
    if isUndirected { undirected.append(relationship) }
    for (key, value) in Self.distinct(properties) where !value.isNull {
      let key = Int(catalog.intern(key: key).rawValue)
      while relationshipColumns.count <= key { relationshipColumns.append(ColumnBuilder()) }
      relationshipColumns[key].append(relationship, value)
    }
  }

  /// Gives a node other labels.
  mutating func setLabels(of node: UInt32, to labels: [Text]) { setOfNode[Int(node)] = labelSet(labels) }

  /// Gives nodes other values of a key; null removes.
  mutating func setNodeValues(_ values: [UInt32: Value], of key: Text) {
    let key = Int(catalog.intern(key: key).rawValue)
    while nodeColumns.count <= key { nodeColumns.append(ColumnBuilder()) }
    nodeColumns[key].replace(values)
  }

  /// Gives relationships other values of a key; null removes.
  mutating func setRelationshipValues(_ values: [UInt32: Value], of key: Text) {
    let key = Int(catalog.intern(key: key).rawValue)
    while relationshipColumns.count <= key { relationshipColumns.append(ColumnBuilder()) }
    relationshipColumns[key].replace(values)
  }

  /// Leaves elements out of the graph; the relationships of a node that is left out must be left out too.
  mutating func remove(nodes: Set<UInt32>, relationships: Set<UInt32>) {
    removedNodes.formUnion(nodes)
    removedRelationships.formUnion(relationships)
  }

  /// Sets the properties of the graph itself.
  public mutating func setMetadata(_ metadata: MapValue) { self.metadata = metadata }

  /// Sets what the schema says; without it the conventions hold.
  public mutating func setFacts(_ facts: SchemaFacts) { self.facts = facts }

  /// Makes the graph.
  ///
  /// - Throws: the first thing that could not be added.
  /// - Complexity: O(nodes + relationships + properties), and O(*d* log *d*) for *d* distinct texts of a key, up to
  ///   65,536.
  public consuming func build() throws(StorageError) -> Graph { try assemble().graph }

  /// Makes the graph, and tells which id each element got; nil where none moved. What is left out has no new id.
  consuming func assemble() throws(StorageError) -> (graph: Graph, renumbered: Renumbering?) {
    if let error { throw error }
    let nodeNumbers = removeNodes()
    removeRelationships(nodeNumbers)
    var renumbered: ContiguousArray<UInt32>? = ContiguousArray(0..<UInt32(relationshipCount))
    var adjacencies: ContiguousArray<Adjacency> = []
    var first: UInt32 = 0
    var moved = false
    for list in relationships {
      let adjacency = list.finish(first: first) { old, new in
        if old != new {
          moved = true
          renumbered?[Int(old)] = new
        }
      }
      adjacencies.append(adjacency)
      first += UInt32(adjacency.count)
    }
    if !moved && removedRelationships.isEmpty { renumbered = nil }
    var undirectedBits = BitmapBuilder(spanning: 0..<(undirected.isEmpty ? 0 : UInt32(relationshipCount)))
    for relationship in undirected { undirectedBits.insert(renumbered?[Int(relationship)] ?? relationship) }

    let graph = Graph(
      catalog: catalog, metadata: metadata,
      labelIndex: LabelIndex(sets: labelSets.sets, setOfNode: setOfNode, labelCount: catalog.labels.count),
      adjacencies: adjacencies, undirected: undirectedBits.finish(),
      nodeColumns: ContiguousArray(nodeColumns.map { $0.finish(renumbered: nodeNumbers) }),
      relationshipColumns: ContiguousArray(relationshipColumns.map { $0.finish(renumbered: renumbered) }),
      nodeFileIDs: FileIDs(nodeIDs.finish(renumbered: nodeNumbers)),
      relationshipFileIDs: FileIDs(relationshipIDs.finish(renumbered: renumbered)), facts: facts)
    assert(
      graph.nodeCount + graph.relationshipCount > 100 || graph.checkInvariants().isEmpty, "unsound graph")
    let isSame = nodeNumbers == nil && renumbered == nil
    return (graph, isSame ? nil : Renumbering(nodes: nodeNumbers, relationships: renumbered))
  }

  /// Takes out the removed nodes and gives every node its new number; nil where none is removed.
  private mutating func removeNodes() -> ContiguousArray<UInt32>? {
    guard !removedNodes.isEmpty else { return nil }
    var numbers = ContiguousArray<UInt32>(repeating: .max, count: setOfNode.count)
    var kept: ContiguousArray<UInt32> = []
    kept.reserveCapacity(setOfNode.count)
    for node in setOfNode.indices where !removedNodes.contains(UInt32(node)) {
      numbers[node] = UInt32(kept.count)
      kept.append(setOfNode[node])
    }
    setOfNode = kept
    for key in nodeColumns.indices { nodeColumns[key].remove(removedNodes) }
    nodeIDs.remove(removedNodes)
    return numbers
  }

  private mutating func removeRelationships(_ nodeNumbers: ContiguousArray<UInt32>?) {
    guard nodeNumbers != nil || !removedRelationships.isEmpty else { return }
    for type in relationships.indices { relationships[type].rewrite(removing: removedRelationships, nodeNumbers) }
    guard !removedRelationships.isEmpty else { return }
    for key in relationshipColumns.indices { relationshipColumns[key].remove(removedRelationships) }
    relationshipIDs.remove(removedRelationships)
    undirected.removeAll { removedRelationships.contains($0) }
  }

  private mutating func labelSet(_ names: [Text]) -> UInt32 {
    if let lastLabels, lastLabels.names == names { return lastLabels.set }
    let set = labelSets.intern(names.map { catalog.intern(label: $0) })
    lastLabels = (names, set)
    return set
  }

  private mutating func index(ofType name: Text) -> Int {
    if let lastType, lastType.name == name { return lastType.type }
    let type = Int(catalog.intern(type: name).rawValue)
    while relationships.count <= type { relationships.append(RelationshipList()) }
    lastType = (name, type)
    return type
  }

  /// The entries with each key once: the last one.
  static func distinct(_ properties: [(Text, Value)]) -> [(Text, Value)] {
    for (place, property) in properties.enumerated().dropFirst() {
      for earlier in properties[..<place] where earlier.0 == property.0 {
        return MapValue(properties).entries.map { ($0.key, $0.value) }
      }
      // Long lists are not compared pairwise.
      if place == 16 { return MapValue(properties).entries.map { ($0.key, $0.value) } }
    }
    return properties
  }
}
