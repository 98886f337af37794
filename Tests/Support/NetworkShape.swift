import Entente

/// How the ties of a random network lie, apart from their signs.
public enum NetworkShape: String, Sendable {
  /// Any two nodes alike (Erdős, Rényi 1959).
  case random
  /// New nodes tie to those that have many ties already (Barabási, Albert 1999).
  case scaleFree = "scale-free"
  /// A ring whose nodes are tied to the nearest ones, a tenth of the ties led elsewhere (Watts, Strogatz 1998).
  case smallWorld = "small world"
  /// Points in a square, the nearest ones tied (Gilbert 1961).
  case spatial

  /// Calls back with pairs of different nodes, each once, in random order: as many as asked for, where the shape allows.
  func forEachPair(
    nodes: Int, ties: Int, using random: inout SplitMix64, _ body: (Int, Int, inout SplitMix64) -> Void
  ) {
    var seen: Set<[Int]> = []
    var pairs: [(Int, Int)] = []
    func add(_ first: Int, _ second: Int) -> Bool {
      guard first != second, seen.insert([min(first, second), max(first, second)]).inserted else { return false }
      pairs.append((min(first, second), max(first, second)))
      return true
    }
    func anyNode() -> Int { Int(random.next() % UInt64(nodes)) }
    switch self {
    case .random:
      while pairs.count < ties {
        let (first, second) = (anyNode(), anyNode())
        if add(first, second) { body(min(first, second), max(first, second), &random) }
      }
      return
    case .scaleFree:
      let degree = ties / nodes
      for first in 0...degree {
        for second in 0..<first { _ = add(first, second) }
      }
      for node in degree + 1..<nodes {
        // A tie and one of its ends at random is a node in proportion to its ties.
        let count = pairs.count
        var open = degree
        while open > 0 {
          let pair = pairs[Int(random.next() % UInt64(count))]
          if add(random.next() % 2 == 0 ? pair.0 : pair.1, node) { open -= 1 }
        }
      }
    case .smallWorld:
      for step in 1...max(1, ties / nodes) {
        for node in 0..<nodes where random.next() % 10 == 0 || !add(node, (node + step) % nodes) {
          while !add(node, anyNode()) {}
        }
      }
    case .spatial:
      let points = (0..<nodes).map { _ in (Double(random.next() >> 11), Double(random.next() >> 11)) }
      var near: [(distance: Double, first: Int, second: Int)] = []
      for first in 0..<nodes {
        for second in first + 1..<nodes {
          let (x, y) = (points[first].0 - points[second].0, points[first].1 - points[second].1)
          near.append((x * x + y * y, first, second))
        }
      }
      for pair in near.sorted(by: { $0.distance < $1.distance }).prefix(ties) { _ = add(pair.first, pair.second) }
    }
    for pair in pairs.shuffled(using: &random) { body(pair.0, pair.1, &random) }
  }
}
