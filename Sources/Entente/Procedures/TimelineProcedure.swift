import EntenteSyntax

/// Ties along time as a table.
extension Procedure {
  /// `CALL timeline() YIELD node, tie, other, since, until, at`: a row for each end of each dated relationship, by node
  /// in the order of the graph, and by the first day on which the tie may have held. Dates are partial dates, whatever
  /// form they have in the graph; a relationship of a node with itself has one row.
  static let timeline = Procedure(
    "timeline",
    outputs: [
      ProcedureSignature.Field(name: "node", kind: .node), ProcedureSignature.Field(name: "tie", kind: .relationship),
      ProcedureSignature.Field(name: "other", kind: .node), ProcedureSignature.Field(name: "since", kind: .any),
      ProcedureSignature.Field(name: "until", kind: .any), ProcedureSignature.Field(name: "at", kind: .any),
    ], summary: "The dated relationships of each node, in order of their beginnings."
  ) { call throws(QueryError) in
    let graph = call.graph
    var rows: [(node: UInt32, first: Int64, tie: UInt32, row: [Value])] = []
    for id in 0..<UInt32(graph.relationshipCount) {
      if id % 1024 == 0 { try call.monitor.check() }
      let tie = RelationshipID(id)
      let dates: (since: PartialDate?, until: PartialDate?, at: PartialDate?)
      do throws(RestrictionError) {
        dates = try graph.dates(of: tie)
      } catch {
        throw QueryError(.procedureError, .runtime, "InvalidArgumentValue", error.diagnostic)
      }
      guard let known = dates.at ?? dates.since ?? dates.until else { continue }
      let first = dates.at == nil && dates.since == nil ? .min : known.start.epochDay
      let ends = [graph.source(of: tie), graph.target(of: tie)]
      for (node, other) in [(ends[0], ends[1]), (ends[1], ends[0])] {
        rows.append(
          (
            node.rawValue, first, id,
            [.node(node), .relationship(tie), .node(other)]
              + [dates.since, dates.until, dates.at].map { $0.map { .temporal(.partialDate($0)) } ?? .null }
          ))
        if ends[0] == ends[1] { break }
      }
    }
    return rows.sorted { ($0.node, $0.first, $0.tie) < ($1.node, $1.first, $1.tie) }.map(\.row)
  }
}
