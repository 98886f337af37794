public import EntenteSyntax

/// The limits of one query.
public struct QueryLimits: Sendable {
  /// Wall time.
  public var time: Duration?
  /// Bytes that growing operators, literals and lists may hold together.
  public var memory: Int?
  /// Rows of the result.
  public var rows: Int?

  public init(time: Duration? = nil, memory: Int? = 4 << 30, rows: Int? = nil) {
    self.time = time
    self.memory = memory
    self.rows = rows
  }
}

/// Watches one running query: time, memory, cancellation.
public final class QueryMonitor: Sendable {
  public init(limits: QueryLimits) {}

  /// Stops the query from another thread: its next check throws.
  public func cancel() {}

  /// Throws when the time is over or the query was cancelled; cheap enough to be called once a batch or 1,000 steps.
  func check() throws(QueryError) {}

  /// Draws bytes from the memory budget before they are allocated.
  func reserve(bytes: Int) throws(QueryError) {}

  /// Gives bytes back.
  func release(bytes: Int) {}
}
