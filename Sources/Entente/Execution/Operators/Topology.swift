import EntenteSyntax

/// The adjacency that a hop walks in one snapshot: a list for each type and direction.
struct Topology {
  /// One direction of one type.
  struct Side {
    let adjacency: Adjacency
    let isOutgoing: Bool
    /// Whether self-loops are left out, because the other direction gives them.
    let skipsLoops: Bool

    func positions(_ node: UInt32) -> Range<Int> {
      isOutgoing ? adjacency.outgoing(NodeID(node)) : adjacency.incoming(NodeID(node))
    }

    func neighbour(_ position: Int) -> UInt32 {
      isOutgoing ? adjacency.target(at: position).rawValue : adjacency.source(at: position).rawValue
    }

    func relationship(_ position: Int) -> UInt32 {
      isOutgoing
        ? adjacency.firstRelationship + UInt32(truncatingIfNeeded: position)
        : adjacency.incomingRelationship(at: position).rawValue
    }

    /// The part of `positions` whose neighbour is `other`, by binary search in the sorted list.
    func positions(_ positions: Range<Int>, to other: UInt32) -> Range<Int> {
      func firstPosition(from: Int, where isPast: (UInt32) -> Bool) -> Int {
        var low = from
        var high = positions.upperBound
        while low < high {
          let middle = (low + high) / 2
          if isPast(neighbour(middle)) { high = middle } else { low = middle + 1 }
        }
        return low
      }
      let lower = firstPosition(from: positions.lowerBound) { $0 >= other }
      return lower..<firstPosition(from: lower) { $0 > other }
    }
  }

  let sides: [Side]

  init(_ graph: Graph, types: [Text], direction: RelationshipPattern.Direction) {
    var seen: Set<TypeID> = []
    let types =
      types.isEmpty
      ? graph.catalog.types : types.compactMap { graph.catalog.type($0) }.filter { seen.insert($0).inserted }
    sides = types.flatMap { type -> [Side] in
      let adjacency = graph.adjacency(type)
      return switch direction {
      case .outgoing: [Side(adjacency: adjacency, isOutgoing: true, skipsLoops: false)]
      case .incoming: [Side(adjacency: adjacency, isOutgoing: false, skipsLoops: false)]
      case .either:
        [
          Side(adjacency: adjacency, isOutgoing: true, skipsLoops: false),
          Side(adjacency: adjacency, isOutgoing: false, skipsLoops: true),
        ]
      }
    }
  }

  /// Whether a relationship is one of a node's on some side.
  ///
  /// - Complexity: O(types)
  func holds(_ relationship: UInt32, at node: UInt32) -> Bool {
    sides.contains { side in
      let place = Int(relationship &- side.adjacency.firstRelationship)
      guard place < side.adjacency.count else { return false }
      // Where a list of pairs is looked up from the other end, the place in the first end's list says enough.
      return side.isOutgoing
        ? side.positions(node).contains(place) : side.adjacency.target(at: place).rawValue == node
    }
  }

  /// How many relationships a node has on all sides, a self-loop once for each direction asked for.
  func degree(_ node: UInt32) -> Int {
    var degree = 0
    for side in sides {
      let positions = side.positions(node)
      degree += positions.count
      if side.skipsLoops { degree -= side.positions(positions, to: node).count }
    }
    return degree
  }
}
