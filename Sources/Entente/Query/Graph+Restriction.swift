import EntenteSyntax

extension Graph {
  /// The graph that a statement asks: restricted by the options and by its own AS OF, over which the options stand.
  func restricted(
    for query: BoundQuery, source: SourceText, parameters: [String: Value], options: QueryOptions,
    monitor: QueryMonitor
  ) throws(QueryError) -> (part: RestrictedGraph, restriction: GraphRestriction) {
    if options.nesting > 0, options.asksPart, let asOf = query.asOf { throw .asOfInside(at: asOf.range) }
    var restriction = options.restriction
    if restriction.asOf == nil, let expression = query.asOf {
      let context = ExecutionContext(
        graph: self, transaction: nil, parameters: parameters, procedures: options.procedures,
        procedureQuery: options.procedureQuery(in: source, parameters: parameters, monitor: monitor),
        monitor: monitor, usesKernels: false)
      let value = try Evaluator(context).evaluate(expression, in: .unit, row: 0)
      restriction.asOf = try PartialDate.parsed(value, for: "AS OF", at: expression.range)
    }
    guard !restriction.isEmpty else { return (RestrictedGraph(graph: self, renumbered: nil), restriction) }
    do throws(RestrictionError) {
      return (try restricted(to: restriction), restriction)
    } catch {
      throw QueryError(.argumentError, .runtime, "InvalidArgumentValue", error.diagnostic)
    }
  }
}
