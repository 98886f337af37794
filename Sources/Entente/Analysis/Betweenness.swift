public import EntenteSyntax

extension GraphView {
  /// How often each node lies on the shortest ways between others.
  ///
  ///     let betweenness = try view.betweenness(normalized: true)
  ///
  /// A pair of nodes gives each node between them the share of its shortest paths that lead through it; parallel
  /// relationships are different paths. Weights are lengths, all of them positive. In an undirected view a pair counts
  /// once, else once each way.
  ///
  /// - Parameters:
  ///   - normalized: whether values are divided by the number of pairs of other nodes.
  ///   - samples: how many sources are drawn for an estimate, scaled to all of them; nil for all, which is exact.
  ///   - seed: decides which sources are drawn.
  /// - Complexity: O(sources · relationships), with weights O(sources · relationships · log *nodes*).
  /// - Source: Freeman: A set of measures of centrality based on betweenness (1977); Brandes: A faster algorithm for
  ///   betweenness centrality (2001); Brandes, Pich: Centrality estimation in large networks (2007).
  public func betweenness(
    normalized: Bool = false, samples: Int? = nil, seed: UInt64 = 0, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> ContiguousArray<Double> {
    let dependencies = try pathDependencies(samples: samples, seed: seed, ofRelationships: false, monitor)
    var scale = scale(sources: dependencies.sourceCount)
    if normalized, nodeCount > 2 {
      scale /= Double(nodeCount - 1) * Double(nodeCount - 2) / (isDirected ? 1 : 2)
    }
    return ContiguousArray((0..<nodeCount).map { dependencies.ofNodes[$0] * scale })
  }

  /// How often each relationship lies on the shortest ways between nodes; those of the view in ascending order.
  ///
  /// What is said of ``betweenness(normalized:samples:seed:monitor:)`` holds here too; a relationship that leads both
  /// ways in a directed view has the sum of both.
  ///
  /// - Parameter normalized: whether values are divided by the number of pairs of nodes.
  /// - Source: Girvan, Newman: Community structure in social and biological networks (2002).
  public func edgeBetweenness(
    normalized: Bool = false, samples: Int? = nil, seed: UInt64 = 0, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> [(relationship: RelationshipID, score: Double)] {
    let dependencies = try pathDependencies(samples: samples, seed: seed, ofRelationships: true, monitor)
    var scale = scale(sources: dependencies.sourceCount)
    if normalized, nodeCount > 1 { scale /= Double(nodeCount) * Double(nodeCount - 1) / (isDirected ? 1 : 2) }
    let memory = try MemoryReservation(bytes: 48 * outgoing.count, of: monitor)
    defer { memory.release() }
    var scores: [(relationship: RelationshipID, score: Double)] = []
    scores.reserveCapacity(relationshipCount)
    let places = (0..<outgoing.count).sorted { (outgoing.relationships[$0], $0) < (outgoing.relationships[$1], $1) }
    for place in places {
      let relationship = RelationshipID(outgoing.relationships[place])
      let score = dependencies.ofPlaces[place] * scale
      if scores.last?.relationship == relationship {
        scores[scores.count - 1].score += score
      } else {
        scores.append((relationship, score))
      }
    }
    return scores
  }

  /// Makes of sums over some sources what all would come to, with each undirected pair once.
  private func scale(sources: Int) -> Double {
    (sources > 0 ? Double(nodeCount) / Double(sources) : 1) / (isDirected ? 1 : 2)
  }

  /// What all or some sources add up to.
  private func pathDependencies(
    samples: Int?, seed: UInt64, ofRelationships: Bool, _ monitor: QueryMonitor
  ) throws(QueryError) -> PathDependencies {
    try requireWeights(.positive)
    var meter = WorkMeter(monitor)
    var dependencies = try PathDependencies(outgoing, ofRelationships: ofRelationships, monitor: monitor)
    var sources = try WorkArray<UInt32>(ascendingTo: nodeCount, of: monitor)
    if let samples, samples < nodeCount {
      var generator = SeededGenerator(seed: seed)
      sources.shuffle(using: &generator)
    }
    let count = min(samples.map { max($0, 1) } ?? nodeCount, nodeCount)
    for place in 0..<count { try dependencies.add(source: Int(sources[place]), meter: &meter) }
    try meter.report()
    return dependencies
  }
}
