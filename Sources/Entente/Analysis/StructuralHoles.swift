public import EntenteSyntax

extension GraphView {
  /// How much each node's contacts are tied to each other, and so hold it; not a number for a node without contacts.
  ///
  ///     let constraint = try view.constraint()
  ///
  /// Two nodes are tied by the weights of their relationships in both directions together, none of them negative;
  /// loops do not count.
  ///
  /// - Complexity: O(Σ degree²)
  /// - Source: Burt: Structural Holes (1992); as `constraint` of networkx.
  public func constraint(monitor: QueryMonitor = .unlimited) throws(QueryError) -> ContiguousArray<Double> {
    let ties = try tieRows(monitor)
    var meter = WorkMeter(monitor)
    // By node: what the node in hand invests there, directly and through others.
    var invested = try WorkArray(repeating: 0.0, count: nodeCount, of: monitor)
    var constraints = ContiguousArray<Double>()
    constraints.reserveCapacity(nodeCount)
    for node in 0..<nodeCount {
      let places = ties.places(of: node)
      let strength = ties.strength(of: node)
      for place in places { invested[Int(ties.neighbours[place])] += ties.weight(at: place) / strength }
      var steps = 1 + places.count
      for place in places {
        let contact = Int(ties.neighbours[place])
        let share = ties.weight(at: place) / strength / ties.strength(of: contact)
        for place in ties.places(of: contact) where ties.connects(node, to: ties.neighbours[place]) {
          invested[Int(ties.neighbours[place])] += share * ties.weight(at: place)
        }
        steps += 2 * ties.degree(of: contact)
      }
      var constraint = strength > 0 ? 0 : Double.nan
      for place in places {
        let contact = Int(ties.neighbours[place])
        constraint += invested[contact] * invested[contact]
        invested[contact] = 0
      }
      constraints.append(constraint)
      try meter.step(steps)
    }
    try meter.report()
    return constraints
  }

  /// How many contacts each node has that do not repeat each other; not a number for a node without contacts.
  ///
  /// Ties are those of ``constraint(monitor:)``. Divided by the number of neighbours it is the efficiency.
  ///
  /// - Complexity: O(Σ degree² · log *degree*)
  /// - Source: Burt: Structural Holes (1992); Borgatti: Structural holes: unpacking Burt's redundancy measures (1997);
  ///   as `effective_size` of networkx.
  public func effectiveSize(monitor: QueryMonitor = .unlimited) throws(QueryError) -> ContiguousArray<Double> {
    let ties = try tieRows(monitor)
    var meter = WorkMeter(monitor)
    var sizes = ContiguousArray<Double>()
    sizes.reserveCapacity(nodeCount)
    for node in 0..<nodeCount {
      let places = ties.places(of: node)
      let strength = ties.strength(of: node)
      var size = strength > 0 ? Double(places.count) : .nan
      for place in places {
        let contact = Int(ties.neighbours[place])
        let row = ties.places(of: contact)
        let greatest = row.reduce(0) { max($0, ties.weight(at: $1)) }
        // What the contact shares with others of the node, as the node is tied to them.
        var redundancy = 0.0
        for place in row {
          let other = ties.neighbours[place]
          guard let own = ties.place(of: other, in: node) else { continue }
          redundancy += ties.weight(at: own) / strength * (ties.weight(at: place) / greatest)
        }
        if greatest > 0 { size -= redundancy }
        try meter.step(row.count)
      }
      sizes.append(size)
    }
    try meter.report()
    return sizes
  }

  private func tieRows(_ monitor: QueryMonitor) throws(QueryError) -> AdjacencyRows {
    try requireWeights(.nonnegative)
    return try simple(weighted: true, monitor: monitor).outgoing
  }
}

extension AdjacencyRows {
  /// The place of a neighbour in the row of a node; nil if it is none.
  ///
  /// - Complexity: O(log *degree*)
  func place(of neighbour: UInt32, in node: Int) -> Int? {
    let row = places(of: node)
    let place = neighbours.lowerBound(of: neighbour, in: row)
    return place < row.upperBound && neighbours[place] == neighbour ? place : nil
  }
}
