import EntenteDiagram
import EntenteTestSupport

/// Diagrams made by chance, the same for the same seed: names of one to four words, some Korean, three kinds of nodes,
/// four of edges, parallel edges and loops among them.
struct RandomDiagram {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let words = [
    "Alibaba", "North", "government", "of", "the", "data", "centre", "AI", "알리바바", "중국 정부", "엔비디아", "programme",
    "阿里巴巴", "infrastructure", "II", "Max",
  ]
  private static let nodeKinds: [Diagram.NodeKind] = [
    .init("company", shape: .roundedBox), .init("project", shape: .hexagon), .init("person", shape: .ellipse),
  ]
  private static let edgeKinds: [Diagram.EdgeKind] = [
    .partnership("partnership"), .rivalry("rivalry"), .investment("investment"), .other("other tie"),
  ]

  consuming func diagram(nodes: Int) -> Diagram {
    var copy = self
    return copy.make(nodes: nodes)
  }

  private mutating func make(nodes: Int) -> Diagram {
    var diagram = Diagram(title: "Random", caption: ["by chance"])
    for index in 0..<nodes {
      let kind = Self.nodeKinds[Int.random(in: 0..<3, using: &random)]
      _ = diagram.addNode(.init(id: "\(index)", label: phrase(1...4), kind: kind))
    }
    for index in 0..<(nodes + nodes / 3) {
      // Most lead back to an earlier node, as in graphs that grew.
      let from = Int.random(in: 0..<nodes, using: &random)
      let to = Int.random(in: 0..<max(1, from), using: &random)
      let kind = Self.edgeKinds[Int.random(in: 0..<4, using: &random)]
      let label = nodes <= 60 ? phrase(1...3) : nil
      diagram.edges.append(.init(id: "\(index)", from: from, to: to, kind: kind, label: label))
    }
    return diagram
  }

  private mutating func phrase(_ range: ClosedRange<Int>) -> String {
    (0..<Int.random(in: range, using: &random)).map { _ in
      Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
    }.joined(separator: " ")
  }
}
