import EntenteSyntax

/// Who stands in which camp: analyses of signed graphs.
extension Procedure {
  static let signed: [Procedure] = [
    .frustration, .camps, .straddlers, .signedTies, .frenemies, .signedTriangles, .signedBalance, .signedDegree,
    .pnIndex, .signedEigenvector, .brokerRoles,
  ]

  static let frustration = Procedure(
    "signed.frustration", options: AnalysisOptions.signs + [AnalysisOptions.effort, AnalysisOptions.campCount],
    outputs: [.integer("index"), .integer("lowerBound"), .boolean("exact")],
    summary: "The least number of ties to take out until two camps exist."
  ) { (call) throws(QueryError) in
    let view = try call.signedView()
    if let limit = call.campLimit {
      let balance = try view.weakBalance(
        camps: limit, count: call.tieCount, effort: call.effort, monitor: call.monitor)
      return [
        [.integer(Int64(balance.index)), .integer(Int64(balance.lowerBound)), .boolean(balance.isExact)]
      ]
    }
    let frustration = try call.frustration(of: view)
    return [
      [
        .integer(Int64(frustration.index)), .integer(Int64(frustration.lowerBound)),
        .boolean(frustration.isExact),
      ]
    ]
  }

  static let camps = Procedure(
    "signed.camps",
    options: AnalysisOptions.signs + [
      AnalysisOptions.effort, AnalysisOptions.campCount,
      .init("limit", .integer(1...1_000_000), "how many splits at most: 100"),
    ],
    outputs: [.integer("split"), .integer("camp"), .node("node")],
    summary: "The camps of the nodes in each split with the least frustration."
  ) { (call) throws(QueryError) in
    let view = try call.signedView()
    let splits: [ContiguousArray<Int>]
    if let limit = call.campLimit {
      splits = [
        try view.weakBalance(camps: limit, count: call.tieCount, effort: call.effort, monitor: call.monitor).camps
      ]
    } else {
      let limit = call.options.integer("limit") ?? 100
      let frustration = try call.frustration(of: view)
      let found = try frustration.splits(limit: limit, monitor: call.monitor)
      if !found.areAll {
        call.monitor.warn(
          frustration.isExact
            ? .splitsMissing(isCut: found.splits.count >= limit, count: found.splits.count)
            : .splitNotProven(lowerBound: frustration.lowerBound, index: frustration.index))
      }
      splits = found.splits
    }
    var rows: [[Value]] = []
    for (number, split) in splits.enumerated() {
      let members = split.indices.filter { split[$0] > 0 }.sorted { (split[$0], $0) < (split[$1], $1) }
      try call.monitor.charge(elements: (rows.count + members.count) * 6)
      for node in members {
        rows.append([.integer(Int64(number + 1)), .integer(Int64(split[node])), .node(view.node(at: node))])
      }
    }
    return rows
  }

  static let straddlers = Procedure(
    "signed.straddlers", options: AnalysisOptions.signs + [AnalysisOptions.effort],
    outputs: [.node("node"), .integer("component")],
    summary: "The nodes that not every best split puts on the same side of the others."
  ) { (call) throws(QueryError) in
    let view = try call.signedView()
    return try call.frustration(of: view).straddlers(monitor: call.monitor).map {
      [.node(view.node(at: $0.node)), .integer(Int64($0.component))]
    }
  }

  static let signedTies = Procedure(
    "signed.ties", options: AnalysisOptions.signs + [AnalysisOptions.effort],
    outputs: [
      .relationship("relationship"), .integer("sign"), .string("standing"),
    ],
    summary: "Whether every best split satisfies a tie, frustrates it, or some do and some do not."
  ) { (call) throws(QueryError) in
    let view = try call.signedView()
    return try call.frustration(of: view).ties(of: view, monitor: call.monitor).map {
      [.relationship($0.relationship), .integer(Int64($0.sign)), .string($0.standing.rawValue)]
    }
  }

  static let frenemies = Procedure(
    "signed.frenemies", options: AnalysisOptions.signs + [AnalysisOptions.effort],
    outputs: [.node("a"), .node("b"), .string("reason")],
    summary: "Pairs that are partners and rivals at once, or partners across camps."
  ) { (call) throws(QueryError) in
    let view = try call.signedView()
    return try call.frustration(of: view).frenemies(monitor: call.monitor).map {
      [.node(view.node(at: $0.first)), .node(view.node(at: $0.second)), .string($0.reason.rawValue)]
    }
  }

  static let signedTriangles = Procedure(
    "signed.triangles", options: AnalysisOptions.signs,
    outputs: [.node("a"), .node("b"), .node("c"), .integer("positive"), .boolean("balanced")],
    summary: "The triangles, with how many of their ties are positive."
  ) { (call) throws(QueryError) in
    let view = try call.signedView()
    return try view.signedTriangles(count: call.tieCount, monitor: call.monitor).map { triangle in
      triangle.nodes.map { .node(view.node(at: $0)) }
        + [.integer(Int64(triangle.positive)), .boolean(triangle.isBalanced)]
    }
  }

  static let signedBalance = Procedure(
    "signed.balance", options: AnalysisOptions.signs + [AnalysisOptions.effort],
    outputs: [.string("measure"), .float("value")],
    summary: "The degree of balance, from 0 to 1: by triangles, by walks, by frustration."
  ) { (call) throws(QueryError) in
    let balance = try call.signedView().signedBalance(
      count: call.tieCount, effort: call.effort, monitor: call.monitor)
    let measures = [("triangles", balance.triangles), ("walk", balance.walk), ("frustration", balance.frustration)]
    return measures.map { [.string($0.0), $0.1.map { .float($0) } ?? .null] }
  }
}

extension Diagnostic {
  fileprivate static func splitNotProven(lowerBound: Int, index: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "01N61", "`signed.camps` gives the best split found, and others may be better",
      notes: ["it frustrates \(index) ties, and every split at least \(lowerBound)"],
      help: ["choose a part of the graph with `match` or `types`, or raise `effort`"])
  }

  fileprivate static func splitsMissing(isCut: Bool, count: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "01N60",
      "`signed.camps` lists \(count == 1 ? "1 best split" : "\(count) best splits"), and there \(isCut ? "are" : "may be") more",
      help: [
        isCut ? "raise `limit` to list more" : "raise `effort` to look for all",
        "`signed.straddlers` and `signed.ties` tell what all best splits agree on",
      ])
  }
}
