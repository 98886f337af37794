import Entente

extension GraphReader {
  /// The boxes that nodes stand in, in the order in which they are met; boxes are told by the kind of a node, or by
  /// the value of a property.
  func clusters(
    of nodes: [NodeID], kinds: [Diagram.NodeKind], by clustering: DiagramOptions.Clustering?, groups: [NodeID: String]
  ) -> [Diagram.Cluster] {
    guard let clustering else { return [] }
    var clusters: [Diagram.Cluster] = []
    var places: [String: Int] = [:]
    for (index, node) in nodes.enumerated() {
      let name: String? =
        switch clustering {
        case .label: kinds[index].name
        case .column: groups[node]
        case .key(let key):
          (property("\(key)@\(language)", of: node) ?? property(key, of: node)).flatMap(text(of:))
        }
      guard let name else { continue }
      if let place = places[name] {
        clusters[place].nodes.append(index)
      } else {
        places[name] = clusters.count
        clusters.append(Diagram.Cluster(id: name, label: name, nodes: [index]))
      }
    }
    return clusters
  }
}
