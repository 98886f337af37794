/// Which nodes and relationships of a graph an analysis sees, and how it sees them.
///
///     var projection = GraphProjection()
///     projection.types = [partners]
///     projection.direction = .undirected
///     let view = try graph.view(projection)
///
/// What is not set leaves nothing out. A relationship is seen only if both its nodes are.
public struct GraphProjection: Sendable {
  /// Which way a relationship leads. Written without a direction (`--`) it leads both ways in each of them.
  public enum Direction: String, CaseIterable, Sendable {
    /// From its start to its end.
    case directed
    /// From its end to its start.
    case reversed
    /// Both ways.
    case undirected
  }

  /// What becomes of several relationships that lead from one node to the same other.
  public enum Parallel: String, CaseIterable, Sendable {
    /// Each counts by itself: a multigraph.
    case keep
    /// One, with the weight of the first.
    case single
    /// One, with the sum of the weights.
    case sum
    /// One, with the least weight.
    case min
    /// One, with the greatest weight.
    case max
    /// One, with their number as its weight.
    case count
  }

  /// Where the weight of a relationship comes from.
  public enum Weight: Sendable {
    /// A numeric property, and what counts where it is missing.
    case property(KeyID, default: Double)
    case computed(@Sendable (RelationshipID) -> Double)
  }

  /// The nodes; repeated ones count once.
  public var nodes: [NodeID]?
  /// Labels of which a node must have one.
  public var labels: [LabelID]?
  /// The relationships; repeated ones count once.
  public var relationships: [RelationshipID]?
  /// Types of which a relationship must have one.
  public var types: [TypeID]?
  /// What must be true of a relationship.
  public var predicate: (@Sendable (RelationshipID) -> Bool)?
  public var direction = Direction.directed
  public var parallel = Parallel.keep
  /// Without one, every relationship weighs 1.
  public var weight: Weight?

  public init() {}
}
