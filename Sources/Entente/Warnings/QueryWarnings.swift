public import EntenteSyntax

/// Finds what in a correct query is likely a slip, or likely slow, on a given graph.
///
///     MATCH (c:Compnay) RETURN c          no node has the label `Compnay`: did you mean `Company`?
///
/// In: a ``BoundQuery`` and the graph that it is asked of. Out: warnings in the order of their places. A query with
/// warnings runs all the same.
public enum QueryWarnings {
  /// The rules, in the order in which warnings of one place are told.
  static let rules: [any QueryWarningRule.Type] = [
    UnknownName.self, SymmetricArrow.self, CartesianProduct.self, UnboundedPattern.self,
  ]

  /// All warnings about a query.
  ///
  /// - Complexity: O(size of the query), and for a name that is unknown O(names of the graph).
  public static func about(_ query: BoundQuery, on graph: Graph) -> [Diagnostic] {
    Diagnostic.inOrder(rules.flatMap { $0.warnings(about: query.references, on: graph) })
  }
}

/// One rule: what it finds in a query that is asked of a graph.
protocol QueryWarningRule: SendableMetatype {
  static func warnings(about references: GraphReferences, on graph: Graph) -> [Diagnostic]
}
