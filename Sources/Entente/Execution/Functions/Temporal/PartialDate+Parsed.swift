public import EntenteSyntax

extension PartialDate {
  /// A date as a person gives it.
  ///
  /// - Parameter name: what asks for it, such as `AS OF`.
  /// - Throws: a `QueryError` that says what is wrong with it.
  public static func parsed(
    _ value: Value, for name: String, at range: SourceRange
  ) throws(QueryError) -> PartialDate {
    do throws(TemporalError) {
      return try reading(value)
    } catch {
      throw .temporal(error, name, .partialDate, value, at: range)
    }
  }
}
