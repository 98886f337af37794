import EntenteSyntax

/// Where in a projection the walk stands.
enum AggregateContext {
  /// Why no aggregate may stand here.
  enum Reason {
    case aggregate
    case clause(String)
  }

  /// Aggregates met here are computed once a group; their arguments see the rows before grouping.
  case collected(AggregateCollector)
  case forbidden(Reason)
}

/// The aggregates of one projection.
struct AggregateCollector {
  /// The names as the arguments of an aggregate see them.
  var argumentScope: Scope
  var aggregates: [BoundProjection.Aggregate] = []
  /// Equal aggregates are computed once.
  fileprivate var known: [Expression: Variable] = [:]

  init(argumentScope: Scope) {
    self.argumentScope = argumentScope
  }
}

extension Binder {
  /// An aggregate: a variable that the aggregation computes.
  mutating func aggregate(
    _ function: AggregateFunction, distinct: Bool, _ arguments: [Expression], _ expression: Expression
  ) throws(QueryError) -> BoundExpression {
    switch aggregates {
    case .forbidden(.aggregate): throw .nestedAggregation(at: expression.range)
    case .forbidden(.clause(let place)): throw .invalidAggregation(in: place, at: expression.range)
    case .collected(var collector):
      let shape = expression.shape
      if let variable = collector.known[shape] {
        return BoundExpression(.variable(variable), kind: variable.kind, range: expression.range)
      }
      let bound = try bindArguments(of: function, arguments, expression, in: collector.argumentScope)
      let variable = makeVariable(nil, function.resultKind(of: bound.first?.kind ?? .any))
      collector.known[shape] = variable
      collector.aggregates.append(
        BoundProjection.Aggregate(
          variable: variable, function: function, distinct: distinct, arguments: bound,
          range: expression.range))
      aggregates = .collected(collector)
      return BoundExpression(.variable(variable), kind: variable.kind, range: expression.range)
    }
  }

  private mutating func bindArguments(
    of function: AggregateFunction, _ arguments: [Expression], _ expression: Expression, in scope: Scope
  ) throws(QueryError) -> [BoundExpression] {
    if case .countStar = expression.kind { return [] }
    let expected = function.argumentCount
    if case .call(let name, _, _) = expression.kind, arguments.count != expected {
      throw .wrongArgumentCount(
        of: name, minimum: expected, maximum: expected, found: arguments.count, at: expression.range)
    }
    let outer = (self.scope, aggregates, substitutions)
    self.scope.replaceEntries(by: scope)
    aggregates = .forbidden(.aggregate)
    substitutions = Substitutions()
    defer {
      self.scope.replaceEntries(by: outer.0)
      aggregates = outer.1
      substitutions = outer.2
    }
    let bound = try bindAll(arguments)
    for argument in arguments {
      if let random = argument.firstRandomCall { throw .randomInAggregate(at: random) }
    }
    for argument in bound {
      _ = try argument.checkedAggregateArgument(of: function, isFirst: argument.range == bound.first?.range)
    }
    return bound
  }
}

extension AggregateFunction {
  fileprivate var argumentCount: Int {
    switch self {
    case .percentileCont, .percentileDisc: 2
    case .count, .sum, .avg, .min, .max, .collect, .stDev, .stDevP: 1
    }
  }

  /// The kind of the result over values of a kind.
  fileprivate func resultKind(of argument: ValueKind) -> ValueKind {
    switch self {
    case .count: return .integer
    case .collect: return .list(of: argument)
    case .min, .max, .percentileDisc: return argument
    case .sum: return argument == .null ? .number : argument
    case .avg: return argument == .any ? .any : .float
    case .stDev, .stDevP, .percentileCont: return .float
    }
  }
}

extension BoundExpression {
  fileprivate func checkedAggregateArgument(
    of function: AggregateFunction, isFirst: Bool
  ) throws(QueryError) -> BoundExpression {
    switch function {
    case .count, .min, .max, .collect: return self
    case .sum, .avg, .stDev, .stDevP, .percentileCont, .percentileDisc:
      return try checked(.number, for: "\(isFirst ? "the" : "the second") argument of `\(function.name)`")
    }
  }
}

extension Expression {
  /// The place of a function in here that gives another value on each call.
  fileprivate var firstRandomCall: SourceRange? {
    if case .call(let name, _, _) = kind, ["rand", "randomuuid"].contains(name.text.lowercased()) {
      return range
    }
    for child in children {
      if let place = child.firstRandomCall { return place }
    }
    return nil
  }
}
