/// Turns the text of a query into a tree.
public enum Parser {
  /// Parses one query, which may end with a semicolon.
  ///
  /// - Throws: a ``QueryError`` of kind `syntaxError` at the first place that cannot be read.
  /// - Complexity: O(*n*) in the length of the text.
  public static func parse(_ source: SourceText) throws(QueryError) -> Query {
    throw QueryError(
      .syntaxError, .compileTime, "UnexpectedSyntax", Diagnostic(.error, code: "42001", "nothing is parsed"))
  }
}
