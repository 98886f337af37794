import Entente
import EntenteSyntax
import EntenteTestSupport
import Testing

/// Differences of graphs made by chance, against what plain counting says.
struct GraphDifferenceTests {
  /// A few nodes and many ties between the same ones, some with ids, some with dates.
  private struct Maker {
    var random: SplitMix64

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func lines() -> (nodes: [String], edges: [String]) {
      let nodes = (0..<number(1..<5)).map { "n\($0) :\(number(0..<2) == 0 ? "A" : "B") k:\(number(0..<3))\(dates())" }
      let edges = (0..<number(0..<12)).map { _ in
        let (a, b) = (number(0..<nodes.count), number(0..<nodes.count))
        return "n\(a) \(number(0..<2) == 0 ? "--" : "->") n\(b) :\(number(0..<2) == 0 ? "R" : "S") "
          + "k:\(number(0..<3)) l:\(number(0..<3))\(dates())"
      }
      return (nodes, edges.enumerated().map { number(0..<4) == 0 ? "e\($0): \($1)" : $1 })
    }

    private mutating func dates() -> String {
      (number(0..<3) == 0 ? " since:\"\(1900 + number(0..<6))\"" : "")
        + (number(0..<3) == 0 ? " until:\"\(1902 + number(0..<6))\"" : "")
    }

    /// Some lines gone, some moved, some of another graph.
    mutating func edited(_ lines: (nodes: [String], edges: [String])) -> [String] {
      let other = self.lines()
      var nodes = lines.nodes
      var edges = lines.edges.filter { _ in number(0..<5) > 0 }
      for index in nodes.indices where number(0..<4) == 0 && index < other.nodes.count {
        nodes[index] = other.nodes[index]
      }
      edges += other.edges.prefix(2).map { $0.hasPrefix("e") ? String($0.drop { $0 != " " }.dropFirst()) : $0 }
      edges.shuffle(using: &random)
      return nodes + edges
    }
  }

  private static func graph(_ lines: [String]) throws -> Graph {
    try GraphFormat.pg.read(SourceText(lines.joined(separator: "\n"), name: "test.pg")).document.graph()
  }

  /// Every tie in words that mean the same whatever its place: ends, type, properties.
  private static func ties(_ graph: Graph) -> [String: Int] {
    var counts: [String: Int] = [:]
    for raw in 0..<UInt32(graph.relationshipCount) {
      let relationship = RelationshipID(raw)
      var ends = [graph.source(of: relationship), graph.target(of: relationship)].map {
        String(graph.elementID(of: $0))
      }
      if graph.isUndirected(relationship) { ends.sort() }
      let type = graph.catalog.name(of: graph.type(of: relationship))
      let text =
        "\(ends) \(graph.isUndirected(relationship)) \(type) \(Value.map(graph.properties(of: relationship)).literal)"
      counts[text, default: 0] += 1
    }
    return counts
  }

  @Test(arguments: 0..<400)
  func `every element is told once, and what is the same is as much as can be`(seed: Int) throws {
    var maker = Maker(random: SplitMix64(seed: UInt64(seed)))
    let lines = maker.lines()
    let (old, new) = (try Self.graph(lines.nodes + lines.edges), try Self.graph(maker.edited(lines)))
    let difference = try GraphDifference(from: old, to: new, today: PartialDate("1905"))
    #expect(difference.nodes.compactMap(\.before).sorted() == (0..<UInt32(old.nodeCount)).map { NodeID($0) })
    #expect(difference.nodes.compactMap(\.after).sorted() == (0..<UInt32(new.nodeCount)).map { NodeID($0) })
    let (a, b) = (difference.relationships.compactMap(\.before), difference.relationships.compactMap(\.after))
    #expect(a.sorted() == (0..<UInt32(old.relationshipCount)).map { RelationshipID($0) }, "seed \(seed)")
    #expect(b.sorted() == (0..<UInt32(new.relationshipCount)).map { RelationshipID($0) }, "seed \(seed)")
    // Pairs whose properties are the same, against the intersection of two bags; ids may pair otherwise.
    let same = difference.relationships.count { $0.before != nil && $0.after != nil && $0.properties.isEmpty }
    let bags = (Self.ties(old), Self.ties(new))
    let most = bags.0.reduce(0) { $0 + min($1.value, bags.1[$1.key] ?? 0) }
    if old.hasRelationshipIDs { #expect(same <= most, "seed \(seed)") } else { #expect(same == most, "seed \(seed)") }
    let back = try GraphDifference(from: new, to: old, today: PartialDate("1905"))
    #expect(
      back.relationships.count { $0.change == .added } == difference.relationships.count { $0.change == .removed })
    #expect(try GraphDifference(from: old, to: old).isEmpty)
    let union = try difference.union().graph
    #expect(union.nodeCount == difference.nodes.count && union.relationshipCount == difference.relationships.count)
    #expect(union.checkInvariants().isEmpty)
  }

  @Test(arguments: 0..<400)
  func `one graph as of two dates differs as the two parts of it do`(seed: Int) throws {
    var maker = Maker(random: SplitMix64(seed: UInt64(seed) &+ 9_000))
    let lines = maker.lines()
    let graph = try Self.graph(lines.nodes + lines.edges)
    let dates = (try PartialDate("1902"), try PartialDate(Text("\(1900 + maker.number(0..<8))")))
    let parts = (
      try graph.restricted(to: GraphRestriction(asOf: dates.0)).graph,
      try graph.restricted(to: GraphRestriction(asOf: dates.1)).graph
    )
    let whole = try GraphDifference(from: graph, to: graph, asOf: dates)
    let plain = try GraphDifference(from: parts.0, to: parts.1, today: PartialDate("0001"))
    func count(_ changes: [GraphDifference.Change]) -> [Int] {
      [changes.count { $0 == .added }, changes.count { $0 == .removed || $0 == .ended }]
    }
    #expect(count(whole.nodes.map(\.change)) == count(plain.nodes.map(\.change)), "seed \(seed)")
    let held = (parts.0.relationshipCount, parts.1.relationshipCount)
    let changes = whole.relationships.map(\.change)
    #expect(!changes.contains(.removed), "nothing is taken out of a file by a date")
    #expect(changes.count { $0 != .added } == held.0 && changes.count { $0 != .ended } == held.1, "seed \(seed)")
  }

  @Test func `of two hundred ties between the same nodes one has changed`() throws {
    let lines = (0..<200).map { "a -> b :R n:\($0) m:\($0 % 7)" }
    var edited = lines
    edited[70] += " note:new"
    let difference = try GraphDifference(from: Self.graph(lines), to: Self.graph(edited.reversed()))
    let changed = difference.relationships.filter { $0.change != .unchanged }
    #expect(changed.map(\.change) == [.changed])
    #expect(changed.flatMap(\.details) == ["note: + ['new']"])
  }

  @Test func `a thousand ties that all changed find those most like them`() throws {
    let lines = (0..<1000).map { "a -> b :R k\($0):\($0) n:1" }
    let edited = (0..<1000).map { "a -> b :R k\($0):\($0) n:2" }
    let difference = try GraphDifference(from: Self.graph(lines), to: Self.graph(edited.reversed()))
    #expect(difference.relationships.allSatisfy { $0.change == .changed && $0.details == ["n: 1 → 2"] })
  }

  /// Where a schema was changed between two revisions, both graphs are drawn by what it says now.
  @Test func `of what two schemas say of a type or label the newer counts`() throws {
    func facts(_ signs: [String: Int], symmetric: Set<String>, hidden: Set<String>, types: Set<String>) -> SchemaFacts {
      var facts = SchemaFacts(signs: signs, symmetricTypes: symmetric, hiddenLabels: hidden)
      facts.types = types
      facts.labels = ["Note"]
      return facts
    }
    let old = facts(
      ["ALLIED": 1, "HOSTILE": -1, "GONE": -1], symmetric: ["ALLIED", "GONE"], hidden: ["Note", "Old"],
      types: ["ALLIED", "HOSTILE", "GONE"])
    let new = facts(["ALLIED": -1], symmetric: ["HOSTILE"], hidden: [], types: ["ALLIED", "HOSTILE"])
    let graph = try QueryScript.graph("a :Note\nb :Note\na -> b :ALLIED", facts: old)
    let later = try QueryScript.graph("a :Note\nb :Note\na -> b :ALLIED", facts: new)
    let difference = try GraphDifference(from: graph, to: later)
    let union = try difference.union().graph.facts
    #expect(union.signs == ["ALLIED": -1, "GONE": -1])
    #expect(union.symmetricTypes == ["HOSTILE", "GONE"])
    #expect(union.hiddenLabels == ["Old"])
  }
}

extension Graph {
  fileprivate var hasRelationshipIDs: Bool {
    (0..<UInt32(relationshipCount)).contains { fileID(of: RelationshipID($0)) != nil }
  }
}
