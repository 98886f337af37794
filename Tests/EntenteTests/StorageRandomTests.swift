import EntenteTestSupport
import Testing

@testable import Entente

@Suite struct `Random graphs` {
  @Test func `agree with plain arrays, built at once or by transactions`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    for round in 0..<30 {
      let naive = Self.graph(nodes: Int.random(in: 1...24, using: &random), with: &random)
      let differences = try naive.differences(from: naive.build())
      #expect(differences.isEmpty, "seed \(seed), round \(round): \(differences)")

      let nodes = Int.random(in: 0...naive.nodes.count, using: &random)
      let relationships = naive.relationships.prefix { $0.source < nodes && $0.target < nodes }.count
      var partly = naive
      // A transaction gives no ids of a file, and the undirected bit to symmetric types.
      for index in partly.nodes.indices.dropFirst(nodes) { partly.nodes[index].id = nil }
      for index in partly.relationships.indices.dropFirst(relationships) {
        partly.relationships[index].id = nil
        partly.relationships[index].isUndirected = ["PARTNERS_WITH", "RIVALS"].contains(
          partly.relationships[index].type)
      }
      let base = try partly.prefix(nodes: nodes, relationships: relationships).build()
      let run = TransactionRun(base, partly, knownNodes: nodes, knownRelationships: relationships)
      run.createAll(materializingEvery: Int.random(in: 1...20, using: &random))
      let runDifferences = run.differences()
      #expect(runDifferences.isEmpty, "seed \(seed), round \(round), transaction: \(runDifferences)")
    }
  }

  static func graph(nodes nodeCount: Int, with random: inout SplitMix64) -> NaiveGraph {
    var naive = NaiveGraph()
    let labels: [Text] = ["Actor", "Company", "Country", "é", "e\u{301}", ""]
    let types: [Text] = ["PARTNERS_WITH", "RIVALS", "T", "t"]
    // Long runs of one label set as well as single nodes: ranges and bitmaps.
    var current: [Text] = []
    for index in 0..<nodeCount {
      if Int.random(in: 0..<4, using: &random) == 0 {
        current = labels.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)).map { $0 }
        if Bool.random(using: &random), let first = current.first { current.append(first) }
      }
      naive.nodes.append(
        NaiveGraph.Node(
          id: Bool.random(using: &random) ? Text("id\(index % 17)") : nil, labels: current,
          properties: properties(with: &random)))
    }
    let reach = Int.random(in: 1...nodeCount, using: &random)
    for index in 0..<Int.random(in: 0...(3 * nodeCount), using: &random) {
      naive.relationships.append(
        NaiveGraph.Relationship(
          id: Int.random(in: 0..<5, using: &random) == 0 ? Text("edge\(index)") : nil,
          source: Int.random(in: 0..<reach, using: &random),
          target: Int.random(in: 0..<nodeCount, using: &random),
          type: types.randomElement(using: &random) ?? "T",
          isUndirected: Bool.random(using: &random), properties: properties(with: &random)))
    }
    return naive
  }

  static func properties(with random: inout SplitMix64) -> [(Text, Value)] {
    var properties: [(Text, Value)] = []
    func maybe(_ key: Text, _ value: Value) {
      if Int.random(in: 0..<3, using: &random) == 0 { properties.append((key, value)) }
    }
    maybe("integer", .integer(Int64.random(in: -3...3, using: &random)))
    maybe("float", .float([-0.0, 0, 1.5, .nan, .infinity].randomElement(using: &random) ?? 0))
    maybe("boolean", .boolean(.random(using: &random)))
    maybe(
      "string",
      .string(
        ["", "a", "b", "é", "e\u{301}", "a longer text of many bytes"].randomElement(using: &random) ?? ""))
    maybe("mixed", AwkwardValues.scalars.randomElement(using: &random) ?? .null)
    maybe("list", .list([.integer(1), .null]))
    if Int.random(in: 0..<20, using: &random) == 0 { properties.append(("rare", .integer(7))) }
    // The same key again: the last one counts, also when it is null.
    if let first = properties.first, Int.random(in: 0..<5, using: &random) == 0 {
      properties.append((first.0, Bool.random(using: &random) ? .null : .integer(0)))
    }
    return properties
  }
}
