import Entente

extension PageData {
  /// What a graph says about the elements that a diagram shows, in their order.
  init(_ reader: GraphReader, nodes: [NodeID], relationships: [RelationshipID], standings: Standings) {
    var page = PageReader(reader)
    self.nodes = nodes.map { page.element($0) }
    edges = relationships.map { page.element($0) }
    for (index, node) in nodes.enumerated() { self.nodes[index].standing = reader.words.standings(standings.of(node)) }
    for (index, relationship) in relationships.enumerated() {
      edges[index].standing = reader.words.standings(standings.of(relationship))
    }
    sources = page.sources
    moments = PageDates.moments(of: self.nodes + edges)
  }
}
