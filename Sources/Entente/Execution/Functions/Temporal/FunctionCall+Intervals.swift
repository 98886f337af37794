import EntenteSyntax

/// `holds`, `overlaps` and `during`: questions about spans of days.
///
/// An argument is a date, as a temporal value, a text or a year, or a node or relationship, which spans the days in
/// which it holds.
extension FunctionCall {
  func interval() throws(QueryError) -> Value {
    let left = try span(0)
    let right = try span(1)
    return .boolean(function == .during ? left.isDuring(right) : left.overlaps(right))
  }

  private func span(_ index: Int) throws(QueryError) -> DaySpan {
    let argument = arguments[index]
    switch argument {
    case .node(let node):
      try context.requireLive(argument, at: place)
      return try span { context.property($0, of: node) }
    case .relationship(let relationship):
      try context.requireLive(argument, at: place)
      return try span { context.property($0, of: relationship) }
    case .string, .integer, .temporal(.date), .temporal(.partialDate), .temporal(.localDateTime), .temporal(.dateTime):
      return DaySpan(try PartialDate.parsed(argument, for: function.name, at: place))
    case .null, .boolean, .float, .temporal, .list, .map, .path:
      throw wrongArgument("a date, a node or a relationship", argument)
    }
  }

  private func span(_ property: (Text) -> Value) throws(QueryError) -> DaySpan {
    do throws(UnreadableDate) {
      var dates = ElementDates()
      return try dates.span(property)
    } catch {
      throw .temporal(error.reason, String(error.key), .partialDate, error.value, at: place)
    }
  }
}
