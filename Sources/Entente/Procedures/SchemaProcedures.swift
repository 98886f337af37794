/// Which properties the elements have, with the kinds of their values.
extension Procedure {
  static let nodeTypeProperties = Procedure(
    "db.schema.nodeTypeProperties",
    outputs: [
      .string("nodeType"), .strings("nodeLabels"), .string("propertyName"), .strings("propertyTypes"),
      .boolean("mandatory"),
    ], summary: "The properties of each combination of labels."
  ) { call in
    let graph = call.graph
    var types = PropertyTypes()
    for node in 0..<UInt32(graph.nodeCount) {
      types.add(
        graph.labels(of: NodeID(node)).map { graph.catalog.name(of: $0) }.sorted(), graph.properties(of: NodeID(node)))
    }
    return types.rows { labels in
      [
        .string(":" + labels.map { "`\($0)`" }.joined(separator: ":")),
        .list(ContiguousArray(labels.map { .string($0) })),
      ]
    }
  }

  static let relationshipTypeProperties = Procedure(
    "db.schema.relTypeProperties",
    outputs: [.string("relType"), .string("propertyName"), .strings("propertyTypes"), .boolean("mandatory")],
    summary: "The properties of each relationship type."
  ) { call in
    let graph = call.graph
    var types = PropertyTypes()
    for id in 0..<UInt32(graph.relationshipCount) {
      let relationship = RelationshipID(id)
      types.add([graph.catalog.name(of: graph.type(of: relationship))], graph.properties(of: relationship))
    }
    return types.rows { names in [.string(":`\(names.first ?? "")`")] }
  }
}

/// The properties of elements by their labels or type.
private struct PropertyTypes {
  private struct Summary {
    var count = 0
    var keys: [Text: (count: Int, kinds: Set<Text>)] = [:]
  }

  private var summaries: [[Text]: Summary] = [:]

  mutating func add(_ names: [Text], _ properties: MapValue) {
    summaries[names, default: Summary()].count += 1
    for entry in properties.entries {
      summaries[names]?.keys[entry.key, default: (0, [])].count += 1
      summaries[names]?.keys[entry.key]?.kinds.insert(entry.value.typeName)
    }
  }

  /// A row for each key of each combination; one with nulls where there is no key.
  func rows(_ head: ([Text]) -> [Value]) -> [[Value]] {
    var rows: [[Value]] = []
    for (names, summary) in summaries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      if summary.keys.isEmpty { rows.append(head(names) + [.null, .null, .boolean(false)]) }
      for (key, found) in summary.keys.sorted(by: { $0.key < $1.key }) {
        let kinds = found.kinds.sorted().map { Value.string($0) }
        rows.append(
          head(names) + [.string(key), .list(ContiguousArray(kinds)), .boolean(found.count == summary.count)])
      }
    }
    return rows
  }
}

extension Value {
  /// The name of the value's type, as Neo4j's schema procedures call it.
  fileprivate var typeName: Text {
    switch self {
    case .boolean: "Boolean"
    case .integer: "Long"
    case .float: "Double"
    case .string: "String"
    case .list(let items): Text("\(items.first?.typeName ?? "Any")Array")
    default: "Any"
    }
  }
}
