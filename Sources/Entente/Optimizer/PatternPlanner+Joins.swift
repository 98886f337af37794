import EntenteSyntax

extension PatternPlanner {
  /// An equality between expressions of different variables: `a.city = b.name`, `n = m`, `row.name = c.name`.
  struct Equality {
    let left: BoundExpression
    let right: BoundExpression
    /// Where the predicate waits; nil where it stays at the end.
    let place: Int?

    init?(_ predicate: BoundExpression, place: Int?) {
      guard case .comparison(let left, let steps) = predicate.node, steps.count == 1, let step = steps.first,
        step.operator == .equal, !left.variables.isEmpty, !step.operand.variables.isEmpty,
        left.variables.isDisjoint(with: step.operand.variables), left.isRepeatable, step.operand.isRepeatable
      else { return nil }
      self.left = left
      right = step.operand
      self.place = place
    }

    /// The sides as keys of a join, where one part has the variables of the one and another those of the other.
    func key(left leftVariables: Set<Variable>, right rightVariables: Set<Variable>) -> LogicalPlan.JoinKey? {
      if left.variables.isSubset(of: leftVariables), right.variables.isSubset(of: rightVariables) {
        return LogicalPlan.JoinKey(left: left, right: right)
      }
      if right.variables.isSubset(of: leftVariables), left.variables.isSubset(of: rightVariables) {
        return LogicalPlan.JoinKey(left: right, right: left)
      }
      return nil
    }
  }

  /// The equalities between two parts, as keys of a hash join.
  ///
  /// Those that can fail are keys only where there are no others, and stay as predicates: the join keeps rows for which
  /// they raise an error.
  mutating func takeJoinKeys(left: Set<Variable>, right: Set<Variable>) -> [LogicalPlan.JoinKey] {
    let found = equalities.compactMap { equality in
      equality.key(left: left, right: right).map { (key: $0, place: equality.place) }
    }
    let exact = found.filter { $0.place != nil }
    for place in exact.compactMap(\.place) { predicates.take(at: place) }
    return (exact.isEmpty ? found : exact).map(\.key)
  }
}
