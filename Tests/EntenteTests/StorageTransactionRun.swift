@testable import Entente

/// Creates the rest of a naive graph in a transaction, and follows where each relationship goes.
final class TransactionRun {
  let transaction: GraphTransaction
  let naive: NaiveGraph
  let knownNodes: Int
  /// The id of each relationship of the naive graph, as a row in flight would hold it.
  private(set) var ids: [RelationshipID]
  private var complaints: [String] = []

  init(_ base: Graph, _ naive: NaiveGraph, knownNodes: Int, knownRelationships: Int) {
    transaction = GraphTransaction(on: base)
    self.naive = naive
    self.knownNodes = knownNodes
    let order = naive.prefix(nodes: knownNodes, relationships: knownRelationships).order
    ids = (0..<knownRelationships).map { index in
      RelationshipID(UInt32(order.firstIndex(of: index) ?? 0))
    }
  }

  /// Creates what is missing, all nodes first, and materializes after every so many creations.
  func createAll(materializingEvery step: Int) {
    var steps = 0
    func count() {
      steps += 1
      if steps % step == 0 { materialize() }
    }
    for (index, node) in naive.nodes.enumerated().dropFirst(knownNodes) {
      let id = transaction.createNode(labels: node.labels, properties: node.properties)
      if id != NodeID(UInt32(index)) { complaints.append("node \(index) was created as \(id)") }
      count()
    }
    for relationship in naive.relationships.dropFirst(ids.count) {
      ids.append(
        transaction.createRelationship(
          from: NodeID(UInt32(relationship.source)), to: NodeID(UInt32(relationship.target)),
          type: relationship.type, properties: relationship.properties))
      count()
    }
    checkOverlay()
    materialize()
  }

  func materialize() {
    let hadChanges = transaction.hasPendingChanges
    let before = transaction.current
    let (graph, renumbered) = transaction.materialize()
    if transaction.hasPendingChanges { complaints.append("changes are pending after materializing") }
    if !hadChanges && graph !== before { complaints.append("a new snapshot without changes") }
    if let renumbered { ids = ids.map { RelationshipID(renumbered.relationship($0.rawValue)) } }
  }

  /// What the transaction tells of each element must be what was created.
  private func checkOverlay() {
    for (index, node) in naive.nodes.enumerated() {
      let id = NodeID(UInt32(index))
      if transaction.labels(of: id) != NaiveGraph.distinct(node.labels) {
        complaints.append("labels of \(id)")
      }
      let stored = NaiveGraph.stored(node.properties)
      if Value.map(transaction.properties(of: id)).literal != stored.literal {
        complaints.append("node \(index)")
      }
      for (key, _) in node.properties
      where transaction.property(key, of: id).literal != (MapValue(node.properties)[key] ?? .null).literal {
        complaints.append("\(key) of node \(index)")
      }
    }
    for (relationship, id) in zip(naive.relationships, ids) {
      let properties = MapValue(relationship.properties)
      let isSame =
        transaction.type(of: id) == relationship.type
        && transaction.source(of: id).rawValue == relationship.source
        && transaction.target(of: id).rawValue == relationship.target
        && Value.map(transaction.properties(of: id)).literal
          == NaiveGraph.stored(relationship.properties).literal
        && relationship.properties.allSatisfy {
          transaction.property($0.0, of: id).literal == (properties[$0.0] ?? .null).literal
        }
      if !isSame { complaints.append("relationship \(id) of the overlay") }
    }
  }

  /// Every way in which the last snapshot differs from the naive graph.
  func differences() -> [String] {
    let graph = transaction.current
    var differences = complaints + naive.differences(from: graph)
    // Relationships between the same nodes keep their order, so the order of ids is that of the naive graph.
    let order = naive.order
    for (index, id) in ids.enumerated() where order.firstIndex(of: index) != Int(id.rawValue) {
      differences.append("relationship \(index) was followed to \(id)")
    }
    if let error = transaction.error { differences.append("\(error)") }
    return differences
  }
}
