public import Entente
import EntenteSyntax

/// The part of a graph that a diagram shows.
///
///     Diagram(graph, part: .around(alibaba, depth: 2))
///     Diagram(graph, part: .between(alibaba, stargate))
public enum GraphPart: Sendable, Hashable {
  case whole
  /// A node, what can be reached from it in so many steps along relationships of any direction, and the relationships
  /// that such a step can take.
  case around(NodeID, depth: Int)
  /// Some nodes and all relationships among them, and what surrounds them in so many steps, none included.
  case near(Set<NodeID>, depth: Int)
  /// All nodes on the shortest ways between two nodes, whatever the directions, and all relationships among them.
  case between(NodeID, NodeID)
}

/// What of a graph may be drawn at all: nodes without hidden labels, relationships of the types that are asked for.
struct DrawableGraph {
  let graph: Graph
  private let isHidden: [Bool]
  private let isAllowed: [Bool]
  /// The relationships of each node, a loop once.
  private let incident: [[RelationshipID]]

  /// - Parameter shown: nodes that are drawn whatever their labels.
  /// - Complexity: O(nodes + relationships)
  init(_ graph: Graph, options: DiagramOptions, shown: [NodeID] = []) {
    self.graph = graph
    let labels = (options.hiddenLabels ?? graph.facts.hiddenLabels).subtracting(options.includedLabels)
    let hidden = Set(labels.compactMap { graph.catalog.label(Text($0)) })
    var isHidden = (0..<UInt32(graph.nodeCount)).map {
      !graph.labels(of: NodeID($0)).allSatisfy { !hidden.contains($0) }
    }
    for node in shown where Int(node.rawValue) < isHidden.count { isHidden[Int(node.rawValue)] = false }
    var isAllowed: [Bool] = []
    var incident = [[RelationshipID]](repeating: [], count: graph.nodeCount)
    for raw in 0..<UInt32(graph.relationshipCount) {
      let relationship = RelationshipID(raw)
      let ends = [graph.source(of: relationship), graph.target(of: relationship)]
      let allowed =
        options.draws(type: String(graph.catalog.name(of: graph.type(of: relationship))))
        && ends.allSatisfy { !isHidden[Int($0.rawValue)] }
      isAllowed.append(allowed)
      if allowed { for end in Set(ends) { incident[Int(end.rawValue)].append(relationship) } }
    }
    (self.isHidden, self.isAllowed, self.incident) = (isHidden, isAllowed, incident)
  }

  /// In their order.
  var nodes: [NodeID] { isHidden.indices.lazy.filter { !isHidden[$0] }.map { NodeID(UInt32($0)) } }
  var relationships: [RelationshipID] {
    isAllowed.indices.lazy.filter { isAllowed[$0] }.map { RelationshipID(UInt32($0)) }
  }
  var hiddenNodes: [NodeID] { isHidden.indices.lazy.filter { isHidden[$0] }.map { NodeID(UInt32($0)) } }

  func relationships(of node: NodeID) -> [RelationshipID] { incident[Int(node.rawValue)] }

  func other(end node: NodeID, of relationship: RelationshipID) -> NodeID {
    let source = graph.source(of: relationship)
    return source == node ? graph.target(of: relationship) : source
  }

  /// The number of steps to each node that can be reached, by breadth-first search.
  func distances(from start: NodeID, upTo limit: Int = .max) -> [NodeID: Int] {
    distances(fromAny: [start], upTo: limit)
  }

  /// The same from the nearest of several.
  func distances(fromAny starts: Set<NodeID>, upTo limit: Int = .max) -> [NodeID: Int] {
    var queue = starts.filter { Int($0.rawValue) < graph.nodeCount }.sorted { $0.rawValue < $1.rawValue }
    var distances = Dictionary(uniqueKeysWithValues: queue.map { ($0, 0) })
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      guard let distance = distances[node], distance < limit else { continue }
      for relationship in relationships(of: node) {
        let other = other(end: node, of: relationship)
        if distances[other] == nil {
          distances[other] = distance + 1
          queue.append(other)
        }
      }
    }
    return distances
  }
}
