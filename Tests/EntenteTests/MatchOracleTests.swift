import Entente
import EntenteSyntax
import EntenteTestSupport
import Testing

/// Patterns answered by the engine, however it plans them, as trying everything answers them.
struct MatchOracleTests {
  @Test(arguments: 0..<40)
  func `random patterns on tiny graphs give the rows of the brute-force matcher`(batch: Int) {
    let run = FuzzRun(seed: 0xE17E &+ UInt64(batch), kinds: [.match])
    let failure = run.firstFailure(in: 0..<25)
    #expect(failure == nil, "\(failure ?? "")")
  }

  @Test func `a self-loop matches an undirected pattern once`() throws {
    var builder = GraphBuilder()
    let node = builder.addNode(id: nil, labels: [], properties: [])
    builder.addRelationship(id: nil, from: node, to: node, type: "R", undirected: false, properties: [])
    let table = try builder.build().query("MATCH (a)-[r]-(b) RETURN count(*) AS n")
    #expect(table.rows.map { $0.map(\.literal) } == [["1"]])
  }

  @Test func `relationships differ over all patterns of one MATCH and not between two`() throws {
    var builder = GraphBuilder()
    let a = builder.addNode(id: nil, labels: [], properties: [])
    let b = builder.addNode(id: nil, labels: [], properties: [])
    builder.addRelationship(id: nil, from: a, to: b, type: "R", undirected: false, properties: [])
    let graph = try builder.build()
    let one = try graph.query("MATCH (a)-[r]-(b), (c)-[s]-(d) RETURN count(*) AS n")
    #expect(one.rows.map { $0.map(\.literal) } == [["0"]])
    let two = try graph.query("MATCH (a)-[r]-(b) MATCH (c)-[s]-(d) RETURN count(*) AS n")
    #expect(two.rows.map { $0.map(\.literal) } == [["4"]])
  }
}
