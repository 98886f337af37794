import EntenteSyntax

/// Gives every row of a plan its lineage: the nodes and relationships that the row rests on.
///
/// In: a plan of ``LogicalPlanner``, before it is optimized. Out: a plan with the same rows, in the same order, and one
/// variable more, which holds a list of elements (lists in lists are allowed, nulls and repetitions too).
///
/// Lineage is that of Y. Cui, J. Widom, J. L. Wiener, "Tracing the lineage of view data in a warehousing environment",
/// ACM Transactions on Database Systems 25 (2000) 179–227: all that contributed to a row.
///
///     MATCH, OPTIONAL MATCH      what the pattern matched, besides what the row rested on before
///     aggregation, DISTINCT      what all rows of the group, or all equivalent rows, rest on
///     UNION                      as the row of its branch; UNION that drops duplicates, as DISTINCT
///     CALL                       the elements that the procedure yields
///     EXISTS, COUNT, COLLECT,    what the rows of the query inside rest on, where its answer was asked for:
///     patterns as expressions    a predicate that is not true, such as in OR, gives nothing
///
/// Sort keys, SKIP and LIMIT do not add: they choose rows and do not support them. So `NOT EXISTS { … }` adds nothing:
/// what is not there has no source.
struct LineagePlanner {
  /// Variable ids from here on are free.
  var nextVariable: Int
  /// Ids of subqueries that ask for lineage count down, so that they are none of the query's own.
  private(set) var nextSubquery: Int

  init(nextVariable: Int, nextSubquery: Int = -1) {
    self.nextVariable = nextVariable
    self.nextSubquery = nextSubquery
  }

  /// A plan and the variable of its rows' lineage; nil where no row rests on anything.
  typealias Tracked = (plan: LogicalPlan, lineage: Variable?)

  mutating func track(_ plan: LogicalPlan) -> Tracked {
    switch plan {
    case .argument: return (plan, nil)
    case .match(let input, let pattern):
      let input = track(input)
      return extend(
        (.match(input.plan, pattern), input.lineage),
        pattern.elements + pattern.predicates.flatMap { witnesses(of: $0) })
    case .optional(let left, let right, let introduced):
      let left = track(left)
      guard case .match(_, let pattern) = right else {
        return (.optional(left.plan, right, introduces: introduced), left.lineage)
      }
      let argument = LogicalPlan.match(.argument(left.plan.variables), pattern)
      return extend(
        (.optional(left.plan, argument, introduces: introduced), left.lineage),
        pattern.elements + ifMatched(introduced.first, pattern.predicates.flatMap { witnesses(of: $0) }))
    case .filter(let input, let predicates):
      let input = track(input)
      return extend((.filter(input.plan, predicates), input.lineage), predicates.flatMap { witnesses(of: $0) })
    case .unwind(let input, let list, let variable):
      let input = track(input)
      return extend((.unwind(input.plan, list, as: variable), input.lineage), witnesses(of: list))
    case .extend(let input, let items):
      let input = track(input)
      return extend((.extend(input.plan, items), input.lineage), items.flatMap { witnesses(of: $0.expression) })
    case .restrict(let input, let variables):
      let input = track(input)
      return (.restrict(input.plan, variables + [input.lineage].compactMap(\.self)), input.lineage)
    case .aggregate(let input, let aggregation):
      let asked =
        aggregation.keys.flatMap { witnesses(of: $0.expression) }
        + aggregation.aggregates.flatMap { $0.arguments.flatMap { witnesses(of: $0) } }
      return collect(extend(track(input), asked), aggregation)
    case .distinct(let input, let variables):
      let input = track(input)
      guard input.lineage != nil else { return (.distinct(input.plan, variables), nil) }
      let keys = variables.map { BoundProjection.Item(variable: $0, expression: .variable($0)) }
      return collect(input, BoundProjection.Aggregation(keys: keys, aggregates: []))
    case .sort(let input, let keys):
      let input = track(input)
      return (.sort(input.plan, keys), input.lineage)
    case .skip(let input, let count):
      let input = track(input)
      return (.skip(input.plan, count), input.lineage)
    case .limit(let input, let count):
      let input = track(input)
      return (.limit(input.plan, count), input.lineage)
    case .union(let branches, let variables): return union(branches, as: variables)
    case .update(let input, let update):
      let input = track(input)
      return (.update(input.plan, update), input.lineage)
    case .call(let input, let call):
      let input = track(input)
      return extend((.call(input.plan, call), input.lineage), call.yielded.map { .variable($0.variable) })
    // These come from the optimizer, which runs later.
    case .nodeScan, .nodeSeek, .expand, .expandTrails, .follow, .shortestPath, .degree, .distinctRelationships,
      .cartesianProduct, .hashJoin, .top:
      return (plan, nil)
    }
  }

  /// Adds what expressions give to the lineage of every row.
  private mutating func extend(_ input: Tracked, _ additions: [BoundExpression]) -> Tracked {
    guard !additions.isEmpty else { return input }
    let added = BoundExpression.list(additions)
    let whole =
      input.lineage.map { lineage in
        BoundExpression(
          .arithmetic(.variable(lineage), [(.add, added)]), kind: .list(of: .any), range: SourceRange(0..<0))
      } ?? added
    let lineage = makeVariable()
    return (.extend(input.plan, [BoundProjection.Item(variable: lineage, expression: whole)]), lineage)
  }

  /// What the predicates of an OPTIONAL MATCH rest on counts where there was a match.
  private func ifMatched(_ introduced: Variable?, _ witnesses: [BoundExpression]) -> [BoundExpression] {
    guard let introduced, !witnesses.isEmpty else { return witnesses }
    let isMatched = BoundExpression(
      .isNull(.variable(introduced), negated: true), kind: .boolean, range: SourceRange(0..<0))
    return [.cases([(when: isMatched, then: .list(witnesses))], else: .list([]))]
  }

  /// Groups rows, and puts together what the rows of a group rest on.
  private mutating func collect(_ input: Tracked, _ aggregation: BoundProjection.Aggregation) -> Tracked {
    guard let lineage = input.lineage else { return (.aggregate(input.plan, aggregation), nil) }
    let collected = makeVariable()
    var aggregation = aggregation
    aggregation.aggregates.append(
      BoundProjection.Aggregate(
        variable: collected, function: .collect, distinct: false, arguments: [.variable(lineage)],
        range: SourceRange(0..<0)))
    return (.aggregate(input.plan, aggregation), collected)
  }

  private mutating func union(_ branches: [LogicalPlan.Branch], as variables: [Variable]) -> Tracked {
    let tracked = branches.map { track($0.plan) }
    guard tracked.contains(where: { $0.lineage != nil }) else {
      let branches = zip(branches, tracked).map { LogicalPlan.Branch(plan: $1.plan, variables: $0.variables) }
      return (.union(branches, as: variables), nil)
    }
    var whole: [LogicalPlan.Branch] = []
    for (branch, part) in zip(branches, tracked) {
      var (plan, lineage) = (part.plan, part.lineage)
      if lineage == nil {
        let none = makeVariable()
        plan = .extend(plan, [BoundProjection.Item(variable: none, expression: .list([]))])
        lineage = none
      }
      whole.append(LogicalPlan.Branch(plan: plan, variables: branch.variables + [lineage].compactMap(\.self)))
    }
    let lineage = makeVariable()
    return (.union(whole, as: variables + [lineage]), lineage)
  }

  private mutating func makeVariable() -> Variable {
    defer { nextVariable += 1 }
    return Variable(id: nextVariable, name: nil, kind: .list(of: .any))
  }

  // MARK: - Queries inside expressions

  /// Expressions that give what an expression's subqueries rest on, in rows in which it is true (or is no predicate).
  private mutating func witnesses(of expression: BoundExpression) -> [BoundExpression] {
    switch expression.node {
    case .exists(let subquery), .count(let subquery), .collect(let subquery):
      defer { nextSubquery -= 1 }
      return [
        BoundExpression(
          .collect(subquery.asking(forLineage: nextSubquery)), kind: .list(of: .any), range: expression.range)
      ]
    case .or(let operands):
      // Only the first true operand has been asked.
      let branches = operands.map { (when: $0, then: BoundExpression.list(witnesses(of: $0))) }
      return branches.allSatisfy(\.then.isEmptyList) ? [] : [.cases(branches, else: .list([]))]
    case .caseExpression(let operand, let branches, let otherwise):
      let given = branches.map { branch in
        (when: branch.when, then: BoundExpression.list(witnesses(of: branch.when) + witnesses(of: branch.then)))
      }
      let rest = BoundExpression.list(otherwise.map { witnesses(of: $0) } ?? [])
      let asked = operand.map { witnesses(of: $0) } ?? []
      guard !(given.allSatisfy(\.then.isEmptyList) && rest.isEmptyList) else { return asked }
      return asked + [.cases(operand: operand, given, else: rest)]
    case .listComprehension(let variable, let list, let predicate, let projection):
      let inner = [predicate, projection].compactMap(\.self).flatMap { witnesses(of: $0) }
      return witnesses(of: list) + each(variable, of: list, where: predicate, inner)
    case .quantifier(_, let variable, let list, let predicate):
      return witnesses(of: list) + each(variable, of: list, where: nil, witnesses(of: predicate))
    case .reduce(let accumulator, let initial, let variable, let list, let body):
      // What depends on the sum so far has no value outside the sum.
      let inner = witnesses(of: body).filter { !$0.variables.contains(accumulator) }
      return witnesses(of: initial) + witnesses(of: list) + each(variable, of: list, where: nil, inner)
    default: return expression.children.flatMap { witnesses(of: $0) }
    }
  }

  private func each(
    _ variable: Variable, of list: BoundExpression, where predicate: BoundExpression?, _ inner: [BoundExpression]
  ) -> [BoundExpression] {
    guard !inner.isEmpty else { return [] }
    return [
      BoundExpression(
        .listComprehension(variable, in: list, where: predicate, .list(inner)), kind: .list(of: .any),
        range: list.range)
    ]
  }
}

extension BoundPattern {
  /// The nodes and relationships (or lists of them) of a match.
  fileprivate var elements: [BoundExpression] {
    (nodes.map(\.variable) + relationships.map(\.variable) + shortestPaths.map(\.relationship.variable))
      .map { .variable($0) }
  }
}

extension BoundSubquery {
  fileprivate func asking(forLineage id: Int) -> BoundSubquery {
    BoundSubquery(id: id, query: query, imports: imports, asksForLineage: true)
  }
}

extension BoundExpression {
  fileprivate static func variable(_ variable: Variable) -> BoundExpression {
    BoundExpression(.variable(variable), kind: variable.kind, range: SourceRange(0..<0))
  }

  fileprivate static func list(_ items: [BoundExpression]) -> BoundExpression {
    BoundExpression(.list(items), kind: .list(of: .any), range: SourceRange(0..<0))
  }

  fileprivate static func cases(
    operand: BoundExpression? = nil, _ branches: [(when: BoundExpression, then: BoundExpression)],
    else rest: BoundExpression
  ) -> BoundExpression {
    BoundExpression(
      .caseExpression(operand: operand, branches, else: rest), kind: .list(of: .any), range: SourceRange(0..<0))
  }

  fileprivate var isEmptyList: Bool { if case .list(let items) = node { items.isEmpty } else { false } }
}
