import CGraphviz
import EntenteDrawing

/// A graph of Graphviz, built through its programming interface, never by printing and parsing text.
///
/// Names are generated (`n0`, `e0`, `cluster0`): a name from outside could be taken for something else.
struct GraphvizGraph: ~Copyable {
  let pointer: OpaquePointer
  private(set) var nodes: [OpaquePointer] = []
  private(set) var edges: [OpaquePointer] = []
  private(set) var clusters: [OpaquePointer] = []

  /// An empty graph; nil when there is no memory.
  init?() {
    guard let pointer = cgv_graph_open("drawing") else { return nil }
    self.pointer = pointer
  }

  deinit { cgv_graph_close(pointer) }

  /// Adds all of a drawing; false when there is no memory.
  mutating func add(_ drawing: Drawing) -> Bool {
    for (name, value) in drawing.graphAttributes.allowed { Self.setGraph(pointer, name, value) }
    // A shape that one node sets must have a default for the others.
    cgv_set_node_default(pointer, "shape", "ellipse")
    cgv_set_node_default(pointer, "label", "")
    for (name, value) in drawing.nodeDefaults.allowed {
      if case .plain(let text) = value { cgv_set_node_default(pointer, name, text) }
    }
    for (name, value) in drawing.edgeDefaults.allowed {
      if case .plain(let text) = value { cgv_set_edge_default(pointer, name, text) }
    }
    return addNodes(of: drawing) && addEdges(of: drawing) && addClusters(of: drawing)
  }

  private mutating func addNodes(of drawing: Drawing) -> Bool {
    for (index, attributes) in drawing.nodes.enumerated() {
      guard let node = addNode("n\(index)", attributes) else { return false }
      nodes.append(node)
    }
    return true
  }

  private mutating func addEdges(of drawing: Drawing) -> Bool {
    for (index, item) in drawing.edges.enumerated() {
      guard let edge = addEdge("e\(index)", from: nodes[item.tail], to: nodes[item.head], item.attributes) else {
        return false
      }
      edges.append(edge)
    }
    return true
  }

  private mutating func addClusters(of drawing: Drawing) -> Bool {
    for (index, item) in drawing.clusters.enumerated() {
      guard let cluster = cgv_cluster_add(pointer, "cluster\(index)") else { return false }
      for node in item.nodes where cgv_cluster_add_node(cluster, nodes[node]) != 0 { return false }
      for (name, value) in item.attributes.allowed { Self.setGraph(cluster, name, value) }
      clusters.append(cluster)
    }
    return true
  }

  /// Forgets the clusters at some places.
  mutating func removeClusters(at places: [Int]) {
    for place in places.sorted(by: >) { cgv_cluster_remove(pointer, clusters.remove(at: place)) }
  }

  /// Adds a node that is no part of ``nodes``.
  func addNode(_ name: String, _ attributes: Attributes) -> OpaquePointer? {
    guard let node = cgv_node_add(pointer, name) else { return nil }
    for (name, value) in attributes.allowed {
      switch value {
      case .plain(let text): cgv_set_node_text(node, name, text)
      case .html(let html): cgv_set_node_html(node, name, html)
      }
    }
    return node
  }

  /// Adds an edge that is no part of ``edges``.
  func addEdge(
    _ name: String, from tail: OpaquePointer, to head: OpaquePointer, _ attributes: Attributes
  ) -> OpaquePointer? {
    guard let edge = cgv_edge_add(pointer, tail, head, name) else { return nil }
    for (name, value) in attributes.allowed {
      switch value {
      case .plain(let text): cgv_set_edge_text(edge, name, text)
      case .html(let html): cgv_set_edge_html(edge, name, html)
      }
    }
    return edge
  }

  /// Gives an edge the words that its attributes have.
  func setLabel(of edge: OpaquePointer, _ attributes: Attributes) {
    for (name, value) in attributes.allowed where name == Attribute.label.name {
      switch value {
      case .plain(let text): cgv_set_edge_text(edge, name, text)
      case .html(let html): cgv_set_edge_html(edge, name, html)
      }
    }
  }

  private static func setGraph(_ graph: OpaquePointer, _ name: String, _ value: GraphvizValue) {
    switch value {
    case .plain(let text): cgv_set_graph_text(graph, name, text)
    case .html(let html): cgv_set_graph_html(graph, name, html)
    }
  }
}

extension Attributes {
  /// The attributes as Graphviz takes them, without what their rules refuse.
  fileprivate var allowed: [(name: String, value: GraphvizValue)] {
    entries.compactMap { entry in
      entry.attribute.graphvizValue(of: entry.value).map { (entry.attribute.name, $0) }
    }
  }
}
