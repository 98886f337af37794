import Entente
import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

/// Random writes to the three graphs, saved into their files: the files stay formatted, keep the comments of what stays,
/// and hold what the query made.
@Suite struct `A graph file that queries write` {
  private static let texts = [
    "Nvidia", "물리 인공지능 분야에서 협력하기로 했다", "a text of several words, with \"quotes\" and it's own",
    "one\ntwo", "2028", "true", "👩‍💻 " + String(repeating: "길다 ", count: 40), "http://example.org/?a=1#x", "#", "a:b:",
  ]

  private func query(_ ids: [Text], using random: inout SplitMix64) -> (String, [String: Value]) {
    func text() -> Value { .string(Text(Self.texts.randomElement(using: &random) ?? "")) }
    func id() -> Value { .string(ids.randomElement(using: &random) ?? "") }
    let parameters: [String: Value] = [
      "a": id(), "b": id(), "t": text(), "u": .list([text(), text()]), "n": .integer(Int64(random.next() % 3000)),
    ]
    let queries = [
      "MATCH (n {id: $a}) SET n.note = $u, n.new = $t", "MATCH (n {id: $a}) REMOVE n.name",
      "MATCH (n {id: $a}) SET n:Extra, n.count = $n", "MATCH (n {id: $a}) DETACH DELETE n",
      "MATCH (a {id: $a}), (b {id: $b}) CREATE (a)-[:KNOWS {since: $t, list: $u}]->(b)",
      "MATCH ({id: $a})-[r]-() SET r.note = $u", "MATCH ({id: $a})-[r]-() REMOVE r.source",
      "CREATE (:New {name: $t, list: $u})-[:KNOWS]->(:New {count: $n})", "MATCH ({id: $a})-[r]->() DELETE r",
      "MATCH (n {id: $a}) SET n.name = $t REMOVE n:Actor",
    ]
    return (queries.randomElement(using: &random) ?? "", parameters)
  }

  @Test(arguments: ["ai-infrastructure", "european-alliances", "highland-tribes"])
  func `stays formatted and keeps its comments`(name: String) throws {
    let seed: UInt64 = 1954
    var random = SplitMix64(seed: seed)
    let url = QueryScript.package.appendingPathComponent("Graphs/\(name).pg")
    let original = try ContiguousArray(Data(contentsOf: url))
    for round in 0..<3 {
      var bytes = original
      for step in 0..<5 {
        let source = SourceText(utf8: bytes, name: "\(name).pg")
        let place = "seed \(seed), round \(round), step \(step)"
        let reading = GraphFormat.pg.read(source, linting: false)
        let (graph, relationships) = try reading.document.placedGraph()
        let (query, parameters) = query(reading.document.nodes.map(\.id), using: &random)
        let table = try graph.query(query, parameters: parameters)
        let file = GraphFile(parsing: source)
        bytes = ContiguousArray(try GraphFileUpdate(file, of: graph, relationships, after: table).bytes)
        let result = GraphFile(parsing: SourceText(utf8: bytes, name: "\(name).pg"))
        #expect(result.formatted().map(bytes.elementsEqual) == true, "\(place): \(query)")
        // Comments between statements stay; in these graphs no statement has one inside.
        #expect(comments(of: result) == comments(of: file), "\(place): \(query)")
        // What a query reads from the file is what it would have read from its own result.
        let again = try GraphFormat.pg.read(result.source, linting: false).document.graph()
        #expect(again.nodeCount == table.graph.nodeCount, "\(place): \(query)")
        #expect(again.relationshipCount == table.graph.relationshipCount, "\(place): \(query)")
      }
    }
  }

  private func comments(of file: GraphFile) -> [String] {
    file.tokens.filter { $0.kind == .comment }.map { file.source[$0.range] }
  }
}
