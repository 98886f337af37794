import EntenteSyntax

/// UNWIND and CREATE, and the checks of the clauses that write.
extension Binder {
  mutating func unwind(_ list: Expression, as name: Name) throws(QueryError) -> BoundClause {
    aggregates = .forbidden(.clause("UNWIND"))
    let list = try bind(list)
    return .unwind(list, as: try declareNew(name, list.kind.element))
  }
}

// MARK: - CREATE

extension Binder {
  mutating func create(_ patterns: [PathPattern]) throws(QueryError) -> BoundCreation {
    aggregates = .forbidden(.clause("CREATE"))
    var creation = BoundCreation(nodes: [], relationships: [], paths: [])
    // Properties see the names before the clause: what it makes has none yet.
    let before = scope
    for pattern in patterns { try create(pattern, into: &creation, before: before) }
    return creation
  }

  private mutating func create(
    _ pattern: PathPattern, into creation: inout BoundCreation, before: Scope
  ) throws(QueryError) {
    guard pattern.selector == .all, let start = pattern.nodes.first else {
      throw .shortestPathInUpdate(clause: "CREATE", at: pattern.range)
    }
    let alone = pattern.relationships.isEmpty
    var left = try create(start, alone: alone, into: &creation, before: before)
    var elements = [left]
    for (relationship, node) in zip(pattern.relationships, pattern.nodes.dropFirst()) {
      try checkCreatable(relationship, clause: "CREATE", directed: true)
      let properties = try properties(relationship.properties, before: before)
      let variable = try newElement(relationship.variable, .relationship)
      let right = try create(node, alone: false, into: &creation, before: before)
      let incoming = relationship.direction == .incoming
      creation.relationships.append(
        BoundCreation.Relationship(
          variable: variable, source: incoming ? right : left, target: incoming ? left : right,
          type: Text(relationship.types[0].text), properties: properties))
      elements += [variable, right]
      left = right
    }
    if let name = pattern.variable {
      creation.paths.append(
        BoundPattern.Path(variable: try declareNew(name, .path), elements: elements))
    }
  }

  /// A new node, or one that is bound already and only an end here.
  private mutating func create(
    _ node: NodePattern, alone: Bool, into creation: inout BoundCreation, before: Scope
  ) throws(QueryError) -> Variable {
    if let name = node.variable, let known = try variable(name) {
      try checkReusable(node, known, name, alone: alone)
      return known
    }
    let properties = try properties(node.properties, before: before)
    let variable = try newElement(node.variable, .node)
    creation.nodes.append(
      BoundCreation.Node(
        variable: variable, labels: node.labels.map { Text($0.text) }, properties: properties))
    return variable
  }

  private mutating func newElement(_ name: Name?, _ kind: ValueKind) throws(QueryError) -> Variable {
    guard let name else { return makeVariable(nil, kind) }
    return try declareNew(name, kind)
  }

  private mutating func properties(
    _ properties: Expression?, before: Scope
  ) throws(QueryError) -> BoundExpression? {
    guard let properties else { return nil }
    let now = scope
    scope.replaceEntries(by: before)
    defer { scope.replaceEntries(by: now) }
    return try bind(properties)
  }

  // MARK: - Rules of CREATE and MERGE

  /// A bound node may be the end of a new relationship, but gains nothing.
  func checkReusable(
    _ node: NodePattern, _ known: Variable, _ name: Name, alone: Bool
  ) throws(QueryError) {
    try check(known, is: .node, name)
    if alone { throw .alreadyBound(name: name, declared: declaration(of: name)) }
    if !node.labels.isEmpty || node.properties != nil {
      throw .boundElementChanged(name: name, declared: declaration(of: name), at: node.range)
    }
  }

  func checkCreatable(
    _ relationship: RelationshipPattern, clause: String, directed: Bool
  ) throws(QueryError) {
    if let name = relationship.variable, entry(of: name.text) != nil {
      throw .alreadyBound(name: name, declared: declaration(of: name))
    }
    if let length = relationship.length { throw .variableLengthCreated(clause: clause, at: length.range) }
    guard relationship.types.count == 1 else {
      throw .singleTypeRequired(clause: clause, count: relationship.types.count, at: relationship.range)
    }
    if directed, relationship.direction == .either {
      throw .directionRequired(clause: clause, at: relationship.range)
    }
  }
}
