/// A parsed query: what comes out of the parser, with a range on everything.
///
/// `AS OF '1914' MATCH (n) RETURN n` has a date, and `EXPLAIN MATCH (n) RETURN n UNION ALL MATCH (m) RETURN m` has mode `explain`, two parts and one union.
public struct Query: Sendable, Hashable {
  public enum Mode: Sendable, Hashable { case run, explain, profile }

  /// How two neighbouring parts are joined.
  public struct Union: Sendable, Hashable {
    /// `UNION ALL` keeps duplicates, `UNION` does not.
    public var all: Bool
    public var range: SourceRange

    public init(all: Bool, range: SourceRange) {
      self.all = all
      self.range = range
    }
  }

  public var mode: Mode
  /// The date of `AS OF`, as of which the graph is asked.
  public var asOf: Expression?
  /// At least one.
  public var parts: [SingleQuery]
  /// One fewer than `parts`.
  public var unions: [Union]
  public var range: SourceRange

  public init(
    mode: Mode, asOf: Expression? = nil, parts: [SingleQuery], unions: [Union], range: SourceRange
  ) {
    self.mode = mode
    self.asOf = asOf
    self.parts = parts
    self.unions = unions
    self.range = range
  }
}

/// A sequence of clauses without `UNION`.
public struct SingleQuery: Sendable, Hashable {
  public var clauses: [Clause]
  public var range: SourceRange

  public init(clauses: [Clause], range: SourceRange) {
    self.clauses = clauses
    self.range = range
  }
}

/// A name as written in a query, without its backquotes.
public struct Name: Sendable, Hashable {
  public var text: String
  public var range: SourceRange

  public init(_ text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}
