import EntenteSyntax

/// Both graphs as one, so that a picture shows everything in one place.
public struct GraphUnion: Sendable {
  public let graph: Graph
  /// By the id of each element in the union.
  public let nodes: [NodeID: GraphDifference.Element<NodeID>]
  public let relationships: [RelationshipID: GraphDifference.Element<RelationshipID>]
}

extension GraphDifference {
  /// All elements of both graphs that the comparison tells of, with the properties that they have in the second, or
  /// where they are not in it in the first. The same holds of what their schemas say.
  ///
  /// - Complexity: O(nodes + relationships + values)
  public func union() throws(StorageError) -> GraphUnion {
    var builder = GraphBuilder()
    builder.setFacts(after.facts.superseding(before.facts))
    builder.setMetadata(MapValue((before.metadata.entries + after.metadata.entries).map { ($0.key, $0.value) }))
    var (ofBefore, ofAfter): ([NodeID: NodeID], [NodeID: NodeID]) = ([:], [:])
    var nodes: [NodeID: Element<NodeID>] = [:]
    for element in self.nodes {
      guard let (graph, node) = element.after.map({ (after, $0) }) ?? element.before.map({ (before, $0) }) else {
        continue
      }
      let id = builder.addNode(
        id: graph.elementID(of: node), labels: graph.labels(of: node).map { graph.catalog.name(of: $0) },
        properties: graph.properties(of: node).entries.map { ($0.key, $0.value) })
      nodes[id] = element
      element.before.map { ofBefore[$0] = id }
      element.after.map { ofAfter[$0] = id }
    }
    var added: [Element<RelationshipID>] = []
    var takenIDs: Set<Text> = []
    for element in relationships {
      guard
        let (graph, relationship, places) = element.after.map({ (after, $0, ofAfter) })
          ?? element.before.map({ (before, $0, ofBefore) })
      else { continue }
      guard let source = places[graph.source(of: relationship)], let target = places[graph.target(of: relationship)]
      else { continue }
      let type = graph.type(of: relationship)
      // An id that leads elsewhere in the second graph names two relationships; in the union it names one.
      let id = graph.fileID(of: relationship).flatMap { takenIDs.insert($0).inserted ? $0 : nil }
      builder.addRelationship(
        id: id, from: source, to: target, type: graph.catalog.name(of: type),
        undirected: graph.isUndirected(relationship),
        properties: graph.properties(of: relationship).entries.map { ($0.key, $0.value) })
      added.append(element)
    }
    let (graph, renumbered) = try builder.assemble()
    var relationships: [RelationshipID: Element<RelationshipID>] = [:]
    for (index, element) in added.enumerated() {
      let raw = UInt32(index)
      relationships[RelationshipID(renumbered?.relationship(raw) ?? raw)] = element
    }
    return GraphUnion(graph: graph, nodes: nodes, relationships: relationships)
  }
}
