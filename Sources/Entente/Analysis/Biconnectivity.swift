public import EntenteSyntax

/// Where a graph falls apart when one node or one relationship is taken out.
public struct Biconnectivity: Sendable {
  /// The nodes of the view, ascending, without which others are no longer connected.
  public var articulationPoints: ContiguousArray<Int> = []
  /// The relationships, ascending, without which their ends are no longer connected.
  public var bridges: ContiguousArray<RelationshipID> = []
  /// The biconnected component of each relationship but loops: any two relationships of one component lie on a circle.
  /// Components are numbered from 0 in the order of their first relationships, which ascend.
  public var components: [(relationship: RelationshipID, component: Int)] = []
}

extension GraphView {
  /// Articulation points, bridges and biconnected components.
  ///
  ///     let points = try view.biconnectivity().articulationPoints.map(view.node(at:))
  ///
  /// Directions do not count. One of two parallel relationships is no bridge.
  ///
  /// - Complexity: O(nodes + relationships); no recursion, so paths of any length are followed.
  /// - Source: Hopcroft, Tarjan: Algorithm 447: efficient algorithms for graph manipulation (1973).
  public func biconnectivity(monitor: QueryMonitor = .unlimited) throws(QueryError) -> Biconnectivity {
    let view = try undirected(monitor: monitor)
    var search = try LowPointSearch(view.outgoing, monitor: monitor)
    try search.run()
    return search.finish()
  }
}

/// A depth-first search that finds how far back the part behind each relationship reaches.
struct LowPointSearch: ~Copyable {
  private let rows: AdjacencyRows
  private let memory: MemoryReservation
  private var meter: WorkMeter
  /// By node: the number in the order of the search, 0 for one not seen yet.
  private var numbers: WorkArray<UInt32>
  /// By node: the least number that the node, and what was found from it, is connected with.
  private var low: WorkArray<UInt32>
  private var isArticulationPoint: WorkArray<Bool>
  /// The path that is followed: each node with its next place and the relationship that led to it.
  private var path: ContiguousArray<(node: UInt32, place: Int, relationship: UInt32?)> = []
  /// Relationships seen whose component is not complete.
  private var open: ContiguousArray<UInt32> = []
  /// The biconnected component of each relationship, in the order in which components are complete.
  private(set) var found: [(relationship: RelationshipID, component: Int)] = []
  private var bridges: ContiguousArray<RelationshipID> = []
  private(set) var componentCount = 0
  private var number: UInt32 = 0

  init(_ rows: AdjacencyRows, monitor: QueryMonitor) throws(QueryError) {
    let memory = try MemoryReservation(bytes: 24 * rows.nodeCount + 12 * rows.count, of: monitor)
    let numbers = try WorkArray<UInt32>(repeating: 0, count: rows.nodeCount, of: monitor)
    let low = try WorkArray<UInt32>(repeating: 0, count: rows.nodeCount, of: monitor)
    let isArticulationPoint = try WorkArray(repeating: false, count: rows.nodeCount, of: monitor)
    self.rows = rows
    self.memory = memory
    self.numbers = numbers
    self.low = low
    self.isArticulationPoint = isArticulationPoint
    meter = WorkMeter(monitor)
  }

  mutating func run() throws(QueryError) {
    for start in 0..<rows.nodeCount where numbers[start] == 0 {
      enter(UInt32(truncatingIfNeeded: start), by: nil)
      var branches = 0
      while let (node, place, relationship) = path.last {
        if place < rows.offsets[Int(node) + 1] {
          path[path.count - 1].place = place + 1
          follow(place, from: node, by: relationship)
          continue
        }
        path.removeLast()
        try meter.step(1 + rows.degree(of: Int(node)))
        guard let parent = path.last?.node, let relationship else { continue }
        low[Int(parent)] = min(low[Int(parent)], low[Int(node)])
        if low[Int(node)] > numbers[Int(parent)] { bridges.append(RelationshipID(relationship)) }
        if low[Int(node)] >= numbers[Int(parent)] {
          closeComponent(at: relationship)
          if path.count > 1 { isArticulationPoint[Int(parent)] = true } else { branches += 1 }
        }
      }
      if branches > 1 { isArticulationPoint[start] = true }
    }
    try meter.report()
  }

  private mutating func enter(_ node: UInt32, by relationship: UInt32?) {
    number += 1
    numbers[Int(node)] = number
    low[Int(node)] = number
    path.append((node, rows.offsets[Int(node)], relationship))
  }

  private mutating func follow(_ place: Int, from node: UInt32, by relationship: UInt32?) {
    let next = rows.relationships[place]
    let neighbour = Int(rows.neighbours[place])
    // The relationship that led here leads back; a parallel one is another.
    if next == relationship || neighbour == node { return }
    if numbers[neighbour] == 0 {
      open.append(next)
      enter(UInt32(truncatingIfNeeded: neighbour), by: next)
    } else if numbers[neighbour] < numbers[Int(node)] {
      open.append(next)
      low[Int(node)] = min(low[Int(node)], numbers[neighbour])
    }
  }

  /// What was opened since the relationship that led into the component belongs to it.
  private mutating func closeComponent(at relationship: UInt32) {
    while let last = open.popLast() {
      found.append((RelationshipID(last), componentCount))
      if last == relationship { break }
    }
    componentCount += 1
  }

  consuming func finish() -> Biconnectivity {
    var result = Biconnectivity()
    result.articulationPoints = ContiguousArray((0..<rows.nodeCount).filter { isArticulationPoint[$0] })
    bridges.sort()
    result.bridges = bridges
    found.sort { $0.relationship < $1.relationship }
    var numbers = ContiguousArray(repeating: -1, count: componentCount)
    var next = 0
    for place in found.indices {
      let component = found[place].component
      if numbers[component] < 0 {
        numbers[component] = next
        next += 1
      }
      found[place].component = numbers[component]
    }
    result.components = found
    return result
  }
}
