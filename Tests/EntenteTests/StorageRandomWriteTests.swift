import EntenteTestSupport
import Testing

@testable import Entente

/// Random sequences of creating, setting, labelling and deleting, compared with the same on plain arrays.
@Suite struct `Random writes` {
  @Test func `agree with plain arrays, materialized now and then`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    for round in 0..<40 {
      let naive = `Random graphs`.graph(nodes: Int.random(in: 1...12, using: &random), with: &random)
      var run = WriteRun(try naive.build(), naive)
      for _ in 0..<Int.random(in: 1...60, using: &random) { run.step(with: &random) }
      let differences = try run.finish()
      #expect(differences.isEmpty, "seed \(seed), round \(round): \(differences.prefix(5))")
    }
  }
}

/// A transaction and what it is to come to, step by step.
private struct WriteRun {
  private let transaction: GraphTransaction
  private let before: NaiveGraph
  /// What there is; nil is deleted.
  private var nodes: [NaiveGraph.Node?]
  private var relationships: [NaiveGraph.Relationship?]
  /// The id of each, as a row in flight holds it.
  private var nodeIDs: [NodeID]
  private var relationshipIDs: [RelationshipID]

  init(_ base: Graph, _ naive: NaiveGraph) {
    transaction = GraphTransaction(on: base)
    before = naive
    nodes = naive.nodes
    relationships = naive.relationships
    nodeIDs = naive.nodes.indices.map { NodeID(UInt32($0)) }
    let order = naive.order
    relationshipIDs = naive.relationships.indices.map { index in
      RelationshipID(UInt32(order.firstIndex(of: index) ?? 0))
    }
  }

  mutating func step(with random: inout SplitMix64) {
    let node = Int.random(in: 0..<nodes.count, using: &random)
    let key: Text = ["integer", "string", "mixed", "fresh"].randomElement(using: &random) ?? "fresh"
    let value = ([.null] + AwkwardValues.scalars).randomElement(using: &random) ?? .null
    let labels: [Text] = [["Actor"], ["Company", "New"], ["é"]].randomElement(using: &random) ?? []
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      nodeIDs.append(transaction.createNode(labels: labels, properties: [(key, value)]))
      nodes.append(NaiveGraph.Node(id: nil, labels: labels, properties: [(key, value)]))
    case 1, 2: createRelationship(from: node, to: Int.random(in: 0..<nodes.count, using: &random), key, value)
    case 3, 4:
      transaction.set(key, of: nodeIDs[node], to: value)
      nodes[node]?.properties.append((key, value))
    case 5:
      guard let relationship = relationships.indices.randomElement(using: &random) else { return }
      transaction.set(key, of: relationshipIDs[relationship], to: value)
      relationships[relationship]?.properties.append((key, value))
    case 6:
      transaction.addLabels(labels, to: nodeIDs[node])
      nodes[node]?.labels += labels
    case 7:
      transaction.removeLabels(labels, from: nodeIDs[node])
      nodes[node]?.labels.removeAll(where: labels.contains)
    case 8:
      if Bool.random(using: &random) { return materialize() }
      guard let relationship = relationships.indices.randomElement(using: &random) else { return }
      transaction.delete(relationshipIDs[relationship])
      relationships[relationship] = nil
    default:
      guard Int.random(in: 0..<3, using: &random) == 0 else { return }
      detachAndDelete(node)
    }
  }

  private mutating func createRelationship(from source: Int, to target: Int, _ key: Text, _ value: Value) {
    guard nodes[source] != nil, nodes[target] != nil else { return }
    let type: Text = ["T", "U"][source % 2]
    relationshipIDs.append(
      transaction.createRelationship(
        from: nodeIDs[source], to: nodeIDs[target], type: type, properties: [(key, value)]))
    relationships.append(
      NaiveGraph.Relationship(id: nil, source: source, target: target, type: type, properties: [(key, value)]))
  }

  private mutating func detachAndDelete(_ node: Int) {
    guard nodes[node] != nil else { return }
    for relationship in transaction.relationships(of: nodeIDs[node]) { transaction.delete(relationship) }
    transaction.delete(nodeIDs[node])
    nodes[node] = nil
    for index in relationships.indices
    where relationships[index]?.source == node || relationships[index]?.target == node {
      relationships[index] = nil
    }
  }

  private mutating func materialize() {
    guard let renumbered = transaction.materialize().renumbered else { return }
    nodeIDs = nodeIDs.map { NodeID(renumbered.node($0.rawValue)) }
    relationshipIDs = relationshipIDs.map { RelationshipID(renumbered.relationship($0.rawValue)) }
  }

  /// Every way in which the transaction differs from the arrays: the graph, the ids in flight, the side effects.
  mutating func finish() throws -> [String] {
    materialize()
    let graph = try transaction.commit().graph
    var after = NaiveGraph()
    var number: [Int: Int] = [:]
    var differences: [String] = []
    for (index, node) in nodes.enumerated() {
      guard let node else {
        if Int(nodeIDs[index].rawValue) < graph.nodeCount { differences.append("deleted node \(index) has an id") }
        continue
      }
      number[index] = after.nodes.count
      if nodeIDs[index].rawValue != UInt32(after.nodes.count) { differences.append("node \(index) went elsewhere") }
      after.nodes.append(node)
    }
    for case var relationship? in relationships {
      relationship.source = number[relationship.source] ?? -1
      relationship.target = number[relationship.target] ?? -1
      after.relationships.append(relationship)
    }
    // The names of types keep the order of the base, whatever is left of them.
    after.knownTypes = graph.catalog.types.map { graph.catalog.name(of: $0) }
    differences += after.differences(from: graph)
    differences += effects(after)
    return differences
  }

  /// Counts of the side effects against the arrays before and after.
  private func effects(_ after: NaiveGraph) -> [String] {
    let found = transaction.sideEffects
    func labels(_ nodes: [NaiveGraph.Node]) -> Set<Text> { Set(nodes.flatMap(\.labels)) }
    func count(_ properties: [(Text, Value)]) -> Int {
      if case .map(let map) = NaiveGraph.stored(properties) { map.entries.count } else { 0 }
    }
    func total(_ graph: NaiveGraph) -> Int {
      graph.nodes.reduce(0) { $0 + count($1.properties) } + graph.relationships.reduce(0) { $0 + count($1.properties) }
    }
    let added = labels(after.nodes).subtracting(labels(before.nodes)).count
    let removed = labels(before.nodes).subtracting(labels(after.nodes)).count
    let facts: [(String, Int, Int)] = [
      ("nodes", found.nodesCreated - found.nodesDeleted, after.nodes.count - before.nodes.count),
      ("deleted nodes", found.nodesDeleted, nodes.prefix(before.nodes.count).count { $0 == nil }),
      (
        "relationships", found.relationshipsCreated - found.relationshipsDeleted,
        after.relationships.count - before.relationships.count
      ),
      ("properties", found.propertiesSet - found.propertiesRemoved, total(after) - total(before)),
      ("added labels", found.labelsAdded, added), ("removed labels", found.labelsRemoved, removed),
    ]
    return facts.filter { $0.1 != $0.2 }.map { "\($0.0): \($0.1) reported, \($0.2) in fact" }
  }
}
