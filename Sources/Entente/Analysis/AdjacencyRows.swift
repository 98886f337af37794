/// Neighbours of the nodes of a ``GraphView`` in one direction, as compressed sparse rows.
///
///     offsets        0 2 2 3        node 0 → 0..<2, node 1 → 2..<2, node 2 → 2..<3
///     neighbours     1 2 0          by node of the view; ascending in a row
///     relationships  7 9 9          by relationship of the graph; parallel ones ascend too
///     weights        1 0.5 0.5      nil where every one weighs 1
struct AdjacencyRows: Sendable {
  let offsets: FlatBuffer<Int>
  let neighbours: FlatBuffer<UInt32>
  let relationships: FlatBuffer<UInt32>
  let weights: FlatBuffer<Double>?

  var nodeCount: Int { offsets.count - 1 }
  /// The number of neighbours of all nodes together.
  var count: Int { neighbours.count }

  /// The places of a node's neighbours.
  @inline(__always)
  func places(of node: Int) -> Range<Int> {
    // The offsets ascend, so no check is lost.
    Range(uncheckedBounds: (offsets[node], offsets[node + 1]))
  }

  @inline(__always)
  func degree(of node: Int) -> Int { offsets[node + 1] - offsets[node] }

  @inline(__always)
  func weight(at place: Int) -> Double { weights.map { $0[place] } ?? 1 }

  /// Whether a node has a neighbour.
  ///
  /// - Complexity: O(log *degree*)
  func connects(_ node: Int, to other: UInt32) -> Bool {
    let places = places(of: node)
    let place = neighbours.lowerBound(of: other, in: places)
    return place < places.upperBound && neighbours[place] == other
  }
}

extension AdjacencyRows {
  /// Sorts relationships into the rows of their targets, with their sources as neighbours in the order of the list.
  ///
  /// - Complexity: O(nodes + relationships), a counting sort.
  init(incomingOf list: RelationshipEnds, nodeCount: Int) {
    let offsets = Self.offsets(of: list.targets, nodeCount: nodeCount)
    var next = ContiguousArray(offsets)
    let count = list.targets.count
    // The places are worked out once, so that each array is written in a pass of its own.
    let places = ContiguousArray<UInt32>(unsafeUninitializedCapacity: count) { places, filled in
      for index in 0..<count {
        let target = Int(list.targets[index])
        places[index] = UInt32(truncatingIfNeeded: next[target])
        next[target] &+= 1
      }
      filled = count
    }
    self.offsets = offsets
    neighbours = FlatBuffer(count: count) { filled in
      for index in 0..<count { filled[Int(places[index])] = list.sources[index] }
    }
    relationships = FlatBuffer(count: count) { filled in
      for index in 0..<count { filled[Int(places[index])] = list.relationships[index] }
    }
    weights = nil
  }

  /// The same relationships seen from their other ends; the neighbours ascend in each row.
  ///
  /// - Complexity: O(nodes + relationships)
  func transposed() -> AdjacencyRows {
    let turned = neighbours.withElements { Self.offsets(of: $0, nodeCount: nodeCount) }
    var next = ContiguousArray(turned)
    let places = ContiguousArray<UInt32>(unsafeUninitializedCapacity: count) { places, filled in
      for place in 0..<count {
        let neighbour = Int(neighbours[place])
        places[place] = UInt32(truncatingIfNeeded: next[neighbour])
        next[neighbour] &+= 1
      }
      filled = count
    }
    return AdjacencyRows(
      offsets: turned,
      neighbours: FlatBuffer(count: count) { filled in
        for node in 0..<nodeCount {
          for place in self.places(of: node) { filled[Int(places[place])] = UInt32(truncatingIfNeeded: node) }
        }
      },
      relationships: Self.moved(relationships, to: places), weights: weights.map { Self.moved($0, to: places) })
  }

  private static func moved<Element>(
    _ elements: FlatBuffer<Element>, to places: ContiguousArray<UInt32>
  ) -> FlatBuffer<Element> {
    FlatBuffer(count: elements.count) { filled in
      for place in 0..<elements.count { filled[Int(places[place])] = elements[place] }
    }
  }

  private static func offsets(
    of rows: some RandomAccessCollection<UInt32>, nodeCount: Int
  ) -> FlatBuffer<Int> {
    var offsets = ContiguousArray(repeating: 0, count: nodeCount + 1)
    for row in rows { offsets[Int(row) + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    return FlatBuffer(offsets)
  }
}

/// Relationships as lists of their ends, before they are sorted into rows; by node of a view.
struct RelationshipEnds {
  var sources: ContiguousArray<UInt32> = []
  var targets: ContiguousArray<UInt32> = []
  var relationships: ContiguousArray<UInt32> = []
}
