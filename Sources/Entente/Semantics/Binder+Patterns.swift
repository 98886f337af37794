import EntenteSyntax

/// Where a pattern stands.
enum PatternRole {
  case match
  /// New names are declared in the scope of the comprehension.
  case comprehension
  /// No new names.
  case predicate
}

/// A pattern graph in the making.
private struct PatternDraft {
  var pattern = BoundPattern(nodes: [], relationships: [], shortestPaths: [], paths: [], predicates: [])
  /// Indexes into the nodes of the pattern.
  var nodes: [Variable: Int] = [:]
  var relationships: [Variable: Name] = [:]
  /// Inline properties: bound once every name of the pattern is declared.
  var inline: [(variable: Variable, properties: Expression)] = []
  var hops: [(index: Int, isShortest: Bool, properties: Expression)] = []
}

extension Binder {
  /// The pattern graph of a MATCH, with inline properties and WHERE as conjuncts.
  mutating func bind(
    _ parts: [PathPattern], where predicate: Expression?, as role: PatternRole
  ) throws(QueryError) -> BoundPattern {
    let outer = aggregates
    defer { aggregates = outer }
    aggregates = .forbidden(.clause(role == .match ? "MATCH" : "a pattern"))
    var draft = PatternDraft()
    for part in parts { try add(part, to: &draft, as: role) }
    if draft.pattern.relationships.count > Self.hopLimit {
      throw .tooManyHops(limit: Self.hopLimit, at: draft.pattern.relationships[Self.hopLimit].range)
    }
    for (variable, properties) in draft.inline {
      draft.pattern.predicates += try conjuncts(of: properties, on: variable)
    }
    for (index, isShortest, properties) in draft.hops {
      let properties = try entries(of: properties)
      if isShortest {
        draft.pattern.shortestPaths[index].relationship.hopProperties = properties
      } else {
        draft.pattern.relationships[index].hopProperties = properties
      }
    }
    aggregates = .forbidden(.clause("WHERE"))
    draft.pattern.predicates += try bindConjuncts(predicate)
    references.patterns.append(draft.pattern)
    return draft.pattern
  }

  private mutating func add(
    _ part: PathPattern, to draft: inout PatternDraft, as role: PatternRole
  ) throws(QueryError) {
    let isShortest = part.selector != .all
    guard !isShortest || part.relationships.count == 1, let start = part.nodes.first else {
      throw .shortestPathShape(at: part.range)
    }
    var left = try add(start, to: &draft, as: role)
    var elements = [draft.pattern.nodes[left].variable]
    for (relationship, node) in zip(part.relationships, part.nodes.dropFirst()) {
      // The node is declared after the relationship: the first of two equal names decides what it is.
      let variable = try self.variable(of: relationship, in: &draft, as: role, isShortest: isShortest)
      let right = try add(node, to: &draft, as: role)
      references.reads(.type, relationship.types)
      var bound = BoundPattern.Relationship(
        variable: variable.variable, left: left, right: right, direction: relationship.direction,
        types: relationship.types.map { Text($0.text) }, length: relationship.bounds, hopProperties: [],
        isBound: variable.isBound, range: relationship.range)
      elements += [bound.variable, draft.pattern.nodes[right].variable]
      if isShortest {
        bound.length = bound.length ?? (1, 1)
        try checkShortest(bound, relationship)
        draft.pattern.shortestPaths.append(.init(relationship: bound, all: part.selector == .allShortest))
      } else {
        draft.pattern.relationships.append(bound)
      }
      add(relationship, bound, isShortest: isShortest, to: &draft)
      left = right
    }
    if let name = part.variable {
      guard role != .predicate else { throw undefined(name) }
      let variable = try declareNew(name, .path)
      draft.pattern.paths.append(BoundPattern.Path(variable: variable, elements: elements))
    }
  }

  // MARK: - Nodes

  private mutating func add(
    _ node: NodePattern, to draft: inout PatternDraft, as role: PatternRole
  ) throws(QueryError) -> Int {
    try countOperator(at: node.range)
    let (variable, isBound) = try self.variable(of: node, as: role)
    references.reads(.label, node.labels)
    let labels = node.labels.map { Text($0.text) }
    if let properties = node.properties { draft.inline.append((variable, properties)) }
    if let index = draft.nodes[variable] {
      for label in labels where !draft.pattern.nodes[index].labels.contains(label) {
        draft.pattern.nodes[index].labels.append(label)
      }
      return index
    }
    let index = draft.pattern.nodes.count
    draft.nodes[variable] = index
    draft.pattern.nodes.append(
      BoundPattern.Node(variable: variable, labels: labels, isBound: isBound, range: node.range))
    return index
  }

  private mutating func variable(
    of node: NodePattern, as role: PatternRole
  ) throws(QueryError) -> (Variable, isBound: Bool) {
    guard let name = node.variable else { return (makeVariable(nil, .node), false) }
    guard let known = try variable(name) else {
      guard role != .predicate else { throw undefined(name) }
      return (declare(name, .node), false)
    }
    try check(known, is: .node, name)
    return (known, true)
  }

  // MARK: - Relationships

  private mutating func variable(
    of relationship: RelationshipPattern, in draft: inout PatternDraft, as role: PatternRole,
    isShortest: Bool
  ) throws(QueryError) -> (variable: Variable, isBound: Bool) {
    let isList = isShortest || relationship.length != nil
    let kind = isList ? ValueKind.list(of: .relationship) : .relationship
    guard let name = relationship.variable else { return (makeVariable(nil, kind), false) }
    guard let known = try variable(name) else {
      guard role != .predicate else { throw undefined(name) }
      let variable = declare(name, kind)
      draft.relationships[variable] = name
      return (variable, false)
    }
    try check(known, is: kind, name)
    if let first = draft.relationships.updateValue(name, forKey: known) {
      throw .repeatedRelationship(name: name, first: place(first.range))
    }
    if isShortest { throw .alreadyBound(name: name, declared: declaration(of: name)) }
    return (known, true)
  }

  private func add(
    _ relationship: RelationshipPattern, _ bound: BoundPattern.Relationship, isShortest: Bool,
    to draft: inout PatternDraft
  ) {
    guard let properties = relationship.properties else { return }
    if isShortest {
      draft.hops.append((draft.pattern.shortestPaths.count - 1, true, properties))
    } else if relationship.length != nil {
      draft.hops.append((draft.pattern.relationships.count - 1, false, properties))
    } else {
      draft.inline.append((bound.variable, properties))
    }
  }

  private func checkShortest(
    _ bound: BoundPattern.Relationship, _ relationship: RelationshipPattern
  ) throws(QueryError) {
    if let minimum = bound.length?.minimum, minimum > 1 {
      throw .shortestPathMinimum(minimum, at: relationship.length?.range ?? relationship.range)
    }
  }

  // MARK: - Checks

  /// What an earlier clause bound must be able to be the element.
  func check(_ variable: Variable, is kind: ValueKind, _ name: Name) throws(QueryError) {
    guard variable.kind.overlaps(kind) else {
      throw .kindConflict(name: name, is: variable.kind, expected: kind, declared: declaration(of: name))
    }
  }

  func declaration(of name: Name) -> String? {
    entry(of: name.text).flatMap { place($0.declaration) }
  }

  // MARK: - Properties

  /// `variable.key = value` for each inline property.
  private mutating func conjuncts(
    of properties: Expression, on variable: Variable
  ) throws(QueryError) -> [BoundExpression] {
    try entries(of: properties).map { key, value in
      let element = BoundExpression(.variable(variable), kind: variable.kind, range: value.range)
      let property = BoundExpression(.property(element, key: key), kind: .any, range: value.range)
      return BoundExpression(.comparison(property, [(.equal, value)]), kind: .boolean, range: value.range)
    }
  }

  private mutating func entries(
    of properties: Expression
  ) throws(QueryError) -> [(key: Text, value: BoundExpression)] {
    guard case .map(let entries) = properties.kind else {
      throw .parameterAsProperties(clause: "MATCH", at: properties.range)
    }
    references.reads(.key, entries.map(\.key))
    return try bindEntries(entries)
  }
}

extension RelationshipPattern {
  fileprivate var bounds: (minimum: Int, maximum: Int?)? {
    length.map { ($0.minimum ?? 1, $0.maximum) }
  }
}
