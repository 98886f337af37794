import EntenteSyntax

/// A symmetric relationship that stands in the file twice: same type and pair in any order, equal `topic` and `name`,
/// and dates that overlap.
enum RepeatedTie: CheckRule {
  private struct Key: Hashable {
    let type: String
    let pair: [Int]
    let topics: Set<String>
    let names: Set<String>
  }

  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    var known: [Key: [CheckedGraph.Edge]] = [:]
    var found: [Diagnostic] = []
    for edge in graph.edges {
      guard let type = edge.type?.name, graph.facts.symmetricTypes.contains(type) else { continue }
      let texts = { (key: String) in
        Set(edge.element.values(key).map { graph.text($0) ?? graph.source[$0.range] })
      }
      let key = Key(
        type: type, pair: [edge.source, edge.target].sorted(), topics: texts("topic"), names: texts("name"))
      if let earlier = known[key]?.first(where: { overlap($0.element, edge.element, in: graph) }) {
        found.append(CheckFindings.repeatedTie(edge, earlier: earlier, type: type, in: graph))
      }
      known[key, default: []].append(edge)
    }
    return found
  }

  /// Whether some day may lie in both; `until` is exclusive, and without dates a tie holds always.
  private static func overlap(
    _ left: CheckedGraph.Element, _ right: CheckedGraph.Element, in graph: CheckedGraph
  ) -> Bool {
    let interval = { (element: CheckedGraph.Element) -> (Int, Int) in
      (
        element.values("since").first.flatMap(graph.date)?.first ?? Int.min,
        element.values("until").first.flatMap(graph.date)?.first ?? Int.max
      )
    }
    let (a, b) = (interval(left), interval(right))
    return a.0 < b.1 && b.0 < a.1 || a == b
  }
}
