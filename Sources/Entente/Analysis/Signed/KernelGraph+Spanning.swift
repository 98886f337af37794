extension KernelGraph {
  /// The split that satisfies a spanning tree of the least amounts.
  ///
  /// - Source: Kruskal: On the shortest spanning subtree of a graph and the traveling salesman problem (1956).
  func spanned(by amounts: ContiguousArray<Double>) -> ContiguousArray<Int8> {
    let order = ties.indices.sorted {
      (amounts[$0], -abs(ties[$0].weight), $0) < (amounts[$1], -abs(ties[$1].weight), $1)
    }
    var parents = ContiguousArray(0..<Int32(nodeCount))
    /// The camp of a node against its parent's.
    var signs = ContiguousArray<Int8>(repeating: 1, count: nodeCount)
    func root(_ node: Int32) -> (node: Int32, sign: Int8) {
      var (node, sign) = (node, Int8(1))
      while parents[Int(node)] != node {
        sign *= signs[Int(node)]
        node = parents[Int(node)]
      }
      return (node, sign)
    }
    var sizes = ContiguousArray<Int32>(repeating: 1, count: nodeCount)
    for index in order {
      let tie = ties[index]
      var (first, second) = (root(tie.first), root(tie.second))
      guard first.node != second.node else { continue }
      if sizes[Int(first.node)] > sizes[Int(second.node)] { swap(&first, &second) }
      parents[Int(first.node)] = second.node
      sizes[Int(second.node)] += sizes[Int(first.node)]
      signs[Int(first.node)] = first.sign * second.sign * (tie.weight > 0 ? 1 : -1)
    }
    return ContiguousArray((0..<Int32(nodeCount)).map { root($0).sign })
  }
}
