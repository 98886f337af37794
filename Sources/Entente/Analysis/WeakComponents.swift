public import EntenteSyntax

/// A partition of the nodes of a view into groups: components, or communities.
///
/// Groups are numbered from 0 in the order of their first nodes.
public struct Partition: Hashable, Sendable {
  /// The group of each node of the view.
  public let groups: ContiguousArray<UInt32>
  public let count: Int

  /// Numbers groups that are given by any labels below a limit.
  ///
  /// - Complexity: O(nodes + limit)
  init(labels: ContiguousArray<UInt32>, limit: Int) {
    var numbers = ContiguousArray(repeating: UInt32.max, count: limit)
    var next: UInt32 = 0
    groups = ContiguousArray(
      labels.lazy.map { label in
        if numbers[Int(label)] == .max {
          numbers[Int(label)] = next
          next += 1
        }
        return numbers[Int(label)]
      })
    count = Int(next)
  }

  /// The number of nodes of each group.
  public var sizes: ContiguousArray<Int> {
    var sizes = ContiguousArray(repeating: 0, count: count)
    for group in groups { sizes[Int(group)] += 1 }
    return sizes
  }
}

extension GraphView {
  /// Groups of nodes that are connected with each other when directions do not count.
  ///
  /// - Complexity: O(nodes + relationships · α(nodes)): union by the lower node, with paths halved.
  /// - Source: Tarjan, van Leeuwen: Worst-case analysis of set union algorithms (1984).
  public func weakComponents(monitor: QueryMonitor = .unlimited) throws(QueryError) -> Partition {
    var meter = WorkMeter(monitor)
    let memory = try MemoryReservation(bytes: 12 * nodeCount, of: monitor)
    defer { memory.release() }
    var parents = ContiguousArray(0..<UInt32(nodeCount))
    let neighbours = outgoing.neighbours
    for node in 0..<nodeCount {
      let places = outgoing.places(of: node)
      var root = Self.root(of: UInt32(truncatingIfNeeded: node), in: &parents)
      for place in places {
        let neighbour = neighbours[place]
        // In an undirected view the other end has the relationship too.
        if !isDirected && neighbour > node { break }
        let other = Self.root(of: neighbour, in: &parents)
        if other < root {
          parents[Int(root)] = other
          root = other
        } else if other > root {
          parents[Int(other)] = root
        }
      }
      try meter.step(1 + places.count)
    }
    try meter.report()
    for node in 0..<nodeCount { parents[node] = parents[Int(parents[node])] }
    return Partition(labels: parents, limit: nodeCount)
  }

  @inline(__always)
  private static func root(of node: UInt32, in parents: inout ContiguousArray<UInt32>) -> UInt32 {
    var node = node
    var parent = parents[Int(node)]
    while parent != node {
      let grandparent = parents[Int(parent)]
      parents[Int(node)] = grandparent
      node = grandparent
      parent = parents[Int(node)]
    }
    return node
  }
}
