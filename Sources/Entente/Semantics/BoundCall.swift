public import EntenteSyntax

/// CALL of a procedure: each row once for every row that the procedure gives.
public struct BoundCall: Sendable {
  /// The procedure's full name.
  public var procedure: String
  /// One for each of its inputs.
  public var arguments: [BoundExpression]
  /// The yielded fields, as indexes of its outputs.
  public var yielded: [(field: Int, variable: Variable)]
  public var range: SourceRange
}
