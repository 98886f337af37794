extension LogicalPlan {
  /// The variables of the rows that come out, in the order of their columns.
  ///
  /// - Complexity: O(size of the plan).
  public var variables: [Variable] {
    switch self {
    case .argument(let variables): return variables
    case .nodeScan(let variable, _), .nodeSeek(let variable, _): return [variable]
    case .match(let input, let pattern):
      return input.variables.adding(pattern.variables)
    case .expand(let input, let hop), .expandTrails(let input, let hop), .shortestPath(let input, let hop, _),
      .follow(let input, let hop):
      return input.variables.adding([hop.from, hop.relationship, hop.to])
    case .degree(let input, _, let variable), .unwind(let input, _, let variable):
      return input.variables.adding([variable])
    case .filter(let input, _), .sort(let input, _), .top(let input, _, _, _), .skip(let input, _),
      .limit(let input, _), .distinct(let input, _), .distinctRelationships(let input, _):
      return input.variables
    case .cartesianProduct(let left, let right): return left.variables.adding(right.variables)
    case .optional(let left, _, let introduced): return left.variables.adding(introduced)
    case .extend(let input, let items): return input.variables.adding(items.map(\.variable))
    case .restrict(_, let variables), .union(_, let variables): return variables
    case .aggregate(_, let aggregation):
      return aggregation.keys.map(\.variable) + aggregation.aggregates.map(\.variable)
    case .create(let input, let creation):
      return input.variables.adding(
        creation.nodes.map(\.variable) + creation.relationships.map(\.variable) + creation.paths.map(\.variable))
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
    var seen = Set(self)
    return self + others.filter { seen.insert($0).inserted }
  }
}
