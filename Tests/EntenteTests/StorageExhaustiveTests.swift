import Testing

@testable import Entente

@Suite struct `All small graphs` {
  /// All graphs of up to three nodes and up to three relationships of two types, in ascending and in descending order
  /// of adding. Labels, properties and the undirected bit vary with the place.
  static let all: [NaiveGraph] = (0...3).flatMap { nodeCount -> [NaiveGraph] in
    let nodes = (0..<nodeCount).map { index in
      NaiveGraph.Node(
        id: index == 1 ? "one" : nil, labels: [[], ["A"], ["A", "B"]][index],
        properties: index == 2 ? [] : [("k", .integer(Int64(index)))])
    }
    let choices = (0..<nodeCount).flatMap { source in
      (0..<nodeCount).flatMap { target in
        (["T", "U"] as [Text]).map { NaiveGraph.Relationship(source: source, target: target, type: $0) }
      }
    }
    var lists: [[Int]] = [[]]
    var longest: [[Int]] = [[]]
    for _ in 0..<3 {
      longest = longest.flatMap { list in ((list.last ?? 0)..<choices.count).map { list + [$0] } }
      lists += longest
    }
    return (lists + lists.map { $0.reversed() }).map { list in
      let relationships = list.enumerated().map { place, choice in
        var relationship = choices[choice]
        relationship.isUndirected = place == 1
        relationship.id = place == 2 ? "edge" : nil
        relationship.properties = place == 0 ? [] : [("k", .string("\(place)"))]
        return relationship
      }
      return NaiveGraph(nodes: nodes, relationships: relationships)
    }
  }

  @Test func `are built as they were described`() throws {
    #expect(Self.all.count > 2_000)
    for naive in Self.all {
      let differences = try naive.differences(from: naive.build())
      #expect(differences.isEmpty, "\(naive): \(differences)")
    }
  }

  @Test func `come out of a transaction as they come out of a builder`() throws {
    for (place, var naive) in Self.all.enumerated() {
      for index in naive.nodes.indices { naive.nodes[index].id = nil }
      for index in naive.relationships.indices {
        naive.relationships[index].id = nil
        naive.relationships[index].isUndirected = false
      }
      // In one step after the first node, or materialized after each creation.
      let known = min(1, naive.nodes.count)
      let base = try naive.prefix(nodes: known, relationships: 0).build()
      let run = TransactionRun(base, naive, knownNodes: known, knownRelationships: 0)
      run.createAll(materializingEvery: place % 2 == 0 ? 1 : .max)
      let differences = run.differences()
      #expect(differences.isEmpty, "\(naive): \(differences)")
    }
  }
}
