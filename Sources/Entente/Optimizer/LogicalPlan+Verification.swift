extension LogicalPlan {
  /// What is wrong with the plan: variables that are read where no input gives them.
  ///
  /// - Complexity: O(size of the plan times variables).
  var violations: [String] {
    var violations: [String] = []
    verify(&violations)
    return violations
  }

  /// Notes what is wrong below and here, and gives the variables that come out.
  @discardableResult
  private func verify(_ violations: inout [String]) -> [Variable] {
    let inputs = inputs.map { $0.verify(&violations) }
    let available = inputs.reduce(into: Set<Variable>()) { $0.formUnion($1) }
    func require(_ variables: some Sequence<Variable>, _ operation: String) {
      for variable in variables where !available.contains(variable) {
        violations.append("\(operation) reads \(variable.name ?? "#\(variable.id)"), which its input does not have")
      }
    }
    switch self {
    case .argument, .nodeScan, .match, .union, .cartesianProduct, .optional, .skip, .limit: break
    case .nodeSeek(_, _, let ids): require(ids.value.variables, "nodeSeek")
    case .hashJoin(_, _, let keys):
      for key in keys {
        for (side, expression) in zip(inputs, [key.left, key.right])
        where !expression.variables.isSubset(of: side) {
          violations.append("hashJoin reads a variable of the other side")
        }
      }
    case .expand(_, let hop), .expandTrails(_, let hop):
      require([hop.from] + (hop.into ? [hop.to] : []) + hop.distinctFrom, "expand")
    case .degree(_, let hops, _):
      let counted = Set(hops.map(\.relationship))
      require(hops.flatMap { [$0.from] + $0.distinctFrom.filter { !counted.contains($0) } }, "degree")
    case .shortestPath(_, let hop, _): require([hop.from, hop.to], "shortestPath")
    case .follow(_, let hop): require([hop.relationship] + hop.distinctFrom, "follow")
    case .filter(_, let predicates): require(predicates.flatMap(\.variables), "filter")
    case .distinctRelationships(_, let pairs):
      require(pairs.flatMap { [$0.first, $0.second] }, "distinctRelationships")
    case .unwind(_, let list, _): require(list.variables, "unwind")
    case .extend(_, let items): require(items.flatMap(\.expression.variables), "extend")
    case .restrict(_, let variables), .distinct(_, let variables): require(variables, "restrict")
    case .aggregate(_, let aggregation):
      require(aggregation.keys.flatMap(\.expression.variables), "aggregate")
      require(aggregation.aggregates.flatMap { $0.arguments.flatMap(\.variables) }, "aggregate")
    case .sort(_, let keys), .top(_, let keys, _, _): require(keys.flatMap(\.expression.variables), "sort")
    case .update(_, let update): require(update.read, "update")
    case .call(_, let call): require(call.arguments.variables, "call")
    }
    return variables(over: inputs)
  }
}
