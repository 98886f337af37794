/// Writes values as people read them in the cells of a table.
///
///     'Nvidia' → Nvidia     null →            [1, 'a'] → [1, 'a']      node → (nvidia:Actor:Company)
///     relationship → (alibaba)-[:PARTNERS_WITH]-(nvidia)              path → (a)-[:X]->(b)<-[:Y]-(c)
///
/// Elements are named by their id in the file; a relationship written without direction is shown without one, and what
/// the query itself has deleted as `(deleted)` or `-[deleted]-`.
struct CellText {
  let graph: Graph

  /// The text of a cell.
  func text(of value: Value) -> String {
    switch value {
    case .null: ""
    case .string(let text): String(text)
    case .temporal(let value): value.description
    case .boolean, .integer, .float, .list, .map, .node, .relationship, .path: nested(value)
    }
  }

  /// The text of a value inside another: strings in quotes, null as a word.
  private func nested(_ value: Value) -> String {
    switch value {
    case .null, .boolean, .integer, .float, .string, .temporal: return value.literal
    case .list(let items): return "[" + items.map(nested).joined(separator: ", ") + "]"
    case .map(let map):
      return "{" + map.entries.map { "\($0.key): \(nested($0.value))" }.joined(separator: ", ") + "}"
    case .node(let node):
      guard graph.contains(node) else { return short(node) }
      let labels = graph.labels(of: node).map { ":\(graph.catalog.name(of: $0))" }.joined()
      return "(\(graph.elementID(of: node))\(labels))"
    case .relationship(let id):
      guard graph.contains(id) else { return arrow(id, forward: true) }
      return short(graph.source(of: id)) + arrow(id, forward: true) + short(graph.target(of: id))
    case .path(let path):
      var text = path.nodes.first.map(short) ?? ""
      for ((node, next), id) in zip(zip(path.nodes, path.nodes.dropFirst()), path.relationships) {
        text += arrow(id, forward: graph.source(of: id) == node) + short(next)
      }
      return text
    }
  }

  private func short(_ node: NodeID) -> String { graph.contains(node) ? "(\(graph.elementID(of: node)))" : "(deleted)" }

  private func arrow(_ id: RelationshipID, forward: Bool) -> String {
    guard graph.contains(id) else { return "-[deleted]-" }
    let type = graph.catalog.name(of: graph.type(of: id))
    if graph.isUndirected(id) { return "-[:\(type)]-" }
    return forward ? "-[:\(type)]->" : "<-[:\(type)]-"
  }
}
