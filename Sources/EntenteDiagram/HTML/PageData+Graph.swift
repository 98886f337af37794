import Entente

extension PageData {
  /// What a graph says about the elements that a diagram shows, in their order.
  init(_ reader: GraphReader, nodes: [NodeID], relationships: [RelationshipID]) {
    var page = PageReader(reader)
    self.nodes = nodes.map { page.element($0) }
    edges = relationships.map { page.element($0) }
    sources = page.sources
    moments = PageDates.moments(of: self.nodes + edges)
  }
}
