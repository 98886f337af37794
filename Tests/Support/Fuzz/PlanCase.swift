import Entente
import EntenteSyntax

/// A random query on a random graph, run in all ways.
struct PlanCase {
  let content: GraphCase

  var text: String { content.text }

  init?(parsing text: ContiguousArray<UInt8>) {
    guard let content = GraphCase(parsing: text) else { return nil }
    self.content = content
  }

  private init(_ content: GraphCase) { self.content = content }

  static func make(using random: inout SplitMix64) -> PlanCase {
    let graphText = GraphCase.graphText(nodes: 5, relationships: 7, using: &random)
    var writer = RandomQuery(random: random)
    let query = writer.query()
    random = writer.random
    return PlanCase(GraphCase(graphText: graphText, query: query))
  }

  var violation: String? {
    guard let graph = content.graph, isDeterministic(content.query) else { return nil }
    return QueryWays.difference(of: content.source, on: graph, ordered: isOrdered)
  }

  /// Whether the order of the rows counts: an ORDER BY in the last clause, over no UNION.
  private var isOrdered: Bool {
    let last = content.query.ranges(of: "RETURN ").last.map { content.query[$0.upperBound...] } ?? ""
    return last.contains("ORDER BY") && !content.query.contains("UNION")
  }
}

/// Whether rows depend on nothing but the query: no chance, no clock, no order that nobody asked for.
func isDeterministic(_ query: String) -> Bool {
  let words = query.lowercased()
  // `collect` keeps the order of the rows, which only ORDER BY fixes; so do `LIMIT` and `SKIP`.
  let dependent = words.contains("order by") ? [] : ["limit", "skip", "collect", "head", "last"]
  return !(["rand", "timestamp", "explain", "profile"] + dependent).contains { words.contains($0) }
}
