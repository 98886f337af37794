import Entente
import EntenteSyntax

/// Random tiny graphs and random patterns, answered by the engine in every way it can be run and by trying everything.
public struct MatchOracle {
  /// A pattern that was answered wrongly.
  public struct Difference: Error, CustomStringConvertible {
    public let description: String
  }

  private var random: SplitMix64
  private let seed: UInt64

  public init(seed: UInt64) {
    self.seed = seed
    random = SplitMix64(seed: seed)
  }

  /// Checks `count` patterns, each on a graph of its own.
  ///
  /// - Throws: a ``Difference`` that prints the seed, the graph and the query.
  public func check(count: Int) throws {
    var copy = self
    for _ in 0..<count { try copy.checkOne() }
  }

  private mutating func checkOne() throws {
    let (graph, drawing) = try makeGraph()
    let text = makePattern()
    let tree = try Parser.parse(SourceText("MATCH \(text) RETURN *", name: "query"))
    guard case .match(let match)? = tree.parts.first?.clauses.first else { return }
    let expected = BruteForceMatcher(graph).matches(of: match.patterns)
    let variables = Set(expected.flatMap(\.bindings.keys)).sorted()
    let expectedRows = expected.map { row in variables.map { Self.words(row.bindings[$0]) }.joined(separator: " ") }
      .sorted()
    let query =
      variables.isEmpty
      ? "MATCH \(text) RETURN count(*) AS n" : "MATCH \(text) RETURN " + variables.joined(separator: ", ")
    for options in Self.ways {
      let table = try graph.query(
        SourceText(query, name: "query"), parameters: [:], options: options)
      let rows: [String]
      if variables.isEmpty {
        let count = expected.count
        rows = table.rows.first?.first?.literal == "\(count)" ? expectedRows : ["count \(table.rows)"]
      } else {
        rows = table.rows.map { $0.map(Self.words).joined(separator: " ") }.sorted()
      }
      guard rows == expectedRows else {
        throw Difference(
          description: """
            seed \(seed), rules off: \(options.disabledRules.sorted()), kernels: \(options.usesKernels)
            \(drawing)
            \(query)
            expected \(expectedRows)
            found    \(rows)
            """)
      }
    }
  }

  /// Everything on; each rule off; everything off.
  private static let ways: [QueryOptions] =
    [QueryOptions(), QueryOptions(usesKernels: false)]
    + QueryOptions.ruleNames.map { QueryOptions(disabledRules: [$0]) }
    + [QueryOptions(disabledRules: Set(QueryOptions.ruleNames), usesKernels: false)]

  private static func words(_ binding: BruteForceMatcher.Binding?) -> String {
    switch binding {
    case nil: "?"
    case .node(let id): "n\(id.rawValue)"
    case .relationship(let id): "r\(id.rawValue)"
    case .relationships(let ids): "[" + ids.map { "r\($0.rawValue)" }.joined(separator: ",") + "]"
    }
  }

  private static func words(_ value: Value) -> String {
    switch value {
    case .node(let id): "n\(id.rawValue)"
    case .relationship(let id): "r\(id.rawValue)"
    case .list(let items): "[" + items.map(words).joined(separator: ",") + "]"
    case .null, .boolean, .integer, .float, .string, .map, .path: value.literal
    }
  }

  private mutating func pick<Element>(_ items: [Element]) -> Element {
    items[Int(random.next() % UInt64(items.count))]
  }

  private mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

  private mutating func makeGraph() throws -> (Graph, String) {
    var builder = GraphBuilder()
    var drawing: [String] = []
    let count = pick([1, 2, 2, 3, 3, 4])
    var nodes: [NodeID] = []
    for index in 0..<count {
      let labels = ["A", "B"].filter { _ in chance(50) }
      let value = pick([0, 1])
      nodes.append(
        builder.addNode(id: nil, labels: labels.map { Text($0) }, properties: [("p", .integer(Int64(value)))]))
      drawing.append("(\(index)\(labels.map { ":\($0)" }.joined()) {p: \(value)})")
    }
    for _ in 0..<pick([0, 1, 2, 3, 4, 5]) {
      let from = pick(nodes)
      let to = pick(nodes)
      let type = pick(["R", "S"])
      let value = pick([0, 1])
      builder.addRelationship(
        id: nil, from: from, to: to, type: Text(type), undirected: chance(20),
        properties: [("w", .integer(Int64(value)))])
      drawing.append("(\(from.rawValue))-[:\(type) {w: \(value)}]->(\(to.rawValue))")
    }
    return (try builder.build(), drawing.joined(separator: " "))
  }

  private mutating func makePattern() -> String {
    var relationshipCount = 0
    var paths: [String] = []
    for _ in 0..<pick([1, 1, 2]) {
      var path = makeNode()
      for _ in 0..<pick([0, 1, 1, 2]) {
        relationshipCount += 1
        path += makeRelationship(relationshipCount) + makeNode()
      }
      paths.append(path)
    }
    return paths.joined(separator: ", ")
  }

  private mutating func makeNode() -> String {
    let name = pick(["a", "b", "c", ""])
    let labels = pick(["", "", ":A", ":B", ":A:B"])
    let properties = chance(15) ? " {p: \(pick([0, 1]))}" : ""
    return "(\(name)\(labels)\(properties))"
  }

  private mutating func makeRelationship(_ number: Int) -> String {
    let name = chance(70) ? "r\(number)" : ""
    let type = pick(["", "", ":R", ":S", ":R|S"])
    let length = chance(30) ? pick(["*", "*0..1", "*1..2", "*2", "*..2", "*0..", "*2..1", "*0..0"]) : ""
    let properties = chance(15) ? " {w: \(pick([0, 1]))}" : ""
    let (left, right) = pick([("-", "->"), ("<-", "-"), ("-", "-"), ("<-", "->")])
    return "\(left)[\(name)\(type)\(length)\(properties)]\(right)"
  }
}
