import EntenteSyntax

/// A unit vector for each node in place of its camp.
///
/// Sixty-four dimensions, since fewer leave the products of vectors so restless that they seem to violate much.
struct CampVectors {
  /// Four numbers, as many as every machine reckons with at once.
  typealias Part = SIMD4<Float>

  /// Parts of a vector; a multiple of four.
  static let partCount = 16

  /// Vector after vector.
  private var parts: ContiguousArray<Part>
  /// By node: the length of the sum of its neighbours, which is its share of the dual.
  private(set) var lengths: ContiguousArray<Double>

  init(count: Int) {
    var random = SeededGenerator(seed: 1)
    parts = ContiguousArray(
      (0..<count * Self.partCount).map { _ in
        var part = Part()
        for place in part.indices { part[place] = Float(random.fraction()) - 0.5 }
        return part
      })
    lengths = ContiguousArray(repeating: 0, count: count)
    parts.withUnsafeMutableBufferPointer { parts in
      guard let first = parts.baseAddress else { return }
      for node in 0..<count { Self.normalize(first + node * Self.partCount) }
    }
  }

  /// Gives a vector the length 1, unless it has none.
  @inline(__always)
  private static func normalize(_ vector: UnsafeMutablePointer<Part>) {
    let length = product(vector, vector).squareRoot()
    if length > 1e-9 { for part in 0..<partCount { vector[part] /= length } }
  }

  @inline(__always)
  private static func product(_ first: UnsafePointer<Part>, _ second: UnsafePointer<Part>) -> Float {
    var sums = (Part.zero, Part.zero)
    for part in stride(from: 0, to: partCount, by: 2) {
      sums.0 += first[part] * second[part]
      sums.1 += first[part + 1] * second[part + 1]
    }
    return (sums.0 + sums.1).sum()
  }

  @inline(__always)
  func product(_ first: Int, _ second: Int) -> Float {
    parts.withUnsafeBufferPointer { parts in
      guard let vectors = parts.baseAddress else { return 0 }
      return Self.product(vectors + first * Self.partCount, vectors + second * Self.partCount)
    }
  }

  /// Calls back with the products of nodes and the sum of an odd set, in which vectors of turned members are taken away.
  ///
  /// - Returns: the product of the sum and itself.
  func products(
    of nodes: ContiguousArray<Int32>, withSumOf set: OddSet, _ body: (_ node: Int32, _ product: Float) -> Void
  ) -> Float {
    var sum = ContiguousArray(repeating: Part.zero, count: Self.partCount)
    for member in set.members {
      let first = OddSet.node(member) * Self.partCount
      let sign: Float = member & 1 == 1 ? -1 : 1
      for part in 0..<Self.partCount { sum[part] += parts[first + part] * sign }
    }
    return sum.withUnsafeBufferPointer { sum in
      parts.withUnsafeBufferPointer { parts in
        guard let vectors = parts.baseAddress, let sum = sum.baseAddress else { return 0 }
        for node in nodes { body(node, Self.product(vectors + Int(node) * Self.partCount, sum)) }
        return Self.product(sum, sum)
      }
    }
  }

  /// Turns each vector into the direction that its neighbours pull it.
  ///
  /// - Parameters:
  ///   - rest: by tie of the graph, how much its ends want the same direction.
  ///   - inertia: how much a vector keeps to its own.
  mutating func settle(
    _ graph: KernelGraph, rest: ContiguousArray<Float>, inertia: Float = 0, meter: inout WorkMeter
  ) throws(QueryError) {
    var pulls: ContiguousArray<(first: Int, weight: Float)> = []
    for node in 0..<graph.nodeCount {
      pulls.removeAll(keepingCapacity: true)
      for place in graph.places(of: node) {
        let (other, tie) = graph.arcs[place]
        // Many chords weigh nothing.
        if rest[Int(tie)] != 0 { pulls.append((Int(other) * Self.partCount, rest[Int(tie)])) }
      }
      if pulls.isEmpty {
        lengths[node] = 0
        continue
      }
      lengths[node] = parts.withUnsafeMutableBufferPointer { parts in
        guard let vectors = parts.baseAddress else { return 0 }
        let own = vectors + node * Self.partCount
        var square: Part = .zero
        // Four parts at a time, so that their sums need not leave the registers.
        for part in stride(from: 0, to: Self.partCount, by: 4) {
          var sums = (Part.zero, Part.zero, Part.zero, Part.zero)
          for (first, weight) in pulls {
            let other = vectors + first + part
            sums.0 += other[0] * weight
            sums.1 += other[1] * weight
            sums.2 += other[2] * weight
            sums.3 += other[3] * weight
          }
          square += (sums.0 * sums.0 + sums.1 * sums.1) + (sums.2 * sums.2 + sums.3 * sums.3)
          own[part] = sums.0 + own[part] * inertia
          own[part + 1] = sums.1 + own[part + 1] * inertia
          own[part + 2] = sums.2 + own[part + 2] * inertia
          own[part + 3] = sums.3 + own[part + 3] * inertia
        }
        Self.normalize(own)
        return Double(square.sum().squareRoot())
      }
    }
    try meter.step(4 * graph.nodeCount + graph.arcs.count)
  }
}
