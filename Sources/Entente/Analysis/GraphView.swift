import EntenteSyntax

/// A part of a graph as an analysis sees it: nodes numbered from 0, and their neighbours in both directions.
///
///     let view = try graph.view(projection)
///     for (index, rank) in try view.pageRank().enumerated() { print(view.node(at: index), rank) }
///
/// Measures give one value a node, in the order of the view, which is that of the graph. An undirected relationship
/// stands in the rows of both its nodes, a relationship of a node with itself stands once in its row, and in a view
/// that is undirected `incoming` is `outgoing`. Made by ``Graph/view(_:monitor:)``.
public struct GraphView: Sendable {
  public let graph: Graph
  /// Whether a relationship can lead one way only.
  public let isDirected: Bool
  public let nodeCount: Int
  /// The number of relationships, parallel ones as the projection has them.
  public let relationshipCount: Int

  let outgoing: AdjacencyRows
  let incoming: AdjacencyRows
  /// By node of the view; nil where the view has all nodes.
  let nodeIDs: FlatBuffer<UInt32>?
  /// What the view holds of the monitor's budget, given back with the last copy of the view.
  let memory: MemoryReservation

  /// The node of the graph behind a node of the view.
  ///
  /// - Complexity: O(1)
  @inline(__always)
  public func node(at index: Int) -> NodeID {
    NodeID(nodeIDs.map { $0[index] } ?? UInt32(truncatingIfNeeded: index))
  }

  /// The node of the view for a node of the graph; nil for one that the view leaves out.
  ///
  /// - Complexity: O(log *nodes*), or O(1) where the view has all nodes.
  public func index(of node: NodeID) -> Int? {
    guard let nodeIDs else { return Int(node.rawValue) < nodeCount ? Int(node.rawValue) : nil }
    let index = nodeIDs.lowerBound(of: node.rawValue, in: 0..<nodeCount)
    return index < nodeCount && nodeIDs[index] == node.rawValue ? index : nil
  }

  /// The node of the view for a node of the graph.
  ///
  /// - Throws: an error for one that the view leaves out.
  func requiredIndex(of node: NodeID) throws(QueryError) -> Int {
    if let index = index(of: node) { return index }
    let isKnown = Int(node.rawValue) < graph.nodeCount
    throw .nodeNotInView(isKnown ? graph.elementID(of: node) : Text("\(node.rawValue)"))
  }

  /// Whether relationships have weights of their own.
  public var isWeighted: Bool { outgoing.weights != nil }
}

extension GraphView {
  /// What is wrong with the structure of this view, in sentences: nothing, unless it was badly made.
  ///
  /// - Complexity: O(nodes + relationships · log *degree*)
  func checkInvariants() -> [String] {
    var violations: [String] = []
    for (name, rows, others) in [("outgoing", outgoing, incoming), ("incoming", incoming, outgoing)] {
      if rows.nodeCount != nodeCount || rows.offsets.last != rows.count || rows.offsets.first != 0 {
        return ["The \(name) rows are not those of \(nodeCount) nodes."]
      }
      if rows.relationships.count != rows.count || (rows.weights?.count ?? rows.count) != rows.count {
        return ["The \(name) rows have arrays of different lengths."]
      }
      for node in 0..<nodeCount {
        let places = rows.places(of: node)
        if places.upperBound < places.lowerBound { return ["The \(name) offsets descend at \(node)."] }
        for place in places {
          let neighbour = rows.neighbours[place]
          if Int(neighbour) >= nodeCount { return ["The \(name) neighbour \(neighbour) is no node."] }
          if place > places.lowerBound,
            (neighbour, rows.relationships[place]) <= (rows.neighbours[place - 1], rows.relationships[place - 1])
          {
            violations.append("The \(name) neighbours of \(node) do not ascend.")
          }
          if !others.connects(Int(neighbour), to: UInt32(node)) {
            violations.append("\(neighbour) is \(name) to \(node), but not the other way.")
          }
        }
      }
    }
    if let nodeIDs {
      for index in 0..<nodeCount where index > 0 && nodeIDs[index - 1] >= nodeIDs[index] {
        violations.append("The nodes of the graph do not ascend at \(index).")
      }
    }
    return violations
  }
}
