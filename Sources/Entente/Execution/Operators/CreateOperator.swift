import EntenteSyntax

/// Gives each row with the elements made for it.
///
/// All rows are taken in before the first is given, so that the clause's reads do not see its writes and later
/// clauses (LIMIT among them) do not cut them; then the snapshot that holds the writes takes the place of the old.
final class CreateOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let creation: BoundCreation
  private let context: ExecutionContext
  private let evaluator: Evaluator
  private var output: ArraySlice<RowBatch>?

  init(_ input: any PhysicalOperator, _ creation: BoundCreation, context: ExecutionContext) {
    self.input = input
    self.creation = creation
    self.context = context
    evaluator = Evaluator(context)
    layout = RowLayout(
      input.layout.variables.adding(
        creation.nodes.map(\.variable) + creation.relationships.map(\.variable) + creation.paths.map(\.variable)))
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    output = nil
  }

  func next() throws(QueryError) -> RowBatch? {
    if output == nil { output = try created() }
    return output?.popFirst()
  }

  private func created() throws(QueryError) -> ArraySlice<RowBatch> {
    guard let transaction = context.transaction else { throw .writeWithoutTransaction() }
    var batches: [RowBatch] = []
    while let batch = try input.next() {
      try context.monitor.check()
      try context.monitor.reserve(bytes: batch.estimatedBytes)
      var nodes = [ContiguousArray<UInt32>](repeating: [], count: creation.nodes.count)
      var relationships = [ContiguousArray<UInt32>](repeating: [], count: creation.relationships.count)
      for row in 0..<batch.count {
        var made: [Variable: UInt32] = [:]
        for (index, node) in creation.nodes.enumerated() {
          let id = transaction.createNode(
            labels: node.labels, properties: try properties(node.properties, in: batch, row: row))
          nodes[index].append(id.rawValue)
          made[node.variable] = id.rawValue
        }
        for (index, relationship) in creation.relationships.enumerated() {
          let source = made[relationship.source] ?? batch.column(of: relationship.source)?.nodeID(row)
          let target = made[relationship.target] ?? batch.column(of: relationship.target)?.nodeID(row)
          guard let source, let target, source != Column.nullID, target != Column.nullID else {
            throw .missingEnd(of: relationship.type, source: source == nil || source == Column.nullID)
          }
          let id = transaction.createRelationship(
            from: NodeID(source), to: NodeID(target), type: relationship.type,
            properties: try properties(relationship.properties, in: batch, row: row))
          relationships[index].append(id.rawValue)
        }
      }
      let withElements = RowLayout(
        batch.layout.variables + creation.nodes.map(\.variable) + creation.relationships.map(\.variable))
      batches.append(
        batch.appending(nodes.map(Column.nodes) + relationships.map(Column.relationships), layout: withElements))
    }
    let (graph, renumbered) = transaction.materialize()
    context.graph = graph
    if let renumbered { batches = batches.map { $0.renumbered(renumbered) } }
    return try batches.map { batch throws(QueryError) in try withPaths(batch) }[...]
  }

  private func withPaths(_ batch: RowBatch) throws(QueryError) -> RowBatch {
    guard !creation.paths.isEmpty else { return batch.restricted(to: layout) }
    var columns: [Column] = []
    for path in creation.paths {
      let expression = BoundExpression(.path(path.elements), kind: .path, range: SourceRange(0..<0))
      columns.append(try evaluator.evaluate(expression, over: batch))
    }
    return batch.appending(columns, layout: layout)
  }

  /// The properties of a new element: what the map holds, storable values only.
  private func properties(
    _ expression: BoundExpression?, in batch: RowBatch, row: Int
  ) throws(QueryError) -> [(Text, Value)] {
    guard let expression else { return [] }
    switch try evaluator.evaluate(expression, in: batch, row: row) {
    case .null: return []
    case .map(let map):
      for entry in map.entries where !entry.value.isStorable {
        throw .notStorable(key: entry.key, entry.value, at: expression.range)
      }
      return map.entries.filter { !$0.value.isNull }.map { ($0.key, $0.value) }
    case let value: throw .propertiesNotMap(value, at: expression.range)
    }
  }
}

extension Value {
  /// Whether the value can be a property: a scalar, or a list of scalars that are not null.
  var isStorable: Bool {
    switch self {
    case .null, .boolean, .integer, .float, .string: true
    case .list(let items):
      items.allSatisfy { item in
        switch item {
        case .boolean, .integer, .float, .string: true
        case .null, .list, .map, .node, .relationship, .path: false
        }
      }
    case .map, .node, .relationship, .path: false
    }
  }

  /// The value with every relationship id replaced by its number in a new snapshot.
  func renumbered(_ numbers: ContiguousArray<UInt32>) -> Value {
    switch self {
    case .null, .boolean, .integer, .float, .string, .node: self
    case .relationship(let id): .relationship(RelationshipID(numbers[Int(id.rawValue)]))
    case .list(let items): .list(ContiguousArray(items.map { $0.renumbered(numbers) }))
    case .map(let map): .map(MapValue(map.entries.map { ($0.key, $0.value.renumbered(numbers)) }))
    case .path(let path):
      .path(
        PathValue(
          elements: ContiguousArray(
            path.elements.enumerated().map { $0.offset % 2 == 0 ? $0.element : numbers[Int($0.element)] })))
    }
  }
}

extension RowBatch {
  /// The rows with every relationship id replaced by its number in a new snapshot.
  func renumbered(_ numbers: ContiguousArray<UInt32>) -> RowBatch {
    var batch = self
    batch.columns = columns.map { column in
      switch column {
      case .nodes, .integers, .floats, .booleans: column
      case .relationships(let ids):
        .relationships(ContiguousArray(ids.map { $0 == Column.nullID ? $0 : numbers[Int($0)] }))
      case .values(let values): .values(ContiguousArray(values.map { $0.renumbered(numbers) }))
      case .constant(let value, let count): .constant(value.renumbered(numbers), count: count)
      }
    }
    return batch
  }
}
