import Entente
import EntenteSyntax
import EntenteTestSupport
import Testing

/// What rows rest on: by examples that say it all, and by a law that random graphs must keep.
struct LineageTests {
  /// The query on the city graph, and for each row its values and what it rests on.
  static let examples: [(query: String, rows: [String])] = [
    // Values alone still rest on what was matched
    (
      "MATCH (a:Person {name: 'Ann'})-[:KNOWS]->(b) RETURN b.name ORDER BY b.name",
      ["'Bob' | ann bob k1", "'Dan' | ann dan k4"]
    ),
    // An aggregate rests on all rows of its group
    (
      "MATCH (a:Person)-[:KNOWS]->(b) RETURN a.name, count(*) ORDER BY a.name",
      ["'Ann', 2 | ann bob dan k1 k4", "'Bob', 1 | bob eve k2", "'Eve', 1 | ann eve k3"]
    ),
    ("MATCH (a:City) RETURN count(*)", ["2 | oslo rome"]),
    ("MATCH (a:Planet) RETURN count(*)", ["0 |"]),
    // So does DISTINCT on all rows that are equal
    (
      "MATCH (a)-[:LIVES_IN]->(c) RETURN DISTINCT c.name ORDER BY c.name",
      ["'Oslo' | ann bob e:5 e:6 oslo", "'Rome' | e:7 eve rome"]
    ),
    // WITH keeps what came before
    (
      "MATCH (a {name: 'Bob'})-[:KNOWS]->(b) WITH b.name AS name MATCH (c:City {name: 'Rome'}) RETURN name, c.name",
      ["'Eve', 'Rome' | bob eve k2 rome"]
    ),
    // OPTIONAL MATCH adds what it found
    (
      "MATCH (c:City) OPTIONAL MATCH (c)<-[:LIVES_IN]-(a:Admin) RETURN c.name, a.name ORDER BY c.name",
      ["'Oslo', null | oslo", "'Rome', 'Eve' | e:7 eve rome"]
    ),
    // Patterns as predicates are evidence, and what is not there is none
    (
      "MATCH (c:City) WHERE EXISTS { (c)<-[:LIVES_IN]-(:Admin) } RETURN c.name", ["'Rome' | e:7 eve rome"]
    ),
    ("MATCH (a:Person) WHERE NOT (a)-[:LIVES_IN]->() RETURN a.name", ["'Dan' | dan"]),
    (
      "MATCH (a:Person {name: 'Dan'}) WHERE a.name = 'Dan' OR EXISTS { (a)<-[:KNOWS]-() } RETURN a.name",
      ["'Dan' | dan"]
    ),
    (
      "MATCH (a:Person {name: 'Dan'}) WHERE a.age > 3 OR EXISTS { (a)<-[:KNOWS]-() } RETURN a.name",
      ["'Dan' | ann dan k4"]
    ),
    // Queries inside expressions
    ("MATCH (a {name: 'Eve'}) RETURN COUNT { (a)--(:City) } AS n", ["1 | e:7 eve rome"]),
    ("MATCH (a {name: 'Ann'}) RETURN [(a)-[:KNOWS]->(b) | b.name] AS names", ["['Bob', 'Dan'] | ann bob dan k1 k4"]),
    (
      "MATCH (a {name: 'Ann'}) RETURN [n IN ['Oslo', 'Rome'] WHERE EXISTS { (a)-->({name: n}) } | n] AS cities",
      ["['Oslo'] | ann e:5 oslo"]
    ),
    (
      "MATCH (c:City) RETURN c.name, CASE WHEN EXISTS { (c)<--(:Admin) } THEN 'seat' ELSE 'town' END ORDER BY c.name",
      ["'Oslo', 'town' | oslo", "'Rome', 'seat' | e:7 eve rome"]
    ),
    // Trails and shortest paths
    (
      "MATCH p = (a {name: 'Ann'})-[:KNOWS*2]->(b) RETURN b.name", ["'Eve' | ann bob eve k1 k2"]
    ),
    (
      "MATCH p = shortestPath((a {name: 'Bob'})-[:KNOWS*]->(b {name: 'Dan'})) RETURN length(p)",
      ["3 | ann bob dan eve k2 k3 k4"]
    ),
    // UNION: each row as in its branch, equal ones together
    (
      "MATCH (a {name: 'Ann'}) RETURN a.name AS name UNION MATCH ({name: 'Eve'})-[:KNOWS]->(b) RETURN b.name AS name",
      ["'Ann' | ann eve k3"]
    ),
    ("MATCH (a {name: 'Ann'}) RETURN a.name AS x UNION ALL RETURN 'Zoe' AS x", ["'Ann' | ann", "'Zoe' |"]),
    // Order and limits choose rows, and add nothing
    (
      "MATCH (a:Person) RETURN a.name ORDER BY COUNT { (a)-[:KNOWS]->() } DESC, a.name LIMIT 1", ["'Ann' | ann"]
    ),
    ("UNWIND [1, 2] AS x RETURN x", ["1 |", "2 |"]),
    (
      "MATCH (a:City) WITH collect(a) AS all UNWIND all AS c RETURN c.name",
      ["'Oslo' | oslo rome", "'Rome' | oslo rome"]
    ),
  ]

  @Test(arguments: examples.indices)
  func `a row rests on what made it`(index: Int) throws {
    let (query, expected) = Self.examples[index]
    let graph = try QueryScript.graph(QueryScript.cityGraph)
    for rules in [[], Set(QueryOptions.ruleNames)] {
      var options = QueryOptions(disabledRules: rules)
      options.tracksLineage = true
      let table = try graph.query(SourceText(query, name: "query"), parameters: [:], options: options)
      let lineage = try #require(table.lineage)
      #expect(lineage.count == table.rows.count)
      let rows = zip(table.rows, lineage).map { row, elements in
        let names = elements.map { Self.name($0, in: graph) }.sorted()
        return ([row.map(\.literal).joined(separator: ", ") + " |"] + names).joined(separator: " ")
      }
      #expect(rows == expected, "\(query)")
    }
  }

  @Test func `a query that is not asked says nothing`() throws {
    let graph = try QueryScript.graph(QueryScript.cityGraph)
    #expect(try graph.query("MATCH (n) RETURN n.name").lineage == nil)
  }

  /// Queries whose rows stay when more is added to the graph.
  static let monotone = [
    "MATCH (a:X)-[r:A]->(b) RETURN a.id, b.id",
    "MATCH (a)-[r:A]-(b)-[s:B]-(c) RETURN a.id, c.id",
    "MATCH (a)-[:A*1..3]->(b) RETURN DISTINCT a.id, b.id",
    "MATCH (a)-[:A]->(b) WHERE EXISTS { (b)-[:B]->(c)-[:A|B]-(d) } RETURN a.id",
    "MATCH (a)-[:A]->(b) WITH a, count(b) AS n MATCH (a)-[:B]-(c) RETURN DISTINCT a.id, c.id",
    "MATCH (a) WHERE (a)-[:A]->(:Y) OR (a)<-[:B]-() RETURN a.id UNION MATCH (a:Y)--(b:X) RETURN b.id AS `a.id`",
    "MATCH (a) WHERE any(t IN ['A', 'B'] WHERE EXISTS { (a)-[r]->() WHERE type(r) = t }) RETURN a.id",
    "MATCH p = shortestPath((a:X)-[*]->(b:Y)) RETURN DISTINCT a.id, b.id",
  ]

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `a row comes back from what it rests on alone`(seed: UInt64) throws {
    var random = SplitMix64(seed: 0x11_EA_6E + seed)
    let graph = try Self.randomGraph(using: &random)
    for query in Self.monotone {
      var options = QueryOptions()
      options.tracksLineage = true
      let source = SourceText(query, name: "query")
      let table = try graph.query(source, parameters: [:], options: options)
      let plain = try graph.query(source, parameters: [:], options: QueryOptions())
      #expect(table.rows.map { $0.map(\.literal) } == plain.rows.map { $0.map(\.literal) }, "seed \(seed): \(query)")
      for (row, elements) in zip(table.rows, table.lineage ?? []) {
        let part = try Self.part(of: graph, elements)
        let rows = try part.query(query).rows.map { $0.map(\.literal) }
        #expect(rows.contains(row.map(\.literal)), "seed \(seed): \(query): \(row) of \(elements)")
      }
    }
  }

  private static func name(_ element: Value, in graph: Graph) -> String {
    switch element {
    case .node(let node): String(graph.elementID(of: node))
    case .relationship(let relationship): String(graph.elementID(of: relationship))
    default: "\(element)"
    }
  }

  private static func randomGraph(using random: inout SplitMix64) throws -> Graph {
    var text = ""
    let count = Int(random.next() % 5) + 2
    for node in 0..<count { text += "n\(node) :\(["X", "Y", "Z"][Int(random.next() % 3)])\n" }
    for tie in 0..<Int(random.next() % 9) {
      let (from, to) = (random.next() % UInt64(count), random.next() % UInt64(count))
      text +=
        "t\(tie): n\(from) \(random.next() % 3 == 0 ? "--" : "->") n\(to) :\(random.next() % 2 == 0 ? "A" : "B")\n"
    }
    return try QueryScript.graph(text)
  }

  /// The graph of some elements of a graph, and the ends of its relationships.
  private static func part(of graph: Graph, _ elements: [Value]) throws -> Graph {
    var builder = GraphBuilder()
    var places: [NodeID: NodeID] = [:]
    var ties: [RelationshipID] = []
    var nodes: Set<NodeID> = []
    for element in elements {
      switch element {
      case .node(let node): nodes.insert(node)
      case .relationship(let tie):
        ties.append(tie)
        nodes.formUnion([graph.source(of: tie), graph.target(of: tie)])
      default: Issue.record("lineage holds \(element)")
      }
    }
    for node in nodes.sorted() {
      places[node] = builder.addNode(
        id: graph.elementID(of: node), labels: graph.labels(of: node).map { graph.catalog.name(of: $0) }, properties: []
      )
    }
    for tie in ties {
      let (from, to) = (places[graph.source(of: tie)], places[graph.target(of: tie)])
      builder.addRelationship(
        id: graph.fileID(of: tie), from: try #require(from), to: try #require(to),
        type: graph.catalog.name(of: graph.type(of: tie)), undirected: graph.isUndirected(tie), properties: [])
    }
    return try builder.build()
  }
}
