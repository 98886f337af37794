import Entente
import EntenteTestSupport
import Testing

/// Ways between two nodes, against all paths tried one by one.
struct WaysTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `ways are the simple paths of a length, the strongest first`(seed: UInt64) throws {
    var random = SplitMix64(seed: 0x3A_95 + seed)
    let count = UInt64(random.next() % 6) + 2
    var text = ""
    for node in 0..<count { text += "n\(node) :\(node > 1 && random.next() % 5 == 0 ? "Source" : "Actor")\n" }
    for tie in 0..<(random.next() % 14) {
      let sources = ["", " source:x", " source:x,y", " source:x inferred:true"][Int(random.next() % 4)]
      text += "t\(tie): n\(random.next() % count) -> n\(random.next() % count) :T\(random.next() % 2)\(sources)\n"
    }
    let graph = try QueryScript.graph(text)
    let (start, end) = (NodeID(0), NodeID(1))
    var paths: [[NodeID]] = []
    Self.extend([start], to: end, in: graph, &paths)
    let longest = paths.map(\.count).min().map { $0 + 1 } ?? 0
    let expected = paths.filter { $0.count <= longest }.map { $0.map(\.rawValue) }
    let found = try graph.ways(from: start, to: end, limit: 1000)
    let nodes = found.ways.map { [start.rawValue] + $0.steps.map(\.to.rawValue) }
    #expect(Set(nodes) == Set(expected), "seed \(seed)\n\(text)")
    #expect(nodes.count == expected.count && !found.isCut, "seed \(seed)")
    for (way, next) in zip(found.ways, found.ways.dropFirst()) {
      #expect(way.steps.count <= next.steps.count, "seed \(seed)")
      let (weakest, other) = try (Self.weakest(way), Self.weakest(next))
      #expect(way.steps.count < next.steps.count || !(weakest < other), "seed \(seed)")
    }
    for way in found.ways {
      for step in way.steps {
        let ties = graph.relationships(between: step.from, and: step.to)
        #expect(Set(step.ties.map(\.relationship)) == Set(ties), "seed \(seed)")
        #expect(try !(step.ties[0].strength < Self.weakest(way)), "seed \(seed)")
      }
    }
    let first = try graph.ways(from: start, to: end, limit: 1)
    #expect(first.ways.count == min(1, expected.count) && first.isCut == (expected.count > 1), "seed \(seed)")
  }

  private static func weakest(_ way: Way) throws -> TieStrength {
    try #require(way.steps[way.weakest].ties.first?.strength)
  }

  private static func extend(_ path: [NodeID], to end: NodeID, in graph: Graph, _ paths: inout [[NodeID]]) {
    guard let last = path.last, last != end else { return paths.append(path) }
    for raw in 0..<UInt32(graph.nodeCount) {
      let next = NodeID(raw)
      let isSource = graph.labels(of: next).contains { graph.catalog.name(of: $0) == "Source" }
      guard !path.contains(next), !isSource, !graph.relationships(between: last, and: next).isEmpty else { continue }
      extend(path + [next], to: end, in: graph, &paths)
    }
  }

  @Test func `a tie is weaker the less supports it`() throws {
    let graph = try QueryScript.graph(
      """
      s1 :Source
      s2 :Source
      s3 :Source cited_by:s1
      a :X
      b :X
      t0: a -> b :T
      t1: a -> b :T source:s1
      t2: a -> b :T source:s1 confidence:alleged
      t3: a -> b :T source:s1,s2 inferred:true
      t4: a -> b :T source:s1,s3
      t5: a -> b :T source:s1,s2
      t6: a -> b :T source:s1 confidence:confirmed inferred:true
      t7: a -> b :T source:s1 confidence:0.1
      t8: a -> b :T source:s1 confidence:denied
      e :Evidence about:t1 source:s2 stance:disputes
      """)
    let step = try graph.ways(from: NodeID(3), to: NodeID(4)).ways[0].steps[0]
    let order = step.ties.map { String(graph.elementID(of: $0.relationship)) }
    #expect(order == ["t6", "t5", "t4", "t3", "t2", "t7", "t8", "t1", "t0"])
    #expect(step.ties.map(\.strength.words).last == "no source")
    #expect(step.ties[2].strength.words == "1 source")
  }
}
