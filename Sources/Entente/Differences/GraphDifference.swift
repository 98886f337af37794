/// How two graphs differ, element by element: what is added, removed, ended and changed.
///
///     let difference = try GraphDifference(from: before, to: after)
///     difference.nodes.filter { $0.change == .added }
///     DifferenceText(difference).text
///
/// - Nodes are the same by their id.
/// - Relationships are the same by their id, where type and ends are too; the others by source, type and target, and of
///   several between the same nodes those that have most properties alike (``RelationshipMatching``).
/// - What still stands in the second graph but does not hold any more has **ended**; what is not in it is **removed**.
///
/// With dates, each graph is taken as of its own: what does not hold then is not there, so that one graph as of two
/// dates tells what began and ended between them. Without dates both are taken as they stand in full, and ended means by
/// a day that is given.
public struct GraphDifference: Sendable {
  public enum Change: String, CaseIterable, Sendable { case added, removed, ended, changed, unchanged }

  /// A node or relationship: where it is in each of the graphs, and what of it differs.
  public struct Element<ID: Sendable & Hashable>: Sendable {
    public let change: Change
    public let before: ID?
    public let after: ID?
    public let properties: [PropertyChange]
    /// Labels that a node lost and got.
    public let lostLabels, newLabels: [Text]
  }

  /// A property with its value in each of the graphs; null where it is not there.
  public struct PropertyChange: Sendable {
    public let key: Text
    public let before, after: Value
  }

  public let before, after: Graph
  /// Those of the first graph in its order, then those that only the second has.
  public let nodes: [Element<NodeID>]
  public let relationships: [Element<RelationshipID>]
  /// What differs in the properties of the graphs themselves, such as the title.
  public let metadata: [PropertyChange]

  /// - Parameters:
  ///   - dates: as of which each graph is taken; nil for all of it.
  ///   - today: the day by which something has ended that has an `until`; nil where dates end nothing.
  /// - Throws: a ``RestrictionError`` for a date of an element that cannot be read.
  /// - Complexity: O(nodes + relationships + values), and O(*n* log *n*) for *n* relationships between the same nodes.
  public init(
    from before: Graph, to after: Graph, asOf dates: (before: PartialDate?, after: PartialDate?) = (nil, nil),
    today: PartialDate? = nil
  ) throws(RestrictionError) {
    (self.before, self.after) = (before, after)
    let isDated = dates.before != nil || dates.after != nil
    let (old, new) = (
      try ElementStates(before, asOf: dates.before ?? today), try ElementStates(after, asOf: dates.after ?? today)
    )
    let nodePairs = Self.pairs(of: before, after)
    var nodes: [Element<NodeID>] = []
    for (a, b) in nodePairs.all {
      let change = Self.change(a.map { old[$0] }, b.map { new[$0] }, isDated: isDated)
      guard let change else { continue }
      let labels = Self.labels(of: a, in: before, b, in: after)
      let properties = a != nil && b != nil ? Self.properties(before.properties(of: a), after.properties(of: b)) : []
      nodes.append(Element(change, a, b, properties, labels))
    }
    var relationships: [Element<RelationshipID>] = []
    for (a, b) in RelationshipMatching(before, after, nodes: nodePairs.counterparts).pairs {
      let change = Self.change(a.map { old[$0] }, b.map { new[$0] }, isDated: isDated)
      guard let change else { continue }
      let properties = a != nil && b != nil ? Self.properties(before.properties(of: a), after.properties(of: b)) : []
      relationships.append(Element(change, a, b, properties, ([], [])))
    }
    (self.nodes, self.relationships) = (nodes, relationships)
    metadata = Self.properties(before.metadata, after.metadata)
  }

  /// Whether nothing differs.
  public var isEmpty: Bool {
    metadata.isEmpty && nodes.allSatisfy { $0.change == .unchanged }
      && relationships.allSatisfy { $0.change == .unchanged }
  }

  // MARK: Kinds of change

  /// Nil where there is nothing to tell: neither side has it as of its date.
  private static func change(
    _ old: ElementStates.State?, _ new: ElementStates.State?, isDated: Bool
  ) -> Change? {
    // As of dates, what does not hold is as if it were not there.
    switch (old, new) {
    case (nil, nil): nil
    case (nil, .holds?): .added
    case (nil, .some): isDated ? nil : .added
    case (.holds?, nil): .removed
    case (.some, nil): isDated ? nil : .removed
    case (.holds?, .holds?): .unchanged
    case (.holds?, .over?): .ended
    case (.holds?, .notYet?): isDated ? .ended : .unchanged
    case (.some, .holds?): isDated ? .added : .unchanged
    case (.some, .some): isDated ? nil : .unchanged
    }
  }

  // MARK: What differs

  private static func pairs(
    of before: Graph, _ after: Graph
  ) -> (all: [(NodeID?, NodeID?)], counterparts: ContiguousArray<NodeID?>) {
    var counterparts = ContiguousArray<NodeID?>(repeating: nil, count: before.nodeCount)
    var isTaken = [Bool](repeating: false, count: after.nodeCount)
    var all: [(NodeID?, NodeID?)] = []
    for raw in 0..<UInt32(before.nodeCount) {
      let node = NodeID(raw)
      // Of several nodes with one id the first is the one.
      if let other = after.node(withFileID: before.elementID(of: node)), !isTaken[Int(other.rawValue)] {
        counterparts[Int(raw)] = other
        isTaken[Int(other.rawValue)] = true
      }
      all.append((node, counterparts[Int(raw)]))
    }
    for raw in 0..<UInt32(after.nodeCount) where !isTaken[Int(raw)] { all.append((nil, NodeID(raw))) }
    return (all, counterparts)
  }

  private static func labels(
    of a: NodeID?, in before: Graph, _ b: NodeID?, in after: Graph
  ) -> (lost: [Text], new: [Text]) {
    guard let a, let b else { return ([], []) }
    let old = before.labels(of: a).map { before.catalog.name(of: $0) }
    let new = after.labels(of: b).map { after.catalog.name(of: $0) }
    return (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
  }

  /// The keys whose values differ, in byte order; an integer and the same float do, since they are written differently.
  static func properties(_ old: MapValue, _ new: MapValue) -> [PropertyChange] {
    var changes: [PropertyChange] = []
    var (i, j) = (0, 0)
    while i < old.entries.count || j < new.entries.count {
      if j == new.entries.count || i < old.entries.count && old.entries[i].key < new.entries[j].key {
        changes.append(PropertyChange(key: old.entries[i].key, before: old.entries[i].value, after: .null))
        i += 1
      } else if i == old.entries.count || new.entries[j].key < old.entries[i].key {
        changes.append(PropertyChange(key: new.entries[j].key, before: .null, after: new.entries[j].value))
        j += 1
      } else {
        if !Value.areEquivalent(old.entries[i].value, new.entries[j].value) {
          changes.append(
            PropertyChange(key: old.entries[i].key, before: old.entries[i].value, after: new.entries[j].value))
        }
        (i, j) = (i + 1, j + 1)
      }
    }
    return changes
  }
}

extension GraphDifference.Element {
  /// Something that holds on both sides is changed where its properties or labels are.
  fileprivate init(
    _ change: GraphDifference.Change, _ before: ID?, _ after: ID?, _ properties: [GraphDifference.PropertyChange],
    _ labels: (lost: [Text], new: [Text])
  ) {
    let differs = !properties.isEmpty || !labels.lost.isEmpty || !labels.new.isEmpty
    self.change = change == .unchanged && differs ? .changed : change
    (self.before, self.after, self.properties) = (before, after, properties)
    (lostLabels, newLabels) = labels
  }
}

extension Graph {
  fileprivate func properties(of node: NodeID?) -> MapValue { node.map { properties(of: $0) } ?? MapValue([]) }
  fileprivate func properties(of relationship: RelationshipID?) -> MapValue {
    relationship.map { properties(of: $0) } ?? MapValue([])
  }
}
