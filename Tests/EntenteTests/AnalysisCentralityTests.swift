import EntenteSyntax
import EntenteTestSupport
import Testing

@testable import Entente

/// Centralities against their definitions, on every small graph and on random ones.
struct AnalysisCentralityTests {
  @Test func `closeness is the inverse of the mean distance`() throws {
    func closeness(_ example: AnalysisCase, wassermanFaust: Bool) -> [Double] {
      let distances = example.distances
      return (0..<example.nodeCount).map { node in
        let towards = (0..<example.nodeCount).filter { $0 != node && distances[$0][node] < .infinity }
        let sum = towards.reduce(0) { $0 + distances[$1][node] }
        guard sum > 0 else { return 0 }
        let share = Double(towards.count) / Double(example.nodeCount - 1)
        return Double(towards.count) / sum * (wassermanFaust ? share : 1)
      }
    }
    for wassermanFaust in [true, false] {
      #expect(
        try AnalysisCase.firstDifference {
          Array(try $0.closeness(wassermanFaust: wassermanFaust))
        } _: {
          closeness($0, wassermanFaust: wassermanFaust)
        } == nil)
    }
  }

  @Test func `harmonic centrality is the sum of inverse distances`() throws {
    #expect(
      try AnalysisCase.firstDifference {
        Array(try $0.harmonic())
      } _: { example in
        let distances = example.distances
        return (0..<example.nodeCount).map { node in
          (0..<example.nodeCount).filter { $0 != node }.reduce(0) { $0 + 1 / distances[$1][node] }
        }
      } == nil)
  }

  @Test func `betweenness is the share of shortest paths`() throws {
    #expect(
      try AnalysisCase.firstDifference {
        Array(try $0.betweenness())
      } _: { example in
        let distances = example.distances
        let counts = example.pathCounts
        return (0..<example.nodeCount).map { middle in
          var sum = 0.0
          for from in 0..<example.nodeCount where from != middle {
            for to in 0..<example.nodeCount where to != middle && to != from && distances[from][to] < .infinity {
              guard distances[from][middle] + distances[middle][to] == distances[from][to] else { continue }
              sum += counts[from][middle] * counts[middle][to] / counts[from][to]
            }
          }
          return sum / (example.isDirected ? 1 : 2)
        }
      } == nil)
  }

  @Test func `betweenness of relationships is the share of shortest paths along them`() throws {
    #expect(
      try AnalysisCase.firstDifference {
        let view = $0
        let scores = try view.edgeBetweenness()
        // Relationships are numbered by source and target in the graph, in the case as they come.
        return scores.sorted { ($0.score) < ($1.score) }.map(\.score)
      } _: { example in
        let distances = example.distances
        let counts = example.pathCounts
        return example.ties.map { tie in
          var sum = 0.0
          for (a, b) in example.isDirected ? [(tie.from, tie.to)] : [(tie.from, tie.to), (tie.to, tie.from)] {
            for from in 0..<example.nodeCount {
              for to in 0..<example.nodeCount where to != from && distances[from][to] < .infinity && a != b {
                guard distances[from][a] + example.weight(tie) + distances[b][to] == distances[from][to] else {
                  continue
                }
                sum += counts[from][a] * counts[b][to] / counts[from][to]
              }
            }
          }
          return sum / (example.isDirected ? 1 : 2)
        }.sorted()
      } == nil)
  }

  @Test func `sampled betweenness with all sources is exact, and on average right with some`() throws {
    let example = try #require(AnalysisCase.random.first { $0.nodeCount == 9 && $0.ties.count > 12 })
    let view = try example.view()
    let exact = try view.betweenness()
    let all = try view.betweenness(samples: 9, seed: 5)
    #expect(zip(exact, all).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(try view.betweenness(samples: 3, seed: 5) == view.betweenness(samples: 3, seed: 5))
    var mean = [Double](repeating: 0, count: 9)
    let runs = 3000
    for seed in 0..<UInt64(runs) {
      for (node, score) in try view.betweenness(samples: 3, seed: seed).enumerated() { mean[node] += score }
    }
    let error = zip(mean, exact).map { abs($0 / Double(runs) - $1) }.max() ?? 0
    #expect(error < 0.05 * (exact.max() ?? 0), "mean error \(error)")
  }

  @Test func `PageRank solves its equation`() throws {
    let cases = (AnalysisCase.exhaustive + AnalysisCase.random).filter { $0.nodeCount > 0 }
    #expect(
      try AnalysisCase.firstDifference(cases) { view in
        var restarts = [view.node(at: 0): 2.0]
        restarts[view.node(at: view.nodeCount - 1), default: 0] += 1
        let ranks = Array(try view.pageRank(damping: 0.7, restarts: restarts, tolerance: 1e-14))
        return ranks + [ranks.reduce(0, +)]
      } _: { example in
        let matrix = example.matrix
        var jumps = [Double](repeating: 0, count: example.nodeCount)
        jumps[0] = 2.0 / 3
        jumps[example.nodeCount - 1] = example.nodeCount == 1 ? 1 : 1.0 / 3
        var ranks = jumps
        for _ in 0..<120 {
          var next = [Double](repeating: 0, count: example.nodeCount)
          for node in 0..<example.nodeCount {
            let strength = matrix[node].reduce(0, +)
            for other in 0..<example.nodeCount {
              next[other] += 0.7 * ranks[node] * (strength > 0 ? matrix[node][other] / strength : jumps[other])
              next[other] += 0.3 * ranks[node] * jumps[other]
            }
          }
          ranks = next
        }
        return ranks + [1]
      } == nil)
  }

  @Test func `eigenvector centrality is an eigenvector of length 1, or says that it has not settled`() throws {
    var settled = 0
    for example in AnalysisCase.exhaustive + AnalysisCase.random where example.nodeCount > 0 {
      let view = try example.view()
      do throws(QueryError) {
        let scores = try view.eigenvector(tolerance: 1e-12, maxIterations: 3000)
        let matrix = example.matrix
        let image = (0..<example.nodeCount).map { node in
          (0..<example.nodeCount).reduce(0) { $0 + matrix[$1][node] * scores[$1] }
        }
        let value = zip(image, scores).reduce(0) { $0 + $1.0 * $1.1 }
        for (node, score) in scores.enumerated() {
          #expect(score >= 0 && abs(image[node] - value * score) < 1e-8, "\(example): \(scores)")
        }
        #expect(abs(scores.reduce(0) { $0 + $1 * $1 } - 1) < 1e-9, "\(example)")
        settled += 1
      } catch {
        #expect(error.detail == "IterationLimit" && example.isDirected, "\(example)")
      }
    }
    #expect(settled > 1000)
  }

  @Test func `distances and eccentricities`() throws {
    #expect(
      try AnalysisCase.firstDifference { view in
        try (0..<view.nodeCount).flatMap { node in
          try view.distances(from: view.node(at: node)).map { $0 ?? .infinity }
        } + view.eccentricity()
      } _: { example in
        example.distances.flatMap { $0 } + example.distances.map { $0.filter { $0 < .infinity }.max() ?? 0 }
      } == nil)
  }
}

extension AnalysisCase {
  /// By the algorithm of Floyd and Warshall.
  var distances: [[Double]] {
    var distances = [[Double]](repeating: [Double](repeating: .infinity, count: nodeCount), count: nodeCount)
    for node in 0..<nodeCount { distances[node][node] = 0 }
    for tie in ties {
      distances[tie.from][tie.to] = min(distances[tie.from][tie.to], weight(tie))
      if !isDirected { distances[tie.to][tie.from] = min(distances[tie.to][tie.from], weight(tie)) }
    }
    for node in 0..<nodeCount { distances[node][node] = 0 }
    for middle in 0..<nodeCount {
      for from in 0..<nodeCount {
        for to in 0..<nodeCount {
          distances[from][to] = min(distances[from][to], distances[from][middle] + distances[middle][to])
        }
      }
    }
    return distances
  }

  /// The number of shortest paths from each node to each; parallel relationships are different paths.
  var pathCounts: [[Double]] {
    let distances = distances
    return (0..<nodeCount).map { from in
      var counts = [Double](repeating: 0, count: nodeCount)
      counts[from] = 1
      let order = (0..<nodeCount).filter { distances[from][$0] < .infinity && $0 != from }
        .sorted { distances[from][$0] < distances[from][$1] }
      for to in order {
        for tie in ties where tie.from != tie.to {
          for (a, b) in isDirected ? [(tie.from, tie.to)] : [(tie.from, tie.to), (tie.to, tie.from)]
          where b == to && distances[from][a] + weight(tie) == distances[from][to] {
            counts[to] += counts[a]
          }
        }
      }
      return counts
    }
  }
}
