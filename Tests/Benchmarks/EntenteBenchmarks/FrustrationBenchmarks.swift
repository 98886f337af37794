import Entente
import EntenteTestSupport

/// How far proofs of the frustration index go on random signed graphs, as a table for the docs.
struct FrustrationBenchmarks {
  /// Nodes, ties, and how many of them a random split frustrates; nil where signs are random altogether.
  private static let cases: [(shape: NetworkShape, nodes: Int, ties: Int, planted: Int?)] = [
    (.random, 64, 2_000, 40), (.random, 500, 2_000, 40), (.random, 1_500, 2_000, 40), (.random, 1_000, 2_000, 100),
    (.random, 1_000, 2_000, 200), (.random, 500, 2_000, 200), (.random, 5_000, 15_000, 200), (.random, 40, 390, nil),
    (.random, 200, 400, nil), (.random, 200, 600, nil), (.random, 100, 1_000, nil), (.random, 1_000, 15_000, nil),
    (.random, 300, 1_500, nil), (.random, 1_000, 2_000, 400), (.scaleFree, 700, 1_400, nil),
    (.scaleFree, 1_461, 2_922, nil), (.scaleFree, 700, 2_100, nil), (.scaleFree, 1_461, 2_922, 400),
    (.smallWorld, 500, 2_000, nil), (.smallWorld, 1_000, 3_000, 300), (.spatial, 1_000, 3_000, nil),
    (.spatial, 1_500, 6_000, nil), (.random, 500, 1_000, nil), (.random, 500, 2_000, nil), (.random, 1_000, 2_000, nil),
    (.random, 1_000, 3_000, nil), (.random, 2_000, 4_000, nil), (.random, 1_500, 15_000, nil),
    (.random, 5_000, 15_000, nil),
  ]

  var seed: UInt64
  /// In steps.
  var effort = Frustration.defaultEffort
  /// The number of the only case to run, as the table counts them from 1.
  var only: Int?

  func run() throws {
    print("| shape | nodes | ties | planted | lower bound | index | gap | seconds |\n|---|---|---|---|---|---|---|---|")
    for (number, (shape, nodes, ties, planted)) in Self.cases.enumerated() where only == nil || only == number + 1 {
      var random = SplitMix64(seed: seed)
      let graph = try PlantedGraph.make(shape, nodes: nodes, ties: ties, frustrated: planted, using: &random)
      let view = try graph.signedView()
      var frustration: Frustration?
      let time = try ContinuousClock().measure { frustration = try view.frustration(effort: effort) }
      guard let frustration else { continue }
      let bound = frustration.isExact ? "proven" : "\(frustration.lowerBound)"
      let gap = 100 * Double(frustration.index - frustration.lowerBound) / Double(max(1, frustration.index))
      let tenths = (gap * 10).rounded() / 10
      let seconds = (time / .milliseconds(100)).rounded() / 10
      let signs = planted.map(String.init) ?? "any sign"
      print(
        "| \(shape.rawValue) | \(nodes) | \(frustration.tieCount) | \(signs) | \(bound) | \(frustration.index) "
          + "| \(frustration.isExact ? "" : "\(tenths) %") | \(seconds) |")
    }
  }
}
