import EntenteSyntax

/// Gives each row once for every row of a procedure with the row's arguments; a procedure without outputs gives the
/// row itself.
final class CallOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let call: BoundCall
  private let context: ExecutionContext
  private let evaluator: Evaluator

  init(_ input: any PhysicalOperator, _ call: BoundCall, context: ExecutionContext) {
    self.input = input
    self.call = call
    self.context = context
    evaluator = Evaluator(context)
    layout = RowLayout(input.layout.variables + call.yielded.map(\.variable))
  }

  func open(_ argument: RowBatch) { input.open(argument) }

  func next() throws(QueryError) -> RowBatch? {
    guard let procedure = context.procedures[call.procedure] else { return nil }
    while let batch = try input.next() {
      var rows: ContiguousArray<Int32> = []
      var columns = [ContiguousArray<Value>](repeating: [], count: call.yielded.count)
      for row in 0..<batch.count {
        try context.monitor.check()
        let results = try results(of: procedure, batch, row)
        try context.monitor.reserve(bytes: results.count * (16 * call.yielded.count + 4))
        context.monitor.note(work: results.count)
        for result in results {
          rows.append(Int32(truncatingIfNeeded: row))
          for (place, yielded) in call.yielded.enumerated() { columns[place].append(result[yielded.field]) }
        }
      }
      guard !rows.isEmpty else { continue }
      return batch.gather(rows).appending(columns.map(Column.values), layout: layout)
    }
    return nil
  }

  private func results(of procedure: Procedure, _ batch: RowBatch, _ row: Int) throws(QueryError) -> [[Value]] {
    var arguments: [Value] = []
    for (expression, input) in zip(call.arguments, procedure.signature.inputs) {
      let value = try evaluator.evaluate(expression, in: batch, row: row)
      guard let argument = value.argument(of: input.kind) else {
        throw .wrongProcedureArgument(
          procedure.signature.name, input.name, expected: input.kind, value, at: expression.range)
      }
      arguments.append(argument)
    }
    let results: [[Value]]
    do throws(QueryError) {
      results = try procedure.body(
        Procedure.Invocation(
          graph: context.graph, arguments: arguments, options: try options(of: procedure, batch, row),
          procedures: context.procedures, monitor: context.monitor, subquery: context.procedureQuery))
    } catch {
      throw error.located(at: call.range)
    }
    let width = procedure.signature.outputs.count
    guard results.allSatisfy({ $0.count == width }) else {
      throw .malformedProcedureRow(procedure.signature.name, outputs: width, at: call.range)
    }
    return width == 0 ? [[]] : results
  }

  /// The map behind the inputs, if the call has one.
  private func options(
    of procedure: Procedure, _ batch: RowBatch, _ row: Int
  ) throws(QueryError) -> ProcedureOptions {
    let signature = procedure.signature
    guard call.arguments.count > signature.inputs.count, let expression = call.arguments.last else {
      return ProcedureOptions()
    }
    var ranges: [Text: SourceRange] = [:]
    if case .map(let entries) = expression.node {
      for entry in entries { ranges[entry.key] = entry.value.range }
    }
    switch try evaluator.evaluate(expression, in: batch, row: row) {
    case .null: return ProcedureOptions()
    case .map(let map): return try ProcedureOptions(map, of: signature, ranges: ranges, at: expression.range)
    case let value:
      throw .wrongProcedureArgument(
        signature.name, ProcedureSignature.optionsName, expected: .map, value, at: expression.range)
    }
  }
}

extension Value {
  /// The value as an argument of a kind: an integer will do for a float; nil where it is of another kind.
  fileprivate func argument(of kind: ValueKind) -> Value? {
    switch (kind, self) {
    case (_, .null), (.any, _), (.null, _): self
    case (.float, .integer(let value)): .float(Double(value))
    case (.boolean, .boolean), (.integer, .integer), (.float, .float), (.number, .integer), (.number, .float),
      (.string, .string), (.map, .map), (.node, .node), (.relationship, .relationship), (.path, .path):
      self
    case (.list(let element), .list(let items)):
      items.allSatisfy { $0.argument(of: element) != nil }
        ? .list(ContiguousArray(items.compactMap { $0.argument(of: element) })) : nil
    default: nil
    }
  }
}
