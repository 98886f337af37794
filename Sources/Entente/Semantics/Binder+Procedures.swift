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
      let takesOptions = !signature.options.isEmpty && parameters.contains(ProcedureSignature.optionsName)
      return (signature.inputs.map(\.name) + (takesOptions ? [ProcedureSignature.optionsName] : [])).map {
        BoundExpression(.parameter($0), kind: .any, range: call.procedure.range)
      }
    }
    let count = signature.inputs.count
    let maximum = count + (signature.options.isEmpty ? 0 : 1)
    guard (count...maximum).contains(arguments.count) else {
      throw .wrongArgumentCount(
        of: call.procedure, minimum: count, maximum: maximum, found: arguments.count, at: call.range)
    }
    if arguments.count > count { try checkOptions(arguments[count], signature) }
    let inputs = signature.inputs + [ProcedureSignature.Field(name: ProcedureSignature.optionsName, kind: .map)]
    var checked: [BoundExpression] = []
    for (argument, input) in zip(arguments, inputs) {
      let use = "the argument `\(input.name)` of `\(signature.name)`"
      let bound = try bind(argument)
      // An integer will do where a float is asked for.
      checked.append(bound.kind == .integer && input.kind == .float ? bound : try bound.checked(input.kind, for: use))
    }
    return checked
  }

  /// Refuses unknown names in options that are written out; run time sees the others.
  private func checkOptions(_ options: Expression, _ signature: ProcedureSignature) throws(QueryError) {
    guard case .map(let entries) = options.kind else { return }
    for entry in entries where !signature.options.contains(where: { Text($0.name) == Text(entry.key.text) }) {
      throw .unknownOption(entry.key.text, of: signature, at: entry.key.range)
    }
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
