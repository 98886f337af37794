import EntenteSyntax

/// Counts the relationships of a hop in place of walking them, where an aggregation only counts rows.
///
///     aggregate count(*) by a          aggregate sum(d) by a
///       expand (a)-[r]->(b)       →      degree (a)-[r]->() as d
///
/// Holds where nothing else reads r or b, r need not differ from another relationship, and b has no label to check.
struct CountByDegree: OptimizerRule {
  let name = "count-by-degree"

  func rewrite(_ plan: LogicalPlan, graph: Graph) -> LogicalPlan {
    plan.transform { plan in
      guard case .aggregate(let input, let aggregation) = plan, case .expand(let rows, let hop) = input,
        !hop.into, hop.distinctFrom.isEmpty, !aggregation.aggregates.isEmpty
      else { return plan }
      let onlyCounts = aggregation.aggregates.allSatisfy { aggregate in
        aggregate.function == .count && !aggregate.distinct
          && aggregate.arguments.allSatisfy { argument in
            if case .variable(let variable) = argument.node {
              variable == hop.relationship || variable == hop.to && hop.to != hop.from
            } else {
              false
            }
          }
      }
      let reads = aggregation.keys.reduce(into: Set<Variable>()) { $0.formUnion($1.expression.variables) }
      guard onlyCounts, !reads.contains(hop.relationship), !reads.contains(hop.to) else { return plan }
      // The relationship's variable is free now, so its id serves for the number.
      let degree = Variable(id: hop.relationship.id, name: nil, kind: .integer)
      let argument = BoundExpression(.variable(degree), kind: .integer, range: SourceRange(0..<0))
      var counting = aggregation
      counting.aggregates = aggregation.aggregates.map { aggregate in
        var sum = aggregate
        sum.function = .sum
        sum.arguments = [argument]
        return sum
      }
      return .aggregate(.degree(rows, hop, into: degree), counting)
    }
  }
}
