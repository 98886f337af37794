import EntenteSyntax

/// The errors of names, in alphabetical order.
extension QueryError {
  static func ambiguousNode(_ words: String, _ nodes: [String]) -> QueryError {
    let shown = 5
    let more = nodes.count > shown ? " and \(nodes.count - shown) more" : ""
    return QueryError(
      .argumentError, .runtime, "AmbiguousNode",
      Diagnostic(
        .error, code: "22N91",
        "`\(words)` fits \(nodes.count) nodes: \(nodes.prefix(shown).joined(separator: ", "))\(more)",
        help: ["write one of the ids, or more of the name"]))
  }

  static func unknownNode(_ words: String, nearest: [String]) -> QueryError {
    let suggestion = nearest.last.map { last in
      nearest.count == 1 ? last : "\(nearest.dropLast().joined(separator: ", ")) or \(last)"
    }
    return QueryError(
      .argumentError, .runtime, "UnknownNode",
      Diagnostic(
        .error, code: "22N92", "no node is called `\(words)`",
        help: [suggestion.map { "did you mean \($0)?" } ?? "a name in any language, an alias or an id will do"]))
  }
}
