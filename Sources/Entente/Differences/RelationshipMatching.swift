/// Which relationship of one graph is which of another.
///
///     1  the same id, type and ends
///     2  the same type, ends and properties
///     3  the same type and ends, those first that have most properties alike
///
/// Few files give their relationships ids, so that the third step decides what counts as a change of one tie rather
/// than as one removed and another added. Between the same nodes there are rarely more than a handful; where there are
/// very many, each is compared with its neighbours in the order of their properties only.
struct RelationshipMatching {
  /// Those of the first graph in its order, then those that only the second has.
  let pairs: [(RelationshipID?, RelationshipID?)]

  private struct Place: Hashable {
    let source: UInt32
    let target: UInt32
    let type: Text
    let isUndirected: Bool
  }

  private static let comparisons = 10_000
  private static let window = 16

  /// - Parameter nodes: the node of the second graph for each of the first.
  /// - Complexity: O(relationships + values), and O(*n* log *n*) for *n* between the same nodes.
  init(_ before: Graph, _ after: Graph, nodes: ContiguousArray<NodeID?>) {
    var partners = [RelationshipID?](repeating: nil, count: before.relationshipCount)
    var isTaken = [Bool](repeating: false, count: after.relationshipCount)
    func pair(_ old: RelationshipID, _ new: RelationshipID) {
      partners[Int(old.rawValue)] = new
      isTaken[Int(new.rawValue)] = true
    }
    func place(ofOld relationship: RelationshipID) -> Place? {
      guard let source = nodes[Int(before.source(of: relationship).rawValue)],
        let target = nodes[Int(before.target(of: relationship).rawValue)]
      else { return nil }
      return Self.place(source, target, relationship, in: before)
    }
    func place(ofNew relationship: RelationshipID) -> Place {
      Self.place(after.source(of: relationship), after.target(of: relationship), relationship, in: after)
    }

    var oldByPlace: [Place: [RelationshipID]] = [:]
    var order: [Place] = []
    for raw in 0..<UInt32(before.relationshipCount) {
      let old = RelationshipID(raw)
      guard let here = place(ofOld: old) else { continue }
      if let id = before.fileID(of: old), let new = after.relationship(withFileID: id), !isTaken[Int(new.rawValue)],
        here == place(ofNew: new)
      {
        pair(old, new)
      } else {
        if oldByPlace[here] == nil { order.append(here) }
        oldByPlace[here, default: []].append(old)
      }
    }
    var newByPlace: [Place: [RelationshipID]] = [:]
    for raw in 0..<UInt32(after.relationshipCount) where !isTaken[Int(raw)] {
      let new = RelationshipID(raw)
      let here = place(ofNew: new)
      if oldByPlace[here] != nil { newByPlace[here, default: []].append(new) }
    }
    for place in order {
      guard let old = oldByPlace[place], let new = newByPlace[place] else { continue }
      for (old, new) in Self.matched(old, before, new, after) { pair(old, new) }
    }
    pairs =
      partners.indices.map { (RelationshipID(UInt32($0)), partners[$0]) }
      + isTaken.indices.filter { !isTaken[$0] }.map { (nil, RelationshipID(UInt32($0))) }
  }

  /// Without a direction, either node may come first.
  private static func place(
    _ source: NodeID, _ target: NodeID, _ relationship: RelationshipID, in graph: Graph
  ) -> Place {
    let isUndirected = graph.isUndirected(relationship)
    let isTurned = isUndirected && target < source
    return Place(
      source: (isTurned ? target : source).rawValue, target: (isTurned ? source : target).rawValue,
      type: graph.catalog.name(of: graph.type(of: relationship)), isUndirected: isUndirected)
  }

  /// The same ones first, then the most alike; in all as many as both have.
  private static func matched(
    _ old: [RelationshipID], _ before: Graph, _ new: [RelationshipID], _ after: Graph
  ) -> [(RelationshipID, RelationshipID)] {
    if old.count == 1, new.count == 1 { return [(old[0], new[0])] }
    var same: [EquivalenceKey: [RelationshipID]] = [:]
    for relationship in new.reversed() {
      same[EquivalenceKey(.map(after.properties(of: relationship))), default: []].append(relationship)
    }
    var pairs: [(RelationshipID, RelationshipID)] = []
    var taken: Set<RelationshipID> = []
    var left: [RelationshipID] = []
    for relationship in old {
      let key = EquivalenceKey(.map(before.properties(of: relationship)))
      if let other = same[key]?.popLast() {
        pairs.append((relationship, other))
        taken.insert(other)
      } else {
        left.append(relationship)
      }
    }
    return pairs + alike(left, before, new.filter { !taken.contains($0) }, after)
  }

  private static func alike(
    _ old: [RelationshipID], _ before: Graph, _ new: [RelationshipID], _ after: Graph
  ) -> [(RelationshipID, RelationshipID)] {
    guard !old.isEmpty, !new.isEmpty else { return [] }
    let (olds, news) = (old.map { before.properties(of: $0) }, new.map { after.properties(of: $0) })
    var candidates: [(likeness: Int, old: Int, new: Int)] = []
    if old.count * new.count <= comparisons {
      for i in old.indices { for j in new.indices { candidates.append((likeness(olds[i], news[j]), i, j)) } }
    } else {
      // Neighbours among the sorted: those before and behind where the old one would stand.
      let order = { (left: MapValue, right: MapValue) in Value.order(.map(left), .map(right)) == .ascending }
      let sorted = new.indices.sorted { order(news[$0], news[$1]) || !order(news[$1], news[$0]) && $0 < $1 }
      let places = old.indices.sorted { order(olds[$0], olds[$1]) || !order(olds[$1], olds[$0]) && $0 < $1 }
      var next = 0
      for i in places {
        while next < sorted.count, order(news[sorted[next]], olds[i]) { next += 1 }
        for j in sorted[max(0, next - window)..<min(sorted.count, next + window)] {
          candidates.append((likeness(olds[i], news[j]), i, j))
        }
      }
    }
    candidates.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    var (oldTaken, newTaken) = ([Bool](repeating: false, count: old.count), [Bool](repeating: false, count: new.count))
    var pairs: [(RelationshipID, RelationshipID)] = []
    for candidate in candidates where !oldTaken[candidate.old] && !newTaken[candidate.new] {
      (oldTaken[candidate.old], newTaken[candidate.new]) = (true, true)
      pairs.append((old[candidate.old], new[candidate.new]))
    }
    // Whoever had no free neighbour takes what is left, in order.
    let rest = zip(old.indices.filter { !oldTaken[$0] }, new.indices.filter { !newTaken[$0] })
    return pairs + rest.map { (old[$0], new[$1]) }
  }

  /// How many properties both have with the same value; of equal numbers the one with fewer others counts more.
  private static func likeness(_ old: MapValue, _ new: MapValue) -> Int {
    let differing = GraphDifference.properties(old, new).count
    let shared = old.entries.count { entry in new[entry.key].map { Value.areEquivalent($0, entry.value) } ?? false }
    return shared * 1_000 - differing
  }
}
