extension Ways {
  /// The ways as a table: a row for each tie of each step, with its evidence; `weakest` marks the weakest link.
  ///
  /// - Parameter language: of the names of nodes, sources and speakers.
  public func table(of graph: Graph, language: String = "en") -> Table {
    let reader = OriginReader(graph, language: language)
    var rows: [[Value]] = []
    for (number, way) in ways.enumerated() {
      for (place, step) in way.steps.enumerated() {
        for (rank, tie) in step.ties.enumerated() {
          let notes = reader.notes(of: .relationship(tie.relationship))
          func list(_ values: [String]) -> Value {
            values.isEmpty ? .null : .string(values.joined(separator: ", "))
          }
          rows.append([
            .integer(Int64(number + 1)), .integer(Int64(place + 1)), .string(reader.name(of: step.from)),
            .string(graph.arrow(tie.relationship, from: step.from)), .string(reader.name(of: step.to)),
            list(notes.flatMap { note in note.sources.map { (note.disputes ? "against: " : "") + String($0) } }),
            list(notes.flatMap(\.places)), list(notes.flatMap(\.claims)), list(notes.flatMap(\.speakers)),
            list(notes.flatMap(\.quotes)), .string(tie.strength.words),
            place == way.weakest && rank == 0 ? .string("weakest") : .null,
          ])
        }
      }
    }
    return Table(
      columns: [
        "way", "step", "from", "tie", "to", "sources", "where", "claim", "by", "quote", "support", "link",
      ], rows: rows, graph: graph)
  }
}

extension Graph {
  /// A relationship as an arrow seen from one of its ends.
  func arrow(_ relationship: RelationshipID, from node: NodeID) -> String {
    let type = catalog.name(of: type(of: relationship))
    if isUndirected(relationship) { return "-[:\(type)]-" }
    return source(of: relationship) == node ? "-[:\(type)]->" : "<-[:\(type)]-"
  }
}

extension TieStrength {
  /// What its support is, in words.
  public var words: String {
    var parts = [sources.isEmpty ? "no source" : sources.count == 1 ? "1 source" : "\(sources.count) sources"]
    if isDisputed { parts.append("disputed") }
    if let confidence { parts.append(confidence) }
    if isInferred { parts.append("inferred") }
    return parts.joined(separator: ", ")
  }
}
