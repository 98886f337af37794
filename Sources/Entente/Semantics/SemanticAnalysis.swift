public import EntenteSyntax

/// Resolves names, checks kinds and scopes, and takes aggregations and patterns apart.
///
/// In: a ``Query``. Out: a ``BoundQuery``. Nothing of the graph is looked at, so that a wrong query is refused on an
/// empty graph too.
public enum SemanticAnalysis {
  /// Binds a query.
  ///
  /// - Parameters:
  ///   - parameters: the names for which values are given; a missing one is an error here.
  ///   - procedures: what CALL can name.
  ///   - source: the text the tree was read from; messages then say where a name was declared.
  /// - Throws: every compile-time ``QueryError`` of openCypher that the parser leaves.
  /// - Complexity: O(*n*) in the size of the tree, apart from ORDER BY and grouping expressions, which are compared
  ///   with the projected ones.
  public static func bind(
    _ query: Query, parameters: Set<String>, procedures: [ProcedureSignature] = [], source: SourceText? = nil
  ) throws(QueryError) -> BoundQuery {
    var binder = Binder(parameters: parameters, procedures: procedures, source: source)
    var bound = try binder.bind(query, as: .whole)
    if let error = binder.missingParameter { throw error }
    bound.variableCount = binder.variableCount
    bound.references = binder.references
    return bound
  }
}
