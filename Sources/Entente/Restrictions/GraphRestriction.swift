/// Which part of a graph is to be believed: what holds as of a date, what some sources say, what stands without others.
///
///     var restriction = GraphRestriction()
///     restriction.asOf = try PartialDate("1907")
///     let powers = try graph.restricted(to: restriction).graph
///     try powers.query("MATCH (a)-[:RIVALS]-(b) RETURN a.name, b.name")
///
/// A restricted graph is a graph: queries, procedures and pictures work on it and know nothing of the restriction.
/// Ids in a file, names and what the schema says are those of the whole graph.
public struct GraphRestriction: Sendable, Hashable {
  /// Leaves out what does not hold as of the date; see ``ElementDates``.
  public var asOf: PartialDate?
  /// Whether what had ended by then is kept; what had not begun is left out all the same.
  public var keepsEnded = false
  /// Sources, outlets, publishers or confidences, by id or name: what none of these says is left out. Of several
  /// sources any will do, of several confidences too; with both a relationship needs both.
  public var accordingTo: [String]
  /// Sources, outlets, publishers or confidences, by id or name: what only these say is left out.
  public var without: [String]

  public init(asOf: PartialDate? = nil, accordingTo: [String] = [], without: [String] = []) {
    self.asOf = asOf
    self.accordingTo = accordingTo
    self.without = without
  }

  /// Whether nothing is left out.
  public var isEmpty: Bool { asOf == nil && accordingTo.isEmpty && without.isEmpty }
}

/// A graph after a restriction.
public struct RestrictedGraph: Sendable {
  public let graph: Graph
  /// Where the elements of the whole graph are; nil where none moved. What is left out has no new id.
  public let renumbered: Renumbering?
}

extension Graph {
  /// The part of the graph that a restriction lets stand; the graph itself where that is all of it.
  ///
  /// - Throws: a ``RestrictionError``, such as for a date that cannot be read.
  /// - Complexity: O(nodes + relationships + values) where something is left out, else O(dated elements).
  public func restricted(to restriction: GraphRestriction) throws(RestrictionError) -> RestrictedGraph {
    var remainder = Remainder()
    if let date = restriction.asOf {
      try remainder.leaveOutWhatDoesNotHold(asOf: date, keepsEnded: restriction.keepsEnded, in: self)
    }
    if !restriction.accordingTo.isEmpty || !restriction.without.isEmpty {
      let chosen = try SourceSelection(restriction.accordingTo, in: self)
      let left = try SourceSelection(restriction.without, in: self)
      remainder.leaveOutWhatDoesNotStand(accordingTo: chosen, without: left, in: self)
    }
    guard !remainder.isAll else { return RestrictedGraph(graph: self, renumbered: nil) }
    do throws(StorageError) {
      let (graph, renumbered) = try leavingOut(
        nodes: remainder.fallenNodes, relationships: remainder.fallenRelationships, nodeValues: remainder.nodeValues,
        relationshipValues: remainder.relationshipValues)
      return RestrictedGraph(graph: graph, renumbered: renumbered)
    } catch {
      throw .storage(error)
    }
  }
}

/// What a restriction leaves out.
struct Remainder {
  var fallenNodes: Set<UInt32> = []
  var fallenRelationships: Set<UInt32> = []
  /// Values that are not as in the whole graph, by key; null for none.
  var nodeValues: [Text: [UInt32: Value]] = [:]
  var relationshipValues: [Text: [UInt32: Value]] = [:]

  var isAll: Bool {
    fallenNodes.isEmpty && fallenRelationships.isEmpty && nodeValues.isEmpty && relationshipValues.isEmpty
  }
}
