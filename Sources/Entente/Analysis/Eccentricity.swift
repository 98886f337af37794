public import EntenteSyntax

extension GraphView {
  /// The distances of all nodes from a source; nil for one that it does not reach.
  ///
  /// - Throws: an error if the view does not have the source, or for a negative weight.
  /// - Complexity: O(relationships), with weights, none of them negative, O(relationships · log *nodes*).
  public func distances(
    from source: NodeID, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> ContiguousArray<Double?> {
    try requireWeights(.nonnegative)
    var meter = WorkMeter(monitor)
    let memory = try MemoryReservation(bytes: 16 * nodeCount, of: monitor)
    defer { memory.release() }
    var search = try DistanceSearch(outgoing, monitor: monitor)
    try search.run(from: try requiredIndex(of: source), meter: &meter)
    try meter.report()
    return ContiguousArray((0..<nodeCount).map { search.distances[$0] < .infinity ? search.distances[$0] : nil })
  }

  /// How far each node is from the farthest node that it reaches.
  ///
  /// The greatest eccentricity is the diameter. What cannot be reached does not count, as in igraph.
  ///
  /// - Complexity: O(nodes · relationships), with weights O(nodes · relationships · log *nodes*).
  /// - Source: Harary: Graph Theory (1969).
  public func eccentricity(monitor: QueryMonitor = .unlimited) throws(QueryError) -> ContiguousArray<Double> {
    try requireWeights(.nonnegative)
    var meter = WorkMeter(monitor)
    var search = try DistanceSearch(outgoing, monitor: monitor)
    var eccentricities = ContiguousArray<Double>()
    eccentricities.reserveCapacity(nodeCount)
    for node in 0..<nodeCount {
      try search.run(from: node, meter: &meter)
      eccentricities.append(search.distances[Int(search.order[search.reachedCount - 1])])
    }
    try meter.report()
    return eccentricities
  }
}
