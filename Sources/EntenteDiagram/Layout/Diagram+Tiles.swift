import EntenteDrawing

extension Diagram {
  /// Makes a drawing one of tiles: without lines, all nodes boxes, each with its kind below its name where several kinds
  /// are drawn and no box around it says so: what is told by shape elsewhere is told in words.
  func makeTiles(of drawing: inout Drawing) {
    drawing.edges = []
    let hasKinds = Set(nodes.map(\.kind.name)).count > 1
    var boxed: Set<Int> = []
    for cluster in clusters {
      for index in cluster.nodes where nodes.indices.contains(index) {
        if cluster.label == nodes[index].kind.name { boxed.insert(index) }
      }
    }
    for (index, node) in nodes.enumerated() {
      drawing.nodes[index].makeTile()
      var rows = [[RichLabel.Cell([RichLabel.Run(node.label)])]]
      if hasKinds, !boxed.contains(index), !node.kind.name.isEmpty {
        rows.append([RichLabel.Cell([RichLabel.Run(node.kind.name, size: 9)])])
      }
      drawing.nodes[index][.label] = .rich(RichLabel(rows: rows))
    }
  }
}

extension Attributes {
  /// The looks that all tiles share, whatever their kind.
  mutating func makeTile() {
    merge([.shape: "box", .peripheries: 1])
    guard case .text(let style)? = self[.style] else { return }
    let words = style.split(separator: ",").filter { $0 != "rounded" }
    self[.style] = .text(words.isEmpty ? "filled" : words.joined(separator: ","))
  }
}
