/// What can be called.
extension Procedure {
  static let options = Procedure(
    "dbms.procedureOptions",
    outputs: [.string("procedure"), .string("option"), .string("takes"), .string("description")],
    summary: "The options of the procedures, which a call gives in a map."
  ) { call in
    call.procedures.all.flatMap { procedure in
      procedure.signature.options.map { option in
        [
          .string(procedure.signature.name), .string(option.name), .string(option.kind.words),
          .string(option.summary),
        ]
      }
    }
  }

  static let procedures = Procedure(
    "dbms.procedures", outputs: [.string("name"), .string("signature"), .string("description")],
    summary: "The procedures that CALL can name."
  ) { call in
    call.procedures.all.map { procedure in
      [
        .string(procedure.signature.name), .string(procedure.signature.description), .string(procedure.summary),
      ]
    }
  }

  static let functions = Procedure(
    "dbms.functions", outputs: [.string("name"), .boolean("aggregating")], summary: "The functions of expressions."
  ) { _ in
    let scalar = Function.allCases.map { (name: Text("\($0)"), aggregating: false) }
    let aggregating = AggregateFunction.allCases.map { (name: Text("\($0)"), aggregating: true) }
    return (scalar + aggregating).sorted { $0.name < $1.name }.map { [.string($0.name), .boolean($0.aggregating)] }
  }
}

extension ProcedureSignature: CustomStringConvertible {
  /// As openCypher writes it: `name(input :: KIND) :: (output :: KIND)`.
  public var description: String {
    func list(_ fields: [Field]) -> String {
      "(" + fields.map { "\($0.name) :: \($0.kind.name)" }.joined(separator: ", ") + ")"
    }
    return "\(name)\(list(inputs)) :: \(list(outputs))"
  }
}

extension ValueKind {
  /// The kind's name in signatures.
  var name: String {
    switch self {
    case .list(let element): "LIST<\(element.name)>"
    default: "\(self)".uppercased()
    }
  }
}
