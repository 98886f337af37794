import EntenteSyntax

/// CALL: the procedure, its arguments, and what it yields.
extension Binder {
  /// The variables that the call yields.
  mutating func call(_ call: ProcedureCall, standalone: Bool) throws(QueryError) -> [Variable] {
    let signature = procedures.first { Text($0.name) == Text(call.procedure.text) }
    guard let signature else {
      throw .unknownProcedure(
        name: call.procedure, nearest: NearestName.of(call.procedure.text, among: procedures.map(\.name)))
    }
    aggregates = .forbidden(.clause("CALL"))
    try checkArguments(of: call, signature, standalone: standalone)
    let yielded = try yield(call, signature, standalone: standalone)
    aggregates = .forbidden(.clause("WHERE"))
    if let predicate = call.predicate { _ = try bindPredicate(predicate, of: "WHERE") }
    markUnsupported("CALL", at: call.range)
    return yielded
  }

  private mutating func checkArguments(
    of call: ProcedureCall, _ signature: ProcedureSignature, standalone: Bool
  ) throws(QueryError) {
    guard let arguments = call.arguments else {
      guard standalone else { throw .implicitArguments(name: call.procedure) }
      for input in signature.inputs where !parameters.contains(input.name) {
        throw .missingParameter(
          name: input.name, nearest: NearestName.of(input.name, among: parameters),
          given: parameters.sorted(), at: call.procedure.range)
      }
      return
    }
    guard arguments.count == signature.inputs.count else {
      throw .wrongArgumentCount(
        of: call.procedure, minimum: signature.inputs.count, maximum: signature.inputs.count,
        found: arguments.count, at: call.range)
    }
    for (argument, input) in zip(arguments, signature.inputs) {
      let use = "the argument `\(input.name)` of `\(signature.name)`"
      let bound = try bind(argument)
      // An integer will do where a float is asked for.
      if bound.kind == .integer, input.kind == .float { continue }
      _ = try bound.checked(input.kind, for: use)
    }
  }

  private mutating func yield(
    _ call: ProcedureCall, _ signature: ProcedureSignature, standalone: Bool
  ) throws(QueryError) -> [Variable] {
    var yielded: [Variable] = []
    switch call.yield {
    case .nothing: break
    case .none, .star:
      guard standalone else { break }
      for output in signature.outputs {
        yielded.append(declare(Name(output.name, range: call.procedure.range), output.kind))
      }
    case .items(let items):
      for item in items {
        guard let output = signature.outputs.first(where: { Text($0.name) == Text(item.field.text) }) else {
          let names = signature.outputs.map(\.name)
          throw .unknownField(
            name: item.field, procedure: signature.name, fields: names,
            nearest: NearestName.of(item.field.text, among: names))
        }
        yielded.append(try declareNew(item.alias ?? item.field, output.kind))
      }
    }
    return yielded
  }
}
