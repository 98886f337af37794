public import Entente
import EntenteSyntax

/// Random signed graphs of which something is known.
public enum PlantedGraph {
  /// A graph that a random split of its nodes frustrates so many ties of.
  ///
  /// - Parameter frustrated: nil for signs that are random altogether.
  public static func make(
    _ shape: NetworkShape = .random, nodes: Int, ties: Int, frustrated: Int?, using random: inout SplitMix64
  ) throws -> Graph {
    let camps = (0..<nodes).map { _ in random.next() % 2 }
    var builder = GraphBuilder()
    let ids = (0..<nodes).map { builder.addNode(id: Text("n\($0)"), labels: [], properties: []) }
    var place = 0
    shape.forEachPair(nodes: nodes, ties: ties, using: &random) { first, second, random in
      let isInside = camps[first] == camps[second]
      let isPositive = frustrated.map { isInside == (place >= $0) } ?? (random.next() % 2 == 0)
      place += 1
      builder.addRelationship(
        id: nil, from: ids[first], to: ids[second], type: isPositive ? "PARTNERS_WITH" : "RIVALS",
        undirected: true, properties: [])
    }
    return try builder.build()
  }
}
