import EntenteSyntax

/// Procedures that give each node of a projection a value, or each relationship.
extension Procedure {
  /// A procedure with a row of a node and a value for each node of the view; what is not a number is null.
  static func nodeMeasure(
    _ name: String, _ output: String = "score", kind: ValueKind = .float, options: [ProcedureSignature.Option],
    direction: GraphProjection.Direction = .directed, summary: String,
    _ measure: @escaping @Sendable (Invocation, GraphView) throws(QueryError) -> ContiguousArray<Double>
  ) -> Procedure {
    Procedure(
      name, options: options, outputs: [.node("node"), ProcedureSignature.Field(name: output, kind: kind)],
      summary: summary
    ) { (call) throws(QueryError) in
      let view = try call.graph.view(try call.projection(direction: direction), monitor: call.monitor)
      let values = try measure(call, view)
      return try call.rows(view.nodeCount, of: 2) { index in
        let value = values[index]
        return [.node(view.node(at: index)), kind == .integer ? .integer(Int64(value)) : .measured(value)]
      }
    }
  }

  /// A procedure with a row of a node and its group for each node of the view, and what else each row holds.
  static func nodeGroups(
    _ name: String, _ output: String, options: [ProcedureSignature.Option],
    direction: GraphProjection.Direction = .undirected, summary: String,
    _ partition: @escaping @Sendable (Invocation, GraphView) throws(QueryError) -> Partition
  ) -> Procedure {
    nodeMeasure(name, output, kind: .integer, options: options, direction: direction, summary: summary) {
      (call, view) throws(QueryError) in
      ContiguousArray(try partition(call, view).groups.lazy.map(Double.init))
    }
  }
}

extension Procedure.Invocation {
  /// So many rows, with their memory drawn from the budget of the query before they are made.
  func rows(_ count: Int, of width: Int, _ row: (Int) throws(QueryError) -> [Value]) throws(QueryError) -> [[Value]] {
    let memory = try MemoryReservation(bytes: count * (40 + 16 * width), of: monitor)
    defer { memory.release() }
    var rows: [[Value]] = []
    rows.reserveCapacity(count)
    for index in 0..<count { rows.append(try row(index)) }
    return rows
  }
}

extension ProcedureSignature.Field {
  static func node(_ name: String) -> Self { Self(name: name, kind: .node) }
  static func relationship(_ name: String) -> Self { Self(name: name, kind: .relationship) }
  static func float(_ name: String) -> Self { Self(name: name, kind: .float) }
  static func integer(_ name: String) -> Self { Self(name: name, kind: .integer) }
}

extension ProcedureSignature.Option {
  static let seed = Self("seed", .integer(0...Int64.max), "decides what is drawn at random: 0")
  static let normalized = Self("normalized", .boolean, "whether scores of graphs of any size compare: false")
  static let resolution = Self("resolution", .number(0...1e9), "greater values give smaller groups: 1")
  static let tolerance = Self("tolerance", .number(1e-15...1), "done once an iteration changes less: 1e-10")

  static func maxIterations(_ number: Int) -> Self {
    Self("maxIterations", .integer(1...1_000_000_000), "an error after so many iterations: \(number)")
  }
}

extension Value {
  /// A number, or null for one that is not defined.
  static func measured(_ number: Double) -> Value { number.isNaN ? .null : .float(number) }
}
