public import EntenteSyntax

extension GraphView {
  /// The greatest k for which each node belongs to a k-core: a part of the graph in which every node has k neighbours.
  ///
  ///     let cores = try view.coreNumbers()
  ///
  /// Directions, loops and parallel relationships do not count.
  ///
  /// - Complexity: O(nodes + relationships)
  /// - Source: Seidman: Network structure and minimum degree (1983); Batagelj, Zaveršnik: An O(m) algorithm for cores
  ///   decomposition of networks (2003).
  public func coreNumbers(monitor: QueryMonitor = .unlimited) throws(QueryError) -> ContiguousArray<UInt32> {
    try DegeneracyOrder(simple(monitor: monitor), monitor: monitor).cores.array()
  }
}

/// The nodes of a simple view in an order in which each has the fewest neighbours among those that are left.
struct DegeneracyOrder: ~Copyable {
  /// By place in the order, the core numbers ascending.
  private(set) var nodes: WorkArray<UInt32>
  /// By node: the place in the order.
  private(set) var places: WorkArray<UInt32>
  /// By node: the core number.
  private(set) var cores: WorkArray<UInt32>

  init(_ view: GraphView, monitor: QueryMonitor) throws(QueryError) {
    let rows = view.outgoing
    let nodeCount = rows.nodeCount
    var meter = WorkMeter(monitor)
    var nodes = try WorkArray<UInt32>(repeating: 0, count: nodeCount, of: monitor)
    var places = try WorkArray<UInt32>(repeating: 0, count: nodeCount, of: monitor)
    var cores = try WorkArray<UInt32>(repeating: 0, count: nodeCount, of: monitor)
    var greatest = 0
    for node in 0..<nodeCount {
      let degree = rows.degree(of: node)
      cores[node] = UInt32(truncatingIfNeeded: degree)
      greatest = max(greatest, degree)
    }
    // Where the nodes of each degree begin, in the order.
    var starts = try WorkArray<UInt32>(repeating: 0, count: greatest + 2, of: monitor)
    for node in 0..<nodeCount { starts[Int(cores[node]) + 1] += 1 }
    for degree in 0...greatest { starts[degree + 1] += starts[degree] }
    for node in 0..<nodeCount {
      let degree = Int(cores[node])
      places[node] = starts[degree]
      nodes[Int(starts[degree])] = UInt32(truncatingIfNeeded: node)
      starts[degree] += 1
    }
    for degree in stride(from: greatest, to: 0, by: -1) { starts[degree] = starts[degree - 1] }
    starts[0] = 0

    for place in 0..<nodeCount {
      let node = Int(nodes[place])
      let core = cores[node]
      for place in rows.places(of: node) {
        let neighbour = Int(rows.neighbours[place])
        let degree = cores[neighbour]
        guard degree > core else { continue }
        // The neighbour changes places with the first of its degree, and then counts as one of the degree below.
        let first = starts[Int(degree)]
        let other = nodes[Int(first)]
        let own = places[neighbour]
        nodes[Int(own)] = other
        places[Int(other)] = own
        nodes[Int(first)] = UInt32(truncatingIfNeeded: neighbour)
        places[neighbour] = first
        starts[Int(degree)] = first + 1
        cores[neighbour] = degree - 1
      }
      try meter.step(1 + rows.degree(of: node))
    }
    try meter.report()
    self.nodes = nodes
    self.places = places
    self.cores = cores
  }
}
