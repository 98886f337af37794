public import EntenteSyntax

extension Graph {
  /// Answers a query.
  ///
  ///     let table = try graph.query("MATCH (a)-[:RIVALS]-(b) RETURN a.name, b.name")
  ///
  /// - Throws: a ``QueryError`` that says what is wrong with the query, or which limit was reached.
  public func query(
    _ text: String, parameters: [String: Value] = [:], limits: QueryLimits = QueryLimits()
  ) throws(QueryError) -> Table {
    let tree = try Parser.parse(SourceText(text, name: "query"))
    _ = try SemanticAnalysis.bind(tree, parameters: Set(parameters.keys))
    return Table(columns: [], rows: [], graph: self)
  }
}
