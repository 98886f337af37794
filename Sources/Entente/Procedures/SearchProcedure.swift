import EntenteSyntax

/// Nodes by their names.
extension Procedure {
  static let search = Procedure(
    "search", inputs: [.string("words")],
    options: [
      .init("labels", .names, "only nodes with one of these labels"),
      .init("lang", .string, "in whose order equal matches stand: 'en'"),
      .init("limit", .integer(1...Int64.max), "at most so many"),
    ],
    outputs: [
      ProcedureSignature.Field(name: "node", kind: .node), .string("name"), .string("key"), .string("how"),
      ProcedureSignature.Field(name: "score", kind: .float),
    ],
    summary: "The nodes that words fit by name, alias or id in any script, the best first."
  ) { call throws(QueryError) in
    guard case .string(let words)? = call.arguments.first else { return [] }
    let matches = try names.index(of: call.graph, monitor: call.monitor).find(
      String(words), labels: call.labels(), language: call.options.string("lang") ?? "en",
      limit: call.options.integer("limit") ?? .max, monitor: call.monitor)
    return matches.map { match -> [Value] in
      [
        .node(match.node), .string(match.name), .string(match.key), .string(match.how), .float(match.score),
      ]
    }
  }

  private static let names = NameIndexCache()
}
