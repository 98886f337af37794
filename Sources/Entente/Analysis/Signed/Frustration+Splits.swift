public import EntenteSyntax

/// Who stands in which camp.
extension Frustration {
  /// Splits with the least frustration: all of them when they are few, else `limit`; only the best one found where the
  /// index is not proven.
  ///
  /// A split gives each node of the view its camp; 0 without a signed tie. Camps of different components say nothing
  /// about each other, so they have different numbers: 1 and 2 in the first component, with its first node in 1, then
  /// 3 and 4. Where a component has fewer splits than another they come again.
  public func splits(
    limit: Int = 100, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> (splits: [ContiguousArray<Int>], areAll: Bool) {
    var meter = WorkMeter(monitor)
    var choices: [[ContiguousArray<Int8>]] = []
    var areAll = isExact
    for search in searches {
      var search = search
      guard search.isExact else {
        choices.append([search.camps])
        continue
      }
      let found = try search.allSplits(limit: limit, effort: max(0, effort - meter.total), meter: &meter)
      areAll = areAll && found.areAll
      choices.append(found.splits.isEmpty ? [search.camps] : found.splits)
    }
    // A component has a split for every combination of those of its blocks.
    var blocksOfComponent: [Int: [Int]] = [:]
    for (index, block) in blocks.enumerated() {
      if let component = block.nodes.first.flatMap({ components[$0] }) {
        blocksOfComponent[component, default: []].append(index)
      }
    }
    var count = 1
    for blocks in blocksOfComponent.values {
      let (product, _) = blocks.reduce((1, false)) { ($0.0 > limit ? $0.0 : $0.0 * choices[$1].count, $0.1) }
      if product > limit { areAll = false }
      count = max(count, min(product, limit))
    }
    guard !blocks.isEmpty else { return ([ContiguousArray(repeating: 0, count: network.nodeCount)], true) }
    let memory = try MemoryReservation(bytes: 8 * count * network.nodeCount, of: monitor)
    defer { memory.release() }
    var splits: [ContiguousArray<Int>] = []
    for number in 0..<count {
      splits.append(split(number, of: choices, blocksOfComponent))
      try meter.step(network.nodeCount)
    }
    return (splits, areAll)
  }

  /// The split of a number, counted through the blocks of each component like the digits of a number.
  private func split(
    _ number: Int, of choices: [[ContiguousArray<Int8>]], _ blocksOfComponent: [Int: [Int]]
  ) -> ContiguousArray<Int> {
    var camps = ContiguousArray<Int8>(repeating: 0, count: network.nodeCount)
    for indexes in blocksOfComponent.values {
      var rest = number
      for index in indexes {
        let options = choices[index]
        place(options[rest % options.count], blocks[index], into: &camps)
        rest /= options.count
      }
    }
    // The first node of a component stands in its first camp.
    var sides: [Int: Int8] = [:]
    return ContiguousArray(
      camps.indices.map { node in
        guard let component = components[node] else { return 0 }
        let side = sides[component] ?? camps[node]
        sides[component] = side
        return 2 * component - (camps[node] == side ? 1 : 0)
      })
  }

  /// Fills in the camps of a block, turned so that they agree with the node it hangs on.
  private func place(
    _ split: ContiguousArray<Int8>, _ block: SignedNetwork.Block, into camps: inout ContiguousArray<Int8>
  ) {
    var turn: Int8 = 1
    for (number, node) in block.nodes.enumerated() where camps[node] != 0 { turn = camps[node] * split[number] }
    for (number, node) in block.nodes.enumerated() { camps[node] = split[number] * turn }
  }

  /// The split of the best camps found, 1 and -1, and 0 for a node without a signed tie.
  var best: ContiguousArray<Int8> {
    var camps = ContiguousArray<Int8>(repeating: 0, count: network.nodeCount)
    for (block, search) in zip(blocks, searches) { place(search.camps, block, into: &camps) }
    return camps
  }
}
