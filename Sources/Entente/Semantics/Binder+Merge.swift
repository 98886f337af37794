import EntenteSyntax

/// MERGE.
extension Binder {
  mutating func merge(
    _ pattern: PathPattern, onCreate: [SetItem], onMatch: [SetItem]
  ) throws(QueryError) -> BoundMerge {
    guard pattern.selector == .all else { throw .shortestPathInUpdate(clause: "MERGE", at: pattern.range) }
    var merge = BoundMerge(nodes: [], relationships: [], steps: [], path: nil, onCreate: [], onMatch: [])
    let alone = pattern.relationships.isEmpty
    for (index, node) in pattern.nodes.enumerated() {
      merge.steps.append(try add(node, to: &merge, alone: alone))
      guard index < pattern.relationships.count else { continue }
      let relationship = pattern.relationships[index]
      try checkCreatable(relationship, clause: "MERGE", directed: false)
      references.writes(type: relationship.types[0])
      let properties = try mergeProperties(relationship.properties)
      let variable =
        relationship.variable.map { declare($0, .relationship) } ?? makeVariable(nil, .relationship)
      merge.relationships.append(
        BoundMerge.Relationship(
          variable: variable, direction: relationship.direction, type: Text(relationship.types[0].text),
          properties: properties, range: relationship.range))
    }
    if let name = pattern.variable { merge.path = try declareNew(name, .path) }
    merge.onCreate = try assignments(onCreate)
    merge.onMatch = try assignments(onMatch)
    return merge
  }

  /// The index of a node; a name that comes twice is one node.
  private mutating func add(
    _ node: NodePattern, to merge: inout BoundMerge, alone: Bool
  ) throws(QueryError) -> Int {
    func bound(_ variable: Variable, isBound: Bool, _ properties: [(key: Text, value: BoundExpression)]) -> Int {
      merge.nodes.append(
        BoundMerge.Node(
          variable: variable, labels: node.labels.map { Text($0.text) }, properties: properties, isBound: isBound,
          range: node.range))
      return merge.nodes.count - 1
    }
    if let name = node.variable, let known = try variable(name) {
      try checkReusable(node, known, name, alone: alone)
      return merge.nodes.firstIndex { $0.variable == known } ?? bound(known, isBound: true, [])
    }
    references.writes(labels: node.labels)
    let properties = try mergeProperties(node.properties)
    return bound(node.variable.map { declare($0, .node) } ?? makeVariable(nil, .node), isBound: false, properties)
  }

  private mutating func mergeProperties(
    _ properties: Expression?
  ) throws(QueryError) -> [(key: Text, value: BoundExpression)] {
    guard let properties else { return [] }
    references.writes(properties: properties)
    guard case .map(let entries) = properties.kind else {
      throw .parameterAsProperties(clause: "MERGE", at: properties.range)
    }
    return try bindEntries(entries)
  }
}
