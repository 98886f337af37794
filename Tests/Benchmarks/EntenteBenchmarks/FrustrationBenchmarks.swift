import Entente
import EntenteTestSupport

/// How far proofs of the frustration index go on random signed graphs, as a table for the docs.
struct FrustrationBenchmarks {
  /// Nodes, ties, and how many of them a random split frustrates; nil where signs are random altogether.
  private static let cases: [(nodes: Int, ties: Int, planted: Int?)] = [
    (64, 2_000, 40), (500, 2_000, 40), (1_500, 2_000, 40), (1_000, 2_000, 100), (1_000, 2_000, 200),
    (500, 2_000, 200), (5_000, 15_000, 200), (40, 390, nil), (200, 400, nil), (200, 600, nil), (100, 1_000, nil),
    (1_000, 15_000, nil), (300, 1_500, nil), (1_000, 2_000, 400),
  ]

  let seed: UInt64

  func run() throws {
    print("| nodes | ties | planted | lower bound | index | gap | seconds |\n|---|---|---|---|---|---|---|")
    for (nodes, ties, planted) in Self.cases {
      var random = SplitMix64(seed: seed)
      let view = try PlantedGraph.make(nodes: nodes, ties: ties, frustrated: planted, using: &random).signedView()
      var frustration: Frustration?
      let time = try ContinuousClock().measure { frustration = try view.frustration() }
      guard let frustration else { continue }
      let bound = frustration.isExact ? "proven" : "\(frustration.lowerBound)"
      let gap = 100 * Double(frustration.index - frustration.lowerBound) / Double(max(1, frustration.index))
      let tenths = (gap * 10).rounded() / 10
      let seconds = (time / .milliseconds(100)).rounded() / 10
      print(
        "| \(nodes) | \(ties) | \(planted.map(String.init) ?? "any sign") | \(bound) | \(frustration.index) "
          + "| \(frustration.isExact ? "" : "\(tenths) %") | \(seconds) |")
    }
  }
}
