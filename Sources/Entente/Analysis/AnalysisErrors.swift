import EntenteSyntax

/// The errors of network analyses, in alphabetical order.
extension QueryError {
  static func countTooLarge(_ things: String) -> QueryError {
    QueryError(
      .limitReached, .runtime, "CountLimit",
      Diagnostic(.error, code: "22003", "the number of \(things) does not fit into a 64-bit integer"))
  }

  static func nodeNotInView(_ node: Text) -> QueryError {
    QueryError(
      .argumentError, .runtime, "InvalidArgumentValue",
      Diagnostic(
        .error, code: "22NB1", "node `\(node)` is not among those that the analysis looks at",
        help: ["project it as well"]))
  }

  static func noSign(_ value: Value, of relationship: Text) -> QueryError {
    QueryError(
      .argumentError, .runtime, "InvalidArgumentValue",
      Diagnostic(
        .error, code: "22NB1",
        "property `sign` of relationship `\(relationship)` is \(value.kindName) and no sign: 1, -1 or 0"))
  }

  static func notSettled(_ measure: String, iterations: Int, tolerance: Double) -> QueryError {
    QueryError(
      .limitReached, .runtime, "IterationLimit",
      Diagnostic(
        .error, code: "54000",
        "\(measure) has not settled after \(iterations) iterations: they still change it by \(tolerance) or more",
        help: ["give more `maxIterations`, or a greater `tolerance`"]))
  }

  static func partitionOfOtherView(_ found: Int, _ expected: Int) -> QueryError {
    QueryError(
      .argumentError, .runtime, "InvalidArgumentValue",
      Diagnostic(.error, code: "22NB1", "the partition divides \(found) nodes, and the view has \(expected)"))
  }

  static func restartsNotShares(_ total: Double) -> QueryError {
    QueryError(
      .argumentError, .runtime, "InvalidArgumentValue",
      Diagnostic(
        .error, code: "22NB1",
        "restarts have weights that are not negative and add up to a positive number; these add up to \(total)"))
  }

  static func tooManyPairs(_ nodeCount: Int) -> QueryError {
    QueryError(
      .limitReached, .runtime, "ViewLimit",
      Diagnostic(
        .error, code: "54000", "the pairs of \(nodeCount) nodes are too many for an analysis of all pairs",
        help: ["choose fewer nodes"]))
  }

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

  static func weightOutOfRange(_ weight: Double, of relationship: Text, expected: WeightRange) -> QueryError {
    QueryError(
      .argumentError, .runtime, "InvalidArgumentValue",
      Diagnostic(
        .error, code: "22NB1",
        "the weight of relationship `\(relationship)` is \(weight); this analysis takes weights that are "
          + expected.rawValue))
  }
}
