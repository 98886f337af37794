import Testing

@testable import Entente

@Suite struct `A graph` {
  static func example() throws -> Graph {
    var builder = GraphBuilder()
    let a = builder.addNode(
      id: "alibaba", labels: ["Actor", "Company"], properties: [("name", .string("Alibaba"))])
    let b = builder.addNode(
      id: "nvidia", labels: ["Actor"], properties: [("full name", .string("NVIDIA")), ("x", .null)])
    builder.addRelationship(
      id: nil, from: b, to: a, type: "PARTNERS_WITH", undirected: true,
      properties: [("since", .integer(2020))])
    builder.addRelationship(id: "e", from: a, to: a, type: "OWNS", undirected: false, properties: [])
    builder.addRelationship(id: nil, from: a, to: b, type: "OWNS", undirected: false, properties: [])
    builder.setMetadata(MapValue([("title", .string("Two"))]))
    return try builder.build()
  }

  @Test func `writes its elements as literals`() throws {
    let graph = try Self.example()
    #expect(graph.checkInvariants() == [])
    #expect(graph.literal(.node(NodeID(0))) == "(:Actor:Company {name: 'Alibaba'})")
    #expect(graph.literal(.node(NodeID(1))) == "(:Actor {`full name`: 'NVIDIA'})")
    #expect(graph.literal(.relationship(RelationshipID(0))) == "[:PARTNERS_WITH {since: 2020}]")
    #expect(graph.literal(list(.relationship(RelationshipID(1)), .null)) == "[[:OWNS], null]")
    let path = PathValue(elements: [0, 1, 0, 2, 1, 0, 0, 2, 1, 2, 0])
    let (a, b) = ("(:Actor:Company {name: 'Alibaba'})", "(:Actor {`full name`: 'NVIDIA'})")
    #expect(
      graph.literal(.path(path))
        == "<\(a)-[:OWNS]->\(a)-[:OWNS]->\(b)-[:PARTNERS_WITH {since: 2020}]-\(a)-[:OWNS]->\(b)<-[:OWNS]-\(a)>"
    )
    #expect(graph.literal(.path(PathValue(elements: [0]))) == "<\(a)>")
  }

  @Test func `knows ids of its file and makes others up`() throws {
    let graph = try Self.example()
    #expect(graph.hasElementIDs)
    #expect(graph.node(withFileID: "nvidia") == NodeID(1))
    #expect(graph.node(withFileID: "e") == nil)
    #expect(graph.relationship(withFileID: "e") == RelationshipID(1))
    #expect(graph.elementID(of: RelationshipID(1)) == "e")
    #expect(graph.elementID(of: RelationshipID(2)) == "e:2")
    #expect(graph.metadata["title"]?.literal == "'Two'")
    #expect(!Graph().hasElementIDs)
  }

  @Test func `has a self-loop in both lists and gives it once between a node and itself`() throws {
    let graph = try Self.example()
    let owns = try #require(graph.catalog.type("OWNS"))
    let adjacency = graph.adjacency(owns)
    #expect(adjacency.outgoing(NodeID(0)).count == 2)
    #expect(adjacency.incoming(NodeID(0)).count == 1)
    #expect(graph.relationships(between: NodeID(0), and: NodeID(0)) == [RelationshipID(1)])
    #expect(
      graph.relationships(between: NodeID(1), and: NodeID(0)) == [RelationshipID(0), RelationshipID(2)])
    #expect(graph.hasRelationship(from: NodeID(0), to: NodeID(1)))
    #expect(!graph.hasRelationship(from: NodeID(0), to: NodeID(1), type: graph.catalog.type("PARTNERS_WITH")))
  }

  @Test func `answers ids of another graph without a trap`() throws {
    for graph in [Graph(), try Self.example()] {
      for raw in [3, 1_000, .max] as [UInt32] {
        let (node, relationship) = (NodeID(raw), RelationshipID(raw))
        #expect(graph.labels(of: node).isEmpty)
        #expect(!graph.hasLabel(node, LabelID(raw)))
        #expect(graph.property(KeyID(raw), of: node).isNull)
        #expect(graph.property(KeyID(0), of: node).isNull)
        #expect(graph.propertyKeys(of: node).isEmpty)
        #expect(graph.fileID(of: node) == nil)
        #expect(graph.adjacency(TypeID(raw)).outgoing(node).isEmpty)
        #expect(graph.adjacency(TypeID(0)).incoming(node).isEmpty)
        #expect(graph.type(of: relationship) == TypeID(.max))
        #expect(graph.source(of: relationship) == NodeID(.max))
        #expect(graph.target(of: relationship) == NodeID(.max))
        #expect(!graph.isUndirected(relationship))
        #expect(graph.property(KeyID(0), of: relationship).isNull)
        #expect(graph.nodes(with: LabelID(raw)).count == 0)
        #expect(graph.catalog.name(of: LabelID(raw)) == "")
        #expect(graph.statistics.nodeCount(LabelID(raw)) == 0)
        #expect(graph.statistics.relationshipCount(from: LabelID(raw), TypeID(raw), to: nil) == 0)
        #expect(graph.literal(.path(PathValue(elements: [raw, raw, raw]))).contains("[:``]"))
      }
    }
  }

  @Test func `keeps labels as ranges where nodes of a label stand together`() throws {
    var builder = GraphBuilder()
    for index in 0..<200 {
      _ = builder.addNode(
        id: nil, labels: index < 100 ? ["A"] : index % 2 == 0 ? ["B", "C"] : ["C"], properties: [])
    }
    let graph = try builder.build()
    #expect(graph.checkInvariants() == [])
    func set(_ name: Text) throws -> NodeSet { graph.nodes(with: try #require(graph.catalog.label(name))) }
    #expect(try set("A").range == 0..<100)
    #expect(try set("C").range == 100..<200)
    #expect(try set("B").range == nil)
    #expect(try set("B").count == 50)
    #expect(graph.labelIndex.sets.count == 3)
  }

  @Test func `estimates counts where label sets meet in too many ways`() throws {
    var builder = GraphBuilder()
    // 257 label sets, each met by each: 66,049 combinations.
    let nodes = (0..<257).map { builder.addNode(id: nil, labels: [Text("L\($0)"), "All"], properties: []) }
    for source in nodes {
      for target in nodes {
        builder.addRelationship(
          id: nil, from: source, to: target, type: "T", undirected: false, properties: [])
      }
    }
    let graph = try builder.build()
    let statistics = graph.statistics
    #expect(!statistics.areTriplesExact)
    let label = try #require(graph.catalog.label("L7"))
    let all = try #require(graph.catalog.label("All"))
    let type = try #require(graph.catalog.type("T"))
    #expect(statistics.relationshipCount(from: label, type, to: nil) == 257)
    #expect(statistics.relationshipCount(from: all, type, to: label) == 257)
    #expect(statistics.relationshipCount(from: label, type, to: label) == 1)
    #expect(statistics.averageOutDegree(label, type) == 257)
    #expect(statistics.averageInDegree(nil, nil) == 257)
  }

  @Test func `refuses more elements than it can number`() throws {
    var builder = GraphBuilder(continuing: nil, limit: 2)
    for _ in 0..<3 { _ = builder.addNode(id: nil, labels: [], properties: []) }
    do {
      _ = try builder.build()
      Issue.record("three nodes fitted into two")
    } catch {
      #expect(error == .tooManyNodes(limit: 2))
      #expect(error.description == "The graph has more than 2 nodes, which is the most one graph can hold.")
    }
    var second = GraphBuilder(continuing: nil, limit: 2)
    let node = second.addNode(id: nil, labels: [], properties: [])
    for _ in 0..<3 {
      second.addRelationship(id: nil, from: node, to: node, type: "T", undirected: false, properties: [])
    }
    do {
      _ = try second.build()
      Issue.record("three relationships fitted into two")
    } catch {
      #expect(error == .tooManyRelationships(limit: 2))
    }
  }

  @Test func `refuses a relationship of an unknown node`() throws {
    var builder = GraphBuilder()
    let node = builder.addNode(id: nil, labels: [], properties: [])
    builder.addRelationship(id: nil, from: node, to: NodeID(1), type: "T", undirected: false, properties: [])
    do {
      _ = try builder.build()
      Issue.record("a relationship leads nowhere")
    } catch {
      #expect(error == .unknownNode(NodeID(1)))
      #expect(error.description == "A relationship names node 1, which has not been added.")
    }
  }
}
