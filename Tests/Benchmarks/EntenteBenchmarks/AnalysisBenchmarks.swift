import Entente
import Foundation

/// Network analyses on one large graph.
struct AnalysisBenchmarks {
  struct Options {
    var nodeCount = 1_000_000
    var relationshipCount = 10_000_000
    var seed: UInt64 = 2025
    var runs = 3
    /// The measures to time; all if empty.
    var only: [String] = []
    /// Where to write the edges as 32-bit numbers: all sources, then all targets.
    var edges: String?
  }

  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() throws {
    let random = RandomGraph(
      nodeCount: options.nodeCount, count: options.relationshipCount, seed: options.seed)
    if let edges = options.edges { try write(random, to: edges) }
    let graph = try graph(of: random)
    var projection = GraphProjection()
    projection.direction = .undirected
    var view = try graph.view(projection)
    try time("projection") {
      view = try graph.view(projection)
      return Double(view.relationshipCount)
    }
    try time("degree") { try view.degree().max() ?? 0 }
    try time("components") { Double(try view.weakComponents().count) }
    try time("core") { Double(try view.coreNumbers().max() ?? 0) }
    try time("pageRank") { try view.pageRank().max() ?? 0 }
    try time("triangles") { Double(try view.triangles().reduce(0, +) / 3) }
    try time("louvain") { try view.louvain().modularity }
    try time("leiden") { try view.leiden(maxIterations: 2).modularity }
  }

  private func graph(of random: RandomGraph) throws -> Graph {
    var builder = GraphBuilder()
    let nodes = (0..<options.nodeCount).map { _ in builder.addNode(id: nil, labels: [], properties: []) }
    for (source, target) in zip(random.sources, random.targets) {
      builder.addRelationship(
        id: nil, from: nodes[Int(source)], to: nodes[Int(target)], type: "KNOWS", undirected: false, properties: [])
    }
    return try builder.build()
  }

  private func write(_ random: RandomGraph, to path: String) throws {
    var data = Data(capacity: 8 * random.sources.count)
    random.sources.withUnsafeBytes { data.append(contentsOf: $0) }
    random.targets.withUnsafeBytes { data.append(contentsOf: $0) }
    try data.write(to: URL(fileURLWithPath: path))
  }

  /// Times some runs, fewer where one takes long, and prints them.
  private func time(_ measure: String, _ work: () throws -> Double) throws {
    guard options.only.isEmpty || options.only.contains(measure) else { return }
    var seconds: [Double] = []
    var figure = 0.0
    for _ in 0..<options.runs where seconds.reduce(0, +) < 10 {
      let duration = try ContinuousClock().measure { figure = try work() }
      seconds.append(Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18)
    }
    print("{\"measure\": \"\(measure)\", \"seconds\": \(seconds), \"figure\": \(figure)}")
  }
}
