public import EntenteSyntax

extension Graph {
  /// A part of this graph to analyse.
  ///
  /// - Throws: an error for a weight that is no finite number, or a limit that is reached.
  /// - Complexity: O(nodes + relationships); twelve bytes a relationship and direction, eight more for a weight.
  public func view(
    _ projection: GraphProjection = GraphProjection(), monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> GraphView {
    try GraphViewMaker(graph: self, projection: projection, monitor: monitor).make()
  }
}

/// Makes a ``GraphView``: chooses nodes and relationships, sorts them into rows, merges parallel ones, weighs them.
private struct GraphViewMaker {
  let graph: Graph
  let projection: GraphProjection
  let monitor: QueryMonitor
  private let isUndirected: Bool

  init(graph: Graph, projection: GraphProjection, monitor: QueryMonitor) {
    self.graph = graph
    self.projection = projection
    self.monitor = monitor
    isUndirected = projection.direction == .undirected
  }

  func make() throws(QueryError) -> GraphView {
    // The list of ends, rows in both directions, and places while they are sorted.
    let bound = (projection.relationships?.count ?? graph.relationshipCount) * (isUndirected ? 2 : 1)
    let passing = try MemoryReservation(bytes: 28 * bound + 16 * graph.nodeCount, of: monitor)
    let nodeIDs = selectedNodes()
    let list = try ends(nodeIDs: nodeIDs)
    let nodeCount = nodeIDs?.count ?? graph.nodeCount
    guard list.targets.count < Int(UInt32.max) else { throw .viewTooLarge(list.targets.count) }

    // Rows sorted from rows sorted by the other end ascend.
    var outgoing = AdjacencyRows(incomingOf: list, nodeCount: nodeCount).transposed()
    try monitor.check()
    if let weight = projection.weight {
      outgoing = AdjacencyRows(
        offsets: outgoing.offsets, neighbours: outgoing.neighbours, relationships: outgoing.relationships,
        weights: try weights(weight, of: outgoing.relationships))
    }
    if projection.parallel != .keep { outgoing = outgoing.merged(projection.parallel) }
    let incoming = isUndirected ? outgoing : outgoing.transposed()
    try monitor.check()
    monitor.note(work: nodeCount + outgoing.count)

    let bytes = (8 + (outgoing.weights == nil ? 0 : 8)) * outgoing.count + 8 * nodeCount
    let memory = try MemoryReservation(bytes: isUndirected ? bytes : 2 * bytes, of: monitor)
    passing.release()
    return GraphView(
      graph: graph, isDirected: !isUndirected, nodeCount: nodeCount,
      relationshipCount: isUndirected ? (outgoing.count + outgoing.selfLoopCount) / 2 : outgoing.count,
      outgoing: outgoing, incoming: incoming, nodeIDs: nodeIDs, memory: memory)
  }

  /// The nodes of the view, ascending; nil for all.
  private func selectedNodes() -> FlatBuffer<UInt32>? {
    guard projection.nodes != nil || projection.labels != nil else { return nil }
    var isSelected = ContiguousArray(repeating: projection.nodes == nil, count: graph.nodeCount)
    for node in projection.nodes ?? [] where Int(node.rawValue) < graph.nodeCount {
      isSelected[Int(node.rawValue)] = true
    }
    if let labels = projection.labels {
      let sets = labels.map { graph.nodes(with: $0) }
      for node in 0..<graph.nodeCount where isSelected[node] {
        isSelected[node] = sets.contains { $0.contains(NodeID(UInt32(node))) }
      }
    }
    return FlatBuffer(ContiguousArray((0..<UInt32(graph.nodeCount)).filter { isSelected[Int($0)] }))
  }

  /// The ends of the relationships of the view, each twice if it leads both ways, in order of the relationships.
  private func ends(nodeIDs: FlatBuffer<UInt32>?) throws(QueryError) -> RelationshipEnds {
    var list = RelationshipEnds()
    let indexOfNode = nodeIDs.map { ids in
      var indexes = ContiguousArray(repeating: UInt32.max, count: graph.nodeCount)
      for (index, id) in ids.enumerated() { indexes[Int(id)] = UInt32(index) }
      return indexes
    }
    let isReversed = projection.direction == .reversed
    let hasUndirected = !graph.undirected.words.isEmpty
    let predicate = projection.predicate

    func add(_ source: UInt32, _ target: UInt32, _ relationship: UInt32) {
      if let predicate, !predicate(RelationshipID(relationship)) { return }
      var (source, target) = isReversed ? (target, source) : (source, target)
      if let indexOfNode {
        (source, target) = (indexOfNode[Int(source)], indexOfNode[Int(target)])
        guard source != .max && target != .max else { return }
      }
      list.sources.append(source)
      list.targets.append(target)
      list.relationships.append(relationship)
      if source != target, isUndirected || hasUndirected && graph.undirected.contains(relationship) {
        list.sources.append(target)
        list.targets.append(source)
        list.relationships.append(relationship)
      }
    }

    let types = projection.types.map { Set($0) }
    if let chosen = projection.relationships {
      for id in Set(chosen).sorted() where Int(id.rawValue) < graph.relationshipCount {
        if let types, !types.contains(graph.type(of: id)) { continue }
        add(graph.source(of: id).rawValue, graph.target(of: id).rawValue, id.rawValue)
      }
      return list
    }
    for type in graph.catalog.types where types?.contains(type) ?? true {
      let adjacency = graph.adjacency(type)
      let rows = adjacency.rows
      rows.outgoing.forEachRow { source, places in
        for place in places {
          add(source, rows.targets[place], adjacency.firstRelationship + UInt32(truncatingIfNeeded: place))
        }
      }
      try monitor.check()
    }
    return list
  }

  /// The weights of relationships, every one a finite number.
  private func weights(
    _ weight: GraphProjection.Weight, of relationships: FlatBuffer<UInt32>
  ) throws(QueryError) -> FlatBuffer<Double> {
    try FlatBuffer(count: relationships.count) { (filled: UnsafeMutableBufferPointer<Double>) throws(QueryError) in
      for (place, relationship) in relationships.enumerated() {
        let value: Double
        switch weight {
        case .property(let key, let missing):
          switch graph.property(key, of: RelationshipID(relationship)) {
          case .null: value = missing
          case .integer(let integer): value = Double(integer)
          case .float(let float): value = float
          case let other:
            throw .weightNotNumber(
              key: graph.catalog.name(of: key), other, of: graph.elementID(of: RelationshipID(relationship)))
          }
        case .computed(let compute): value = compute(RelationshipID(relationship))
        }
        guard value.isFinite else {
          throw .weightNotFinite(value, of: graph.elementID(of: RelationshipID(relationship)))
        }
        filled[place] = value
      }
    }
  }
}
