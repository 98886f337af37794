/// The relationships of one type as compressed sparse rows, both directions.
///
///     outgoing(n)  positions p; relationship id = firstRelationship + p, neighbour = target(at: p); sorted by target
///     incoming(n)  positions p; relationship id = incomingRelationship(at: p), neighbour = source(at: p); sorted by source
///
/// Twelve bytes a relationship (target, source, out-position of an incoming one) and the offsets. Neighbours that
/// are connected several times stand in the order in which the relationships were added. A relationship from a node
/// to itself stands in both lists of the node: who follows both directions must skip it in one of them. An
/// undirected relationship stands, like any other, once: at its written source and target.
public struct Adjacency: Sendable {
  /// The id of the relationship at out-position 0; the others of the type follow without a gap.
  public let firstRelationship: UInt32
  let rows: CompressedRows

  /// The number of relationships of the type.
  public var count: Int { rows.targets.count }

  /// The ids of all relationships of the type.
  public var relationships: Range<UInt32> { firstRelationship..<(firstRelationship + UInt32(count)) }

  /// The out-positions of a node's relationships; their number is the node's out-degree.
  ///
  /// - Complexity: O(1), or O(log *rows*) for a type with few relationships.
  @inline(__always)
  public func outgoing(_ node: NodeID) -> Range<Int> { rows.outgoing.places(of: node.rawValue) }

  /// The neighbour at an out-position.
  @inline(__always)
  public func target(at position: Int) -> NodeID { NodeID(rows.targets[position]) }

  /// The relationship at an out-position.
  @inline(__always)
  public func outgoingRelationship(at position: Int) -> RelationshipID {
    RelationshipID(firstRelationship &+ UInt32(truncatingIfNeeded: position))
  }

  /// The in-positions of a node's relationships; their number is the node's in-degree.
  ///
  /// - Complexity: O(1), or O(log *rows*) for a type with few relationships.
  @inline(__always)
  public func incoming(_ node: NodeID) -> Range<Int> { rows.incoming.places(of: node.rawValue) }

  /// The neighbour at an in-position.
  @inline(__always)
  public func source(at position: Int) -> NodeID { NodeID(rows.sources[position]) }

  /// The relationship at an in-position.
  @inline(__always)
  public func incomingRelationship(at position: Int) -> RelationshipID {
    RelationshipID(firstRelationship &+ rows.outPositions[position])
  }

  /// The out-positions of the relationships from one node to another, in order of adding.
  ///
  /// - Complexity: O(log *degree*)
  public func outgoing(_ source: NodeID, to target: NodeID) -> Range<Int> {
    let positions = outgoing(source)
    let first = rows.targets.lowerBound(of: target.rawValue, in: positions)
    return first..<rows.targets.upperBound(of: target.rawValue, in: first..<positions.upperBound)
  }

  /// Whether a relationship leads from one node to another.
  ///
  /// - Complexity: O(log *degree*)
  public func connects(_ source: NodeID, to target: NodeID) -> Bool {
    let positions = outgoing(source)
    let first = rows.targets.lowerBound(of: target.rawValue, in: positions)
    return first < positions.upperBound && rows.targets[first] == target.rawValue
  }

  /// The source of the relationship at an out-position.
  ///
  /// - Complexity: O(log *nodes*)
  func source(ofOutgoing position: Int) -> UInt32 { rows.outgoing.row(at: position) }
}

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
