import EntenteSyntax

/// Counts the relationships of one or two hops in place of walking them, where an aggregation only counts rows.
///
///     aggregate count(*)              aggregate sum(d)
///       expand (b)-[s]->(c)      →      degree (b)-[s]->(c), (b)<-[r]-(a) as d
///         expand (a)-[r]->(b)             nodeScan b
///           nodeScan a
///
/// A hop can be counted where nothing reads its relationship and its end; so can the first hop from a scan where nothing
/// reads its start. Two hops are enough for all but the middle of a pattern, and their common relationships, which
/// relationship uniqueness leaves out, can still be counted in place of being looked for.
struct CountByDegree: OptimizerRule {
  let name = "count-by-degree"

  func rewrite(_ plan: LogicalPlan, using estimator: CardinalityEstimator) -> LogicalPlan {
    plan.transform { plan in
      guard case .aggregate(let input, let aggregation) = plan else { return plan }
      var chain = HopChain(input)
      let onlyCounts = aggregation.aggregates.allSatisfy { aggregate in
        aggregate.function == .count && !aggregate.distinct
          && aggregate.arguments.allSatisfy { argument in
            // What a hop has bound is not null.
            if case .variable(let variable) = argument.node { chain.variables.contains(variable) } else { false }
          }
      }
      guard onlyCounts, !aggregation.aggregates.isEmpty else { return plan }
      let keys = aggregation.keys.reduce(into: Set<Variable>()) { $0.formUnion($1.expression.variables) }
      let counted = chain.takeCountedHops(readAbove: keys, using: estimator)
      guard let first = counted.first else { return plan }
      // The relationship's variable is free now, so its id serves for the number.
      let degree = Variable(id: first.relationship.id, name: nil, kind: .integer)
      let argument = BoundExpression(.variable(degree), kind: .integer, range: SourceRange(0..<0))
      var counting = aggregation
      counting.aggregates = aggregation.aggregates.map { aggregate in
        var sum = aggregate
        sum.function = .sum
        sum.arguments = [argument]
        return sum
      }
      return .aggregate(.degree(chain.plan, counted, into: degree), counting)
    }
  }
}

/// Expands and filters one above the other, and the rows they start from.
private struct HopChain {
  enum Step {
    case expand(LogicalPlan.Hop)
    case filter([BoundExpression])

    /// Whether the step does nothing, as one that was taken out.
    var isEmpty: Bool { if case .filter(let predicates) = self { predicates.isEmpty } else { false } }
  }

  private var base: LogicalPlan
  /// From the first to the last.
  private var steps: [Step] = []

  init(_ plan: LogicalPlan) {
    base = plan
    while true {
      if case .expand(let rows, let hop) = base {
        steps.append(.expand(hop))
        base = rows
      } else if case .filter(let rows, let predicates) = base, !steps.isEmpty {
        steps.append(.filter(predicates))
        base = rows
      } else {
        break
      }
    }
    steps.reverse()
  }

  var plan: LogicalPlan {
    steps.reduce(base) { plan, step in
      switch step {
      case .expand(let hop): .expand(plan, hop)
      case .filter(let predicates): predicates.isEmpty ? plan : .filter(plan, predicates)
      }
    }
  }

  private var hops: [LogicalPlan.Hop] {
    steps.compactMap { if case .expand(let hop) = $0 { hop } else { nil } }
  }

  /// What the hops bind or start from.
  var variables: Set<Variable> {
    hops.reduce(into: []) { $0.formUnion([$1.from, $1.relationship, $1.to]) }
  }

  /// Takes out up to two hops that can be counted, as seen from a node that stays.
  mutating func takeCountedHops(
    readAbove: Set<Variable>, using estimator: CardinalityEstimator
  ) -> [LogicalPlan.Hop] {
    var counted: [LogicalPlan.Hop] = []
    for place in steps.indices.reversed() where counted.count < 2 {
      guard case .expand(let hop) = steps[place], !hop.into, hop.from != hop.to,
        readAbove.union(read(except: place)).union(counted.map(\.from)).isDisjoint(with: [hop.relationship, hop.to])
      else { continue }
      counted.append(hop)
      steps[place] = .filter([])
    }
    if counted.count < 2, let first = takeFirstHop(readAbove: readAbove, counted: counted, using: estimator) {
      counted.append(first)
    }
    return separated(counted)
  }

  /// Takes out a hop from the scanned node, so that its other end is scanned in place of that.
  private mutating func takeFirstHop(
    readAbove: Set<Variable>, counted: [LogicalPlan.Hop], using estimator: CardinalityEstimator
  ) -> LogicalPlan.Hop? {
    guard case .nodeScan(let scanned, let label) = base,
      let place = steps.firstIndex(where: { !$0.isEmpty }),
      case .expand(var hop) = steps[place], hop.from == scanned, !hop.into, hop.to != hop.from,
      readAbove.union(read(except: place)).union(counted.map(\.from)).isDisjoint(with: [hop.relationship, scanned]),
      label.map({ estimator.implies($0, hop.types, hop.direction, atStart: true) }) ?? true
    else { return nil }
    let labels = labelChecks(on: hop.to)
    let rows = estimator.nodes([label].compactMap(\.self))
    let fanOut = estimator.fanOut(
      from: [label].compactMap(\.self), hop.types, hop.direction, to: labels, length: nil, closes: false)
    guard estimator.nodes(labels) <= rows * (1 + fanOut) else { return nil }
    let scannedLabel = estimator.rarest(labels)
    if let scannedLabel { removeLabelCheck(scannedLabel, on: hop.to) }
    base = .nodeScan(hop.to, label: scannedLabel)
    steps[place] = .filter([])
    (hop.from, hop.to, hop.direction) = (hop.to, hop.from, hop.direction.reversed)
    return hop
  }

  /// The hops, each told the relationships that are walked and that it must not repeat, the second also the first's.
  private mutating func separated(_ counted: [LogicalPlan.Hop]) -> [LogicalPlan.Hop] {
    let taken = Set(counted.map(\.relationship))
    var separated: [LogicalPlan.Hop] = []
    for var hop in counted {
      let later = (hops + counted).filter { $0.distinctFrom.contains(hop.relationship) }.map(\.relationship)
      hop.distinctFrom = hop.distinctFrom.adding(later).filter { other in
        !taken.contains(other) || separated.contains { $0.relationship == other }
      }
      separated.append(hop)
    }
    for place in steps.indices {
      guard case .expand(var hop) = steps[place] else { continue }
      hop.distinctFrom.removeAll(where: taken.contains)
      steps[place] = .expand(hop)
    }
    return separated
  }

  /// The variables that the other steps read; which relationships a hop must not repeat is no reading.
  private func read(except place: Int) -> Set<Variable> {
    var read: Set<Variable> = []
    for (other, step) in steps.enumerated() where other != place {
      switch step {
      case .expand(let hop): read.formUnion([hop.from, hop.to])
      case .filter(let predicates): for predicate in predicates { read.formUnion(predicate.variables) }
      }
    }
    return read
  }

  private func labelChecks(on node: Variable) -> [Text] {
    steps.flatMap { step -> [Text] in
      guard case .filter(let predicates) = step else { return [] }
      return predicates.compactMap { $0.labelCheck(on: node) }
    }
  }

  private mutating func removeLabelCheck(_ label: Text, on node: Variable) {
    for (place, step) in steps.enumerated() {
      guard case .filter(let predicates) = step else { continue }
      steps[place] = .filter(predicates.filter { $0.labelCheck(on: node) != label })
    }
  }
}

extension BoundExpression {
  /// The label, where the expression says that a node has one.
  fileprivate func labelCheck(on variable: Variable) -> Text? {
    if case .hasLabels(let base, let labels) = node, case .variable(variable) = base.node, labels.count == 1 {
      labels[0]
    } else {
      nil
    }
  }
}
