import EntenteSyntax
import EntenteTestSupport
import Testing

@testable import Entente

/// Views: what a projection sees of a graph.
struct AnalysisViewTests {
  /// a→b twice (T 2, T 3), b--c (U), c→c (T), d alone; a and b have label L.
  static func graph() throws -> Graph {
    var builder = GraphBuilder()
    let a = builder.addNode(id: "a", labels: ["L"], properties: [])
    let b = builder.addNode(id: "b", labels: ["L"], properties: [])
    let c = builder.addNode(id: "c", labels: [], properties: [])
    _ = builder.addNode(id: "d", labels: [], properties: [])
    builder.addRelationship(id: nil, from: a, to: b, type: "T", undirected: false, properties: [("w", .integer(2))])
    builder.addRelationship(id: nil, from: a, to: b, type: "T", undirected: false, properties: [("w", .float(3))])
    builder.addRelationship(id: nil, from: b, to: c, type: "U", undirected: true, properties: [])
    builder.addRelationship(id: nil, from: c, to: c, type: "T", undirected: false, properties: [("w", .integer(5))])
    return try builder.build()
  }

  /// The relationships of a view as `source>target:weight`, by node of the graph.
  static func text(_ view: GraphView) -> String {
    #expect(view.checkInvariants() == [])
    var parts: [String] = []
    for node in 0..<view.nodeCount {
      for place in view.outgoing.places(of: node) {
        let other = view.node(at: Int(view.outgoing.neighbours[place]))
        parts.append(
          "\(view.graph.elementID(of: view.node(at: node)))>\(view.graph.elementID(of: other)):\(view.outgoing.weight(at: place))"
        )
      }
    }
    return parts.joined(separator: " ")
  }

  @Test func `directions, with undirected relationships leading both ways`() throws {
    let graph = try Self.graph()
    var projection = GraphProjection()
    #expect(Self.text(try graph.view(projection)) == "a>b:1.0 a>b:1.0 b>c:1.0 c>b:1.0 c>c:1.0")
    projection.direction = .reversed
    #expect(Self.text(try graph.view(projection)) == "b>a:1.0 b>a:1.0 b>c:1.0 c>b:1.0 c>c:1.0")
    projection.direction = .undirected
    let view = try graph.view(projection)
    #expect(Self.text(view) == "a>b:1.0 a>b:1.0 b>a:1.0 b>a:1.0 b>c:1.0 c>b:1.0 c>c:1.0")
    #expect(view.relationshipCount == 4)
  }

  @Test func `nodes, labels, types, lists and predicates`() throws {
    let graph = try Self.graph()
    var projection = GraphProjection()
    projection.labels = [try #require(graph.catalog.label("L"))]
    let labelled = try graph.view(projection)
    #expect(Self.text(labelled) == "a>b:1.0 a>b:1.0")
    #expect(labelled.index(of: NodeID(1)) == 1 && labelled.index(of: NodeID(2)) == nil)
    projection = GraphProjection()
    projection.nodes = [NodeID(3), NodeID(2), NodeID(1), NodeID(2), NodeID(77)]
    let listed = try graph.view(projection)
    #expect(listed.nodeCount == 3)
    #expect(listed.index(of: NodeID(3)) == 2 && listed.index(of: NodeID(0)) == nil)
    #expect(Self.text(listed) == "b>c:1.0 c>b:1.0 c>c:1.0")
    projection = GraphProjection()
    projection.types = [try #require(graph.catalog.type("U"))]
    #expect(Self.text(try graph.view(projection)) == "b>c:1.0 c>b:1.0")
    projection = GraphProjection()
    projection.relationships = [RelationshipID(2), RelationshipID(0), RelationshipID(2), RelationshipID(99)]
    #expect(Self.text(try graph.view(projection)) == "a>b:1.0 c>c:1.0")
    projection.predicate = { $0 != RelationshipID(2) }
    #expect(Self.text(try graph.view(projection)) == "a>b:1.0")
  }

  @Test(
    arguments: [
      (GraphProjection.Parallel.keep, "a>b:2.0 a>b:3.0 b>c:7.0 c>b:7.0 c>c:5.0"),
      (.single, "a>b:2.0 b>c:7.0 c>b:7.0 c>c:5.0"), (.sum, "a>b:5.0 b>c:7.0 c>b:7.0 c>c:5.0"),
      (.min, "a>b:2.0 b>c:7.0 c>b:7.0 c>c:5.0"), (.max, "a>b:3.0 b>c:7.0 c>b:7.0 c>c:5.0"),
      (.count, "a>b:2.0 b>c:1.0 c>b:1.0 c>c:1.0"),
    ])
  func `parallel relationships and weights`(rule: GraphProjection.Parallel, expected: String) throws {
    let graph = try Self.graph()
    var projection = GraphProjection()
    projection.parallel = rule
    projection.weight = .property(try #require(graph.catalog.key("w")), default: 7)
    #expect(Self.text(try graph.view(projection)) == expected)
  }

  @Test func `weights that are no finite numbers are refused`() throws {
    var builder = GraphBuilder()
    let a = builder.addNode(id: "a", labels: [], properties: [])
    builder.addRelationship(id: "r", from: a, to: a, type: "T", undirected: false, properties: [("w", .string("5"))])
    let graph = try builder.build()
    var projection = GraphProjection()
    projection.weight = .property(try #require(graph.catalog.key("w")), default: 1)
    #expect {
      try graph.view(projection)
    } throws: { error in
      (error as? QueryError)?.diagnostic.message
        == "property `w` of relationship `r` is a string; a weight is an integer or a float"
    }
    projection.weight = .computed { _ in .infinity }
    #expect {
      try graph.view(projection)
    } throws: { error in
      (error as? QueryError)?.diagnostic.message == "the weight of relationship `r` is inf, not a finite number"
    }
  }

  @Test func `memory is drawn from the budget and given back with the view`() throws {
    let graph = try Self.graph()
    let small = QueryMonitor(limits: QueryLimits(memory: 100))
    #expect { try graph.view(monitor: small) } throws: { ($0 as? QueryError)?.detail == "MemoryLimit" }
    let monitor = QueryMonitor(limits: QueryLimits(memory: 400))
    // Each would fit only once at a time.
    for _ in 0..<10 { #expect(try graph.view(monitor: monitor).nodeCount == 4) }
    let cancelled = QueryMonitor(limits: QueryLimits())
    cancelled.cancel()
    #expect { try graph.view(monitor: cancelled) } throws: { ($0 as? QueryError)?.detail == "Cancelled" }
  }

  @Test func `degrees and components of a small graph`() throws {
    let graph = try Self.graph()
    let view = try graph.view()
    #expect(try view.degree(.out) == [2, 1, 2, 0])
    #expect(try view.degree(.in) == [0, 3, 2, 0])
    #expect(try view.degree(.total) == [2, 4, 4, 0])
    #expect(try view.weakComponents().groups == [0, 0, 0, 1])
    #expect(try view.strongComponents().groups == [0, 1, 1, 2])
    var projection = GraphProjection()
    projection.direction = .undirected
    projection.weight = .property(try #require(graph.catalog.key("w")), default: 1)
    #expect(try graph.view(projection).degree() == [5, 6, 11, 0])
  }

  @Test func `a path of 200,000 nodes is followed without recursion`() throws {
    var builder = GraphBuilder()
    let nodes = (0..<200_000).map { _ in builder.addNode(id: nil, labels: [], properties: []) }
    for index in nodes.indices.dropLast() {
      builder.addRelationship(
        id: nil, from: nodes[index], to: nodes[index + 1], type: "T", undirected: false, properties: [])
    }
    let view = try builder.build().view()
    #expect(try view.strongComponents().count == 200_000)
    #expect(try view.weakComponents().count == 1)
  }
}
