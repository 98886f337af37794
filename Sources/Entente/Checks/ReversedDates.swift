import EntenteSyntax

/// A tie that ends before it begins: every day that `since` may be is after every day that `until` may be.
enum ReversedDates: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    (graph.nodes.map(\.element) + graph.edges.map(\.element)).compactMap { element in
      guard let since = element.values("since").first, let until = element.values("until").first,
        let start = graph.date(since), let end = graph.date(until), start.first > end.last
      else { return nil }
      return CheckFindings.reversedDates(since: since.range, until: until.range, in: graph.source)
    }
  }
}
