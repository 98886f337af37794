public import Entente
public import EntenteSyntax

/// Matches the patterns of one MATCH by trying everything: slow, and plain enough to be the judge of the engine.
///
/// It knows labels, types, directions, variable length, inline properties that are literals, repeated variables and
/// relationship uniqueness over the whole MATCH.
public struct BruteForceMatcher {
  /// What a variable is bound to.
  public enum Binding: Hashable {
    case node(NodeID)
    case relationship(RelationshipID)
    case relationships([RelationshipID])
  }

  public struct Row: Hashable {
    public var bindings: [String: Binding] = [:]
    var used: [RelationshipID] = []
  }

  private let graph: Graph

  public init(_ graph: Graph) {
    self.graph = graph
  }

  /// Every match, one row each, in no particular order.
  public func matches(of patterns: [PathPattern]) -> [Row] {
    patterns.reduce([Row()]) { rows, pattern in
      rows.flatMap { row in
        graphNodes.flatMap { node in
          bind(pattern.nodes[0], to: node, in: row).map { walk(pattern, from: node, at: 0, $0) } ?? []
        }
      }
    }
  }

  private var graphNodes: [NodeID] { (0..<graph.nodeCount).map { NodeID(UInt32($0)) } }
  private var graphRelationships: [RelationshipID] {
    (0..<graph.relationshipCount).map { RelationshipID(UInt32($0)) }
  }

  private func walk(_ pattern: PathPattern, from node: NodeID, at index: Int, _ row: Row) -> [Row] {
    guard index < pattern.relationships.count else { return [row] }
    let relationship = pattern.relationships[index]
    let next = pattern.nodes[index + 1]
    let bounds: (minimum: Int, maximum: Int) =
      relationship.length.map { ($0.minimum ?? 1, $0.maximum ?? graph.relationshipCount) } ?? (1, 1)
    var rows: [Row] = []
    for trail in trails(relationship, from: node, used: row.used, upTo: bounds.maximum)
    where trail.relationships.count >= bounds.minimum {
      var row = row
      row.used += trail.relationships
      let binding: Binding =
        relationship.length == nil ? .relationship(trail.relationships[0]) : .relationships(trail.relationships)
      guard let bound = bind(relationship.variable, binding, in: row),
        let ended = bind(next, to: trail.end, in: bound)
      else { continue }
      rows += walk(pattern, from: trail.end, at: index + 1, ended)
    }
    return rows
  }

  private func trails(
    _ pattern: RelationshipPattern, from node: NodeID, used: [RelationshipID], upTo maximum: Int
  ) -> [(relationships: [RelationshipID], end: NodeID)] {
    var all: [(relationships: [RelationshipID], end: NodeID)] = [([], node)]
    var last = all
    for _ in 0..<max(0, maximum) {
      last = last.flatMap { trail in
        graphRelationships.filter { !used.contains($0) && !trail.relationships.contains($0) && fits($0, pattern) }
          .flatMap { id -> [(relationships: [RelationshipID], end: NodeID)] in
            ends(of: id, from: trail.end, pattern.direction).map { (trail.relationships + [id], $0) }
          }
      }
      if last.isEmpty { break }
      all += last
    }
    return all
  }

  /// Where a relationship leads from a node; a loop leads there once.
  private func ends(
    of id: RelationshipID, from node: NodeID, _ direction: RelationshipPattern.Direction
  ) -> Set<NodeID> {
    var ends: Set<NodeID> = []
    if direction != .incoming, graph.source(of: id) == node { ends.insert(graph.target(of: id)) }
    if direction != .outgoing, graph.target(of: id) == node { ends.insert(graph.source(of: id)) }
    return ends
  }

  private func fits(_ id: RelationshipID, _ pattern: RelationshipPattern) -> Bool {
    let type = String(graph.catalog.name(of: graph.type(of: id)))
    guard pattern.types.isEmpty || pattern.types.contains(where: { $0.text == type }) else { return false }
    return holds(pattern.properties) { graph.property($0, of: id) }
  }

  private func holds(_ properties: Expression?, _ stored: (KeyID) -> Value) -> Bool {
    guard let properties else { return true }
    guard case .map(let map)? = Value(literal: properties) else { return false }
    return map.entries.allSatisfy { entry in
      let value = graph.catalog.key(entry.key).map(stored) ?? .null
      return Value.equals(value, entry.value) == true
    }
  }

  private func bind(_ pattern: NodePattern, to node: NodeID, in row: Row) -> Row? {
    let names = Set(graph.labels(of: node).map { String(graph.catalog.name(of: $0)) })
    guard pattern.labels.allSatisfy({ names.contains($0.text) }),
      holds(pattern.properties, { graph.property($0, of: node) })
    else { return nil }
    return bind(pattern.variable, .node(node), in: row)
  }

  private func bind(_ variable: Name?, _ binding: Binding, in row: Row) -> Row? {
    guard let variable else { return row }
    if let known = row.bindings[variable.text] { return known == binding ? row : nil }
    var row = row
    row.bindings[variable.text] = binding
    return row
  }
}
