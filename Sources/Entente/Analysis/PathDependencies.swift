import EntenteSyntax

/// Adds up, over sources, the shares of shortest paths that lead through nodes and along relationships.
///
/// - Source: Brandes: A faster algorithm for betweenness centrality (2001); On variants of shortest-path betweenness
///   centrality and their generic computation (2008), for relationships.
struct PathDependencies: ~Copyable {
  private var search: DistanceSearch
  /// By node: the number of shortest paths from the source, and what the source's paths through the node come to.
  private var pathCounts: WorkArray<Double>
  private var dependencies: WorkArray<Double>
  private(set) var ofNodes: WorkArray<Double>
  /// By place of the rows; empty where relationships are not asked for.
  private(set) var ofPlaces: WorkArray<Double>
  private(set) var sourceCount = 0

  init(_ rows: AdjacencyRows, ofRelationships: Bool, monitor: QueryMonitor) throws(QueryError) {
    let search = try DistanceSearch(rows, monitor: monitor)
    let pathCounts = try WorkArray(repeating: 0.0, count: rows.nodeCount, of: monitor)
    let dependencies = try WorkArray(repeating: 0.0, count: rows.nodeCount, of: monitor)
    let ofNodes = try WorkArray(repeating: 0.0, count: rows.nodeCount, of: monitor)
    let ofPlaces = try WorkArray(repeating: 0.0, count: ofRelationships ? rows.count : 0, of: monitor)
    self.search = search
    self.pathCounts = pathCounts
    self.dependencies = dependencies
    self.ofNodes = ofNodes
    self.ofPlaces = ofPlaces
  }

  mutating func add(source: Int, meter: inout WorkMeter) throws(QueryError) {
    try search.run(from: source, meter: &meter)
    sourceCount += 1
    let rows = search.rows
    for place in 0..<search.reachedCount {
      let node = Int(search.order[place])
      pathCounts[node] = 0
      dependencies[node] = 0
    }
    pathCounts[source] = 1
    for place in 0..<search.reachedCount {
      let node = Int(search.order[place])
      let distance = search.distances[node]
      let count = pathCounts[node]
      for place in rows.places(of: node) {
        let neighbour = Int(rows.neighbours[place])
        if search.distances[neighbour] == distance + rows.weight(at: place) { pathCounts[neighbour] += count }
      }
      try meter.step(rows.degree(of: node))
    }
    let countsPlaces = ofPlaces.count > 0
    for place in stride(from: search.reachedCount - 1, through: 0, by: -1) {
      let node = Int(search.order[place])
      let distance = search.distances[node]
      var sum = 0.0
      for place in rows.places(of: node) {
        let neighbour = Int(rows.neighbours[place])
        guard search.distances[neighbour] == distance + rows.weight(at: place) else { continue }
        let share = (1 + dependencies[neighbour]) / pathCounts[neighbour]
        sum += share
        if countsPlaces { ofPlaces[place] += pathCounts[node] * share }
      }
      dependencies[node] = pathCounts[node] * sum
      if node != source { ofNodes[node] += dependencies[node] }
      try meter.step(rows.degree(of: node))
    }
  }
}
