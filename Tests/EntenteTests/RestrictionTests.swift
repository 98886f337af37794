import Entente
import EntenteSyntax
import EntenteTestSupport
import Testing

/// Restricted graphs, against filters that do just what the definition says.
struct RestrictionTests {
  @Test func `seven ties hold in Europe on 28 July 1914, and ten in 1913`() throws {
    let graph = try QueryScript.graph(named: "european-alliances")
    for (date, ties) in [("1914-07-28", 7), ("1914", 7), ("1913", 10), ("1913-12-31", 10), ("1870", 0)] {
      let part = try graph.restricted(to: GraphRestriction(asOf: try PartialDate(Text(date)))).graph
      #expect(part.relationshipCount == ties, "\(date)")
      #expect(part.nodeCount == graph.nodeCount)
      #expect(part.checkInvariants() == [])
    }
  }

  @Test func `a graph without dates is its own restriction`() throws {
    let graph = try QueryScript.graph(named: "highland-tribes")
    let part = try graph.restricted(to: GraphRestriction(asOf: try PartialDate("1954")))
    #expect(part.graph === graph)
    #expect(part.renumbered == nil)
  }

  @Test func `a date that cannot be read is told, with the element`() throws {
    let graph = try QueryScript.graph("a :X\nb :X since:soon\nt1: a -> b :KNOWS since:2020-02-30")
    let error = #expect(throws: RestrictionError.self) {
      try graph.restricted(to: GraphRestriction(asOf: try PartialDate("2020")))
    }
    #expect(error?.diagnostic.message == "the node b has since 'soon', which is no date")
    let other = try QueryScript.graph("a :X\nb :X\nt1: a -> b :KNOWS since:2020-02-30")
    let second = #expect(throws: RestrictionError.self) {
      try other.restricted(to: GraphRestriction(asOf: try PartialDate("2020")))
    }
    #expect(
      second?.diagnostic.message
        == "the relationship t1 has since '2020-02-30', which is no date: the day of 2020-02 goes from 1 to 29, found 30"
    )
  }

  @Test func `spans overlap and lie in each other as their days do`() throws {
    let graph = Graph()
    for first in DatedGraph.dates {
      for second in DatedGraph.dates {
        let (a, b) = (try Self.days(first), try Self.days(second))
        let row = try graph.query(
          "RETURN overlaps($a, $b), during($a, $b), during(partialdate($a), $b)",
          parameters: ["a": .string(first), "b": .string(second)]
        ).rows[0].map(\.literal)
        #expect(
          row == ["\(!a.isDisjoint(with: b))", "\(a.isSubset(of: b))", "\(a.isSubset(of: b))"], "\(first), \(second)")
      }
    }
  }

  private static func days(_ text: String) throws -> Set<Int64> {
    let date = try PartialDate(Text(text))
    return Set(date.start.epochDay...date.end.epochDay)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `a restriction is a filter of elements by the days in which they hold`(seed: UInt64) throws {
    var random = SplitMix64(seed: 0x15_0F_00 + seed)
    let graph = try DatedGraph.random(using: &random)
    for date in DatedGraph.dates {
      let asked = try PartialDate(Text(date))
      let restricted = try graph.restricted(to: GraphRestriction(asOf: asked))
      let part = restricted.graph
      #expect(part.checkInvariants() == [], "seed \(seed), \(date)")
      let nodes = try (0..<UInt32(graph.nodeCount)).map(NodeID.init).filter {
        try DatedGraph.holds($0, of: graph, asOf: asked)
      }
      let kept = Set(nodes)
      let relationships = try (0..<UInt32(graph.relationshipCount)).map(RelationshipID.init).filter { id in
        try DatedGraph.holds(id, of: graph, asOf: asked)
          && kept.contains(graph.source(of: id)) && kept.contains(graph.target(of: id))
      }
      let left = (0..<UInt32(part.nodeCount)).map { part.elementID(of: NodeID($0)) }
      #expect(left == nodes.map { graph.elementID(of: $0) }, "seed \(seed), \(date)")
      let expected = relationships.map { graph.elementID(of: $0) }.sorted()
      #expect(
        (0..<UInt32(part.relationshipCount)).map { part.elementID(of: RelationshipID($0)) }.sorted() == expected,
        "seed \(seed), \(date)")
      for id in relationships {
        let moved = RelationshipID(restricted.renumbered?.relationship(id.rawValue) ?? id.rawValue)
        #expect(part.elementID(of: moved) == graph.elementID(of: id), "seed \(seed), \(date)")
        #expect(part.isUndirected(moved) == graph.isUndirected(id))
        #expect(part.properties(of: moved).entries.map(\.key) == graph.properties(of: id).entries.map(\.key))
      }
    }
  }
}

/// Small random graphs with dates of every precision.
enum DatedGraph {
  static let dates = [
    "1900", "1901", "1901-02", "1901-02-14", "1901-02-28", "1901-03-01", "1902-12", "1899/1901", "~1901", "2000",
  ]

  static func random(using random: inout SplitMix64) throws -> Graph {
    var text = ""
    func date() -> String { dates[Int(random.next() % UInt64(dates.count - 1))] }
    func properties() -> String {
      var properties = ""
      if random.next() % 3 == 0 { properties += " since:\"\(date())\"" }
      if random.next() % 3 == 0 { properties += " until:\"\(date())\"" }
      if random.next() % 6 == 0 { properties += " at:\"\(date())\"" }
      return properties
    }
    let count = Int(random.next() % 7) + 1
    for node in 0..<count { text += "n\(node) :X\(random.next() % 3 == 0 ? properties() : "")\n" }
    for tie in 0..<Int(random.next() % 14) {
      let (from, to) = (random.next() % UInt64(count), random.next() % UInt64(count))
      let arrow = random.next() % 2 == 0 ? "--" : "->"
      text += "t\(tie): n\(from) \(arrow) n\(to) :\(random.next() % 2 == 0 ? "A" : "B")\(properties())\n"
    }
    return try QueryScript.graph(text)
  }

  static func holds(_ node: NodeID, of graph: Graph, asOf date: PartialDate) throws -> Bool {
    try holds(graph.properties(of: node), asOf: date)
  }

  static func holds(_ relationship: RelationshipID, of graph: Graph, asOf date: PartialDate) throws -> Bool {
    try holds(graph.properties(of: relationship), asOf: date)
  }

  /// Tries every day of the dates' three years.
  private static func holds(_ properties: MapValue, asOf date: PartialDate) throws -> Bool {
    func read(_ key: Text) throws -> PartialDate? {
      guard let value = properties[key], case .string(let text) = value else { return nil }
      return try PartialDate(text)
    }
    let (since, until, at) = (try read("since"), try read("until"), try read("at"))
    return (date.start.epochDay...date.end.epochDay).contains { day in
      (since.map { $0.start.epochDay <= day } ?? true) && (until.map { day < $0.start.epochDay } ?? true)
        && (at.map { $0.start.epochDay <= day && day <= $0.end.epochDay } ?? true)
    }
  }
}
