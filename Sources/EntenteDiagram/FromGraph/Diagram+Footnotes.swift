import Entente

extension Diagram {
  /// Numbers lines, and nodes that carry claims of their own, by their sources, and lists these below the picture.
  ///
  /// - Parameter selection: what the diagram draws, in its order.
  mutating func addFootnotes(of selection: GraphSelection, in graph: Graph) {
    let ties = selection.relationships.map { [Value.relationship($0)] }
    let footnotes = Footnotes(of: ties + selection.nodes.map { [.node($0)] }, in: graph, language: language)
    let markers = footnotes.rows.map { $0.map(Footnotes.marker).joined() }
    for (index, marker) in zip(edges.indices, markers) where !marker.isEmpty {
      edges[index].label = edges[index].label?.marked(marker) ?? marker
    }
    for (index, marker) in zip(nodes.indices, markers.dropFirst(ties.count)) where !marker.isEmpty {
      nodes[index].label = nodes[index].label.marked(marker)
    }
    self.footnotes = footnotes.linesBySource
    guard var data = pageData else { return }
    data.footnotes = footnotes.lines
    for index in data.edges.indices { data.edges[index].notes = footnotes.rows[index] }
    for index in data.nodes.indices { data.nodes[index].notes = footnotes.rows[ties.count + index] }
    pageData = data
  }
}
