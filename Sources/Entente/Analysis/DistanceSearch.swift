import EntenteSyntax

import HeapModule

/// Finds what one source after another reaches, nearest first, in buffers that are used again.
///
///     var search = try DistanceSearch(rows, monitor: monitor)
///     try search.run(from: source, meter: &meter)
///     for place in 0..<search.reachedCount { print(search.order[place], search.distances[Int(search.order[place])]) }
///
/// Distances are numbers of hops, or sums of weights where the rows have some; then none may be negative. A search
/// costs O(relationships), with weights O(relationships · log *nodes*), of what it reaches.
///
/// - Source: Dijkstra: A note on two problems in connexion with graphs (1959).
struct DistanceSearch: ~Copyable {
  let rows: AdjacencyRows
  /// By node; infinite for one that is not reached.
  private(set) var distances: WorkArray<Double>
  /// The nodes that are reached, the source first; those of equal distance in a fixed order.
  private(set) var order: WorkArray<UInt32>
  private(set) var reachedCount = 0
  private var waiting = Heap<Entry>()

  private struct Entry: Comparable {
    let distance: Double
    let node: UInt32

    static func < (left: Entry, right: Entry) -> Bool {
      left.distance != right.distance ? left.distance < right.distance : left.node < right.node
    }
  }

  init(_ rows: AdjacencyRows, monitor: QueryMonitor) throws(QueryError) {
    let distances = try WorkArray(repeating: Double.infinity, count: rows.nodeCount, of: monitor)
    let order = try WorkArray<UInt32>(repeating: 0, count: rows.nodeCount, of: monitor)
    self.rows = rows
    self.distances = distances
    self.order = order
  }

  mutating func run(from source: Int, meter: inout WorkMeter) throws(QueryError) {
    for place in 0..<reachedCount { distances[Int(order[place])] = .infinity }
    reachedCount = 0
    if rows.weights == nil {
      try runUnweighted(from: source, meter: &meter)
    } else {
      try runWeighted(from: source, meter: &meter)
    }
  }

  private mutating func runUnweighted(from source: Int, meter: inout WorkMeter) throws(QueryError) {
    distances[source] = 0
    order[0] = UInt32(truncatingIfNeeded: source)
    reachedCount = 1
    var next = 0
    while next < reachedCount {
      let node = Int(order[next])
      next += 1
      let distance = distances[node] + 1
      let places = rows.places(of: node)
      for place in places {
        let neighbour = rows.neighbours[place]
        guard distances[Int(neighbour)] == .infinity else { continue }
        distances[Int(neighbour)] = distance
        order[reachedCount] = neighbour
        reachedCount += 1
      }
      try meter.step(1 + places.count)
    }
  }

  private mutating func runWeighted(from source: Int, meter: inout WorkMeter) throws(QueryError) {
    distances[source] = 0
    waiting.insert(Entry(distance: 0, node: UInt32(truncatingIfNeeded: source)))
    while let entry = waiting.popMin() {
      let node = Int(entry.node)
      // A shorter way was found after this entry was made.
      guard entry.distance == distances[node] else { continue }
      order[reachedCount] = entry.node
      reachedCount += 1
      let places = rows.places(of: node)
      for place in places {
        let neighbour = rows.neighbours[place]
        let distance = entry.distance + rows.weight(at: place)
        guard distance < distances[Int(neighbour)] else { continue }
        distances[Int(neighbour)] = distance
        waiting.insert(Entry(distance: distance, node: neighbour))
      }
      try meter.step(1 + places.count)
    }
  }
}
