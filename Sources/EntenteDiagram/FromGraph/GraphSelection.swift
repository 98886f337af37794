import Entente

/// The nodes and relationships of a graph that are drawn, each once, in the order in which they were found.
///
/// A relationship brings its ends along, whether they were found themselves or not.
struct GraphSelection {
  private(set) var nodes: [NodeID] = []
  private(set) var relationships: [RelationshipID] = []
  /// Relationships that were not found, but join nodes that were.
  private(set) var connections: Set<RelationshipID> = []
  /// Nodes that document the graph rather than being part of it, and were left out.
  private(set) var hidden: [NodeID] = []
  /// What stands in a column of the rows that hold nodes, see ``group(by:of:_:)``.
  private(set) var groups: [NodeID: String] = [:]
  private var seenNodes: Set<NodeID> = []
  private var seenRelationships: Set<RelationshipID> = []
  private let graph: Graph

  /// What the cells of a table hold: nodes, relationships, paths, and lists and maps of them.
  init(_ table: Table) {
    graph = table.graph
    for row in table.rows { for value in row { add(value) } }
  }

  /// Some elements, in the order of the graph; relationships bring their ends along.
  init(_ graph: Graph, nodes: Set<NodeID>, relationships: Set<RelationshipID>) {
    self.graph = graph
    for node in nodes.sorted(by: { $0.rawValue < $1.rawValue }) { add(node) }
    for relationship in relationships.sorted(by: { $0.rawValue < $1.rawValue }) { add(relationship) }
  }

  /// A part of a graph.
  init(_ graph: Graph, _ part: GraphPart, options: DiagramOptions) {
    self.graph = graph
    switch part {
    case .whole:
      let drawable = DrawableGraph(graph, options: options)
      for node in drawable.nodes { add(node) }
      for relationship in drawable.relationships { add(relationship) }
      hidden = drawable.hiddenNodes
    case .around(let center, let depth):
      add(center)
      addSurroundings(of: [center], depth, DrawableGraph(graph, options: options, shown: [center]))
    case .near(let starts, let depth):
      let drawable = DrawableGraph(graph, options: options)
      addSurroundings(of: starts.intersection(drawable.nodes), depth, drawable)
    case .between(let a, let b):
      let drawable = DrawableGraph(graph, options: options, shown: [a, b])
      let (fromA, fromB) = (drawable.distances(from: a), drawable.distances(from: b))
      guard let length = fromA[b] else { return }
      let between = fromA.filter { node, distance in fromB[node].map { distance + $0 == length } ?? false }
      for node in between.keys.sorted(by: { (between[$0] ?? 0, $0.rawValue) < (between[$1] ?? 0, $1.rawValue) }) {
        add(node)
      }
      for relationship in drawable.relationships {
        let ends = [graph.source(of: relationship), graph.target(of: relationship)]
        if ends.allSatisfy(seenNodes.contains) { add(relationship) }
      }
    }
  }

  /// Adds nodes within so many steps, the relationships that such a step can take, and those among the first nodes.
  private mutating func addSurroundings(of starts: Set<NodeID>, _ depth: Int, _ drawable: DrawableGraph) {
    let distances = drawable.distances(fromAny: starts, upTo: depth)
    for node in drawable.nodes where distances[node] != nil { add(node) }
    for relationship in drawable.relationships {
      guard let source = distances[graph.source(of: relationship)],
        let target = distances[graph.target(of: relationship)]
      else { continue }
      if min(source, target) < max(depth, 1), max(source, target) <= depth { add(relationship) }
    }
  }

  /// Adds the relationships among the nodes that are not there yet.
  ///
  /// - Complexity: O(relationships)
  mutating func connect(options: DiagramOptions) {
    for raw in 0..<UInt32(graph.relationshipCount) {
      let relationship = RelationshipID(raw)
      let ends = [graph.source(of: relationship), graph.target(of: relationship)]
      guard !seenRelationships.contains(relationship), ends.allSatisfy(seenNodes.contains),
        options.draws(type: String(graph.catalog.name(of: graph.type(of: relationship))))
      else { continue }
      add(relationship)
      connections.insert(relationship)
    }
  }

  /// Says of nodes what stands in a column of the first row that holds them, in another column or in the same.
  ///
  /// - Complexity: O(cells)
  mutating func group(by column: String, of table: Table, _ reader: GraphReader) {
    guard let place = table.columns.firstIndex(of: column) else { return }
    for row in table.rows {
      let text: String? =
        switch row[place] {
        case .node(let node): reader.name(of: node)
        // A number alone says nothing.
        case .integer, .float, .boolean: reader.text(of: row[place]).map { "\(column) \($0)" }
        default: reader.text(of: row[place])
        }
      guard let text else { continue }
      var inRow = GraphSelection(graph)
      for value in row { inRow.add(value) }
      for node in inRow.nodes where groups[node] == nil { groups[node] = text }
    }
  }

  private init(_ graph: Graph) { self.graph = graph }

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
