public import EntenteSyntax

/// A procedure that CALL can name, written in Swift.
///
///     let neighbours = Procedure(
///       "my.neighbours", inputs: [.init(name: "node", kind: .node)], outputs: [.init(name: "other", kind: .node)]
///     ) { call in
///       guard case .node(let node) = call.arguments[0] else { return [] }
///       …
///     }
///     var options = QueryOptions()
///     options.procedures.register(neighbours)
///
/// It is called once for every row, with arguments of the kinds of its inputs (or null), and gives rows with a value
/// for every output. It reads the snapshot that the statement has written so far, and writes nothing. A procedure
/// with options takes one map more, which may be left out: `CALL my.neighbours(n, {direction: 'out'})`. One that
/// works for long asks the monitor now and then.
public struct Procedure: Sendable {
  /// One call.
  public struct Invocation: Sendable {
    /// What the calling clause reads.
    public let graph: Graph
    /// One for every input.
    public let arguments: [Value]
    /// What was given by name.
    public let options: ProcedureOptions
    /// What CALL can name in the query.
    public let procedures: ProcedureRegistry
    /// Watches the query that calls.
    public let monitor: QueryMonitor
    /// Answers a reading query on the graph of the call.
    let subquery: Subquery

    /// The text of a query, its parameters over those of the calling query, and where the text is written there.
    typealias Subquery = @Sendable (Graph, String, MapValue, SourceRange?) throws(QueryError) -> Table
  }

  public let signature: ProcedureSignature
  /// One sentence for listings.
  public let summary: String
  public let body: @Sendable (Invocation) throws(QueryError) -> [[Value]]

  public init(
    _ name: String, inputs: [ProcedureSignature.Field] = [], options: [ProcedureSignature.Option] = [],
    outputs: [ProcedureSignature.Field] = [], summary: String = "",
    _ body: @escaping @Sendable (Invocation) throws(QueryError) -> [[Value]]
  ) {
    signature = ProcedureSignature(name: name, inputs: inputs, options: options, outputs: outputs)
    self.summary = summary
    self.body = body
  }
}

/// The procedures that the queries of some options can call, by name.
public struct ProcedureRegistry: Sendable {
  private var procedures: [Text: Procedure] = [:]

  public init(_ procedures: [Procedure] = []) {
    for procedure in procedures { register(procedure) }
  }

  /// Adds a procedure; one of the same name gives way.
  public mutating func register(_ procedure: Procedure) {
    procedures[Text(procedure.signature.name)] = procedure
  }

  /// The procedure with a name, or nil.
  public subscript(name: String) -> Procedure? { procedures[Text(name)] }

  /// All procedures in order of their names.
  public var all: [Procedure] { procedures.sorted { $0.key < $1.key }.map(\.value) }
}
