import EntenteSyntax

/// Finds the nodes of which `n.id` gives a value: the id of the file, unless a statement stores a property `id`.
final class NodeIDIndex {
  private let context: ExecutionContext
  /// The snapshot that `stored` is about.
  private var snapshot: Graph?
  /// Nodes by what `n.id` gives, once a node stores that property or two have one id.
  private var stored: [EquivalenceKey: [UInt32]]?

  init(_ context: ExecutionContext) { self.context = context }

  /// The nodes with an id, ascending.
  ///
  /// - Complexity: O(length of the id) as a rule; O(nodes) once in a snapshot where nodes store ids; O(nodes) inside
  ///   a clause whose expressions see what it writes.
  func nodes(with id: Value) throws(QueryError) -> [UInt32] {
    context.monitor.note(work: 1)
    if context.seesWrites {
      return try nodes { Value.equals(context.property(ExecutionContext.virtualID, of: $0), id) == true }
    }
    if snapshot !== context.graph {
      snapshot = context.graph
      stored = try index()
    }
    if let stored { return id.equalsItself ? stored[EquivalenceKey(id)] ?? [] : [] }
    guard case .string(let text) = id, let node = context.graph.node(withFileID: text) else { return [] }
    return [node.rawValue]
  }

  private func nodes(where fits: (NodeID) -> Bool) throws(QueryError) -> [UInt32] {
    var found: [UInt32] = []
    for node in 0..<UInt32(context.graph.nodeCount) {
      try context.step()
      if fits(NodeID(node)) { found.append(node) }
    }
    return found
  }

  /// Nil in a snapshot in which ids of the file are all there is and lead to one node each.
  private func index() throws(QueryError) -> [EquivalenceKey: [UInt32]]? {
    let isStored = context.graph.catalog.key(ExecutionContext.virtualID).flatMap { context.graph.nodeColumn($0) } != nil
    guard isStored || context.graph.nodeFileIDs?.areUnique == false else { return nil }
    try context.monitor.charge(bytes: context.graph.nodeCount * 96)
    var nodes: [EquivalenceKey: [UInt32]] = [:]
    for node in 0..<UInt32(context.graph.nodeCount) {
      try context.step()
      let id = context.property(ExecutionContext.virtualID, of: NodeID(node))
      if id.equalsItself { nodes[EquivalenceKey(id), default: []].append(node) }
    }
    return nodes
  }
}

extension Value {
  /// Whether `x = x` is true: not for null, NaN, and what holds one of them.
  ///
  /// Two values that equal themselves are equal just where they are equivalent, so that they can be looked up by
  /// ``EquivalenceKey``.
  var equalsItself: Bool {
    switch self {
    case .null: false
    case .float(let number): !number.isNaN
    case .list, .map: Value.equals(self, self) == true
    case .boolean, .integer, .string, .temporal, .node, .relationship, .path: true
    }
  }
}
