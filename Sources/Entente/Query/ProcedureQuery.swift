import EntenteSyntax

/// Queries in options of procedures, as in `CALL signed.camps({match: 'MATCH (a)-[r:RIVALS]-(b) RETURN r'})`.
extension QueryOptions {
  /// How many such queries may stand in each other.
  private static let nestingLimit = 8

  /// What procedures of a query call to have another answered: it may only read, and shares time and memory.
  func procedureQuery(
    in source: SourceText, parameters: [String: Value], monitor: QueryMonitor
  ) -> Procedure.Invocation.Subquery {
    return { (graph, text, own, range) throws(QueryError) in
      guard nesting < Self.nestingLimit else { throw .queriesNestTooDeep(limit: Self.nestingLimit) }
      var options = self
      options.nesting += 1
      options.allowsWrites = false
      // The graph is the restricted one already.
      options.restriction = GraphRestriction()
      options.tracksLineage = false
      options.limits.rows = nil
      var all = parameters
      for entry in own.entries { all[String(entry.key)] = entry.value }
      let placed = range.flatMap { source.keepingOnly(text, quotedAt: $0) }
      do throws(QueryError) {
        let table = try graph.query(
          placed ?? SourceText(text, name: "query"), parameters: all, options: options, monitor: monitor)
        return table.inTerms(of: graph)
      } catch {
        throw placed == nil && error.diagnostic.range != nil ? error.said(of: text, at: range) : error
      }
    }
  }
}

extension Table {
  /// The rows with the ids of the graph that was asked, where its part as of a date has others.
  fileprivate func inTerms(of whole: Graph) -> Table {
    guard let moved = renumbered else { return self }
    var table = self
    let back = moved.inverse(on: graph)
    table.rows = rows.map { $0.map { $0.renumbered(back) } }
    table.graph = whole
    table.renumbered = nil
    return table
  }
}

extension SourceText {
  /// This text with spaces instead of everything but a query that is written in it as a string, so that places in the
  /// query are places here; nil where the string has escapes.
  fileprivate func keepingOnly(_ query: String, quotedAt range: SourceRange) -> SourceText? {
    let inside = range.lower + 1..<range.upper - 1
    guard inside.count == query.utf8.count, utf8[inside].elementsEqual(query.utf8) else { return nil }
    let blank = utf8[..<inside.lowerBound].map { $0 == 0x0A ? $0 : 0x20 }
    return SourceText(utf8: ContiguousArray(blank) + utf8[inside], name: name)
  }
}

extension QueryError {
  fileprivate static func queriesNestTooDeep(limit: Int) -> QueryError {
    QueryError(
      .limitReached, .runtime, "NestingLimit",
      Diagnostic(
        .error, code: "54001", "queries in options of procedures stand more than \(limit) deep in each other"))
  }

  /// A query as of one date cannot ask as of another: what holds on both is no answer to either.
  static func asOfInside(at range: SourceRange) -> QueryError {
    QueryError(
      .semanticError, .compileTime, "InvalidClauseComposition",
      Diagnostic(
        .error, code: "42001",
        "the calling query asks a part of the graph already, so the query in the option cannot name a date of its own",
        at: range,
        help: ["take AS OF, --as-of and the choice of sources from the calling query, or AS OF from this one"]))
  }

  /// This error about a query that the text of the calling one does not hold; it says itself where it is.
  fileprivate func said(of query: String, at range: SourceRange?) -> QueryError {
    var error = self
    if let inner = diagnostic.range {
      let position = SourceText(query, name: "query").position(of: inner.lower)
      error.diagnostic.message += " (in the option, at \(position.line):\(position.column))"
    }
    error.diagnostic.range = range
    error.diagnostic.label = nil
    error.diagnostic.fix = nil
    return error
  }
}
