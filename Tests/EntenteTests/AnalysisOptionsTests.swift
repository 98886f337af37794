import Entente
import EntenteSyntax
import EntenteTestSupport
import Testing

/// Options of procedures: how they choose a part of the graph, and what is said of wrong ones.
struct AnalysisOptionsTests {
  /// Says which nodes and relationships a call sees.
  static let view = Procedure(
    "test.view", options: AnalysisOptions.projection + [.init("limit", .integer(1...10), "how many")],
    outputs: [.init(name: "nodes", kind: .list(of: .string)), .init(name: "ties", kind: .integer)]
  ) { (call) throws(QueryError) in
    let view = try call.graph.view(try call.projection(direction: .undirected), monitor: call.monitor)
    let names = (0..<view.nodeCount).map { call.graph.elementID(of: view.node(at: $0)) }
    return [[.list(ContiguousArray(names.map { .string($0) })), .integer(Int64(view.relationshipCount))]]
  }

  static func output(_ query: String, parameters: [String: Value] = [:]) throws -> String {
    var options = QueryOptions()
    options.procedures.register(view)
    return QueryScript.output(
      query, on: try QueryScript.graph(QueryScript.cityGraph), parameters: parameters, options: options)
  }

  static func rows(_ options: String, parameters: [String: Value] = [:]) throws -> String {
    let text = try output("CALL test.view(\(options)) YIELD nodes, ties", parameters: parameters)
    return text.split(separator: "\n").dropFirst(2).dropLast().joined(separator: "\n")
      .replacing(" ", with: "").replacing("'", with: "")
  }

  @Test(
    arguments: [
      ("", "[ann,bob,eve,dan,oslo,rome]│8"), ("null", "[ann,bob,eve,dan,oslo,rome]│8"),
      ("{}", "[ann,bob,eve,dan,oslo,rome]│8"), ("{types: null}", "[ann,bob,eve,dan,oslo,rome]│8"),
      ("{labels: 'Person'}", "[ann,bob,eve,dan]│5"), ("{labels: ['City', 'Admin']}", "[eve,oslo,rome]│1"),
      ("{types: ['KNOWS', 'MARRIED_TO'], labels: 'Person'}", "[ann,bob,eve,dan]│5"),
      ("{types: 'KNOWS'}", "[ann,bob,eve,dan,oslo,rome]│4"), ("{parallel: 'single'}", "[ann,bob,eve,dan,oslo,rome]│7"),
      // Nodes alone stand for all relationships between them.
      ("{match: 'MATCH (n:Person) WHERE n.age > 30 RETURN n'}", "[ann,eve]│2"),
      ("{match: 'MATCH (n:Person) WHERE n.age > 30 RETURN collect(n) AS all'}", "[ann,eve]│2"),
      ("{match: 'MATCH (n:Person) WHERE n.age > 99 RETURN n'}", "[]│0"),
      ("{match: 'MATCH (a)-[r:LIVES_IN]->(b) RETURN r'}", "[ann,bob,eve,oslo,rome]│3"),
      ("{match: 'MATCH way = (:City)--(:Admin) RETURN way'}", "[eve,rome]│1"),
      ("{match: 'MATCH (a:Admin) OPTIONAL MATCH (a)-[r:NONE]-() RETURN a, r'}", "[eve]│0"),
      ("{match: 'MATCH (a)-[r]-() WHERE r.since > $year RETURN r', parameters: {year: 2020}}", "[ann,bob,eve,dan]│2"),
      ("{match: 'MATCH (a)-[r]-() RETURN r', types: 'MARRIED_TO', labels: 'Admin'}", "[eve]│0"),
    ])
  func `options choose a part of the graph`(options: String, expected: String) throws {
    #expect(try Self.rows(options) == expected)
  }

  @Test func `options may come from a parameter and from the row`() throws {
    let map = Value.map(MapValue([("labels", .string("City"))]))
    #expect(try Self.rows("$given", parameters: ["given": map]) == "[oslo,rome]│0")
    let output = try Self.output(
      """
      MATCH (a)-[r:KNOWS]->(b) WITH a, collect(r) AS ties, collect(b) + a AS nodes ORDER BY a.name LIMIT 1
      CALL test.view({relationships: ties, nodes: nodes}) YIELD nodes AS seen, ties AS count RETURN seen, count
      """)
    #expect(output.contains("['ann', 'bob', 'dan'] │     2"), "\(output)")
    let implicit = try Self.output("CALL test.view", parameters: ["options": map])
    #expect(implicit.contains("['oslo', 'rome'] │    0"), "\(implicit)")
    #expect(try Self.output("CALL test.view").contains("│    8"))
  }

  @Test(
    arguments: [
      (
        "CALL test.view({type: 'KNOWS'})",
        """
        error[42N62]: `test.view` has no option `type`
          --> query:1:17
          1 | CALL test.view({type: 'KNOWS'})
            |                 ^^^^
          note: its options are match, parameters, nodes, relationships, labels, types, direction, weight and 3 more
          help: did you mean `types`?
        """
      ),
      (
        "CALL test.view({types: 1})",
        """
        error[22NB1]: the option `types` of `test.view` must be a string or a list of strings, not an integer
          --> query:1:24
          1 | CALL test.view({types: 1})
            |                        ^
        """
      ),
      (
        "CALL test.view({direction: 'undirect'})",
        """
        error[22NB1]: the option `direction` of `test.view` must be 'directed' or 'reversed' or 'undirected', not 'undirect'
          --> query:1:28
          1 | CALL test.view({direction: 'undirect'})
            |                            ^^^^^^^^^^
          help: did you mean 'undirected'?
        """
      ),
      (
        "CALL test.view({limit: 11})",
        """
        error[22NB1]: the option `limit` of `test.view` must be an integer from 1 to 10, not 11
          --> query:1:24
          1 | CALL test.view({limit: 11})
            |                        ^^
        """
      ),
      (
        "CALL test.view({types: 'KNOW'})",
        """
        error[42N62]: the graph has no relationship type `KNOW`, which the option `types` names
          --> query:1:24
          1 | CALL test.view({types: 'KNOW'})
            |                        ^^^^^^
          help: did you mean `KNOWS`?
        """
      ),
      (
        "CALL test.view('KNOWS')",
        """
        error[22NB1]: the argument `options` of `test.view` must be a map, not a string
          --> query:1:16
          1 | CALL test.view('KNOWS')
            |                ^^^^^^^ a string
        """
      ),
      (
        "CALL test.view({}, {})",
        """
        error[42I13]: `test.view` takes 0 to 1 arguments, not 2
          --> query:1:1
          1 | CALL test.view({}, {})
            | ^^^^^^^^^^^^^^^^^^^^^^
        """
      ),
      (
        "CALL test.view({match: 'MATCH (a)-[r]-() RETURN s'})",
        """
        error[42N62]: the variable `s` is not defined
          --> query:1:49
          1 | CALL test.view({match: 'MATCH (a)-[r]-() RETURN s'})
            |                                                 ^ not in scope here; in scope: a, r
        """
      ),
      (
        "CALL test.view({match: 'MATCH (a) ' + 'RETURN b'})",
        """
        error[42N62]: the variable `b` is not defined (in the option, at 1:18)
          --> query:1:24
          1 | CALL test.view({match: 'MATCH (a) ' + 'RETURN b'})
            |                        ^^^^^^^^^^^^^^^^^^^^^^^^^
        """
      ),
      (
        "CALL test.view({match: 'MATCH (a) RETURN a.name'})",
        """
        error[22NB1]: the query of `match` chooses nodes, relationships and paths; its column `a.name` holds a string
          --> query:1:24
          1 | CALL test.view({match: 'MATCH (a) RETURN a.name'})
            |                        ^^^^^^^^^^^^^^^^^^^^^^^^^
        """
      ),
      (
        "CALL test.view({match: 'CREATE (a) RETURN a'})",
        """
        error[25G03]: CREATE writes, and this query may only read
          --> query:1:25
          1 | CALL test.view({match: 'CREATE (a) RETURN a'})
            |                         ^^^^^^^^^^
          note: nothing has been changed
        """
      ),
    ])
  func `a wrong option says where and why`(query: String, expected: String) throws {
    let output = try Self.output(query)
    #expect(output.split(separator: "\n").dropFirst().joined(separator: "\n") == expected, "\(output)")
  }

  @Test func `unknown options of a parameter are seen at run time`() throws {
    let map = Value.map(MapValue([("label", .string("City"))]))
    let output = try Self.output("CALL test.view($given)", parameters: ["given": map])
    #expect(output.hasPrefix("ArgumentError/InvalidArgumentValue, runtime\n"), "\(output)")
    #expect(output.contains("help: did you mean `labels`?"))
  }

  @Test func `a query that stands in itself ends in an error`() throws {
    let text = "CALL test.view({match: $text}) YIELD nodes MATCH (n) RETURN n"
    let output = try Self.output(text, parameters: ["text": .string(text)])
    #expect(output.contains("queries in options of procedures stand more than 8 deep in each other"), "\(output)")
  }

  @Test func `options are listed`() throws {
    let output = try Self.output(
      "CALL dbms.procedureOptions() YIELD procedure, option, takes WHERE procedure = 'test.view' AND option = 'limit' RETURN takes"
    )
    #expect(output.contains("an integer from 1 to 10"), "\(output)")
  }
}
