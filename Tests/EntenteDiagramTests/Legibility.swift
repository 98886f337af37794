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
}
