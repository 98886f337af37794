import EntenteSyntax

/// SET, REMOVE, DELETE, FOREACH, and what may stand inside FOREACH.
extension Binder {
  mutating func update(_ clause: Clause) throws(QueryError) -> [BoundUpdate] {
    aggregates = .forbidden(.clause(clause.keyword))
    switch clause {
    case .create(let patterns, _): return try create(patterns).map { .create($0) }
    case .merge(let pattern, let onCreate, let onMatch, _):
      return [.merge(try merge(pattern, onCreate: onCreate, onMatch: onMatch))]
    case .set(let items, _): return [.set(try assignments(items))]
    case .remove(let items, _):
      var assignments: [BoundAssignment] = []
      for item in items { assignments.append(try remove(item)) }
      return [.set(assignments)]
    case .delete(let targets, let detach, _):
      var expressions: [BoundExpression] = []
      for target in targets { expressions.append(try delete(target)) }
      return [.delete(expressions, detach: detach)]
    case .foreach(let name, let list, let clauses, _): return [try foreach(name, list, clauses)]
    case .match, .unwind, .with, .return, .call:
      throw .updateRequired(clause: clause.keyword, at: clause.range)
    }
  }

  mutating func assignments(_ items: [SetItem]) throws(QueryError) -> [BoundAssignment] {
    var assignments: [BoundAssignment] = []
    for item in items { assignments.append(try set(item)) }
    return assignments
  }

  private mutating func set(_ item: SetItem) throws(QueryError) -> BoundAssignment {
    switch item {
    case .property(let base, let key, let value):
      let element = try bind(base).checked(.node, .relationship, for: "what SET changes")
      references.writes(key: key)
      return .property(element, key: Text(key.text), try bind(value))
    case .replace(let name, let value), .merge(let name, let value):
      let element = try resolve(name).checked(.node, .relationship, for: "what SET changes")
      let map = try bind(value).checked(.map, .node, .relationship, for: "the new properties")
      references.writes(properties: value)
      if case .replace = item { return .properties(element, map, replacing: true) }
      return .properties(element, map, replacing: false)
    case .labels(let name, let labels):
      references.writes(labels: labels)
      return .addLabels(try resolve(name).checked(.node, for: "what SET gives labels"), labels.map { Text($0.text) })
    }
  }

  private mutating func remove(_ item: RemoveItem) throws(QueryError) -> BoundAssignment {
    switch item {
    case .property(let base, let key):
      let element = try bind(base).checked(.node, .relationship, for: "what REMOVE changes")
      return .property(
        element, key: Text(key.text), BoundExpression(.literal(.null), kind: .null, range: key.range))
    case .labels(let name, let labels):
      let node = try resolve(name).checked(.node, for: "what REMOVE takes labels from")
      return .removeLabels(node, labels.map { Text($0.text) })
    }
  }

  private mutating func delete(_ expression: Expression) throws(QueryError) -> BoundExpression {
    if case .hasLabels(_, let labels) = expression.kind {
      throw .labelDeleted(labels: labels.map(\.text), at: expression.range)
    }
    return try bind(expression)
      .checked(.node, .relationship, .path, .list(of: .any), .map, for: "what DELETE deletes")
  }

  private mutating func foreach(
    _ name: Name, _ list: Expression, _ clauses: [Clause]
  ) throws(QueryError) -> BoundUpdate {
    let list = try bind(list).checked(.list(of: .any), for: "what follows IN")
    scopes.append(Scope(.local))
    defer { scopes.removeLast() }
    let variable = try declareNew(name, list.kind.element)
    var updates: [BoundUpdate] = []
    for clause in clauses {
      try countOperator(at: clause.range)
      updates += try update(clause)
    }
    return .foreach(variable, in: list, updates)
  }
}
