public import Entente
import EntenteSyntax

/// Random signed graphs of which something is known.
public enum PlantedGraph {
  /// A graph that a random split of its nodes frustrates so many ties of.
  ///
  /// - Parameter frustrated: nil for signs that are random altogether.
  public static func make(
    nodes: Int, ties: Int, frustrated: Int?, using random: inout SplitMix64
  ) throws -> Graph {
    let camps = (0..<nodes).map { _ in random.next() % 2 }
    var builder = GraphBuilder()
    let ids = (0..<nodes).map { builder.addNode(id: Text("n\($0)"), labels: [], properties: []) }
    var seen: Set<[Int]> = []
    while seen.count < ties {
      let ends = [Int(random.next() % UInt64(nodes)), Int(random.next() % UInt64(nodes))].sorted()
      guard ends[0] < ends[1], seen.insert(ends).inserted else { continue }
      let isInside = camps[ends[0]] == camps[ends[1]]
      let isPositive = frustrated.map { isInside == (seen.count > $0) } ?? (random.next() % 2 == 0)
      builder.addRelationship(
        id: nil, from: ids[ends[0]], to: ids[ends[1]], type: isPositive ? "PARTNERS_WITH" : "RIVALS",
        undirected: true, properties: [])
    }
    return try builder.build()
  }
}
