/// What makes a picture hard to read, found in the SVG itself: things that lie on one another.
enum Legibility {
  /// A sentence for each fault; empty where every node and every label stands free.
  static func faults(in picture: DrawnPicture) -> [String] {
    let nodes = (picture.nodes + picture.legend).filter { !$0.shape.isEmpty }
    let labels = picture.edges.filter { !$0.label.isEmpty }
    var faults: [String] = []
    for (index, node) in nodes.enumerated() {
      for other in nodes[(index + 1)...] where node.shape.overlaps(other.shape) {
        faults.append("the nodes \(node.id) and \(other.id) overlap")
      }
      for edge in labels where node.shape.overlaps(edge.label) {
        faults.append("the words of \(edge.id) lie on the node \(node.id)")
      }
    }
    for (index, edge) in labels.enumerated() {
      for other in labels[(index + 1)...] where edge.label.overlaps(other.label) {
        faults.append("the words of \(edge.id) and of \(other.id) overlap")
      }
    }
    return faults
  }

  /// A sentence for each line that goes through a node at which it does not end.
  static func crossedNodes(in picture: DrawnPicture) -> [String] {
    picture.edges.flatMap { edge in
      // Lines end at the rim of their nodes, or an arrowhead before it.
      let ends = [edge.line.first, edge.line.last].compactMap { $0 }
      return picture.nodes.filter { node in
        let isEnd = ends.contains { node.shape.grown(by: 12).contains($0.x, $0.y) }
        return !isEnd && edge.line.contains { node.shape.contains($0.x, $0.y) }
      }
      .map { "the line \(edge.id) goes through the node \($0.id)" }
    }
  }
}
