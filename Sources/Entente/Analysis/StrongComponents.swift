public import EntenteSyntax

extension GraphView {
  /// Groups of nodes that can all be reached from each other along the directions.
  ///
  /// - Complexity: O(nodes + relationships); no recursion, so paths of any length are followed.
  /// - Source: Tarjan: Depth-first search and linear graph algorithms (1972), in the form of Pearce: A space-efficient
  ///   algorithm for finding strongly connected components (2016).
  public func strongComponents(monitor: QueryMonitor = .unlimited) throws(QueryError) -> Partition {
    guard isDirected else { return try weakComponents(monitor: monitor) }
    var meter = WorkMeter(monitor)
    let memory = try MemoryReservation(bytes: 33 * nodeCount, of: monitor)
    defer { memory.release() }
    // 0 for a node not yet seen; while it is open, the least number it reaches; from `first` up once it has a component.
    var low = ContiguousArray<UInt32>(repeating: 0, count: nodeCount)
    var components = ContiguousArray<UInt32>(repeating: .max, count: nodeCount)
    var number: UInt32 = 0
    var componentCount: UInt32 = 0
    /// Nodes seen whose component is not complete.
    var open: ContiguousArray<UInt32> = []
    /// The path that is followed, each node with the next of its places and the number it was given.
    var path: ContiguousArray<(node: UInt32, place: Int, number: UInt32)> = []

    for start in 0..<UInt32(nodeCount) where low[Int(start)] == 0 {
      number += 1
      low[Int(start)] = number
      path.append((start, outgoing.offsets[Int(start)], number))
      while let (node, place, own) = path.last {
        if place < outgoing.offsets[Int(node) + 1] {
          path[path.count - 1].place = place + 1
          let neighbour = outgoing.neighbours[place]
          if low[Int(neighbour)] == 0 {
            number += 1
            low[Int(neighbour)] = number
            path.append((neighbour, outgoing.offsets[Int(neighbour)], number))
          } else if components[Int(neighbour)] == .max {
            low[Int(node)] = min(low[Int(node)], low[Int(neighbour)])
          }
          continue
        }
        path.removeLast()
        try meter.step(1 + outgoing.degree(of: Int(node)))
        if low[Int(node)] == own {
          components[Int(node)] = componentCount
          // What was opened after the node reaches it, since it is still open.
          while let last = open.last, low[Int(last)] >= own {
            components[Int(last)] = componentCount
            open.removeLast()
          }
          componentCount += 1
        } else {
          open.append(node)
        }
        if let parent = path.last?.node, components[Int(node)] == .max {
          low[Int(parent)] = min(low[Int(parent)], low[Int(node)])
        }
      }
    }
    try meter.report()
    return Partition(labels: components, limit: Int(componentCount))
  }
}
