import Entente
import EntenteSyntax

/// A random pattern on a random graph, answered in all ways and by trying everything.
struct MatchCase {
  let content: GraphCase

  var text: String { content.text }

  init?(parsing text: ContiguousArray<UInt8>) {
    guard let content = GraphCase(parsing: text) else { return nil }
    self.content = content
  }

  private init(_ content: GraphCase) { self.content = content }

  static func make(using random: inout SplitMix64) -> MatchCase {
    let graphText = GraphCase.graphText(nodes: 4, relationships: 5, using: &random)
    return MatchCase(GraphCase(graphText: graphText, query: "MATCH \(patterns(using: &random)) RETURN *"))
  }

  /// The variables that the pattern names are returned, and the rows are counted.
  var violation: String? {
    guard let graph = content.graph, let tree = try? Parser.parse(content.source),
      case .match(let match)? = tree.parts.first?.clauses.first, !match.optional, match.predicate == nil,
      let text = content.query.split(separator: " RETURN ").first
    else { return nil }
    let expected = BruteForceMatcher(graph).matches(of: match.patterns)
    // One variable for two kinds of things is an error, which is for other tests.
    let variables = Set(expected.flatMap(\.bindings.keys)).sorted()
    if !variables.isEmpty {
      let rows = expected.map { row in variables.map { Self.words(row.bindings[$0]) }.joined(separator: " | ") }
      if let difference = Self.difference("\(text) RETURN \(variables.joined(separator: ", "))", on: graph, rows) {
        return difference
      }
    }
    // Counts, of all rows and for each value of a variable, need not walk what they count.
    if let difference = Self.difference(
      "\(text) RETURN count(*) AS n", on: graph, ["\(expected.count)"], mayFail: expected.isEmpty)
    {
      return difference
    }
    for variable in variables {
      let groups = Dictionary(grouping: expected) { Self.words($0.bindings[variable]) }
      let rows = groups.map { "\($0.key) | \($0.value.count)" }
      if let difference = Self.difference("\(text) RETURN \(variable), count(*) AS n", on: graph, rows) {
        return difference
      }
    }
    return nil
  }

  private static func difference(_ query: String, on graph: Graph, _ expected: [String], mayFail: Bool = false)
    -> String?
  {
    let expected = expected.sorted()
    for options in QueryWays.others + [QueryWays.plain] {
      switch QueryWays.outcome(of: SourceText(query, name: "query"), on: graph, options) {
      case .limit: continue
      case .error(let words): if !expected.isEmpty, !mayFail { return "\(QueryWays.name(options)): \(words)" }
      case .rows(let rows):
        if rows != expected {
          return "\(QueryWays.name(options)): \(query)\nexpected \(expected)\nfound    \(rows)"
        }
      }
    }
    return nil
  }

  private static func words(_ binding: BruteForceMatcher.Binding?) -> String {
    switch binding {
    case nil: "null"
    case .node(let id): Value.node(id).literal
    case .relationship(let id): Value.relationship(id).literal
    case .relationships(let ids): Value.list(ContiguousArray(ids.map { .relationship($0) })).literal
    }
  }

  // MARK: Patterns

  private static func patterns(using random: inout SplitMix64) -> String {
    var relationshipCount = 0
    var paths: [String] = []
    for _ in 0..<random.pick([1, 1, 2]) {
      var path = node(using: &random)
      for _ in 0..<random.pick([0, 1, 1, 2, 2, 3]) {
        relationshipCount += 1
        path += relationship(relationshipCount, using: &random) + node(using: &random)
      }
      paths.append(path)
    }
    return paths.joined(separator: ", ")
  }

  private static func node(using random: inout SplitMix64) -> String {
    let name = random.pick(["a", "b", "c", ""])
    let labels = random.pick(["", "", ":A", ":B", ":A:B"])
    let properties = random.chance(15) ? " {p: \(random.pick([0, 1]))}" : ""
    return "(\(name)\(labels)\(properties))"
  }

  private static func relationship(_ number: Int, using random: inout SplitMix64) -> String {
    let name = random.chance(70) ? "r\(number)" : ""
    let type = random.pick(["", "", ":R", ":S", ":R|S"])
    let length = random.chance(30) ? random.pick(["*", "*0..1", "*1..2", "*2", "*..2", "*0..", "*2..1", "*0..0"]) : ""
    let properties = random.chance(15) ? " {w: \(random.pick([0, 1]))}" : ""
    let (left, right) = random.pick([("-", "->"), ("<-", "-"), ("-", "-"), ("<-", "->")])
    return "\(left)[\(name)\(type)\(length)\(properties)]\(right)"
  }
}
