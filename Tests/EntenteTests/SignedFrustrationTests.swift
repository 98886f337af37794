import Entente
import EntenteSyntax
import EntenteTestSupport
import Testing

/// The frustration index, its proof, and what all best splits agree on.
struct SignedFrustrationTests {
  @Test(arguments: 0...5)
  func `all signed graphs up to five nodes are as by brute force`(nodes: Int) {
    var count = 0
    SignedCase.forEach(nodes: nodes) { graph in
      count += 1
      let weak = nodes < 5 ? graph.weakViolation : nil
      if let violation = graph.violation ?? weak { Issue.record("\(graph.text): \(violation)") }
    }
    #expect(count == [1, 1, 3, 10, 92, 1545][nodes])
  }

  /// One percent of the random ones that the fuzzer runs.
  @Test(arguments: 0..<4)
  func `random signed graphs are as by brute force`(batch: UInt64) {
    for seed in batch * 25..<(batch + 1) * 25 {
      var random = SplitMix64(seed: seed)
      let graph = SignedCase.make(using: &random)
      if let violation = graph.violation ?? graph.weakViolation {
        Issue.record("seed \(seed), \(graph.text): \(violation)")
      }
    }
  }

  @Test(arguments: [(500, 2_000, 40), (1_000, 2_000, 40), (200, 2_000, 40), (64, 2_000, 20)])
  func `planted frustration of 40 among 2,000 ties is proven`(nodes: Int, ties: Int, planted: Int) throws {
    var random = SplitMix64(seed: 40)
    let graph = try PlantedGraph.make(nodes: nodes, ties: ties, frustrated: planted, using: &random)
    let frustration = try graph.signedView().frustration()
    #expect(frustration.isExact && frustration.index <= planted && frustration.index > planted * 4 / 5)
    #expect(frustration.tieCount == ties)
  }

  @Test func `where the effort does not suffice both bounds are told`() throws {
    var random = SplitMix64(seed: 7)
    let graph = try PlantedGraph.make(nodes: 60, ties: 400, frustrated: 200, using: &random)
    let view = try graph.signedView()
    let frustration = try view.frustration(effort: 1)
    #expect(!frustration.isExact && frustration.lowerBound > 0 && frustration.lowerBound < frustration.index)
    let splits = try frustration.splits()
    #expect(splits.splits.count == 1 && !splits.areAll)
    #expect(throws: QueryError.self) { try frustration.straddlers() }
    let again = try view.frustration(effort: 1)
    #expect(again.index == frustration.index && again.lowerBound == frustration.lowerBound)
  }

  /// Three rivals have three best splits.
  @Test func `a list of best splits that was cut says so`() throws {
    var builder = GraphBuilder()
    let nodes = (0..<3).map { builder.addNode(id: Text("n\($0)"), labels: [], properties: []) }
    for (first, second) in [(0, 1), (0, 2), (1, 2)] {
      builder.addRelationship(
        id: nil, from: nodes[first], to: nodes[second], type: "RIVALS", undirected: true, properties: [])
    }
    let graph = try builder.build()
    func warnings(_ options: String) throws -> [String] {
      try graph.query("CALL signed.camps({\(options)}) YIELD split RETURN max(split)").warnings.map(\.message)
    }
    #expect(try warnings("limit: 3").isEmpty)
    #expect(try warnings("limit: 2") == ["`signed.camps` lists 2 best splits, and there are more"])
    #expect(try warnings("limit: 1") == ["`signed.camps` lists 1 best split, and there are more"])
  }

  @Test func `the highland tribes are as published`() throws {
    let view = try QueryScript.graph(named: "highland-tribes").signedView()
    for count in TieCount.allCases {
      let frustration = try view.frustration(count: count)
      #expect(frustration.index == 7 && frustration.isExact && frustration.tieCount == 58)
      let (splits, areAll) = try frustration.splits()
      #expect(splits.count == 1 && areAll)
      let balance = try view.signedBalance(count: count)
      #expect(abs((balance.triangles ?? 0) - 0.867_647_1) < 5e-8)
      #expect(abs((balance.walk ?? 0) - 0.357_576_1) < 5e-8)
      #expect(abs((balance.frustration ?? 0) - 0.758_620_7) < 5e-8)
      let triangles = try view.signedTriangles(count: count)
      #expect((0...3).map { positive in triangles.count { $0.positive == positive } } == [7, 40, 2, 19])
    }
  }
}
