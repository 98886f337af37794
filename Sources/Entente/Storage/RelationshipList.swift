/// The relationships of one type while a graph is built.
struct RelationshipList {
  /// The relationships of an earlier snapshot, which come before the appended ones.
  private var base: Adjacency?
  private var ids: ContiguousArray<UInt32> = []
  private var sources: ContiguousArray<UInt32> = []
  private var targets: ContiguousArray<UInt32> = []

  init() { base = nil }

  init(continuing adjacency: Adjacency) { base = adjacency }

  mutating func append(_ id: UInt32, _ source: UInt32, _ target: UInt32) {
    ids.append(id)
    sources.append(source)
    targets.append(target)
  }

  /// Leaves relationships out and gives their ends new numbers (nil: the old ones).
  mutating func rewrite(removing removed: Set<UInt32>, _ nodeNumbers: ContiguousArray<UInt32>?) {
    if let base {
      if nodeNumbers == nil, !ids.contains(where: removed.contains),
        !removed.contains(where: base.relationships.contains)
      {
        return
      }
      unfold(base)
      self.base = nil
    }
    let kept = ids.indices.filter { !removed.contains(ids[$0]) }
    func number(_ node: UInt32) -> UInt32 { nodeNumbers.map { $0[Int(node)] } ?? node }
    sources = ContiguousArray(kept.map { number(sources[$0]) })
    targets = ContiguousArray(kept.map { number(targets[$0]) })
    ids = ContiguousArray(kept.map { ids[$0] })
  }

  /// Sorts the relationships into rows, from an id on; says for each which id it had and which it has.
  ///
  /// A type without new relationships keeps its rows.
  consuming func finish(first: UInt32, renumber: (_ old: UInt32, _ new: UInt32) -> Void) -> Adjacency {
    if let base, ids.isEmpty {
      for position in 0..<UInt32(base.count) { renumber(base.firstRelationship + position, first + position) }
      return Adjacency(firstRelationship: first, rows: base.rows)
    }
    if let base { unfold(base) }
    var order: ContiguousArray<UInt32> = []
    let rows = CompressedRows(sources: sources, targets: targets, order: &order)
    for (position, index) in order.enumerated() { renumber(ids[Int(index)], first + UInt32(position)) }
    return Adjacency(firstRelationship: first, rows: rows)
  }

  /// Puts the relationships of the earlier snapshot before the appended ones.
  private mutating func unfold(_ base: Adjacency) {
    var sources: ContiguousArray<UInt32> = []
    sources.reserveCapacity(base.count + self.sources.count)
    base.rows.outgoing.forEachRow { row, places in
      sources.append(contentsOf: repeatElement(row, count: places.count))
    }
    self.sources = sources + self.sources
    targets = ContiguousArray(base.rows.targets) + targets
    ids = ContiguousArray(base.relationships) + ids
  }
}
