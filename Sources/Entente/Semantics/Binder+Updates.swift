import EntenteSyntax

/// MERGE, SET, REMOVE, DELETE, FOREACH: every compile-time check, before the clauses themselves can run.
extension Binder {
  mutating func update(_ clause: Clause) throws(QueryError) {
    aggregates = .forbidden(.clause(clause.keyword))
    switch clause {
    case .merge(let pattern, let onCreate, let onMatch, _):
      try merge(pattern)
      for item in onCreate + onMatch { try set(item) }
    case .set(let items, _):
      for item in items { try set(item) }
    case .remove(let items, _):
      for item in items { try remove(item) }
    case .delete(let expressions, _, _):
      for expression in expressions { try delete(expression) }
    case .foreach(let name, let list, let clauses, _):
      try foreach(name, list, clauses)
    case .create(let patterns, _):
      _ = try create(patterns)
    case .match, .unwind, .with, .return, .call:
      throw .updateRequired(clause: clause.keyword, at: clause.range)
    }
    markUnsupported(clause.keyword, at: clause.range)
  }

  /// Notes that a correct clause cannot be run yet; the rest of the query is still checked.
  mutating func markUnsupported(_ construct: String, at range: SourceRange) {
    if unsupported == nil { unsupported = .notSupported(construct, at: range) }
  }

  // MARK: - MERGE

  private mutating func merge(_ pattern: PathPattern) throws(QueryError) {
    guard pattern.selector == .all else { throw .shortestPathInUpdate(clause: "MERGE", at: pattern.range) }
    let alone = pattern.relationships.isEmpty
    // A name that comes twice in one MERGE is one element; only what was bound before may gain nothing.
    for (index, node) in pattern.nodes.enumerated() {
      if let name = node.variable, let known = try variable(name) {
        try checkReusable(node, known, name, alone: alone)
      } else if let name = node.variable {
        _ = declare(name, .node)
      }
      try mergeProperties(node.properties)
      guard index < pattern.relationships.count else { continue }
      let relationship = pattern.relationships[index]
      try checkCreatable(relationship, clause: "MERGE", directed: false)
      try mergeProperties(relationship.properties)
      if let name = relationship.variable { _ = declare(name, .relationship) }
    }
    if let name = pattern.variable { _ = try declareNew(name, .path) }
  }

  private mutating func mergeProperties(_ properties: Expression?) throws(QueryError) {
    guard let properties else { return }
    guard case .map = properties.kind else {
      throw .parameterAsProperties(clause: "MERGE", at: properties.range)
    }
    _ = try bind(properties)
  }

  // MARK: - SET and REMOVE

  private mutating func set(_ item: SetItem) throws(QueryError) {
    switch item {
    case .property(let base, _, let value):
      _ = try bind(base).checked(.node, .relationship, for: "what SET changes")
      _ = try bind(value)
    case .replace(let name, let value), .merge(let name, let value):
      _ = try resolve(name).checked(.node, .relationship, for: "what SET changes")
      _ = try bind(value).checked(.map, .node, .relationship, for: "the new properties")
    case .labels(let name, _):
      _ = try resolve(name).checked(.node, for: "what SET gives labels")
    }
  }

  private mutating func remove(_ item: RemoveItem) throws(QueryError) {
    switch item {
    case .property(let base, _):
      _ = try bind(base).checked(.node, .relationship, for: "what REMOVE changes")
    case .labels(let name, _):
      _ = try resolve(name).checked(.node, for: "what REMOVE takes labels from")
    }
  }

  // MARK: - DELETE and FOREACH

  private mutating func delete(_ expression: Expression) throws(QueryError) {
    if case .hasLabels(_, let labels) = expression.kind {
      throw .labelDeleted(labels: labels.map(\.text), at: expression.range)
    }
    _ = try bind(expression).checked(.node, .relationship, .path, .list(of: .any), for: "what DELETE deletes")
  }

  private mutating func foreach(_ name: Name, _ list: Expression, _ clauses: [Clause]) throws(QueryError) {
    let list = try bind(list).checked(.list(of: .any), for: "the list after IN")
    scopes.append(Scope(.local))
    defer { scopes.removeLast() }
    _ = declare(name, list.kind.element)
    for clause in clauses { try update(clause) }
  }
}
