import EntenteSyntax

/// Lowers the pattern graph of one MATCH to scans, expands and filters.
///
/// It grows the plan hop by hop from what is bound; `estimate` decides where a part without bound nodes begins and
/// which hop comes next. Predicates stand as early as their variables are there, except those that can fail, which
/// stand at the end: they must not see rows that the whole pattern does not match.
struct PatternPlanner {
  /// How the planner chooses; nil keeps the order written.
  let estimator: CardinalityEstimator?
  private let pattern: BoundPattern
  private var pendingHops: [Int]
  private var pendingPredicates: [BoundExpression]
  private var finalPredicates: [BoundExpression]
  private var plannedRelationships: [BoundPattern.Relationship] = []
  /// Relationships of parts that grew apart, which must differ once the parts are joined.
  private var pendingPairs: [LogicalPlan.RelationshipPair] = []

  init(_ pattern: BoundPattern, estimator: CardinalityEstimator?) {
    self.pattern = pattern
    self.estimator = estimator
    pendingHops = Array(pattern.relationships.indices)
    let labelChecks = pattern.nodes.flatMap { node in
      node.labels.map { label in
        BoundExpression(
          .hasLabels(BoundExpression(.variable(node.variable), kind: .node, range: node.range), [label]),
          kind: .boolean, range: node.range)
      }
    }
    let reorders = estimator != nil
    pendingPredicates = labelChecks + pattern.predicates.filter { reorders && !$0.canFail }
    finalPredicates = pattern.predicates.filter { !reorders || $0.canFail }
  }

  /// The input joined with every match of the pattern.
  mutating func plan(on input: LogicalPlan) -> LogicalPlan {
    var plan = filtered(input)
    plan = grown(plan)
    while let start = nextStart(plan) {
      var part = filtered(scan(start))
      part = grown(part)
      if case .argument(let variables) = plan, variables.isEmpty {
        plan = part
      } else {
        plan = grown(filtered(joined(plan, part)))
      }
    }
    for shortest in pattern.shortestPaths {
      let hop = self.hop(shortest.relationship, fromLeft: true, bound: Set(plan.variables))
      plan = filtered(.shortestPath(plan, hop, all: shortest.all))
    }
    for path in pattern.paths {
      let expression = BoundExpression(.path(path.elements), kind: .path, range: SourceRange(0..<0))
      plan = filtered(.extend(plan, [BoundProjection.Item(variable: path.variable, expression: expression)]))
    }
    return finalPredicates.isEmpty ? plan : .filter(plan, finalPredicates)
  }

  /// Adds hops that start at a node which the plan has, until none is left.
  private mutating func grown(_ input: LogicalPlan) -> LogicalPlan {
    var plan = input
    while true {
      let bound = Set(plan.variables)
      var best: (position: Int, fromLeft: Bool, cost: Double)?
      for (position, index) in pendingHops.enumerated() {
        let relationship = pattern.relationships[index]
        let left = bound.contains(pattern.nodes[relationship.left].variable)
        let right = bound.contains(pattern.nodes[relationship.right].variable)
        guard left || right || relationship.isBound && bound.contains(relationship.variable) else { continue }
        var options: [(Bool, Double)] = []
        if left || !right { options.append((true, cost(relationship, fromLeft: true, closes: left && right))) }
        if right && !left { options.append((false, cost(relationship, fromLeft: false, closes: false))) }
        for (fromLeft, cost) in options where cost < best?.cost ?? .infinity {
          best = (position, fromLeft, cost)
        }
      }
      guard let best else { return plan }
      let relationship = pattern.relationships[pendingHops.remove(at: best.position)]
      let hop = self.hop(relationship, fromLeft: best.fromLeft, bound: bound)
      plannedRelationships.append(relationship)
      if relationship.isBound {
        plan = .follow(plan, hop)
      } else if relationship.length != nil {
        plan = .expandTrails(plan, hop)
      } else {
        plan = .expand(plan, hop)
      }
      plan = filtered(plan)
    }
  }

  /// What a hop multiplies the rows by; without an estimator the order written.
  private func cost(_ relationship: BoundPattern.Relationship, fromLeft: Bool, closes: Bool) -> Double {
    guard let estimator else { return 0 }
    if relationship.isBound { return 0 }
    let direction = fromLeft ? relationship.direction : relationship.direction.reversed
    let to = pattern.nodes[fromLeft ? relationship.right : relationship.left]
    let from = pattern.nodes[fromLeft ? relationship.left : relationship.right]
    return estimator.fanOut(
      from: from.labels, relationship.types, direction, to: to.labels, length: relationship.length, closes: closes)
  }

  /// The node from which the next part without bound nodes grows; nil when every node is there.
  private func nextStart(_ plan: LogicalPlan) -> BoundPattern.Node? {
    let bound = Set(plan.variables)
    let candidates = pattern.nodes.filter { !bound.contains($0.variable) }
    guard let estimator else { return candidates.first }
    return candidates.min { left, right in
      estimator.nodes(left, predicates: pendingPredicates) < estimator.nodes(right, predicates: pendingPredicates)
    }
  }

  /// The scan that gives a node: by file id where the predicates say it, else by the rarest label.
  private mutating func scan(_ node: BoundPattern.Node) -> LogicalPlan {
    if let estimator, estimator.canSeekByID {
      for (position, predicate) in pendingPredicates.enumerated() {
        if let id = predicate.equals(property: "id", of: node.variable), id.variables.isEmpty {
          pendingPredicates.remove(at: position)
          return .nodeSeek(node.variable, id: id)
        }
      }
    }
    let label = estimator.map { $0.rarest(node.labels) } ?? node.labels.first
    guard let label else { return .nodeScan(node.variable, label: nil) }
    pendingPredicates.removeAll { predicate in
      if case .hasLabels(let base, [label]) = predicate.node, case .variable(node.variable) = base.node {
        true
      } else {
        false
      }
    }
    return .nodeScan(node.variable, label: label)
  }

  /// The plan with every pending predicate whose variables it has.
  private mutating func filtered(_ plan: LogicalPlan) -> LogicalPlan {
    guard !pendingPredicates.isEmpty else { return plan }
    let bound = Set(plan.variables)
    let ready = pendingPredicates.filter { $0.variables.isSubset(of: bound) }
    guard !ready.isEmpty else { return plan }
    pendingPredicates.removeAll { $0.variables.isSubset(of: bound) }
    return .filter(plan, ready)
  }

  /// Both parts, row by row, with different relationships.
  private mutating func joined(_ left: LogicalPlan, _ right: LogicalPlan) -> LogicalPlan {
    let product = LogicalPlan.cartesianProduct(left, right)
    let bound = Set(product.variables)
    let ready = pendingPairs.filter { bound.contains($0.first) && bound.contains($0.second) }
    guard !ready.isEmpty else { return product }
    pendingPairs.removeAll { bound.contains($0.first) && bound.contains($0.second) }
    return .distinctRelationships(product, ready)
  }

  private mutating func hop(
    _ relationship: BoundPattern.Relationship, fromLeft: Bool, bound: Set<Variable>
  ) -> LogicalPlan.Hop {
    let others = plannedRelationships.filter { $0.canRepeat(relationship) }.map(\.variable)
    for other in others where !bound.contains(other) {
      pendingPairs.append(LogicalPlan.RelationshipPair(first: other, second: relationship.variable))
    }
    let left = pattern.nodes[relationship.left].variable
    let right = pattern.nodes[relationship.right].variable
    return LogicalPlan.Hop(
      from: fromLeft ? left : right, relationship: relationship.variable, to: fromLeft ? right : left,
      direction: fromLeft ? relationship.direction : relationship.direction.reversed, types: relationship.types,
      length: relationship.length, properties: relationship.hopProperties,
      into: bound.contains(fromLeft ? right : left), reversed: !fromLeft,
      distinctFrom: others.filter(bound.contains))
  }
}

extension BoundPattern.Relationship {
  /// Whether one relationship of a graph could match both.
  fileprivate func canRepeat(_ other: BoundPattern.Relationship) -> Bool {
    types.isEmpty || other.types.isEmpty || types.contains(where: other.types.contains)
  }
}

extension RelationshipPattern.Direction {
  var reversed: RelationshipPattern.Direction {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .either: .either
    }
  }
}

extension BoundExpression {
  /// The other side, where the expression is `variable.key = side` or `side = variable.key`.
  func equals(property key: Text, of variable: Variable) -> BoundExpression? {
    guard case .comparison(let left, let steps) = node, steps.count == 1, let step = steps.first,
      step.operator == .equal
    else { return nil }
    func isProperty(_ side: BoundExpression) -> Bool {
      if case .property(let base, key) = side.node, case .variable(variable) = base.node { true } else { false }
    }
    if isProperty(left) { return step.operand }
    if isProperty(step.operand) { return left }
    return nil
  }
}
