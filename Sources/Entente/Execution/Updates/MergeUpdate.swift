import EntenteSyntax

/// MERGE: every match of the whole path, else the path made whole. Sees what its earlier rows made.
final class MergeUpdate: RowUpdate {
  private let merge: BoundMerge
  private let evaluator: Evaluator
  private let search: MergeSearch
  private let onCreate: SetUpdate
  private let onMatch: SetUpdate

  init(_ merge: BoundMerge, _ evaluator: Evaluator) {
    self.merge = merge
    self.evaluator = evaluator
    search = MergeSearch(merge, evaluator.context)
    onCreate = SetUpdate(merge.onCreate, evaluator)
    onMatch = SetUpdate(merge.onMatch, evaluator)
  }

  func apply(_ batch: RowBatch, row: Int) throws(QueryError) -> [[Value]] {
    guard let transaction = evaluator.context.transaction else { throw .writeWithoutTransaction() }
    return try evaluator.seeingWrites { () throws(QueryError) in
      var wanted = MergeSearch.Wanted()
      for node in merge.nodes {
        wanted.nodeProperties.append(try properties(node.properties, batch, row))
        wanted.boundNodes.append(node.isBound ? try boundNode(node, batch, row) : nil)
      }
      for relationship in merge.relationships {
        wanted.relationshipProperties.append(try properties(relationship.properties, batch, row))
      }
      var matches = try search.matches(wanted, in: transaction)
      let actions = matches.isEmpty ? onCreate : onMatch
      let hasActions = !(matches.isEmpty ? merge.onCreate : merge.onMatch).isEmpty
      if matches.isEmpty { matches = [create(wanted, transaction)] }
      var rows: [[Value]] = []
      for match in matches {
        let values = values(of: match)
        if hasActions {
          for (variable, value) in zip(merge.introduced, values) { evaluator.bind(variable, to: value) }
          _ = try actions.apply(batch, row: row)
        }
        rows.append(values)
      }
      return rows
    }
  }

  /// Values to be found or made; null can be neither.
  private func properties(
    _ properties: [(key: Text, value: BoundExpression)], _ batch: RowBatch, _ row: Int
  ) throws(QueryError) -> [(Text, Value)] {
    var values: [(Text, Value)] = []
    for (key, expression) in properties {
      let value = try evaluator.evaluate(expression, in: batch, row: row)
      if value.isNull { throw .mergeOnNull(key: key, at: expression.range) }
      guard value.isStorable else { throw .notStorable(key: key, value, at: expression.range) }
      values.append((key, value))
    }
    return values
  }

  private func boundNode(_ node: BoundMerge.Node, _ batch: RowBatch, _ row: Int) throws(QueryError) -> NodeID {
    let value = evaluator.value(of: node.variable, in: batch, row: row)
    try evaluator.context.requireLive(value, at: node.range)
    guard case .node(let id) = value else {
      guard value.isNull else { throw .wrongType("a node", value, at: node.range) }
      throw .mergeAtNull(node.variable.name, at: node.range)
    }
    return id
  }

  private func create(_ wanted: MergeSearch.Wanted, _ transaction: GraphTransaction) -> MergeSearch.Match {
    var match = MergeSearch.Match(nodes: [], relationships: [])
    for (index, node) in merge.nodes.enumerated() {
      match.nodes.append(
        wanted.boundNodes[index]
          ?? transaction.createNode(labels: node.labels, properties: wanted.nodeProperties[index]))
    }
    for (index, relationship) in merge.relationships.enumerated() {
      var (source, target) = (match.nodes[merge.steps[index]], match.nodes[merge.steps[index + 1]])
      if relationship.direction == .incoming { swap(&source, &target) }
      match.relationships.append(
        transaction.createRelationship(
          from: source, to: target, type: relationship.type, properties: wanted.relationshipProperties[index]))
    }
    return match
  }

  /// In the order of `introduced`.
  private func values(of match: MergeSearch.Match) -> [Value] {
    var values = merge.nodes.indices.filter { !merge.nodes[$0].isBound }.map { Value.node(match.nodes[$0]) }
    values += match.relationships.map(Value.relationship)
    guard merge.path != nil else { return values }
    var elements: ContiguousArray<UInt32> = [match.nodes[merge.steps[0]].rawValue]
    for (index, relationship) in match.relationships.enumerated() {
      elements += [relationship.rawValue, match.nodes[merge.steps[index + 1]].rawValue]
    }
    return values + [.path(PathValue(elements: elements))]
  }
}
