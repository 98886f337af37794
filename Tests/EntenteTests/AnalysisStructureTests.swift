import EntenteTestSupport
import Testing

@testable import Entente

/// Structure against definitions, on every small graph and on random ones.
struct AnalysisStructureTests {
  @Test func `a core number is the best least degree of a part with the node`() throws {
    #expect(
      try AnalysisCase.firstDifference {
        try $0.coreNumbers().map(Double.init)
      } _: { example in
        let isConnected = example.isConnected
        var cores = [Double](repeating: 0, count: example.nodeCount)
        for part in example.subsets where !part.isEmpty {
          let least = part.map { node in part.filter { isConnected[node][$0] }.count }.min() ?? 0
          for node in part { cores[node] = max(cores[node], Double(least)) }
        }
        return cores
      } == nil)
  }

  @Test func `triangles, transitivity and clustering`() throws {
    #expect(
      try AnalysisCase.firstDifference {
        try $0.triangles().map(Double.init) + [$0.transitivity()]
      } _: { example in
        let isConnected = example.isConnected
        var triangles = [Double](repeating: 0, count: example.nodeCount)
        var pairs = 0.0
        for a in 0..<example.nodeCount {
          let neighbours = (0..<example.nodeCount).filter { isConnected[a][$0] }
          pairs += Double(neighbours.count * (neighbours.count - 1) / 2)
          triangles[a] =
            neighbours.reduce(0) { sum, b in sum + Double(neighbours.filter { isConnected[b][$0] }.count) } / 2
        }
        return triangles + [pairs > 0 ? triangles.reduce(0, +) / pairs : 0]
      } == nil)
    #expect(
      try AnalysisCase.firstDifference {
        Array(try $0.clustering())
      } _: { example in
        // Loops do not count; without weights, neither do parallel relationships.
        var matrix = example.matrix
        for node in 0..<example.nodeCount { matrix[node][node] = 0 }
        let greatest = max(example.matrix.flatMap { $0 }.max() ?? 0, 1e-300)
        let strength = matrix.map { $0.map { example.isWeighted ? cubeRoot($0 / greatest) : $0 > 0 ? 1 : 0 } }
        return (0..<example.nodeCount).map { node in
          var sum = 0.0
          var arcs = 0.0
          var mutual = 0.0
          for a in 0..<example.nodeCount where a != node {
            arcs += (strength[node][a] > 0 ? 1 : 0) + (strength[a][node] > 0 ? 1 : 0)
            mutual += strength[node][a] > 0 && strength[a][node] > 0 ? 1 : 0
            for b in 0..<example.nodeCount where b != node && a != b {
              let sides = [(node, a), (a, b), (b, node)]
              if example.isDirected {
                sum += sides.reduce(1) { $0 * (strength[$1.0][$1.1] + strength[$1.1][$1.0]) } / 2
              } else {
                sum += sides.reduce(1) { $0 * strength[$1.0][$1.1] }
              }
            }
          }
          let pairs = example.isDirected ? arcs * (arcs - 1) - 2 * mutual : mutual * (mutual - 1)
          return pairs > 0 ? sum / pairs : 0
        }
      } == nil)
  }

  @Test func `articulation points and bridges are those whose removal leaves more components`() throws {
    #expect(
      try AnalysisCase.firstDifference { view in
        let found = try view.biconnectivity()
        let ties = found.bridges.map { min(view.graph.source(of: $0), view.graph.target(of: $0)) }
        return found.articulationPoints.map(Double.init) + [-1] + ties.map { Double($0.rawValue) }.sorted()
      } _: { example in
        let points = (0..<example.nodeCount).filter { node in
          // The node itself no longer counts as a component.
          example.componentCount(without: node) > example.componentCount()
        }
        let bridges = example.ties.indices.filter {
          example.componentCount(withoutTie: $0) > example.componentCount()
        }
        return points.map(Double.init) + [-1]
          + bridges.map { Double(min(example.ties[$0].from, example.ties[$0].to)) }.sorted()
      } == nil)
  }

  @Test func `relationships of a biconnected component lie on circles together`() throws {
    #expect(
      try AnalysisCase.firstDifference { view in
        // Components as sizes and least nodes, since relationships are numbered otherwise in the case.
        let found = try view.biconnectivity().components
        let groups = Dictionary(grouping: found, by: \.component).values
        return groups.map { group in
          let ends = group.flatMap {
            [view.graph.source(of: $0.relationship), view.graph.target(of: $0.relationship)]
          }
          return Set(ends).reduce(Double(group.count) * 1000) { $0 + Double(1 << $1.rawValue) }
        }.sorted()
      } _: { example in
        example.blocks.map { block in
          let ends = Set(block.flatMap { [example.ties[$0].from, example.ties[$0].to] })
          return ends.reduce(Double(block.count) * 1000) { $0 + Double(1 << $1) }
        }.sorted()
      } == nil)
  }

  @Test func `maximal cliques are the sets that no node extends`() throws {
    #expect(
      try AnalysisCase.firstDifference { view in
        var cliques: [Double] = []
        try view.forEachMaximalClique { clique in cliques.append(clique.reduce(0) { $0 + Double(1 << $1) }) }
        return cliques.sorted()
      } _: { example in
        let isConnected = example.isConnected
        let cliques = example.subsets.filter { part in
          !part.isEmpty && part.allSatisfy { a in part.allSatisfy { $0 == a || isConnected[a][$0] } }
        }
        return cliques.filter { part in
          !(0..<example.nodeCount).contains { node in
            !part.contains(node) && part.allSatisfy { isConnected[node][$0] }
          }
        }.map { $0.reduce(0) { $0 + Double(1 << $1) } }.sorted()
      } == nil)
  }

  @Test func `cliques of a large complete graph, and only those of a size`() throws {
    let ties = (0..<150).flatMap { a in (0..<a).map { AnalysisCase.Tie(from: a, to: $0, weight: 1) } }
    let path = (150..<160).map { AnalysisCase.Tie(from: $0 - 1, to: $0, weight: 1) }
    let view = try AnalysisCase(
      name: "complete", nodeCount: 160, ties: ties + path, isDirected: false, isWeighted: false
    ).view()
    var sizes: [Int] = []
    try view.forEachMaximalClique { sizes.append($0.count) }
    #expect(sizes.sorted() == [Int](repeating: 2, count: 10) + [150])
    sizes = []
    try view.forEachMaximalClique(minimumSize: 3) { sizes.append($0.count) }
    #expect(sizes == [150])
  }

  @Test func `the triad census counts every three nodes by their shape`() throws {
    // Arcs of one triad of each kind, after the figure of Holland and Leinhardt.
    let shapes: [(Triad, [(Int, Int)])] = [
      (.t003, []), (.t012, [(0, 1)]), (.t102, [(0, 1), (1, 0)]), (.t021D, [(1, 0), (1, 2)]),
      (.t021U, [(0, 1), (2, 1)]), (.t021C, [(0, 1), (1, 2)]), (.t111D, [(0, 2), (2, 0), (1, 2)]),
      (.t111U, [(0, 2), (2, 0), (2, 1)]), (.t030T, [(0, 1), (1, 2), (0, 2)]), (.t030C, [(0, 1), (1, 2), (2, 0)]),
      (.t201, [(0, 1), (1, 0), (0, 2), (2, 0)]), (.t120D, [(1, 0), (1, 2), (0, 2), (2, 0)]),
      (.t120U, [(0, 1), (2, 1), (0, 2), (2, 0)]), (.t120C, [(0, 1), (1, 2), (0, 2), (2, 0)]),
      (.t210, [(0, 1), (1, 2), (2, 1), (0, 2), (2, 0)]), (.t300, [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)]),
    ]
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    var shapeOf: [Set<Int>: Triad] = [:]
    for (triad, arcs) in shapes {
      for order in orders { shapeOf[Set(arcs.map { order[$0.0] * 3 + order[$0.1] })] = triad }
    }
    #expect(shapeOf.count == 64)
    #expect(
      try AnalysisCase.firstDifference { view in
        let census = try view.triadCensus()
        return Triad.allCases.map { Double(census[$0] ?? -1) }
      } _: { example in
        let matrix = example.matrix
        var counts: [Triad: Double] = [:]
        for part in example.subsets where part.count == 3 {
          let arcs = part.indices.flatMap { a in part.indices.map { (a, $0) } }
            .filter { $0.0 != $0.1 && matrix[part[$0.0]][part[$0.1]] > 0 }
          if let triad = shapeOf[Set(arcs.map { $0.0 * 3 + $0.1 })] { counts[triad, default: 0] += 1 }
        }
        return Triad.allCases.map { counts[$0] ?? 0 }
      } == nil)
  }

  @Test func `constraint and effective size follow Burt's formulas`() throws {
    #expect(
      try AnalysisCase.firstDifference {
        try Array($0.constraint()) + $0.effectiveSize()
      } _: { example in
        let matrix = example.matrix
        let nodes = 0..<example.nodeCount
        func tie(_ a: Int, _ b: Int) -> Double {
          a == b ? 0 : example.isDirected ? matrix[a][b] + matrix[b][a] : matrix[a][b]
        }
        func share(_ a: Int, _ b: Int) -> Double {
          let sum = nodes.reduce(0) { $0 + tie(a, $1) }
          return sum > 0 ? tie(a, b) / sum : 0
        }
        let constraints = nodes.map { node -> Double in
          let contacts = nodes.filter { tie(node, $0) > 0 }
          if contacts.isEmpty { return .nan }
          return contacts.reduce(0) { sum, contact in
            let invested = share(node, contact) + nodes.reduce(0) { $0 + share(node, $1) * share($1, contact) }
            return sum + invested * invested
          }
        }
        let sizes = nodes.map { node -> Double in
          let contacts = nodes.filter { tie(node, $0) > 0 }
          if contacts.isEmpty { return .nan }
          return contacts.reduce(0) { sum, contact in
            let greatest = nodes.map { tie(contact, $0) }.max() ?? 1
            return sum + 1 - nodes.reduce(0) { $0 + share(node, $1) * tie(contact, $1) / greatest }
          }
        }
        return constraints + sizes
      } == nil)
  }
}

/// By bisection, so that the tests need no library of functions.
private func cubeRoot(_ value: Double) -> Double {
  var low = 0.0
  var high = max(value, 1)
  for _ in 0..<100 {
    let middle = (low + high) / 2
    if middle * middle * middle < value { low = middle } else { high = middle }
  }
  return value > 0 ? (low + high) / 2 : 0
}

extension AnalysisCase {
  /// All sets of nodes.
  var subsets: [[Int]] {
    (0..<(1 << nodeCount)).map { bits in (0..<nodeCount).filter { bits & (1 << $0) != 0 } }
  }

  /// The number of weak components of what is left without a node or without one of the ties.
  func componentCount(without node: Int? = nil, withoutTie tie: Int? = nil) -> Int {
    var labels = Array(0..<nodeCount)
    for _ in 0..<nodeCount {
      for (index, other) in ties.enumerated() where index != tie && other.from != node && other.to != node {
        let least = min(labels[other.from], labels[other.to])
        labels[other.from] = least
        labels[other.to] = least
      }
    }
    if let node { labels.remove(at: node) }
    return Set(labels).count
  }

  /// Groups of ties any two of which lie on a circle, without loops.
  var blocks: [[Int]] {
    let real = ties.indices.filter { ties[$0].from != ties[$0].to }
    var label = Dictionary(uniqueKeysWithValues: real.map { ($0, $0) })
    /// Follows simple paths from a start along ties above none of the path, and joins what closes a circle.
    func follow(_ node: Int, _ start: Int, _ path: [Int], _ visited: Set<Int>) {
      for tie in real where !path.contains(tie) {
        let other: Int
        if ties[tie].from == node {
          other = ties[tie].to
        } else if ties[tie].to == node {
          other = ties[tie].from
        } else {
          continue
        }
        if other == start && !path.isEmpty {
          let joined = Set((path + [tie]).compactMap { label[$0] })
          let least = joined.min() ?? tie
          for (key, value) in label where joined.contains(value) { label[key] = least }
        } else if other > start && !visited.contains(other) {
          follow(other, start, path + [tie], visited.union([other]))
        }
      }
    }
    for start in 0..<nodeCount { follow(start, start, [], [start]) }
    return Dictionary(grouping: real) { label[$0] ?? $0 }.values.map { $0.sorted() }
  }
}
