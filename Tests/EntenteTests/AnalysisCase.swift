import EntenteTestSupport

@testable import Entente

/// A graph of a few nodes with what a measure says of it by its definition, however slow.
struct AnalysisCase: Sendable, CustomStringConvertible {
  struct Tie: Sendable {
    let from: Int
    let to: Int
    let weight: Int
  }

  let name: String
  let nodeCount: Int
  let ties: [Tie]
  /// Whether ties lead one way.
  let isDirected: Bool
  let isWeighted: Bool

  var description: String {
    let arrow = isDirected ? ">" : "-"
    let text = ties.map { "\($0.from)\(arrow)\($0.to)" + (isWeighted ? ":\($0.weight)" : "") }.joined(separator: " ")
    return "\(name), \(nodeCount) nodes: \(text)"
  }

  func view() throws -> GraphView {
    var builder = GraphBuilder()
    let nodes = (0..<nodeCount).map { builder.addNode(id: Text("n\($0)"), labels: [], properties: []) }
    for tie in ties {
      builder.addRelationship(
        id: nil, from: nodes[tie.from], to: nodes[tie.to], type: "T", undirected: !isDirected,
        properties: [("w", .integer(Int64(tie.weight)))])
    }
    let graph = try builder.build()
    var projection = GraphProjection()
    projection.direction = isDirected ? .directed : .undirected
    if isWeighted { projection.weight = graph.catalog.key("w").map { .property($0, default: 1) } }
    return try graph.view(projection)
  }

  func weight(_ tie: Tie) -> Double { isWeighted ? Double(tie.weight) : 1 }

  /// The sum of the weights from a node to another; an undirected loop counts once.
  var matrix: [[Double]] {
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: nodeCount), count: nodeCount)
    for tie in ties {
      matrix[tie.from][tie.to] += weight(tie)
      if !isDirected && tie.from != tie.to { matrix[tie.to][tie.from] += weight(tie) }
    }
    return matrix
  }

  /// Whether two different nodes are connected, whichever way.
  var isConnected: [[Bool]] {
    var isConnected = [[Bool]](repeating: [Bool](repeating: false, count: nodeCount), count: nodeCount)
    for tie in ties where tie.from != tie.to {
      isConnected[tie.from][tie.to] = true
      isConnected[tie.to][tie.from] = true
    }
    return isConnected
  }
}

extension AnalysisCase {
  /// All undirected graphs without loops of up to five nodes, and all directed ones with loops of up to three.
  static let exhaustive: [AnalysisCase] = {
    var cases: [AnalysisCase] = []
    for nodeCount in 0...5 {
      let pairs = (0..<nodeCount).flatMap { a in (0..<a).map { (a, $0) } }
      for bits in 0..<(1 << pairs.count) {
        cases.append(
          AnalysisCase(
            name: "exhaustive", nodeCount: nodeCount, ties: chosen(pairs, bits), isDirected: false, isWeighted: false))
      }
    }
    for nodeCount in 1...3 {
      let pairs = (0..<nodeCount).flatMap { a in (0..<nodeCount).map { (a, $0) } }
      for bits in 0..<(1 << pairs.count) {
        cases.append(
          AnalysisCase(
            name: "exhaustive", nodeCount: nodeCount, ties: chosen(pairs, bits), isDirected: true, isWeighted: false))
      }
    }
    return cases
  }()

  /// Random graphs of up to nine nodes, also weighted, with loops and parallel relationships.
  static let random: [AnalysisCase] = (0..<80).map { seed in
    var generator = SplitMix64(seed: UInt64(seed))
    let nodeCount = Int.random(in: 1...9, using: &generator)
    let tieCount = Int.random(in: 0...(2 * nodeCount), using: &generator)
    let hasLoops = Bool.random(using: &generator)
    let ties = (0..<tieCount).compactMap { _ -> Tie? in
      let from = Int.random(in: 0..<nodeCount, using: &generator)
      let to = Int.random(in: 0..<nodeCount, using: &generator)
      let weight = Int.random(in: 1...4, using: &generator)
      return hasLoops || from != to ? Tie(from: from, to: to, weight: weight) : nil
    }
    return AnalysisCase(
      name: "seed \(seed)", nodeCount: nodeCount, ties: ties, isDirected: seed % 2 == 0, isWeighted: seed % 4 < 2)
  }

  private static func chosen(_ pairs: [(Int, Int)], _ bits: Int) -> [Tie] {
    pairs.indices.filter { bits & (1 << $0) != 0 }.map { Tie(from: pairs[$0].0, to: pairs[$0].1, weight: 1) }
  }

  /// The first graph for which a measure differs from its definition by more than rounding, in words; nil for none.
  static func firstDifference(
    _ cases: [AnalysisCase] = exhaustive + random, tolerance: Double = 1e-9,
    _ measured: (GraphView) throws -> [Double], _ defined: (AnalysisCase) -> [Double]
  ) rethrows -> String? {
    for example in cases {
      guard let view = try? example.view() else { return "\(example) has no view" }
      let found = try measured(view)
      let expected = defined(example)
      let isSame =
        found.count == expected.count
        && zip(found, expected).allSatisfy { abs($0 - $1) <= tolerance || ($0.isNaN && $1.isNaN) || $0 == $1 }
      if !isSame { return "\(example): found \(found), expected \(expected)" }
    }
    return nil
  }
}
