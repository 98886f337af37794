import EntenteSyntax

/// The errors of network analyses, in alphabetical order.
extension QueryError {
  static func viewTooLarge(_ count: Int) -> QueryError {
    QueryError(
      .limitReached, .runtime, "ViewLimit",
      Diagnostic(
        .error, code: "54000",
        "the projection has \(count) ends of relationships; an analysis takes fewer than \(UInt32.max)",
        help: ["choose fewer relationships, as by `types`"]))
  }

  static func weightNotFinite(_ weight: Double, of relationship: Text) -> QueryError {
    QueryError(
      .argumentError, .runtime, "InvalidArgumentValue",
      Diagnostic(
        .error, code: "22NB1", "the weight of relationship `\(relationship)` is \(weight), not a finite number"))
  }

  static func weightNotNumber(key: Text, _ value: Value, of relationship: Text) -> QueryError {
    QueryError(
      .typeError, .runtime, "InvalidArgumentType",
      Diagnostic(
        .error, code: "22NB1",
        "property `\(key)` of relationship `\(relationship)` is \(value.kindName); a weight is an integer or a float"))
  }
}
