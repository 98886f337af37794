import Entente

/// The nodes and relationships of a graph that are drawn, each once, in the order in which they were found.
///
/// A relationship brings its ends along, whether they were found themselves or not.
struct GraphSelection {
  private(set) var nodes: [NodeID] = []
  private(set) var relationships: [RelationshipID] = []
  private var seenNodes: Set<NodeID> = []
  private var seenRelationships: Set<RelationshipID> = []
  private let graph: Graph

  /// What the cells of a table hold: nodes, relationships, paths, and lists and maps of them.
  init(_ table: Table) {
    graph = table.graph
    for row in table.rows { for value in row { add(value) } }
  }

  /// All of a graph but the nodes with one of the labels, and what leads to them.
  init(_ graph: Graph, hiding labels: Set<String>) {
    self.graph = graph
    let hidden = Set(labels.compactMap { graph.catalog.label(Text($0)) })
    for raw in 0..<UInt32(graph.nodeCount) {
      let node = NodeID(raw)
      if graph.labels(of: node).allSatisfy({ !hidden.contains($0) }) { add(node) }
    }
    for raw in 0..<UInt32(graph.relationshipCount) {
      let relationship = RelationshipID(raw)
      let ends = [graph.source(of: relationship), graph.target(of: relationship)]
      if ends.allSatisfy(seenNodes.contains) { add(relationship) }
    }
  }

  private mutating func add(_ value: Value) {
    switch value {
    case .node(let node): add(node)
    case .relationship(let relationship): add(relationship)
    case .path(let path):
      for node in path.nodes { add(node) }
      for relationship in path.relationships { add(relationship) }
    case .list(let items): for item in items { add(item) }
    case .map(let map): for entry in map.entries { add(entry.value) }
    case .null, .boolean, .integer, .float, .string, .temporal: break
    }
  }

  private mutating func add(_ node: NodeID) {
    guard Int(node.rawValue) < graph.nodeCount, seenNodes.insert(node).inserted else { return }
    nodes.append(node)
  }

  private mutating func add(_ relationship: RelationshipID) {
    guard Int(relationship.rawValue) < graph.relationshipCount,
      seenRelationships.insert(relationship).inserted
    else { return }
    add(graph.source(of: relationship))
    add(graph.target(of: relationship))
    relationships.append(relationship)
  }
}
