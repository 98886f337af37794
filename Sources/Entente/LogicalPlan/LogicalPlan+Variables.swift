extension LogicalPlan {
  /// The variables of the rows that come out, in the order of their columns.
  ///
  /// - Complexity: O(size of the plan times variables).
  public var variables: [Variable] {
    switch self {
    case .restrict(_, let variables), .union(_, let variables): variables
    default: variables(over: inputs.map(\.variables))
    }
  }

  /// The variables of the rows that come out, given those of each input.
  func variables(over inputs: [[Variable]]) -> [Variable] {
    let input = inputs.first ?? []
    switch self {
    case .argument(let variables): return variables
    case .nodeScan(let variable, _): return [variable]
    case .match(_, let pattern): return input.adding(pattern.variables)
    case .expand(_, let hop), .expandTrails(_, let hop), .shortestPath(_, let hop, _), .follow(_, let hop):
      return input.adding([hop.from, hop.relationship, hop.to])
    case .nodeSeek(_, let variable, _), .degree(_, _, let variable), .unwind(_, _, let variable):
      return input.adding([variable])
    case .filter, .sort, .top, .skip, .limit, .distinct, .distinctRelationships: return input
    case .cartesianProduct, .hashJoin: return input.adding(inputs[1])
    case .optional(_, _, let introduced): return input.adding(introduced)
    case .extend(_, let items): return input.adding(items.map(\.variable))
    case .restrict(_, let variables), .union(_, let variables): return variables
    case .aggregate(_, let aggregation):
      return aggregation.keys.map(\.variable) + aggregation.aggregates.map(\.variable)
    case .update(_, let update): return input.adding(update.introduced)
    case .call(_, let call): return input.adding(call.yielded.map(\.variable))
    }
  }
}

extension BoundPattern {
  /// Every variable of the pattern, bound before or not.
  var variables: [Variable] {
    nodes.map(\.variable) + relationships.map(\.variable) + shortestPaths.map(\.relationship.variable)
      + paths.map(\.variable)
  }

  /// The variables that the pattern binds.
  var introducedVariables: [Variable] {
    nodes.filter { !$0.isBound }.map(\.variable) + relationships.filter { !$0.isBound }.map(\.variable)
      + shortestPaths.filter { !$0.relationship.isBound }.map(\.relationship.variable) + paths.map(\.variable)
  }
}

extension [Variable] {
  /// The variables followed by those of the others that are not there yet.
  func adding(_ others: [Variable]) -> [Variable] {
    guard others.count > 4 else { return others.reduce(self) { $0.contains($1) ? $0 : $0 + [$1] } }
    var seen = Set(self)
    return self + others.filter { seen.insert($0).inserted }
  }
}
