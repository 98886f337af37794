import EntenteSyntax

/// ORDER BY, and WHERE after WITH.
extension Binder {
  mutating func bindTail(
    _ projection: Projection, _ predicate: Expression?, _ columns: [ProjectedColumn],
    into bound: inout BoundProjection, old: Scope
  ) throws(QueryError) {
    // Beside an aggregate only grouping keys could be substituted; here every column can.
    let level = scopes.count - 1
    substitutions = Substitutions()
    for (column, item) in zip(columns, bound.items) {
      substitutions.add(column.expression, item.variable, level: level)
    }
    for sort in projection.orderBy {
      try enterTail(of: bound, columns, old: old, for: sort.expression)
      let key = try bind(sort.expression)
      bound.orderBy.append(BoundProjection.SortKey(expression: key, ascending: sort.ascending))
      if let known = bound.aggregation?.aggregates {
        bound.aggregation?.aggregates = aggregates.collected(or: known)
      }
    }
    guard let predicate else { return }
    scope.replaceEntries(by: tailScope(of: bound, columns, old: old, closed: { _ in nil }))
    aggregates = .forbidden(.clause("WHERE"))
    bound.predicate = try bindPredicate(predicate, of: "the condition of WHERE")
  }

  /// Prepares scope and aggregates for one sort expression.
  private mutating func enterTail(
    of bound: BoundProjection, _ columns: [ProjectedColumn], old: Scope, for sort: Expression
  ) throws(QueryError) {
    let mixes = bound.aggregation != nil && sort.containsAggregate
    // A name inside a longer grouping key is ambiguous beside an aggregate; any other old name is out of scope.
    let keys = columns.map(\.expression).filter { !$0.containsAggregate && !$0.isSimpleKey }
    scope.replaceEntries(
      by: tailScope(of: bound, columns, old: old) { name in
        mixes && keys.contains { $0.mentions(name) } ? .notGrouped : nil
      })
    guard bound.aggregation != nil, !bound.distinct else {
      aggregates = .forbidden(.clause("ORDER BY"))
      return
    }
    if case .collected(var collector) = aggregates {
      collector.argumentScope = argumentScope(of: bound, columns, old: old)
      aggregates = .collected(collector)
    }
  }

  /// The new names over the old ones, which DISTINCT and aggregation close.
  private func tailScope(
    of bound: BoundProjection, _ columns: [ProjectedColumn], old: Scope, closed: (Text) -> Scope.Meaning?
  ) -> Scope {
    var tail = old
    if let reason = bound.closingReason {
      for name in old.entries.keys { tail.setMeaning(of: name, to: closed(name) ?? .closed(by: reason)) }
      // `WITH DISTINCT n AS m ORDER BY n` means m.
      for (column, item) in zip(columns, bound.items) {
        guard case .variable(let name) = column.expression.kind else { continue }
        tail.setMeaning(of: Text(name), to: .variable(item.variable))
      }
    }
    for (column, item) in zip(columns, bound.items) where column.isNamed {
      tail.declare(column.name.text, .variable(item.variable), at: column.name.range)
    }
    return tail
  }

  /// The names in the arguments of an aggregate of ORDER BY: only grouping keys, by their values before grouping.
  private func argumentScope(of bound: BoundProjection, _ columns: [ProjectedColumn], old: Scope) -> Scope {
    var arguments = old
    for name in old.entries.keys { arguments.setMeaning(of: name, to: .closed(by: "the aggregation")) }
    let keys = bound.aggregation?.keys ?? []
    for (column, item) in zip(columns, bound.items) where column.isNamed {
      let key = keys.first { $0.variable == item.variable }
      let meaning = key.map { Scope.Meaning.groupingKey($0.expression) } ?? .aggregate
      arguments.declare(column.name.text, meaning, at: column.name.range)
    }
    return arguments
  }
}

extension AggregateContext {
  fileprivate func collected(or before: [BoundProjection.Aggregate]) -> [BoundProjection.Aggregate] {
    if case .collected(let collector) = self { collector.aggregates } else { before }
  }
}

extension BoundProjection {
  /// What closes the old names off, if anything does.
  fileprivate var closingReason: String? {
    aggregation != nil ? "the aggregation" : distinct ? "DISTINCT" : nil
  }
}
