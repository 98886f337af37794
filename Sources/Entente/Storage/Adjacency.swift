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
