import EntenteSyntax

extension Evaluator {
  /// The pattern of `=~`, read once for as long as it stays the same.
  func regularExpression(_ pattern: Text, at range: SourceRange) throws(QueryError) -> RegularExpression {
    if let known = lastPattern, known.text == pattern { return known.expression }
    do throws(RegularExpression.PatternError) {
      let expression = try RegularExpression(pattern)
      lastPattern = (pattern, expression)
      return expression
    } catch {
      throw .badPattern(pattern, error.message, at: range)
    }
  }
}
