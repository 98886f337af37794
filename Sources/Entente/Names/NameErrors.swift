import EntenteSyntax

/// The errors of names, in alphabetical order.
extension QueryError {
  /// - Parameter nodes: each in words.
  static func ambiguousNode(_ words: String, _ nodes: [String]) -> QueryError {
    let limit = 12
    let more = nodes.count > limit ? ["… and \(nodes.count - limit) more"] : []
    return QueryError(
      .argumentError, .runtime, "AmbiguousNode",
      Diagnostic(
        .error, code: "22N91", "`\(words)` may be any of \(nodes.count) nodes", notes: nodes.prefix(limit) + more,
        help: ["write the whole name, or the id"]))
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
