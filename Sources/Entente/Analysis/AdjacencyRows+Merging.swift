extension AdjacencyRows {
  /// The number of relationships of nodes with themselves.
  var selfLoopCount: Int {
    var count = 0
    for node in 0..<nodeCount {
      let places = places(of: node)
      let own = UInt32(truncatingIfNeeded: node)
      count += neighbours.upperBound(of: own, in: places) - neighbours.lowerBound(of: own, in: places)
    }
    return count
  }

  /// Each neighbour once a row, with the weight that a rule makes of those of its relationships.
  ///
  /// - Complexity: O(nodes + relationships)
  func merged(_ rule: GraphProjection.Parallel) -> AdjacencyRows {
    var offsets = ContiguousArray(repeating: 0, count: nodeCount + 1)
    var neighbours: ContiguousArray<UInt32> = []
    var relationships: ContiguousArray<UInt32> = []
    var weights: ContiguousArray<Double> = []
    let hasWeights = self.weights != nil || rule == .sum || rule == .count
    for node in 0..<nodeCount {
      for place in places(of: node) {
        let neighbour = self.neighbours[place]
        let weight = rule == .count ? 1 : weight(at: place)
        if neighbours.count > offsets[node], neighbours.last == neighbour {
          guard hasWeights else { continue }
          let last = weights.count - 1
          switch rule {
          case .keep, .single: break
          case .sum, .count: weights[last] += weight
          case .min: weights[last] = Swift.min(weights[last], weight)
          case .max: weights[last] = Swift.max(weights[last], weight)
          }
        } else {
          neighbours.append(neighbour)
          relationships.append(self.relationships[place])
          if hasWeights { weights.append(weight) }
        }
      }
      offsets[node + 1] = neighbours.count
    }
    return AdjacencyRows(
      offsets: FlatBuffer(offsets), neighbours: FlatBuffer(neighbours), relationships: FlatBuffer(relationships),
      weights: hasWeights ? FlatBuffer(weights) : nil)
  }
}
