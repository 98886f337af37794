/// Parts of a signed graph whose frustrations add up: its biconnected components.
extension SignedNetwork {
  /// A largest set of pairs any two of which lie on a circle; one pair, where it lies on none.
  struct Block {
    /// The nodes of the network, ascending.
    let nodes: [Int]
    /// The pairs, as indexes.
    let pairs: [Int]
  }

  /// The blocks, each after the one through which the search came to it, and their components.
  ///
  /// - Complexity: O(nodes + pairs); no recursion, so paths of any length are followed.
  /// - Source: Hopcroft, Tarjan: Algorithm 447: efficient algorithms for graph manipulation (1973).
  func blocks() -> (blocks: [Block], componentOfNode: ContiguousArray<Int?>) {
    let rows = self.rows
    var blocks: [Block] = []
    var components = ContiguousArray<Int?>(repeating: nil, count: nodeCount)
    var numbers = ContiguousArray(repeating: 0, count: nodeCount)
    var low = numbers
    var next = rows.offsets
    var open: [Int] = []
    var path: [(node: Int, pair: Int)] = []
    var number = 0
    var component = 0
    for start in 0..<nodeCount where numbers[start] == 0 && !rows.pairs(of: start).isEmpty {
      component += 1
      number += 1
      (numbers[start], low[start], components[start]) = (number, number, component)
      path.append((start, -1))
      while let (node, cameBy) = path.last {
        if next[node] < rows.offsets[node + 1] {
          let pair = rows.places[next[node]]
          next[node] += 1
          let other = pairs[pair].first == node ? pairs[pair].second : pairs[pair].first
          if numbers[other] == 0 {
            number += 1
            (numbers[other], low[other], components[other]) = (number, number, component)
            open.append(pair)
            path.append((other, pair))
          } else if pair != cameBy, numbers[other] < numbers[node] {
            open.append(pair)
            low[node] = min(low[node], numbers[other])
          }
          continue
        }
        path.removeLast()
        guard let parent = path.last?.node else { continue }
        low[parent] = min(low[parent], low[node])
        if low[node] >= numbers[parent], let place = open.lastIndex(of: cameBy) {
          let members = Array(open[place...])
          open.removeSubrange(place...)
          let ends = members.flatMap { [pairs[$0].first, pairs[$0].second] }
          blocks.append(Block(nodes: Set(ends).sorted(), pairs: members.sorted()))
        }
      }
    }
    // A block is complete before the one it hangs on; turned round, each hangs on an earlier one or begins a component.
    return (blocks.reversed(), components)
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
