import EntenteTestSupport

/// A simple graph with the few great hubs and many small nodes of real networks.
///
/// - Source: Chakrabarti, Zhan, Faloutsos: R-MAT: a recursive model for graph mining (2004), with the parameters of
///   Graph 500; loops and repeated pairs are drawn again, and nodes are numbered at random.
struct RandomGraph {
  var sources: ContiguousArray<UInt32> = []
  var targets: ContiguousArray<UInt32> = []

  /// - Parameter count: of edges; less than about a fifth of the pairs.
  init(nodeCount: Int, count: Int, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let levels = max(1, Int.bitWidth - (nodeCount - 1).leadingZeroBitCount)
    var numbers = ContiguousArray(0..<UInt32(nodeCount))
    numbers.shuffle(using: &generator)
    var seen = Set<UInt64>(minimumCapacity: count)
    while sources.count < count {
      var (a, b) = (0, 0)
      for _ in 0..<levels {
        let draw = Double(generator.next() >> 11) * 0x1p-53
        a = a << 1 | (draw < 0.76 ? 0 : 1)
        b = b << 1 | (draw < 0.57 || (draw >= 0.76 && draw < 0.95) ? 0 : 1)
      }
      guard a < nodeCount, b < nodeCount, a != b else { continue }
      guard seen.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b))).inserted else { continue }
      sources.append(numbers[a])
      targets.append(numbers[b])
    }
  }
}
