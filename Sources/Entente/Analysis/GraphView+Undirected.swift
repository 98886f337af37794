import EntenteSyntax

/// Views of a view in which directions do not count.
extension GraphView {
  /// This view with each relationship leading both ways, once each; itself where it is undirected.
  ///
  /// Relationships that a directed view has merged stay merged by direction only: for measures that ignore directions
  /// project with `direction = .undirected`, and the rule for parallel relationships holds for both ways together.
  ///
  /// - Complexity: O(nodes + relationships)
  func undirected(monitor: QueryMonitor) throws(QueryError) -> GraphView {
    guard isDirected else { return self }
    var rows = try RowBuilder(self, capacity: 2 * outgoing.count, hasWeights: isWeighted, monitor: monitor)
    for node in 0..<nodeCount {
      var merge = TwoRows(outgoing, incoming, node)
      var last: (neighbour: UInt32, relationship: UInt32)?
      while let (side, place) = merge.next() {
        let found = (neighbour: side.neighbours[place], relationship: side.relationships[place])
        // One that leads both ways stands in both rows.
        if let last, last == found { continue }
        last = found
        rows.append(found.neighbour, found.relationship, side.weight(at: place))
      }
      try rows.endRow(of: node)
    }
    return rows.finish()
  }

  /// Who is connected with whom: no directions, no loops, and each pair once.
  ///
  /// - Parameter isWeighted: whether a pair weighs what its relationships weigh together, in both directions; without
  ///   it pairs have no weights.
  /// - Complexity: O(nodes + relationships)
  func simple(weighted isWeighted: Bool = false, monitor: QueryMonitor) throws(QueryError) -> GraphView {
    if !isDirected && isSimple && (isWeighted || !self.isWeighted) { return self }
    let capacity = isDirected ? 2 * outgoing.count : outgoing.count
    var rows = try RowBuilder(self, capacity: capacity, hasWeights: isWeighted, monitor: monitor)
    for node in 0..<nodeCount {
      var merge = isDirected ? TwoRows(outgoing, incoming, node) : TwoRows(outgoing, node)
      while let (side, place) = merge.next() {
        if side.neighbours[place] == node { continue }
        rows.merge(side.neighbours[place], side.relationships[place], side.weight(at: place), node: node)
      }
      try rows.endRow(of: node)
    }
    return rows.finish()
  }

  /// Whether no node is connected with itself, and none with another twice in the same direction.
  ///
  /// - Complexity: O(nodes + relationships)
  private var isSimple: Bool {
    for node in 0..<nodeCount {
      var last: UInt32?
      for place in outgoing.places(of: node) {
        let neighbour = outgoing.neighbours[place]
        if neighbour == node || neighbour == last { return false }
        last = neighbour
      }
    }
    return true
  }
}

/// The places of a node in two rows, or in one, by neighbour and relationship.
private struct TwoRows {
  private let first: AdjacencyRows
  private let second: AdjacencyRows
  private var left: Range<Int>
  private var right: Range<Int>

  init(_ first: AdjacencyRows, _ second: AdjacencyRows, _ node: Int) {
    self.first = first
    self.second = second
    left = first.places(of: node)
    right = second.places(of: node)
  }

  init(_ rows: AdjacencyRows, _ node: Int) {
    self.init(rows, rows, node)
    right = right.upperBound..<right.upperBound
  }

  mutating func next() -> (AdjacencyRows, Int)? {
    if left.isEmpty && right.isEmpty { return nil }
    if right.isEmpty { return (first, left.removeFirst()) }
    if left.isEmpty { return (second, right.removeFirst()) }
    let a = (first.neighbours[left.lowerBound], first.relationships[left.lowerBound])
    let b = (second.neighbours[right.lowerBound], second.relationships[right.lowerBound])
    return a <= b ? (first, left.removeFirst()) : (second, right.removeFirst())
  }
}

/// Collects rows of neighbours, node after node, for a view that is undirected.
private struct RowBuilder {
  private let view: GraphView
  private let memory: MemoryReservation
  private let hasWeights: Bool
  private var offsets: ContiguousArray<Int> = [0]
  private var neighbours: ContiguousArray<UInt32> = []
  private var relationships: ContiguousArray<UInt32> = []
  private var weights: ContiguousArray<Double> = []
  private var meter: WorkMeter

  init(_ view: GraphView, capacity: Int, hasWeights: Bool, monitor: QueryMonitor) throws(QueryError) {
    self.view = view
    self.hasWeights = hasWeights
    memory = try MemoryReservation(bytes: capacity * (hasWeights ? 16 : 8) + 8 * view.nodeCount, of: monitor)
    meter = WorkMeter(monitor)
    offsets.reserveCapacity(view.nodeCount + 1)
  }

  mutating func append(_ neighbour: UInt32, _ relationship: UInt32, _ weight: Double) {
    neighbours.append(neighbour)
    relationships.append(relationship)
    if hasWeights { weights.append(weight) }
  }

  /// Appends to the row of a node, or adds the weight where the neighbour stands there.
  mutating func merge(_ neighbour: UInt32, _ relationship: UInt32, _ weight: Double, node: Int) {
    guard neighbours.count > offsets[node], neighbours.last == neighbour else {
      return append(neighbour, relationship, weight)
    }
    if hasWeights { weights[weights.count - 1] += weight }
  }

  mutating func endRow(of node: Int) throws(QueryError) {
    offsets.append(neighbours.count)
    try meter.step(1 + neighbours.count - offsets[node])
  }

  func finish() -> GraphView {
    let rows = AdjacencyRows(
      offsets: FlatBuffer(offsets), neighbours: FlatBuffer(neighbours), relationships: FlatBuffer(relationships),
      weights: hasWeights ? FlatBuffer(weights) : nil)
    return GraphView(
      graph: view.graph, isDirected: false, nodeCount: view.nodeCount,
      relationshipCount: (rows.count + rows.selfLoopCount) / 2, outgoing: rows, incoming: rows, nodeIDs: view.nodeIDs,
      memory: memory)
  }
}
