/// Turns the text of a query into a tree.
///
/// In: a ``SourceText``. Out: a ``Query`` whose every part has a range. Afterwards the text is known to follow the
/// grammar of openCypher 9 and our extensions; names, kinds and the order of clauses are left to semantic analysis.
///
/// The parser descends recursively, one file per area of the grammar, over tokens that the ``Lexer`` has cut.
/// It looks ahead but never goes back: brackets know their partners, so that a pattern is told from an expression
/// in brackets without parsing either.
public struct Parser {
  let source: SourceText
  let tokens: ContiguousArray<Token>
  /// The index of the next token; never beyond the last, which is `end`.
  var index = 0
  /// How many expressions, patterns and subqueries are open.
  var depth = 0
  /// How many tokens were taken, or passed by in looking ahead: the tests hold that they grow with the text alone.
  var steps = 0

  /// How deep brackets and operators may nest.
  public static let nestingLimit = 2_000

  /// Parses one query, which may end with a semicolon.
  ///
  /// For example:
  ///
  ///     let query = try Parser.parse(SourceText("MATCH (n) RETURN n.name", name: "query"))
  ///     query.parts[0].clauses.count    // 2
  ///
  /// - Throws: a ``QueryError`` of kind `syntaxError` at the first place that cannot be read.
  /// - Complexity: O(*n*) in the length of the text.
  public static func parse(_ source: SourceText) throws(QueryError) -> Query {
    var parser = try Parser(source)
    let query = try parser.statement()
    return query
  }

  /// Parses one expression, such as the value of a parameter.
  ///
  /// - Throws: a ``QueryError`` of kind `syntaxError` at the first place that cannot be read.
  /// - Complexity: O(*n*) in the length of the text.
  public static func parseExpression(_ source: SourceText) throws(QueryError) -> Expression {
    var parser = try Parser(source)
    let expression = try parser.expression()
    guard parser.kind == .end else { throw parser.unexpected("an operator or the end of the expression") }
    return expression
  }

  init(_ source: SourceText) throws(QueryError) {
    guard source.utf8.count < Int(Int32.max) else { throw .queryTooLong(bytes: source.utf8.count) }
    self.source = source
    tokens = Lexer.tokens(of: source)
  }
}
