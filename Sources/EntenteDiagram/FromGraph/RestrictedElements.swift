import Entente

/// Which elements of a graph a part of it has: from the ids in the part to those in the whole.
struct RestrictedElements {
  private(set) var nodes: [NodeID: NodeID] = [:]
  private(set) var relationships: [RelationshipID: RelationshipID] = [:]

  /// - Complexity: O(nodes + relationships)
  init(_ graph: Graph, _ restriction: GraphRestriction) throws(RestrictionError) {
    let part = try graph.restricted(to: restriction)
    for raw in 0..<UInt32(graph.nodeCount) {
      let new = part.renumbered?.node(raw) ?? raw
      if new < UInt32(part.graph.nodeCount) { nodes[NodeID(new)] = NodeID(raw) }
    }
    for raw in 0..<UInt32(graph.relationshipCount) {
      let new = part.renumbered?.relationship(raw) ?? raw
      if new < UInt32(part.graph.relationshipCount) { relationships[RelationshipID(new)] = RelationshipID(raw) }
    }
  }
}
