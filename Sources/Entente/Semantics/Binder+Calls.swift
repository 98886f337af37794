import EntenteSyntax

/// Functions and aggregates.
extension Binder {
  mutating func call(
    _ name: Name, distinct: Bool, _ arguments: [Expression], _ expression: Expression
  ) throws(QueryError) -> BoundExpression {
    let lowercased = name.text.lowercased()
    if let function = AggregateFunction(rawValue: lowercased) {
      return try aggregate(function, distinct: distinct, arguments, expression)
    }
    if lowercased == "exists" { return try existsFunction(name, arguments, at: expression.range) }
    guard let function = Function(rawValue: lowercased) else {
      let known = Function.allCases.map(\.name) + AggregateFunction.allCases.map(\.name)
      throw .unknownFunction(name: name, nearest: NearestName.of(name.text, among: known))
    }
    guard !distinct else { throw .distinctOutsideAggregate(function: name.text, at: expression.range) }
    return try call(function, name, try bindAll(arguments), at: expression.range)
  }

  private func call(
    _ function: Function, _ name: Name, _ arguments: [BoundExpression], at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let signature = function.signature
    guard signature.accepts(count: arguments.count) else {
      throw .wrongArgumentCount(
        of: name, minimum: signature.required,
        maximum: signature.isVariadic ? nil : signature.parameters.count,
        found: arguments.count, at: range)
    }
    for (index, argument) in arguments.enumerated() {
      let parameter = signature.parameter(at: index)
      guard parameter.accepts(argument.kind) else {
        let which = signature.parameters.count == 1 ? "the argument" : "argument \(index + 1)"
        throw .wrongKind(
          of: "\(which) of `\(name.text)`", expected: parameter.kinds, found: argument.kind,
          at: argument.range)
      }
    }
    return BoundExpression(.call(function, arguments), kind: signature.result, range: range)
  }

  /// `exists(n.name)` and `exists((n)-->())`, the older forms of `IS NOT NULL` and `EXISTS { }`.
  private mutating func existsFunction(
    _ name: Name, _ arguments: [Expression], at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    guard arguments.count == 1 else {
      throw .wrongArgumentCount(of: name, minimum: 1, maximum: 1, found: arguments.count, at: range)
    }
    switch arguments[0].kind {
    case .pattern(let pattern) where pattern.selector == .all: return try existence(of: pattern, at: range)
    default:
      return BoundExpression(.isNull(try bind(arguments[0]), negated: true), kind: .boolean, range: range)
    }
  }
}
