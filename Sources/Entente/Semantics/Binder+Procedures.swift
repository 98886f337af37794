import EntenteSyntax

/// CALL: the procedure, its arguments, and what it yields.
extension Binder {
  /// The variables that the call yields, and the call as clauses.
  mutating func call(
    _ call: ProcedureCall, standalone: Bool
  ) throws(QueryError) -> (yielded: [Variable], clauses: [BoundClause]) {
    let signature = procedures.first { Text($0.name) == Text(call.procedure.text) }
    guard let signature else {
      throw .unknownProcedure(
        name: call.procedure, nearest: NearestName.of(call.procedure.text, among: procedures.map(\.name)))
    }
    aggregates = .forbidden(.clause("CALL"))
    let arguments = try arguments(of: call, signature, standalone: standalone)
    let yielded = try yield(call, signature, standalone: standalone)
    aggregates = .forbidden(.clause("WHERE"))
    let bound = BoundCall(
      procedure: signature.name, arguments: arguments, yielded: yielded, range: call.procedure.range)
    var clauses = [BoundClause.call(bound)]
    if let predicate = call.predicate {
      clauses.append(.filter(try bindPredicate(predicate, of: "the condition of WHERE")))
    }
    return (yielded.map(\.variable), clauses)
  }

  private mutating func arguments(
    of call: ProcedureCall, _ signature: ProcedureSignature, standalone: Bool
  ) throws(QueryError) -> [BoundExpression] {
    guard let arguments = call.arguments else {
      guard standalone else { throw .implicitArguments(name: call.procedure) }
      for input in signature.inputs where !parameters.contains(input.name) {
        throw .missingParameter(
          name: input.name, nearest: NearestName.of(input.name, among: parameters),
          given: parameters.sorted(), at: call.procedure.range)
      }
      return signature.inputs.map {
        BoundExpression(.parameter($0.name), kind: .any, range: call.procedure.range)
      }
    }
    guard arguments.count == signature.inputs.count else {
      throw .wrongArgumentCount(
        of: call.procedure, minimum: signature.inputs.count, maximum: signature.inputs.count,
        found: arguments.count, at: call.range)
    }
    var checked: [BoundExpression] = []
    for (argument, input) in zip(arguments, signature.inputs) {
      let use = "the argument `\(input.name)` of `\(signature.name)`"
      let bound = try bind(argument)
      // An integer will do where a float is asked for.
      checked.append(bound.kind == .integer && input.kind == .float ? bound : try bound.checked(input.kind, for: use))
    }
    return checked
  }

  private mutating func yield(
    _ call: ProcedureCall, _ signature: ProcedureSignature, standalone: Bool
  ) throws(QueryError) -> [(field: Int, variable: Variable)] {
    var yielded: [(field: Int, variable: Variable)] = []
    switch call.yield {
    case .nothing: break
    case .none, .star:
      guard standalone else { break }
      for (index, output) in signature.outputs.enumerated() {
        yielded.append((index, declare(Name(output.name, range: call.procedure.range), output.kind)))
      }
    case .items(let items):
      for item in items {
        guard let index = signature.outputs.firstIndex(where: { Text($0.name) == Text(item.field.text) }) else {
          let names = signature.outputs.map(\.name)
          throw .unknownField(
            name: item.field, procedure: signature.name, fields: names,
            nearest: NearestName.of(item.field.text, among: names))
        }
        yielded.append((index, try declareNew(item.alias ?? item.field, signature.outputs[index].kind)))
      }
    }
    return yielded
  }
}
