import EntenteSyntax

/// Parts of a signed graph whose frustrations add up: its biconnected components.
extension SignedNetwork {
  /// A largest set of pairs any two of which lie on a circle; one pair, where it lies on none.
  struct Block {
    /// The nodes of the network, ascending.
    let nodes: [Int]
    /// The pairs, as indexes, ascending.
    let pairs: [Int]
  }

  /// The blocks, each after the one through which the search came to it, and the component of each node, from 1; nil
  /// for a node without a pair.
  ///
  /// - Complexity: O(nodes + pairs · log *pairs*)
  func blocks(
    monitor: QueryMonitor
  ) throws(QueryError) -> (blocks: [Block], componentOfNode: ContiguousArray<Int?>) {
    var list = RelationshipEnds()
    for (index, pair) in pairs.enumerated() {
      for (source, target) in [(pair.first, pair.second), (pair.second, pair.first)] {
        list.sources.append(UInt32(truncatingIfNeeded: source))
        list.targets.append(UInt32(truncatingIfNeeded: target))
        list.relationships.append(UInt32(truncatingIfNeeded: index))
      }
    }
    var search = try LowPointSearch(AdjacencyRows(incomingOf: list, nodeCount: nodeCount), monitor: monitor)
    try search.run()
    var members = Array(repeating: [Int](), count: search.componentCount)
    for (pair, block) in search.found { members[block].append(Int(pair.rawValue)) }
    // A block is complete before the one it hangs on; turned round, each hangs on an earlier one or begins a component.
    let blocks = members.reversed().map { members in
      Block(nodes: Set(members.flatMap { [pairs[$0].first, pairs[$0].second] }).sorted(), pairs: members.sorted())
    }
    var components = ContiguousArray<Int?>(repeating: nil, count: nodeCount)
    var count = 0
    for block in blocks {
      let known = block.nodes.first { components[$0] != nil }.flatMap { components[$0] }
      if known == nil { count += 1 }
      for node in block.nodes { components[node] = known ?? count }
    }
    // Turned round as well, the component of the first node comes last.
    return (blocks, ContiguousArray(components.map { component in component.map { count + 1 - $0 } }))
  }
}

extension SignedNetwork {
  /// The ties of a block by node of the block.
  func ties(of block: Block) -> [FrustrationSearch.Tie] {
    var numbers: [Int: Int] = [:]
    for (number, node) in block.nodes.enumerated() { numbers[node] = number }
    return block.pairs.flatMap { index -> [FrustrationSearch.Tie] in
      let pair = pairs[index]
      guard let first = numbers[pair.first], let second = numbers[pair.second] else { return [] }
      return [(first, second, Int64(pair.positive)), (first, second, -Int64(pair.negative))].filter { $0.2 != 0 }
    }
  }
}
