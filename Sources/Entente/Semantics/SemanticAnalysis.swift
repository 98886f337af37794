public import EntenteSyntax

/// Resolves names, checks kinds and scopes, and takes aggregations and patterns apart.
public enum SemanticAnalysis {
  /// Binds a query.
  ///
  /// - Parameter parameters: the names for which values are given; a missing one is an error here.
  /// - Throws: every compile-time ``QueryError`` of openCypher that the parser leaves.
  public static func bind(_ query: Query, parameters: Set<String>) throws(QueryError) -> BoundQuery {
    throw QueryError(
      .syntaxError, .compileTime, "UnexpectedSyntax", Diagnostic(.error, code: "42001", "nothing is bound"))
  }
}
