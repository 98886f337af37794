import EntenteSyntax

/// Centralities of signed graphs.
extension Procedure {
  static let signedDegree = Procedure(
    "signed.degree", options: AnalysisOptions.signs,
    outputs: [
      .node("node"), .integer("positive"), .integer("negative"), .integer("net"),
      .float("ratio"),
    ],
    summary: "The positive and negative ties of each node."
  ) { (call) throws(QueryError) in
    let view = try call.signedView()
    return try view.signedDegrees(count: call.tieCount, monitor: call.monitor).enumerated().map { index, degree in
      [
        .node(view.node(at: index)), .integer(Int64(degree.positive)), .integer(Int64(degree.negative)),
        .integer(Int64(degree.net)), degree.ratio.map { .float($0) } ?? .null,
      ]
    }
  }

  static let pnIndex = Procedure(
    "signed.pn", options: AnalysisOptions.signs,
    outputs: [.node("node"), .float("score")],
    summary: "The PN index of Everett and Borgatti."
  ) { (call) throws(QueryError) in
    let view = try call.signedView()
    return try view.pnIndex(monitor: call.monitor).enumerated().map { [.node(view.node(at: $0)), .float($1)] }
  }

  static let signedEigenvector = Procedure(
    "signed.eigenvector", options: AnalysisOptions.signs,
    outputs: [.node("node"), .float("score")],
    summary: "The status of Bonacich and Lloyd: the dominant eigenvector of the signed ties."
  ) { (call) throws(QueryError) in
    let view = try call.signedView()
    return try view.signedEigenvector(monitor: call.monitor).enumerated().map {
      [.node(view.node(at: $0)), .float($1)]
    }
  }
}
