import Testing

@testable import Entente

@Suite struct `A transaction` {
  func base() throws -> Graph {
    var builder = GraphBuilder()
    let a = builder.addNode(id: "a", labels: ["A"], properties: [("name", .string("a"))])
    let b = builder.addNode(id: "b", labels: ["B"], properties: [("name", .string("b"))])
    builder.addRelationship(
      id: nil, from: b, to: a, type: "T", undirected: true, properties: [("w", .integer(1))])
    builder.addRelationship(
      id: nil, from: a, to: b, type: "U", undirected: false, properties: [("v", .integer(2))])
    return try builder.build()
  }

  @Test func `without changes is its base`() throws {
    let base = try base()
    let transaction = GraphTransaction(on: base)
    #expect(!transaction.hasPendingChanges)
    let (graph, renumbered) = transaction.materialize()
    #expect(graph === base)
    #expect(renumbered == nil)
    #expect(transaction.sideEffects == GraphTransaction.SideEffects())
  }

  @Test func `counts the net change as the TCK does`() throws {
    let transaction = GraphTransaction(on: try base())
    let node = transaction.createNode(
      labels: ["A", "New", "New"], properties: [("x", .integer(1)), ("x", .integer(2)), ("n", .null)])
    _ = transaction.createNode(labels: ["New", "Other"], properties: [])
    _ = transaction.createRelationship(
      from: node, to: NodeID(0), type: "T", properties: [("p", .integer(1)), ("q", .null)])
    var expected = GraphTransaction.SideEffects()
    expected.nodesCreated = 2
    expected.relationshipsCreated = 1
    expected.propertiesSet = 2
    expected.labelsAdded = 2
    _ = transaction.materialize()
    #expect(transaction.sideEffects == expected)
    _ = transaction.createNode(labels: ["New"], properties: [])
    _ = transaction.materialize()
    expected.nodesCreated = 3
    #expect(transaction.sideEffects == expected)
  }

  @Test func `tells where relationships went`() throws {
    let transaction = GraphTransaction(on: try base())
    // Before the base's only T, since it starts at a lower node.
    let created = transaction.createRelationship(from: NodeID(0), to: NodeID(0), type: "T", properties: [])
    #expect(created == RelationshipID(2))
    #expect(transaction.hasPendingChanges)
    let (graph, renumbered) = transaction.materialize()
    #expect(renumbered?.relationships == [1, 2, 0])
    #expect(graph.checkInvariants() == [])
    #expect(graph.isUndirected(RelationshipID(1)))
    #expect(!graph.isUndirected(RelationshipID(0)))
    #expect(graph.literal(.relationship(RelationshipID(1))) == "[:T {w: 1}]")
    #expect(graph.literal(.relationship(RelationshipID(2))) == "[:U {v: 2}]")
    #expect(transaction.materialize().renumbered == nil)
    #expect(transaction.materialize().graph === graph)
    #expect(graph.node(withFileID: "b") == NodeID(1))
  }

  @Test func `moves nothing when only nodes are created`() throws {
    let base = try base()
    let transaction = GraphTransaction(on: base)
    _ = transaction.createNode(labels: [], properties: [("fresh", .boolean(true))])
    let (graph, renumbered) = transaction.materialize()
    #expect(renumbered == nil)
    let name = try #require(graph.catalog.key("name"))
    #expect(graph.nodeColumn(name) === base.nodeColumn(name))
    let type = try #require(graph.catalog.type("T"))
    #expect(graph.adjacency(type).rows === base.adjacency(type).rows)
  }

  @Test func `leaves its base as it was`() throws {
    let base = try base()
    let before = base.literal(.node(NodeID(0)))
    let transaction = GraphTransaction(on: base)
    let node = transaction.createNode(labels: ["A"], properties: [("name", .integer(1))])
    _ = transaction.createRelationship(from: node, to: NodeID(0), type: "V", properties: [])
    _ = transaction.materialize()
    #expect(base.nodeCount == 2)
    #expect(base.relationshipCount == 2)
    #expect(base.catalog.type("V") == nil)
    #expect(base.literal(.node(NodeID(0))) == before)
    #expect(base.checkInvariants() == [])
  }

  @Test func `reports what it cannot number or connect`() throws {
    let transaction = GraphTransaction(on: try base(), limit: 3)
    _ = transaction.createNode(labels: [], properties: [])
    #expect(transaction.error == nil)
    _ = transaction.createNode(labels: [], properties: [])
    #expect(transaction.error == .tooManyNodes(limit: 3))
    #expect(transaction.sideEffects.nodesCreated == 1)
    let other = GraphTransaction(on: try base())
    _ = other.createRelationship(from: NodeID(0), to: NodeID(9), type: "T", properties: [])
    #expect(other.error == .unknownNode(NodeID(9)))
    #expect(other.materialize().graph === other.base)
  }
}
