import EntenteSyntax

/// A unit vector for each node in place of its camp.
///
/// Sixty-four dimensions, since fewer leave the products of vectors so restless that they seem to violate much.
struct CampVectors {
  /// Sixty-four numbers, by sixteen, which is as many as are compiled into few instructions.
  struct Vector {
    typealias Part = SIMD16<Float>
    var (first, second, third, fourth) = (Part.zero, Part.zero, Part.zero, Part.zero)

    @inline(__always)
    mutating func add(_ other: Vector, times factor: Float) {
      first += other.first * factor
      second += other.second * factor
      third += other.third * factor
      fourth += other.fourth * factor
    }

    @inline(__always)
    func product(_ other: Vector) -> Float {
      let all =
        (first * other.first + second * other.second) + (third * other.third + fourth * other.fourth)
      let half = all.lowHalf + all.highHalf
      return (half.lowHalf + half.highHalf).sum()
    }

    @inline(__always)
    func scaled(by factor: Float) -> Vector {
      var scaled = Vector()
      scaled.add(self, times: factor)
      return scaled
    }
  }

  private(set) var vectors: ContiguousArray<Vector>
  /// By node: the length of the sum of its neighbours, which is its share of the dual.
  private(set) var lengths: ContiguousArray<Double>

  init(count: Int) {
    var random = SeededGenerator(seed: 1)
    func part() -> Vector.Part {
      var part = Vector.Part()
      for place in part.indices { part[place] = Float(random.fraction()) - 0.5 }
      return part
    }
    vectors = ContiguousArray(
      (0..<count).map { _ in
        let vector = Vector(first: part(), second: part(), third: part(), fourth: part())
        return vector.scaled(by: 1 / vector.product(vector).squareRoot())
      })
    lengths = ContiguousArray(repeating: 0, count: count)
  }

  @inline(__always)
  func product(_ first: Int, _ second: Int) -> Float { vectors[first].product(vectors[second]) }

  /// Turns each vector into the direction that its neighbours pull it.
  ///
  /// - Parameters:
  ///   - rest: by tie of the graph, how much its ends want the same direction.
  ///   - inertia: how much a vector keeps to its own.
  mutating func settle(
    _ graph: KernelGraph, rest: ContiguousArray<Float>, inertia: Float = 0, meter: inout WorkMeter
  ) throws(QueryError) {
    for node in 0..<graph.nodeCount {
      var sum = Vector()
      for place in graph.places(of: node) {
        let (other, tie) = graph.arcs[place]
        sum.add(vectors[Int(other)], times: rest[Int(tie)])
      }
      lengths[node] = Double(sum.product(sum).squareRoot())
      if inertia > 0 { sum.add(vectors[node], times: inertia) }
      let length = sum.product(sum).squareRoot()
      if length > 1e-9 { vectors[node] = sum.scaled(by: 1 / length) }
    }
    try meter.step(4 * graph.nodeCount + graph.arcs.count)
  }
}
