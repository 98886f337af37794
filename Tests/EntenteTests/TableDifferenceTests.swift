import Entente
import EntenteSyntax
import EntenteTestSupport
import Testing

/// What becomes of the rows of an answer.
struct TableDifferenceTests {
  static let graph = Graph()

  static func table(_ rows: [[Int64?]]) -> Table {
    Table(
      columns: ["a", "b"], rows: rows.map { $0.map { $0.map(Value.integer) ?? .null } }, graph: graph)
  }

  static func words(_ difference: TableDifference) -> [String] {
    difference.table.rows.map { $0.map(\.literal).joined(separator: " ") }
  }

  @Test func `a row changed is one that is gone and one that is new and begins alike`() {
    let difference = TableDifference(
      from: Self.table([[1, 1], [2, 1], [3, 1], [4, 4], [nil, 1]]),
      to: Self.table([[1, 1], [3, 2], [5, 1], [4, 4], [4, 4], [nil, 2]]), in: Self.graph)
    #expect(
      Self.words(difference) == [
        "'gone' 2 1", "'before' 3 1", "'after' 3 2", "'gone' null 1", "'new' 5 1", "'new' 4 4", "'new' null 2",
      ])
    #expect((difference.gone, difference.new, difference.changed, difference.same) == (2, 3, 1, 2))
    #expect(difference.table.columns == ["change", "a", "b"])
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `taking away what is gone and adding what is new gives the other answer`(seed: UInt64) {
    var random = SplitMix64(seed: 0xD1_FF + seed)
    func rows() -> [[Int64?]] {
      (0..<random.next() % 9).map { _ in
        (0..<2).map { _ in random.next() % 5 == 0 ? nil : Int64(random.next() % 3) }
      }
    }
    let (old, new) = (Self.table(rows()), Self.table(rows()))
    let difference = TableDifference(from: old, to: new, in: Self.graph)
    var counts: [[String]: Int] = [:]
    for row in old.rows { counts[row.map(\.literal), default: 0] += 1 }
    for row in difference.table.rows {
      let sign = ["'gone'", "'before'"].contains(row[0].literal) ? -1 : 1
      counts[row.dropFirst().map(\.literal), default: 0] += sign
    }
    for row in new.rows { counts[row.map(\.literal), default: 0] -= 1 }
    #expect(counts.values.allSatisfy { $0 == 0 }, "seed \(seed)")
    #expect(difference.same + difference.gone + difference.changed == old.rows.count, "seed \(seed)")
    #expect(difference.same + difference.new + difference.changed == new.rows.count, "seed \(seed)")
  }

  @Test func `elements are what they are in the whole graph`() throws {
    let graph = try QueryScript.graph(
      "s1 :Source\ns2 :Source\na :X source:s1\nb :X\nc :X\nt1: a -> b :T\nt2: b -> c :T source:s2\nt3: c -> b :T source:s1"
    )
    let query = "MATCH (x)-[r]->(y) RETURN r, x ORDER BY r.id"
    let part = try graph.restricted(to: GraphRestriction(without: ["s1"])).graph
    #expect(part.relationshipCount == 1 && part.nodeCount == 3)
    var options = QueryOptions()
    options.restriction.without = ["s1"]
    let whole = try graph.query(query)
    let rest = try graph.query(.init(query, name: "query"), parameters: [:], options: options)
    let difference = TableDifference(from: whole, to: rest, in: graph)
    #expect((difference.gone, difference.new, difference.changed, difference.same) == (2, 0, 0, 1))
  }
}
