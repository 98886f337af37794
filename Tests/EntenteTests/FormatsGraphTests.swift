import Entente
import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

@Suite struct `Graph files as graphs` {
  private func document(_ text: String) throws -> GraphDocument {
    let reading = GraphFormat.pg.read(SourceText(text, name: "x"), linting: false)
    try #require(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    return reading.document
  }

  private func graph(_ text: String, facts: SchemaFacts = .conventional) throws -> Graph {
    try document(text).graph(facts: facts)
  }

  /// A node's property as a Cypher literal.
  private func property(_ key: Text, of id: Text, in graph: Graph) throws -> String {
    let node = try #require(graph.node(withFileID: id))
    return graph.literal(graph.catalog.key(key).map { graph.property($0, of: node) } ?? .null)
  }

  private func written(_ graph: Graph) throws -> String {
    String(decoding: try GraphFormat.pg.write(GraphDocument(graph)), as: UTF8.self)
  }

  @Test func `one value is a scalar, several are a list`() throws {
    let graph = try graph("a name:A tag:x,1,true n:1 f:1.0 tag:y\na n:2")
    #expect(try property("name", of: "a", in: graph) == "'A'")
    #expect(try property("tag", of: "a", in: graph) == "['x', 1, true, 'y']")
    #expect(try property("n", of: "a", in: graph) == "[1, 2]")
    #expect(try property("f", of: "a", in: graph) == "1.0")
  }

  @Test func `keys that are lists by convention are lists with one value`() throws {
    let graph = try graph(
      "a alias:x note@ko:y budget@USD:1 budget:2 source:s amount@USD:3 aliases:z where:\"1.2\" claim:4 topic:t"
    )
    for (key, value) in [
      ("alias", "['x']"), ("note@ko", "['y']"), ("budget@USD", "[1]"), ("budget", "2"), ("source", "['s']"),
      ("amount@USD", "3"), ("aliases", "'z'"), ("where", "['1.2']"), ("claim", "[4]"), ("topic", "['t']"),
    ] {
      #expect(try property(Text(key), of: "a", in: graph) == value, "\(key)")
    }
    let scalars = try self.graph("a alias:x", facts: SchemaFacts())
    #expect(try property("alias", of: "a", in: scalars) == "'x'")
  }

  @Test func `the node @graph is metadata`() throws {
    let graph = try graph("@graph :Graph title:\"AI race\" lang:en,ko\na -> b :K")
    #expect(graph.nodeCount == 2)
    #expect(graph.node(withFileID: "@graph") == nil)
    #expect(graph.literal(.map(graph.metadata)) == "{lang: ['en', 'ko'], title: 'AI race'}")
    let end = try self.graph("@graph title:x\na -> @graph :K")
    #expect(end.nodeCount == 2)
    #expect(end.node(withFileID: "@graph") != nil)
    #expect(try written(end) == "@graph title:x\na\n\na -> @graph :K\n")
  }

  @Test func `edges keep id, direction and type`() throws {
    let graph = try graph("e1: a -- b :RIVALS since:2025\nb -> a :OWNS\na -> b :OWNS :HOLDS\na -> a")
    #expect(graph.relationshipCount == 4)
    #expect(graph.checkInvariants() == [])
    #expect(
      try written(graph) == "a\nb\n\ne1: a -- b :RIVALS since:2025\na -> b :OWNS\nb -> a :OWNS\na -> a\n")
    let losses = try document("a -> b :K\ne: a -> b :K :L\nb -> a :K :L").losses
    #expect(
      losses.map(\.message) == ["the edge `e` and 1 more has several labels, but a relationship has one type"]
    )
  }

  @Test func `new nodes get ids from their id, their name or a number`() throws {
    var builder = GraphBuilder()
    _ = builder.addNode(id: "nvidia", labels: [], properties: [])
    _ = builder.addNode(id: nil, labels: [], properties: [("name", .string("Nvidia"))])
    _ = builder.addNode(id: nil, labels: [], properties: [("name", .string("  Jack Ma (마윈) – 2!"))])
    _ = builder.addNode(id: nil, labels: [], properties: [("id", .integer(7)), ("name", .string("x"))])
    _ = builder.addNode(id: nil, labels: [], properties: [("name", .string("—"))])
    _ = builder.addNode(id: nil, labels: ["X"], properties: [("id", .string("n2"))])
    _ = builder.addNode(id: nil, labels: [], properties: [])
    #expect(
      GraphDocument(try builder.build()).nodes.map { String($0.id) } == [
        "nvidia", "nvidia-2", "jack-ma-마윈-2", "7", "n1", "n2", "n3",
      ])
  }

  @Test func `what a file cannot hold is refused with element and key`() throws {
    var builder = GraphBuilder()
    let a = builder.addNode(
      id: "a", labels: [], properties: [("k", .list([])), ("m", .map(MapValue([("x", .null)])))])
    builder.addRelationship(
      id: nil, from: a, to: a, type: "T", undirected: false,
      properties: [("l", .list([.list([.integer(1)])])), ("f", .float(.infinity))])
    let document = GraphDocument(try builder.build())
    do throws(GraphFormatError) {
      _ = try GraphFormat.pg.write(document)
      Issue.record("written")
    } catch {
      #expect(
        error.diagnostics.map(\.message) == [
          "node `a` has an empty list as a value of `k`", "node `a` has a map as a value of `m`",
          "an edge from `a` to `a` has an infinite number as a value of `f`",
          "an edge from `a` to `a` has a list in a list as a value of `l`",
        ])
    }
  }

  @Test func `the graphs of this repository come back from a graph as they were`() throws {
    let folder = URL(fileURLWithPath: GoldenFile.root).appendingPathComponent("../../Graphs")
      .standardizedFileURL.path
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).filter({ $0.hasSuffix(".pg") }) {
      let source = try `The PG format test suite`.source("\(folder)/\(name)")
      let reading = GraphFormat.pg.read(source)
      #expect(reading.diagnostics.isEmpty, "\(DiagnosticRenderer().text(reading.diagnostics, in: source))")
      let graph = try reading.document.graph()
      #expect(graph.checkInvariants() == [])
      let again = GraphDocument(graph)
      #expect(
        `The PG format test suite`.canonical(again).filter { !$0.hasPrefix("@graph") }
          == `The PG format test suite`.canonical(reading.document).filter { !$0.hasPrefix("@graph") },
        "\(name)")
    }
  }
}
