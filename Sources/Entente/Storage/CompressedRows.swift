/// The rows behind an ``Adjacency``, shared by all snapshots in which the type has the same relationships.
final class CompressedRows: Sendable {
  let outgoing: RowIndex
  let targets: FlatBuffer<UInt32>
  let incoming: RowIndex
  let sources: FlatBuffer<UInt32>
  let outPositions: FlatBuffer<UInt32>

  /// Sorts relationships into rows.
  ///
  /// - Parameter order: receives, for each out-position, the index of the relationship in the input.
  /// - Complexity: O(*n* + span of nodes)
  init(
    sources: ContiguousArray<UInt32>, targets: ContiguousArray<UInt32>, order: inout ContiguousArray<UInt32>
  ) {
    // By target first and then, stably, by source: sorted by source, target, place in the input.
    let byTarget = StableSort.sorted(ContiguousArray(0..<UInt32(sources.count)), keys: targets)
    order = StableSort.sorted(byTarget, keys: sources)
    let sortedSources = Self.gather(sources, order)
    let sortedTargets = Self.gather(targets, order)
    let inOrder = StableSort.sorted(ContiguousArray(0..<UInt32(sources.count)), keys: sortedTargets)
    outgoing = RowIndex(sortedRows: sortedSources)
    self.targets = FlatBuffer(sortedTargets)
    incoming = RowIndex(sortedRows: Self.gather(sortedTargets, inOrder))
    self.sources = FlatBuffer(Self.gather(sortedSources, inOrder))
    outPositions = FlatBuffer(inOrder)
  }

  static let empty: CompressedRows = {
    var order: ContiguousArray<UInt32> = []
    return CompressedRows(sources: [], targets: [], order: &order)
  }()

  private static func gather(
    _ elements: ContiguousArray<UInt32>, _ order: ContiguousArray<UInt32>
  ) -> ContiguousArray<UInt32> {
    ContiguousArray(order.lazy.map { elements[Int($0)] })
  }

  func checkInvariants(name: String, nodeCount: Int) -> [String] {
    var violations: [String] = []
    let count = targets.count
    if sources.count != count || outPositions.count != count {
      return ["\(name): \(count) targets, \(sources.count) sources and \(outPositions.count) out-positions."]
    }
    violations += outgoing.checkInvariants(name: "\(name), outgoing", entryCount: count, rowLimit: nodeCount)
    violations += incoming.checkInvariants(name: "\(name), incoming", entryCount: count, rowLimit: nodeCount)
    guard violations.isEmpty else { return violations }
    outgoing.forEachRow { row, places in
      for place in places.dropFirst() where targets[place] < targets[place - 1] {
        violations.append("\(name): the targets of node \(row) do not ascend.")
      }
    }
    var seen = ContiguousArray(repeating: false, count: count)
    incoming.forEachRow { row, places in
      for place in places {
        let position = Int(outPositions[place])
        guard position < count, !seen[position] else {
          violations.append("\(name): out-position \(position) comes twice, or is beyond the last.")
          continue
        }
        seen[position] = true
        if targets[position] != row || outgoing.row(at: position) != sources[place] {
          violations.append(
            "\(name): in-position \(place) is not the relationship at out-position \(position).")
        }
        if place > places.lowerBound
          && (sources[place], outPositions[place]) <= (sources[place - 1], outPositions[place - 1])
        {
          violations.append("\(name): the sources of node \(row) do not ascend.")
        }
      }
    }
    return violations
  }
}
