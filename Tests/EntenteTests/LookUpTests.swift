import EntenteSyntax
import EntenteTestSupport
import Testing

@testable import Entente

/// Nodes looked up by id and patterns joined by equalities cost what they find, not the product of what there is.
struct LookUpTests {
  /// Nodes p0, p1, … with label P, key k (0, 1, …) and a relationship to the next; as many with label Q and key k as floats.
  private static func graph(_ count: Int) throws -> Graph {
    var builder = GraphBuilder()
    var nodes: [NodeID] = []
    for number in 0..<count {
      nodes.append(
        builder.addNode(id: Text("p\(number)"), labels: ["P"], properties: [("k", .integer(Int64(number)))]))
    }
    for number in 0..<count {
      _ = builder.addNode(id: Text("q\(number)"), labels: ["Q"], properties: [("k", .float(Double(number)))])
    }
    for number in 0..<count {
      builder.addRelationship(
        id: nil, from: nodes[number], to: nodes[(number + 1) % count], type: "R", undirected: false, properties: [])
    }
    return try builder.build()
  }

  /// The only value of the answer, and how much of the graph was looked at for it.
  private static func count(
    _ query: String, on graph: Graph, parameters: [String: Value] = [:]
  ) throws -> (value: String, work: Int) {
    let monitor = QueryMonitor(limits: QueryLimits())
    let table = try graph.query(
      SourceText(query, name: "query"), parameters: parameters, options: QueryOptions(), monitor: monitor)
    return (table.rows.first?.first?.literal ?? "", monitor.work)
  }

  @Test(arguments: [
    "UNWIND range(0, 99) AS i MATCH (a {id: 'p' + toString(i)}) RETURN count(*) AS n",
    "UNWIND [i IN range(0, 99) | {id: 'p' + toString(i)}] AS row MATCH (a:P {id: row.id}) RETURN count(*) AS n",
    "UNWIND [i IN range(0, 99) | 'p' + toString(i)] AS x MATCH (a) WHERE a.id = x RETURN count(*) AS n",
    "MATCH (a) WHERE a.id IN [i IN range(0, 99) | 'p' + toString(i)] RETURN count(*) AS n",
    "WITH [i IN range(0, 99) | 'p' + toString(i)] AS ids MATCH (a:P) WHERE a.id IN ids RETURN count(*) AS n",
    "MATCH (a:P) WHERE a.id IN $ids RETURN count(*) AS n",
    """
    UNWIND range(0, 99) AS i WITH {from: 'p' + toString(i), to: 'p' + toString(i + 1)} AS pair
    MATCH (a:P {id: pair.from})-[:R]->(b:P {id: pair.to}) RETURN count(*) AS n
    """,
    """
    UNWIND range(0, 99) AS i OPTIONAL MATCH (a {id: 'p' + toString(i)}), (b {id: 'q' + toString(i)})
    RETURN count(b) AS n
    """,
  ])
  func `a node whose id a row says is looked up`(query: String) throws {
    let ids = Value.list(ContiguousArray((0..<100).map { .string(Text("p\($0)")) }))
    for size in [200, 1000] {
      let (value, work) = try Self.count(query, on: Self.graph(size), parameters: ["ids": ids])
      #expect(value == "100")
      #expect(work <= 100 * 10, "\(work) of a graph of \(2 * size) nodes")
    }
  }

  @Test(arguments: [
    "MATCH (a:P), (b:Q) WHERE a.k = b.k RETURN count(*) AS n",
    "MATCH (a:P) MATCH (b:Q {k: a.k}) RETURN count(*) AS n",
    "MATCH (a:P) OPTIONAL MATCH (b:Q) WHERE b.k = a.k RETURN count(b) AS n",
    "MATCH (a:P) WHERE EXISTS { MATCH (b:Q) WHERE b.k = a.k } RETURN count(*) AS n",
    "MATCH (a:P)-[:R]->(c), (b:Q) WHERE c.k = b.k AND a <> b RETURN count(*) AS n",
    "UNWIND [i IN range(0, 299) | {k: i}] AS row MATCH (b:Q {k: row.k}) RETURN count(*) AS n",
  ])
  func `patterns that an equality ties are joined by it`(query: String) throws {
    let (value, work) = try Self.count(query, on: Self.graph(300))
    #expect(value == "300")
    #expect(work <= 300 * 12, "\(work)")
  }

  @Test func `a join keeps the smaller side, and what it keeps is limited`() throws {
    let graph = try Self.graph(2)
    let wide = "UNWIND range(1, 400000) AS i WITH toString(i) + '…………………………' AS x "
    let query = wide + "MATCH (b:P) WHERE b.k = x RETURN count(*) AS n"
    #expect(try graph.query(query, limits: QueryLimits(memory: 4 << 20)).rows.map { $0.map(\.literal) } == [["0"]])
  }

  /// Hops whose ends nobody reads are counted by degree: at most one walk over the relationships for three hops.
  @Test(arguments: [
    "MATCH (a)-[:R]->(b)-[:R]->(c) RETURN count(*) AS n",
    "MATCH (a:P)-[:R]->(b:P)-[:R]->(c:P) RETURN count(*) AS n",
    "MATCH (a)-[:R]->(b)-[:R]->(c) WHERE b.k >= 0 RETURN count(c) AS n",
    "MATCH (a)-[:R]->(b)-[:R]->(c)-[:R]->(d) RETURN count(*) AS n",
    "MATCH (a)-[:R]-(b)-[:R]-(c) RETURN count(*) AS n",
  ])
  func `hops that are only counted are not walked`(query: String) throws {
    var builder = GraphBuilder()
    var nodes: [NodeID] = []
    for number in 0..<20 {
      nodes.append(builder.addNode(id: nil, labels: ["P"], properties: [("k", .integer(Int64(number)))]))
    }
    for source in nodes {
      for target in nodes {
        builder.addRelationship(id: nil, from: source, to: target, type: "R", undirected: false, properties: [])
      }
    }
    let graph = try builder.build()
    var options = QueryOptions()
    options.disabledRules = Set(QueryOptions.ruleNames)
    let written = try graph.query(SourceText(query, name: "query"), parameters: [:], options: options)
    let (value, work) = try Self.count(query, on: graph)
    #expect(value == written.rows.first?.first?.literal)
    #expect(work <= 5 * graph.relationshipCount, "\(work)")
  }

  @Test func `all nodes that share an id are found by it`() throws {
    var builder = GraphBuilder()
    for number in 0..<3 {
      _ = builder.addNode(id: number < 2 ? "twin" : "other", labels: ["P"], properties: [("k", .integer(1))])
    }
    let graph = try builder.build()
    for query in ["MATCH (a {id: 'twin'}) RETURN count(*)", "UNWIND ['twin'] AS x MATCH (a {id: x}) RETURN count(*)"] {
      #expect(try graph.query(query).rows.map { $0.map(\.literal) } == [["2"]])
    }
  }

  @Test func `an id that a statement stores is found by it`() throws {
    let graph = try Self.graph(3)
    let table = try graph.query(
      """
      CREATE (n:N {id: 'new'}), (m:N {id: 'p1', k: 7}) WITH n
      UNWIND ['new', 'p1', 'p2', 'p9'] AS x MATCH (found {id: x}) RETURN x, count(*) AS n, sum(found.k) AS k ORDER BY x
      """)
    #expect(table.rows.map { $0.map(\.literal) } == [["'new'", "1", "0"], ["'p1'", "2", "8"], ["'p2'", "1", "2"]])
  }
}
