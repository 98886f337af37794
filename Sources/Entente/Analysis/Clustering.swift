public import EntenteSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension GraphView {
  /// How many of the pairs of neighbours of each node are connected themselves, as a share; 0 where there is no pair.
  ///
  ///     let average = try view.clustering().reduce(0, +) / Double(view.nodeCount)
  ///
  /// Loops do not count, and parallel relationships count once, with the sum of their weights. In a directed view each
  /// of the ways in which three nodes can form a triangle counts. A weighted triangle counts as the geometric mean of
  /// its weights, divided by the greatest weight of the view; none may be negative.
  ///
  /// - Complexity: O(relationships^1.5)
  /// - Source: Watts, Strogatz: Collective dynamics of small-world networks (1998); Onnela, Saramäki, Kertész, Kaski:
  ///   Intensity and coherence of motifs in weighted complex networks (2005); Fagiolo: Clustering in complex directed
  ///   networks (2007); as `clustering` of networkx.
  public func clustering(monitor: QueryMonitor = .unlimited) throws(QueryError) -> ContiguousArray<Double> {
    try requireWeights(.nonnegative)
    let arcs = try arcStrengths(monitor)
    let simple = try arcs.simple(weighted: arcs.isWeighted || isDirected, monitor: monitor)
    let sums = try simple.triangleSums(monitor)
    return ContiguousArray(
      (0..<nodeCount).map { node in
        let neighbours = Double(simple.outgoing.degree(of: node))
        var pairs = neighbours * (neighbours - 1) / 2
        if isDirected {
          let arcs = Double(arcs.outgoing.loopless(node) + arcs.incoming.loopless(node))
          pairs = arcs * (arcs - 1) - 2 * (arcs - neighbours)
        }
        return pairs > 0 ? sums[node] / pairs : 0
      })
  }

  /// Which share of all pairs of relationships that meet in a node are two sides of a triangle.
  ///
  /// Directions, loops and parallel relationships do not count; 0 where no two relationships meet.
  ///
  /// - Complexity: O(relationships^1.5)
  /// - Source: Luce, Perry: A method of matrix analysis of group structure (1949); as `transitivity` of networkx.
  public func transitivity(monitor: QueryMonitor = .unlimited) throws(QueryError) -> Double {
    let simple = try simple(monitor: monitor)
    let closed = try simple.triangles(monitor: monitor).reduce(0, +)
    var pairs = 0
    for node in 0..<nodeCount {
      let degree = simple.outgoing.degree(of: node)
      pairs += degree * (degree - 1) / 2
    }
    return pairs > 0 ? Double(closed) / Double(pairs) : 0
  }

  /// This view with every pair of nodes once a direction, weighed so that the product of the weights of a triangle is
  /// what it counts as.
  private func arcStrengths(_ monitor: QueryMonitor) throws(QueryError) -> GraphView {
    let memory = try MemoryReservation(bytes: (isDirected ? 32 : 16) * outgoing.count, of: monitor)
    let rule: GraphProjection.Parallel = isWeighted ? .sum : .single
    var outgoing = outgoing.merged(rule)
    var incoming = isDirected ? incoming.merged(rule) : outgoing
    if let weights = outgoing.weights {
      let greatest = weights.max() ?? 0
      // Without any weight there is nothing to divide by, and all triangles count 0.
      func strength(_ weight: Double) -> Double { greatest > 0 ? cbrt(weight / greatest) : 0 }
      outgoing = outgoing.reweighted(strength)
      incoming = isDirected ? incoming.reweighted(strength) : outgoing
    }
    return GraphView(
      graph: graph, isDirected: isDirected, nodeCount: nodeCount, relationshipCount: outgoing.count,
      outgoing: outgoing, incoming: incoming, nodeIDs: nodeIDs, memory: memory)
  }

  /// The sum over the triangles of each node of a simple view of the products of their weights.
  private func triangleSums(_ monitor: QueryMonitor) throws(QueryError) -> ContiguousArray<Double> {
    guard isWeighted else { return ContiguousArray(try triangles(monitor: monitor).map(Double.init)) }
    let ranked = try RankedRows(outgoing, monitor: monitor)
    guard let weights = ranked.weights else { return [] }
    var meter = WorkMeter(monitor)
    var sums = ContiguousArray(repeating: 0.0, count: nodeCount)
    // By rank: the weight of the relationship with the node in hand, or negative.
    var reached = try WorkArray(repeating: -1.0, count: nodeCount, of: monitor)
    for a in 0..<nodeCount {
      let neighbours = ranked.places(of: a)
      for place in neighbours { reached[Int(ranked.neighbours[place])] = weights[place] }
      for place in neighbours {
        let b = Int(ranked.neighbours[place])
        for further in ranked.places(of: b) {
          let c = Int(ranked.neighbours[further])
          guard reached[c] >= 0 else { continue }
          let product = weights[place] * weights[further] * reached[c]
          for corner in [a, b, c] { sums[Int(ranked.nodes[corner])] += product }
        }
        try meter.step(1 + ranked.places(of: b).count)
      }
      for place in neighbours { reached[Int(ranked.neighbours[place])] = -1 }
    }
    try meter.report()
    return sums
  }
}

extension AdjacencyRows {
  /// The number of places in a row that lead to another node.
  fileprivate func loopless(_ node: Int) -> Int {
    let loops = connects(node, to: UInt32(truncatingIfNeeded: node)) ? 1 : 0
    return degree(of: node) - loops
  }

  /// These rows with other weights.
  fileprivate func reweighted(_ weight: (Double) -> Double) -> AdjacencyRows {
    AdjacencyRows(
      offsets: offsets, neighbours: neighbours, relationships: relationships,
      weights: weights.map { FlatBuffer(ContiguousArray($0.map(weight))) })
  }
}
