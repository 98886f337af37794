import EntenteSyntax

/// Lowers the pattern graph of one MATCH to scans, seeks, expands, joins and filters.
///
/// It grows the plan hop by hop from what is bound. What the pattern says of ids is looked up (`+Seeks`), a part
/// without bound nodes begins where `estimator` promises the least work (`+Starts`), and parts are joined by equalities
/// that predicates state (`+Joins`). Predicates stand as early as their variables are there, except those that can
/// fail, which stand at the end: they must not see rows that the whole pattern does not match.
struct PatternPlanner {
  /// How the planner chooses; nil keeps the order written.
  let estimator: CardinalityEstimator?
  let pattern: BoundPattern
  private var pendingHops: Set<Int>
  /// The hops that touch a node, or are over a bound relationship.
  private let hopsAt: [Variable: [Int]]
  var predicates: PendingPredicates
  let finalPredicates: [BoundExpression]
  var seeks: Seeks
  let equalities: [Equality]
  /// What the rows of some part have.
  private(set) var placed: Set<Variable> = []
  private var plannedRelationships: [BoundPattern.Relationship] = []
  /// Relationships of parts that grew apart, which must differ once the parts are joined.
  private var pendingPairs: [LogicalPlan.RelationshipPair] = []

  /// A plan with the variables of its rows and the hops that can grow it.
  struct Part {
    var plan: LogicalPlan
    var bound: Set<Variable> = []
    fileprivate var frontier: Set<Int> = []

    init(plan: LogicalPlan) { self.plan = plan }
  }

  init(_ written: BoundPattern, estimator: CardinalityEstimator?) {
    self.estimator = estimator
    let pattern = estimator == nil ? written : written.withLabelsOfPredicates
    self.pattern = pattern
    pendingHops = Set(pattern.relationships.indices)
    var hopsAt: [Variable: [Int]] = [:]
    for (index, relationship) in pattern.relationships.enumerated() {
      hopsAt[pattern.nodes[relationship.left].variable, default: []].append(index)
      hopsAt[pattern.nodes[relationship.right].variable, default: []].append(index)
      if relationship.isBound { hopsAt[relationship.variable, default: []].append(index) }
    }
    self.hopsAt = hopsAt
    let labelChecks = pattern.nodes.enumerated().flatMap { place, node in
      node.labels.filter { estimator?.implies($0, at: place, of: pattern) != true }.map { label in
        BoundExpression(
          .hasLabels(BoundExpression(.variable(node.variable), kind: .node, range: node.range), [label]),
          kind: .boolean, range: node.range)
      }
    }
    let reorders = estimator != nil
    let early = labelChecks + pattern.predicates.filter { reorders && !$0.canFailAsPredicate }
    predicates = PendingPredicates(early)
    finalPredicates = pattern.predicates.filter { !reorders || $0.canFailAsPredicate }
    let placed = early.enumerated().map { (predicate: $1, place: Optional($0)) }
    let all = reorders ? placed + finalPredicates.map { (predicate: $0, place: nil) } : []
    seeks = estimator?.canSeekByID == true ? Seeks(all, in: pattern) : Seeks([], in: pattern)
    equalities = all.compactMap { Equality($0.predicate, place: $0.place) }
  }

  /// The input joined with every match of the pattern.
  mutating func plan(on input: LogicalPlan) -> LogicalPlan {
    var whole = Part(plan: input)
    bind(input.variables, in: &whole)
    filter(&whole)
    grow(&whole)
    var components = Components(of: pattern, self)
    while let start = components.next(after: whole, self) {
      var part = Part(plan: scan(start.node))
      bind([start.node.variable], in: &part)
      filter(&part)
      if !start.joinsEarly { grow(&part) }
      if case .argument(let variables) = whole.plan, variables.isEmpty {
        whole = part
      } else {
        join(part, to: &whole)
        grow(&whole)
      }
    }
    for shortest in pattern.shortestPaths {
      let hop = self.hop(shortest.relationship, fromLeft: true, bound: whole.bound)
      whole.plan = .shortestPath(whole.plan, hop, all: shortest.all)
      bind([shortest.relationship.variable], in: &whole)
      filter(&whole)
    }
    for path in pattern.paths {
      let expression = BoundExpression(.path(path.elements), kind: .path, range: SourceRange(0..<0))
      whole.plan = .extend(whole.plan, [BoundProjection.Item(variable: path.variable, expression: expression)])
      bind([path.variable], in: &whole)
      filter(&whole)
    }
    return finalPredicates.isEmpty ? whole.plan : .filter(whole.plan, finalPredicates)
  }

  /// Notes that the rows of a part have some variables.
  private mutating func bind(_ variables: [Variable], in part: inout Part) {
    for variable in variables where part.bound.insert(variable).inserted {
      placed.insert(variable)
      predicates.bind(variable)
      part.frontier.formUnion(hopsAt[variable] ?? [])
    }
  }

  /// Adds every pending predicate whose variables the part has.
  private mutating func filter(_ part: inout Part) {
    let ready = predicates.takeReady(within: part.bound)
    if !ready.isEmpty { part.plan = .filter(part.plan, ready) }
  }

  /// Adds seeks for what the part's variables say, and hops that start at a node which it has, until none is left.
  private mutating func grow(_ part: inout Part) {
    while true {
      if let sought = seeks.next(after: part.bound, placed: placed, lists: false) {
        seek(sought, in: &part)
        continue
      }
      guard let (index, fromLeft) = nextHop(of: &part) else {
        guard let sought = seeks.next(after: part.bound, placed: placed, lists: true) else { return }
        seek(sought, in: &part)
        continue
      }
      let relationship = pattern.relationships[index]
      let end = pattern.nodes[fromLeft ? relationship.right : relationship.left].variable
      // One relationship between two nodes is found by halving, however many the first has.
      if !relationship.isBound, !placed.contains(end), let sought = seeks.byValue(of: end) {
        seek(sought, in: &part)
        continue
      }
      pendingHops.remove(index)
      part.frontier.remove(index)
      let hop = self.hop(relationship, fromLeft: fromLeft, bound: part.bound)
      plannedRelationships.append(relationship)
      if relationship.isBound {
        part.plan = .follow(part.plan, hop)
      } else if relationship.length != nil {
        part.plan = .expandTrails(part.plan, hop)
      } else {
        part.plan = .expand(part.plan, hop)
      }
      bind([hop.from, hop.relationship, hop.to], in: &part)
      filter(&part)
    }
  }

  /// Adds the look-up of a node.
  private mutating func seek(_ sought: Seeks.Seek, in part: inout Part) {
    if let place = sought.place { predicates.take(at: place) }
    part.plan = .nodeSeek(part.plan, sought.node, sought.ids)
    bind([sought.node], in: &part)
    filter(&part)
  }

  /// The cheapest hop from what the part has; of equals the first written.
  private func nextHop(of part: inout Part) -> (index: Int, fromLeft: Bool)? {
    part.frontier.formIntersection(pendingHops)
    var best: (index: Int, fromLeft: Bool, cost: Double)?
    for index in part.frontier {
      let relationship = pattern.relationships[index]
      let left = part.bound.contains(pattern.nodes[relationship.left].variable)
      let right = part.bound.contains(pattern.nodes[relationship.right].variable)
      let fromLeft = left || !right
      let cost = cost(relationship, fromLeft: fromLeft, closes: left && right)
      if best.map({ (cost, index) < ($0.cost, $0.index) }) ?? true { best = (index, fromLeft, cost) }
    }
    return best.map { ($0.index, $0.fromLeft) }
  }

  /// What a hop multiplies the rows by; without an estimator the order written.
  func cost(_ relationship: BoundPattern.Relationship, fromLeft: Bool, closes: Bool) -> Double {
    guard let estimator else { return 0 }
    if relationship.isBound { return 0 }
    let direction = fromLeft ? relationship.direction : relationship.direction.reversed
    let to = pattern.nodes[fromLeft ? relationship.right : relationship.left]
    let from = pattern.nodes[fromLeft ? relationship.left : relationship.right]
    return estimator.fanOut(
      from: from.labels, relationship.types, direction, to: to.labels, length: relationship.length, closes: closes)
  }

  /// The scan that gives a node: by file id where the predicates say it, else by the rarest label.
  private mutating func scan(_ node: BoundPattern.Node) -> LogicalPlan {
    if let sought = seeks.byValue(of: node.variable) ?? seeks.byList(of: node.variable) {
      if let place = sought.place { predicates.take(at: place) }
      return .nodeSeek(nil, node.variable, sought.ids)
    }
    let label = estimator.map { $0.rarest(node.labels) } ?? node.labels.first
    guard let label else { return .nodeScan(node.variable, label: nil) }
    _ = predicates.take(on: node.variable) { predicate -> Void? in
      if case .hasLabels(let base, [label]) = predicate.node, case .variable(node.variable) = base.node {
        ()
      } else {
        nil
      }
    }
    return .nodeScan(node.variable, label: label)
  }

  /// Both parts, row by row, where equalities between them hold, with different relationships.
  private mutating func join(_ part: Part, to whole: inout Part) {
    let keys = takeJoinKeys(left: whole.bound, right: part.bound)
    whole.plan =
      keys.isEmpty ? .cartesianProduct(whole.plan, part.plan) : .hashJoin(whole.plan, part.plan, on: keys)
    whole.bound.formUnion(part.bound)
    whole.frontier.formUnion(part.frontier)
    let ready = pendingPairs.filter { whole.bound.contains($0.first) && whole.bound.contains($0.second) }
    if !ready.isEmpty {
      pendingPairs.removeAll { whole.bound.contains($0.first) && whole.bound.contains($0.second) }
      whole.plan = .distinctRelationships(whole.plan, ready)
    }
    filter(&whole)
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
