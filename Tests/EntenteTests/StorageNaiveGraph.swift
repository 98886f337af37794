import Testing

@testable import Entente

/// A property graph as plain arrays, in order of adding: what the storage must agree with.
struct NaiveGraph {
  struct Node {
    var id: Text?
    var labels: [Text] = []
    var properties: [(Text, Value)] = []
  }

  struct Relationship {
    var id: Text?
    var source: Int
    var target: Int
    var type: Text
    var isUndirected = false
    var properties: [(Text, Value)] = []
  }

  var nodes: [Node] = []
  var relationships: [Relationship] = []
  /// Types that come first in the order of ids, whether there are relationships of them or not.
  var knownTypes: [Text] = []

  /// The graph of the first nodes and relationships.
  func prefix(nodes nodeCount: Int, relationships relationshipCount: Int) -> NaiveGraph {
    NaiveGraph(
      nodes: Array(nodes.prefix(nodeCount)), relationships: Array(relationships.prefix(relationshipCount)))
  }

  func build() throws -> Graph {
    var builder = GraphBuilder()
    for node in nodes { _ = builder.addNode(id: node.id, labels: node.labels, properties: node.properties) }
    for relationship in relationships {
      builder.addRelationship(
        id: relationship.id, from: NodeID(UInt32(relationship.source)),
        to: NodeID(UInt32(relationship.target)),
        type: relationship.type, undirected: relationship.isUndirected, properties: relationship.properties)
    }
    return try builder.build()
  }

  /// The indices of the relationships in the order of their ids: by type, source, target, order of adding.
  var order: [Int] {
    var types = knownTypes
    for relationship in relationships where !types.contains(relationship.type) {
      types.append(relationship.type)
    }
    func key(_ index: Int) -> (Int, Int, Int, Int) {
      let relationship = relationships[index]
      return (
        types.firstIndex(of: relationship.type) ?? 0, relationship.source, relationship.target, index
      )
    }
    return relationships.indices.sorted { key($0) < key($1) }
  }

  static func stored(_ properties: [(Text, Value)]) -> Value {
    .map(MapValue(MapValue(properties).entries.filter { !$0.value.isNull }.map { ($0.key, $0.value) }))
  }

  static func distinct(_ labels: [Text]) -> [Text] {
    var distinct: [Text] = []
    for label in labels where !distinct.contains(label) { distinct.append(label) }
    return distinct
  }

  /// Every way in which a graph differs from this one, or is unsound in itself.
  func differences(from graph: Graph) -> [String] {
    var differences = graph.checkInvariants()
    func expect(_ condition: Bool, _ what: @autoclosure () -> String) {
      if !condition { differences.append(what()) }
    }
    func same(_ left: Value, _ right: Value) -> Bool { left.literal == right.literal }

    expect(graph.nodeCount == nodes.count, "node count")
    expect(graph.relationshipCount == relationships.count, "relationship count")
    guard differences.isEmpty else { return differences }
    for (index, node) in nodes.enumerated() {
      let id = NodeID(UInt32(index))
      let labels = Self.distinct(node.labels)
      expect(graph.labels(of: id).map { graph.catalog.name(of: $0) } == labels, "labels of node \(index)")
      for label in graph.catalog.labels {
        expect(
          graph.hasLabel(id, label) == labels.contains(graph.catalog.name(of: label)), "label of \(index)")
      }
      let properties = Self.stored(node.properties)
      expect(same(.map(graph.properties(of: id)), properties), "properties of node \(index)")
      for key in graph.catalog.keys {
        let isNull = graph.property(key, of: id).isNull
        expect(isNull == !graph.propertyKeys(of: id).contains(key), "keys of node \(index)")
        expect(graph.nodeColumn(key)?.isNull(at: id.rawValue) ?? true == isNull, "column at node \(index)")
      }
      expect(graph.fileID(of: id) == node.id, "file id of node \(index)")
      expect(graph.elementID(of: id) == node.id ?? Text("n:\(index)"), "element id of node \(index)")
      if let text = node.id {
        let first = nodes.firstIndex { $0.id == text }.map { NodeID(UInt32($0)) }
        expect(graph.node(withFileID: text) == first, "node with file id \(text)")
      }
    }
    for (id, index) in order.enumerated() {
      let relationship = relationships[index]
      let id = RelationshipID(UInt32(id))
      expect(graph.catalog.name(of: graph.type(of: id)) == relationship.type, "type of \(id)")
      expect(graph.source(of: id) == NodeID(UInt32(relationship.source)), "source of \(id)")
      expect(graph.target(of: id) == NodeID(UInt32(relationship.target)), "target of \(id)")
      expect(graph.isUndirected(id) == relationship.isUndirected, "direction of \(id)")
      expect(
        same(.map(graph.properties(of: id)), Self.stored(relationship.properties)), "properties of \(id)")
      expect(graph.fileID(of: id) == relationship.id, "file id of \(id)")
      expect(graph.elementID(of: id) == relationship.id ?? Text("e:\(id.rawValue)"), "element id of \(id)")
    }
    differences += differencesOfRows(from: graph)
    differences += differencesOfStatistics(from: graph)
    return differences
  }

  private func differencesOfRows(from graph: Graph) -> [String] {
    var differences: [String] = []
    let sorted = order.map { relationships[$0] }
    for type in graph.catalog.types {
      let adjacency = graph.adjacency(type)
      let name = graph.catalog.name(of: type)
      for node in nodes.indices {
        let id = NodeID(UInt32(node))
        let out = adjacency.outgoing(id).map {
          (adjacency.outgoingRelationship(at: $0).rawValue, adjacency.target(at: $0).rawValue)
        }
        let expectedOut = sorted.indices.filter { sorted[$0].type == name && sorted[$0].source == node }
          .map { (UInt32($0), UInt32(sorted[$0].target)) }
        if !out.elementsEqual(expectedOut, by: ==) { differences.append("outgoing \(name) of \(node)") }
        let into = adjacency.incoming(id).map {
          (adjacency.incomingRelationship(at: $0).rawValue, adjacency.source(at: $0).rawValue)
        }
        let expectedInto = sorted.indices.filter { sorted[$0].type == name && sorted[$0].target == node }
          .map { (UInt32($0), UInt32(sorted[$0].source)) }
        if !into.elementsEqual(expectedInto, by: ==) { differences.append("incoming \(name) of \(node)") }
        for other in nodes.indices {
          let to = NodeID(UInt32(other))
          let between = sorted.indices.filter {
            let relationship = sorted[$0]
            return relationship.type == name
              && ((relationship.source, relationship.target) == (node, other)
                || (relationship.source, relationship.target) == (other, node))
          }
          if graph.relationships(between: id, and: to, type: type).map({ Int($0.rawValue) }) != between {
            differences.append("\(name) between \(node) and \(other)")
          }
          let directed = between.contains { sorted[$0].source == node && sorted[$0].target == other }
          if graph.hasRelationship(from: id, to: to, type: type) != directed {
            differences.append("\(name) from \(node) to \(other)")
          }
        }
      }
    }
    return differences
  }

  private func differencesOfStatistics(from graph: Graph) -> [String] {
    var differences: [String] = []
    let catalog = graph.catalog
    let labels = catalog.labels.map(Optional.some) + [nil]
    for label in catalog.labels {
      let count = nodes.count { $0.labels.contains(catalog.name(of: label)) }
      if graph.statistics.nodeCount(label) != count || graph.nodes(with: label).count != count {
        differences.append("count of label \(catalog.name(of: label))")
      }
    }
    for type in catalog.types.map(Optional.some) + [nil] {
      for from in labels {
        for to in labels {
          let count = relationships.count { relationship in
            (type.map { catalog.name(of: $0) == relationship.type } ?? true)
              && (from.map { nodes[relationship.source].labels.contains(catalog.name(of: $0)) } ?? true)
              && (to.map { nodes[relationship.target].labels.contains(catalog.name(of: $0)) } ?? true)
          }
          if graph.statistics.relationshipCount(from: from, type, to: to) != count {
            differences.append("count of (\(from as Any))-[\(type as Any)]->(\(to as Any))")
          }
        }
      }
    }
    for key in catalog.keys {
      let name = catalog.name(of: key)
      let values = nodes.compactMap { MapValue($0.properties)[name] }.filter { !$0.isNull }
      if graph.statistics.distinctValues(key) != Set(values.map(EquivalenceKey.init)).count {
        differences.append("distinct values of \(name)")
      }
    }
    return differences
  }
}
