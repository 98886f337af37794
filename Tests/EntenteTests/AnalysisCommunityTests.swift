import EntenteTestSupport
import Testing

@testable import Entente

/// Communities and likeness against definitions, on every small graph and on random ones.
struct AnalysisCommunityTests {
  @Test func `modularity is what lies inside groups beyond chance`() throws {
    #expect(
      try AnalysisCase.firstDifference { view in
        let partition = Partition(labels: ContiguousArray((0..<UInt32(view.nodeCount)).map { $0 % 2 }), limit: 2)
        return [try view.modularity(of: partition, resolution: 0.8)]
      } _: { example in
        [example.modularity((0..<example.nodeCount).map { $0 % 2 }, resolution: 0.8)]
      } == nil)
  }

  @Test(arguments: ["louvain", "leiden", "labelPropagation"])
  func `communities tell their modularity, and no better one exists`(algorithm: String) throws {
    var optimal = 0
    var count = 0
    for example in AnalysisCase.exhaustive + AnalysisCase.random {
      let view = try example.view()
      let found =
        switch algorithm {
        case "louvain": try view.louvain(seed: 3)
        case "leiden": try view.leiden(seed: 3)
        default: try view.labelPropagation(seed: 3)
        }
      let undirected = AnalysisCase(
        name: example.name, nodeCount: example.nodeCount, ties: example.ties, isDirected: false,
        isWeighted: example.isWeighted)
      let expected = undirected.modularity(found.partition.groups.map(Int.init))
      #expect(found.modularity.isNaN == expected.isNaN, "\(example)")
      guard !expected.isNaN else { continue }
      #expect(abs(found.modularity - expected) < 1e-9, "\(example): \(found)")
      guard example.nodeCount <= 5 else { continue }
      let best = undirected.partitions.map { undirected.modularity($0) }.max() ?? 0
      #expect(expected < best + 1e-9, "\(example): \(found)")
      count += 1
      if expected > best - 1e-9 { optimal += 1 }
      if algorithm == "leiden" {
        for group in 0..<found.partition.count {
          let members = (0..<example.nodeCount).filter { found.partition.groups[$0] == group }
          #expect(example.isConnected(members), "\(example): \(members) is not connected")
        }
      }
    }
    // On graphs as small as these the best division is nearly always found; labels find what hangs together.
    #expect(Double(optimal) > (algorithm == "labelPropagation" ? 0.3 : 0.95) * Double(count), "\(optimal) of \(count)")
  }

  @Test func `two cliques on a bridge are two communities, whatever the seed`() throws {
    let cliques = [0, 6].flatMap { first in
      (0..<6).flatMap { a in (0..<a).map { AnalysisCase.Tie(from: first + a, to: first + $0, weight: 1) } }
    }
    let view = try AnalysisCase(
      name: "cliques", nodeCount: 12, ties: cliques + [.init(from: 0, to: 6, weight: 1)], isDirected: false,
      isWeighted: false
    ).view()
    let expected = ContiguousArray<UInt32>([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
    for seed in 0..<50 as Range<UInt64> {
      #expect(try view.louvain(seed: seed).partition.groups == expected)
      #expect(try view.leiden(seed: seed).partition.groups == expected)
      #expect(try view.labelPropagation(seed: seed).partition.count <= 2)
    }
    #expect(try view.louvain(resolution: 20).partition.count == 12)
    #expect(try view.leiden(resolution: 0.01).partition.count == 1)
  }

  @Test(arguments: NeighbourSimilarity.allCases)
  func `likeness by shared neighbours`(similarity: NeighbourSimilarity) throws {
    #expect(
      try AnalysisCase.firstDifference { view in
        var rows: [Double] = []
        try view.forEachSimilarPair(similarity) { a, b, score in rows += [Double(a), Double(b), score] }
        return rows
      } _: { example in
        let isConnected = example.isConnected
        let neighbours = (0..<example.nodeCount).map { node in
          Set((0..<example.nodeCount).filter { isConnected[node][$0] })
        }
        var rows: [Double] = []
        for a in 0..<example.nodeCount {
          for b in (a + 1)..<max(example.nodeCount, a + 1) {
            let shared = neighbours[a].intersection(neighbours[b])
            guard !shared.isEmpty else { continue }
            let sizes = [neighbours[a].count, neighbours[b].count]
            let score: Double =
              switch similarity {
              case .commonNeighbours: Double(shared.count)
              case .jaccard: Double(shared.count) / Double(neighbours[a].union(neighbours[b]).count)
              case .overlap: Double(shared.count) / Double(sizes.min() ?? 1)
              case .cosine: Double(shared.count) / (Double(sizes[0] * sizes[1])).squareRoot()
              case .adamicAdar: shared.reduce(0) { $0 + 1 / naturalLogarithm(neighbours[$1].count) }
              case .resourceAllocation: shared.reduce(0) { $0 + 1 / Double(neighbours[$1].count) }
              }
            rows += [Double(a), Double(b), score]
          }
        }
        return rows
      } == nil)
  }

  @Test func `pairs of one source`() throws {
    let example = try #require(AnalysisCase.random.first { $0.nodeCount == 9 && $0.ties.count > 12 })
    let view = try example.view()
    var all: [String] = []
    try view.forEachSimilarPair(.jaccard) { a, b, score in
      if a == 4 || b == 4 { all.append("\(a == 4 ? b : a) \(score)") }
    }
    var own: [String] = []
    try view.forEachSimilarPair(.jaccard, source: NodeID(4)) { a, b, score in
      #expect(a == 4)
      own.append("\(b) \(score)")
    }
    #expect(!own.isEmpty && own.sorted() == all.sorted())
  }

  @Test func `SimRank solves its equation`() throws {
    #expect(
      try AnalysisCase.firstDifference { view in
        let similarity = try view.simRank(importance: 0.7, tolerance: 1e-13)
        return (0..<view.nodeCount).flatMap { a in (0..<view.nodeCount).map { similarity[a, $0] } }
      } _: { example in
        let matrix = example.matrix
        let nodes = 0..<example.nodeCount
        let given = nodes.map { node in nodes.reduce(0) { $0 + matrix[$1][node] } }
        var scores = nodes.map { a in nodes.map { $0 == a ? 1.0 : 0 } }
        for _ in 0..<(example.nodeCount > 1 ? 90 : 0) {
          let last = scores
          for a in nodes {
            for b in nodes where a != b && given[a] > 0 && given[b] > 0 {
              var sum = 0.0
              for c in nodes where matrix[c][a] > 0 {
                for d in nodes where matrix[d][b] > 0 { sum += matrix[c][a] * matrix[d][b] * last[c][d] }
              }
              scores[a][b] = 0.7 * sum / given[a] / given[b]
            }
          }
        }
        return scores.flatMap { $0 }
      } == nil)
  }
}

/// From the series of the area tangent, so that the tests need no library of functions.
private func naturalLogarithm(_ number: Int) -> Double {
  let ratio = (Double(number) - 1) / (Double(number) + 1)
  var term = ratio
  var sum = 0.0
  for power in stride(from: 1.0, to: 400, by: 2) {
    sum += 2 * term / power
    term *= ratio * ratio
  }
  return sum
}

extension AnalysisCase {
  /// By its definition as a sum over pairs.
  func modularity(_ groups: [Int], resolution: Double = 1) -> Double {
    var matrix = matrix
    // An undirected loop has two ends.
    if !isDirected { for node in 0..<nodeCount { matrix[node][node] *= 2 } }
    let total = matrix.reduce(0) { $0 + $1.reduce(0, +) }
    guard total > 0 else { return .nan }
    let given = matrix.map { $0.reduce(0, +) }
    let taken = (0..<nodeCount).map { node in matrix.reduce(0) { $0 + $1[node] } }
    var sum = 0.0
    for a in 0..<nodeCount {
      for b in 0..<nodeCount where groups[a] == groups[b] {
        sum += matrix[a][b] / total - resolution * (given[a] / total) * (taken[b] / total)
      }
    }
    return sum
  }

  /// All divisions of the nodes into groups.
  var partitions: [[Int]] {
    (0..<nodeCount).reduce([[]]) { partitions, _ in
      partitions.flatMap { groups in (0...((groups.max() ?? -1) + 1)).map { groups + [$0] } }
    }
  }

  /// Whether nodes are connected among themselves.
  func isConnected(_ members: [Int]) -> Bool {
    let part = AnalysisCase(
      name: name, nodeCount: nodeCount, ties: ties.filter { members.contains($0.from) && members.contains($0.to) },
      isDirected: isDirected, isWeighted: isWeighted)
    return part.componentCount() == nodeCount - members.count + 1
  }
}
