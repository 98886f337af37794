import EntenteSyntax

/// Finds the matches of a MERGE in a snapshot and in what the statement has written since.
///
/// The search begins at a bound node, else at the node with the most to look for, by an index; it walks the path to
/// the right end and then to the left, from a node to its relationships or, between two known nodes, to those they
/// have in common.
final class MergeSearch {
  /// What one row asks for; by node, or by relationship.
  struct Wanted {
    var nodeProperties: [[(Text, Value)]] = []
    var boundNodes: [NodeID?] = []
    var relationshipProperties: [[(Text, Value)]] = []
  }

  struct Match {
    /// By node of the merge.
    var nodes: [NodeID]
    var relationships: [RelationshipID]
  }

  private struct Walk {
    let wanted: Wanted
    let transaction: GraphTransaction
    var nodes: [NodeID?]
    var relationships: [RelationshipID?]
    var matches: [Match] = []
  }

  private let merge: BoundMerge
  private let context: ExecutionContext
  /// The position on the path where the search begins.
  private let start: Int
  /// The relationships in the order of the walk, and whether each is walked from its left.
  private let hops: [(relationship: Int, fromLeft: Bool)]
  private let index: NodeIndex

  init(_ merge: BoundMerge, _ context: ExecutionContext) {
    self.merge = merge
    self.context = context
    func promise(_ step: Int) -> Int {
      let node = merge.nodes[merge.steps[step]]
      return node.isBound ? 3 : !node.properties.isEmpty ? 2 : !node.labels.isEmpty ? 1 : 0
    }
    let start = merge.steps.indices.max { promise($0) < promise($1) } ?? 0
    self.start = start
    hops =
      (start..<merge.relationships.count).map { ($0, true) } + (0..<start).reversed().map { ($0, false) }
    let first = merge.nodes[merge.steps[start]]
    index = NodeIndex(label: first.labels.first, keys: first.properties.map(\.key), context)
  }

  func matches(_ wanted: Wanted, in transaction: GraphTransaction) throws(QueryError) -> [Match] {
    var walk = Walk(
      wanted: wanted, transaction: transaction, nodes: wanted.boundNodes,
      relationships: Array(repeating: nil, count: merge.relationships.count))
    let first = merge.steps[start]
    if wanted.boundNodes[first] != nil {
      try advance(&walk, hop: 0)
      return walk.matches
    }
    for candidate in index.nodes(wanted.nodeProperties[first].map(\.1), in: transaction) {
      guard fits(candidate, first, walk) else { continue }
      walk.nodes[first] = candidate
      try advance(&walk, hop: 0)
    }
    return walk.matches
  }

  private func advance(_ walk: inout Walk, hop place: Int) throws(QueryError) {
    guard place < hops.count else {
      walk.matches.append(
        Match(nodes: walk.nodes.compactMap(\.self), relationships: walk.relationships.compactMap(\.self)))
      return
    }
    context.monitor.note(work: 1)
    try context.monitor.check()
    let (index, fromLeft) = hops[place]
    let relationship = merge.relationships[index]
    let from = merge.steps[fromLeft ? index : index + 1]
    let to = merge.steps[fromLeft ? index + 1 : index]
    guard let here = walk.nodes[from] else { return }
    let known = walk.nodes[to]
    let direction = fromLeft ? relationship.direction : relationship.direction.opposite
    for (id, there) in walk.transaction.relationships(of: here, relationship.type, direction, to: known) {
      guard !walk.relationships.contains(id) else { continue }
      guard hold(walk.wanted.relationshipProperties[index], { walk.transaction.property($0, of: id) }) else { continue }
      if known == nil, !fits(there, to, walk) { continue }
      walk.nodes[to] = there
      walk.relationships[index] = id
      try advance(&walk, hop: place + 1)
      walk.relationships[index] = nil
      walk.nodes[to] = known
    }
  }

  private func fits(_ node: NodeID, _ index: Int, _ walk: Walk) -> Bool {
    guard !walk.transaction.isDeleted(node) else { return false }
    let labels = merge.nodes[index].labels
    if !labels.isEmpty {
      let found = walk.transaction.labels(of: node)
      guard labels.allSatisfy(found.contains) else { return false }
    }
    return hold(walk.wanted.nodeProperties[index]) { context.property($0, of: node) }
  }

  private func hold(_ properties: [(Text, Value)], _ stored: (Text) -> Value) -> Bool {
    properties.allSatisfy { Value.equals(stored($0), $1) == true }
  }
}

extension RelationshipPattern.Direction {
  /// As seen from the other end.
  fileprivate var opposite: RelationshipPattern.Direction {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .either: .either
    }
  }
}

extension GraphTransaction {
  /// The relationships of a type that lead from a node in a direction, to any node or to one, with their other ends.
  ///
  /// - Complexity: O(log degree) and the smaller number of pending ones where `to` is given, else O(degree).
  fileprivate func relationships(
    of node: NodeID, _ type: Text, _ direction: RelationshipPattern.Direction, to other: NodeID?
  ) -> [(RelationshipID, NodeID)] {
    var found: [(RelationshipID, NodeID)] = []
    if let type = current.catalog.type(type) {
      let adjacency = current.adjacency(type)
      if direction != .incoming {
        for position in other.map({ adjacency.outgoing(node, to: $0) }) ?? adjacency.outgoing(node) {
          found.append((adjacency.outgoingRelationship(at: position), adjacency.target(at: position)))
        }
      }
      if direction != .outgoing {
        let skipsLoops = direction == .either
        if let other {
          for position in adjacency.outgoing(other, to: node) where !(skipsLoops && other == node) {
            found.append((adjacency.outgoingRelationship(at: position), other))
          }
        } else {
          for position in adjacency.incoming(node) {
            let source = adjacency.source(at: position)
            if !(skipsLoops && source == node) { found.append((adjacency.incomingRelationship(at: position), source)) }
          }
        }
      }
    }
    let mine = pendingAdjacency[node.rawValue] ?? []
    let theirs = other.map { pendingAdjacency[$0.rawValue] ?? [] }
    var last: UInt32?
    for index in theirs.map({ $0.count < mine.count ? $0 : mine }) ?? mine where index != last {
      last = index
      let pending = pendingRelationships[Int(index)]
      guard pending.type == type else { continue }
      let id = RelationshipID(UInt32(current.relationshipCount) + index)
      func leads(_ from: NodeID, _ to: NodeID) -> Bool { from == node && (other == nil || other == to) }
      if direction != .incoming, leads(pending.source, pending.target) {
        found.append((id, pending.target))
      } else if direction != .outgoing, leads(pending.target, pending.source) {
        found.append((id, pending.source))
      }
    }
    return deletedRelationships.isEmpty ? found : found.filter { !deletedRelationships.contains($0.0.rawValue) }
  }
}
