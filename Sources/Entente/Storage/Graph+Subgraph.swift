extension Graph {
  /// A snapshot without some elements, and with other values of some keys (null removes); names, the ids of the file
  /// and what the schema says stay.
  ///
  /// The relationships of a node that is left out go with it.
  ///
  /// - Returns: the snapshot, and where the elements went; nil where none moved. What is left out has no new id.
  /// - Complexity: O(nodes + relationships + values)
  func leavingOut(
    nodes: Set<UInt32>, relationships: Set<UInt32>, nodeValues: [Text: [UInt32: Value]] = [:],
    relationshipValues: [Text: [UInt32: Value]] = [:]
  ) throws(StorageError) -> (graph: Graph, renumbered: Renumbering?) {
    var builder = GraphBuilder(continuing: self)
    for key in nodeValues.keys.sorted() { builder.setNodeValues(nodeValues[key] ?? [:], of: key) }
    for key in relationshipValues.keys.sorted() {
      builder.setRelationshipValues(relationshipValues[key] ?? [:], of: key)
    }
    var relationships = relationships
    for node in nodes {
      for adjacency in adjacencies {
        for position in adjacency.outgoing(NodeID(node)) {
          relationships.insert(adjacency.outgoingRelationship(at: position).rawValue)
        }
        for position in adjacency.incoming(NodeID(node)) {
          relationships.insert(adjacency.incomingRelationship(at: position).rawValue)
        }
      }
    }
    builder.remove(nodes: nodes, relationships: relationships)
    return try builder.assemble()
  }
}
