public import EntenteSyntax

/// The answer to a query: named columns, rows, and the snapshot that its nodes and relationships are in.
public struct Table: Sendable {
  /// The exact source text of each item, or its alias.
  public var columns: [String]
  public var rows: [[Value]]
  /// The snapshot after the query.
  public var graph: Graph
  public var sideEffects: GraphTransaction.SideEffects
  /// Where the elements of the snapshot that was asked are in ``graph``; those beyond its end are deleted. Nil where
  /// none moved.
  public var renumbered: Renumbering?
  /// What in the query is likely a slip, or slow, see ``QueryWarnings``; then what is missing from the answer.
  public var warnings: [Diagnostic] = []
  /// The part of the whole graph that ``graph`` is.
  public var restriction = GraphRestriction()

  /// For each row the nodes and relationships that it rests on, each once, with the ends of the relationships; nil where
  /// not asked for.
  public var lineage: [[Value]]?
  /// What formats print with the rows, where given.
  public var footnotes: Footnotes?

  public init(
    columns: [String], rows: [[Value]], graph: Graph, sideEffects: GraphTransaction.SideEffects = .init(),
    renumbered: Renumbering? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.graph = graph
    self.sideEffects = sideEffects
    self.renumbered = renumbered
  }
}
