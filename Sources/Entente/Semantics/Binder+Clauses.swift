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
  /// What a CREATE makes, in steps: properties may read what the same clause has made further left.
  mutating func create(_ patterns: [PathPattern]) throws(QueryError) -> [BoundCreation] {
    aggregates = .forbidden(.clause("CREATE"))
    var steps = CreationSteps()
    for pattern in patterns { try create(pattern, into: &steps) }
    return steps.all
  }

  private mutating func create(_ pattern: PathPattern, into steps: inout CreationSteps) throws(QueryError) {
    guard pattern.selector == .all, let start = pattern.nodes.first else {
      throw .shortestPathInUpdate(clause: "CREATE", at: pattern.range)
    }
    let alone = pattern.relationships.isEmpty
    let properties = try properties(start.properties, for: &steps)
    var left = try create(start, properties, alone: alone, into: &steps)
    var elements = [left]
    for (relationship, node) in zip(pattern.relationships, pattern.nodes.dropFirst()) {
      try checkCreatable(relationship, clause: "CREATE", directed: true)
      let properties = try self.properties(relationship.properties, for: &steps)
      // Bound before the relationship's name is there: the node is made first.
      let nodeProperties = try self.properties(node.properties, for: &steps)
      let variable = try newElement(relationship.variable, .relationship)
      let right = try create(node, nodeProperties, alone: false, into: &steps)
      references.writes(type: relationship.types[0])
      let incoming = relationship.direction == .incoming
      steps.current.relationships.append(
        BoundCreation.Relationship(
          variable: variable, source: incoming ? right : left, target: incoming ? left : right,
          type: Text(relationship.types[0].text), properties: properties))
      elements += [variable, right]
      left = right
    }
    if let name = pattern.variable {
      steps.current.paths.append(
        BoundPattern.Path(variable: try declareNew(name, .path), elements: elements))
    }
  }

  /// A new node, or one that is bound already and only an end here.
  private mutating func create(
    _ node: NodePattern, _ properties: BoundExpression?, alone: Bool, into steps: inout CreationSteps
  ) throws(QueryError) -> Variable {
    if let name = node.variable, let known = try variable(name) {
      try checkReusable(node, known, name, alone: alone)
      return known
    }
    let variable = try newElement(node.variable, .node)
    references.writes(labels: node.labels)
    steps.current.nodes.append(
      BoundCreation.Node(
        variable: variable, labels: node.labels.map { Text($0.text) }, properties: properties))
    return variable
  }

  private mutating func newElement(_ name: Name?, _ kind: ValueKind) throws(QueryError) -> Variable {
    guard let name else { return makeVariable(nil, kind) }
    return try declareNew(name, kind)
  }

  private mutating func properties(
    _ properties: Expression?, for steps: inout CreationSteps
  ) throws(QueryError) -> BoundExpression? {
    guard let properties else { return nil }
    references.writes(properties: properties)
    let bound = try bind(properties)
    steps.finishIfRead(by: bound)
    return bound
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

/// The steps of one CREATE: a step ends where an expression reads an element that it makes.
private struct CreationSteps {
  private var finished: [BoundCreation] = []
  var current = BoundCreation(nodes: [], relationships: [], paths: [])

  var all: [BoundCreation] { finished + [current] }

  mutating func finishIfRead(by expression: BoundExpression) {
    let made =
      current.nodes.map(\.variable) + current.relationships.map(\.variable) + current.paths.map(\.variable)
    guard !expression.variables.isDisjoint(with: made) else { return }
    finished.append(current)
    current = BoundCreation(nodes: [], relationships: [], paths: [])
  }
}
