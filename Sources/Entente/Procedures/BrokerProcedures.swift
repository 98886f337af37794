import EntenteSyntax

/// Who stands between others.
extension Procedure {
  static let brokerRoles = Procedure(
    "broker.roles",
    options: AnalysisOptions.signs + [
      AnalysisOptions.effort,
      .init("group", .string, "the key of the property that groups nodes; else the camps of the best split"),
      .init("direction", .choice(of: GraphProjection.Direction.self), "which way ties lead: directed"),
    ],
    outputs: [.node("node"), .string("role"), .integer("count")],
    summary: "How often a node stands between two others that have no tie, by the groups of the three."
  ) { (call) throws(QueryError) in
    let projection = try call.projection()
    let groups = try call.groups(projection)
    let view = try call.graph.view(try call.brokerable(projection), monitor: call.monitor)
    let counts = try view.brokerage(
      groups: ContiguousArray((0..<view.nodeCount).map { groups[view.node(at: $0)] }), monitor: call.monitor)
    return counts.enumerated().flatMap { index, counts in
      BrokerageRole.allCases.compactMap { role in
        counts[role].map { [.node(view.node(at: index)), .string(role.rawValue), .integer(Int64($0))] }
      }
    }
  }
}

extension Procedure.Invocation {
  /// The group of each node that has one.
  fileprivate func groups(_ projection: GraphProjection) throws(QueryError) -> [NodeID: Int] {
    var groups: [NodeID: Int] = [:]
    if let name = options.string("group") {
      guard let key = graph.catalog.key(Text(name)), graph.nodeColumn(key) != nil else {
        let names = graph.catalog.keys.filter { graph.nodeColumn($0) != nil }
          .map { String(graph.catalog.name(of: $0)) }
        throw .unknownGroup(name, nearest: NearestName.of(name, among: names), at: options.range(of: "group"))
      }
      var numbers: [EquivalenceKey: Int] = [:]
      for raw in 0..<UInt32(graph.nodeCount) {
        let value = graph.property(key, of: NodeID(raw))
        guard !value.isNull else { continue }
        let number = numbers[EquivalenceKey(value)] ?? numbers.count
        numbers[EquivalenceKey(value)] = number
        groups[NodeID(raw)] = number
      }
      return groups
    }
    let view = try graph.signedView(projection, signs: try givenSigns(), monitor: monitor)
    let camps = try frustration(of: view).splits(limit: 1, monitor: monitor).splits.first ?? []
    for (node, camp) in camps.enumerated() where camp > 0 { groups[view.node(at: node)] = camp }
    return groups
  }

  /// The ties over which somebody can broker: nobody does over a rivalry.
  fileprivate func brokerable(_ projection: GraphProjection) throws(QueryError) -> GraphProjection {
    let signs = try graph.relationshipSigns(overridden: try givenSigns())
    var projection = projection
    projection.predicate = { signs($0) >= 0 }
    return projection
  }
}

extension QueryError {
  fileprivate static func unknownGroup(_ name: String, nearest: String?, at range: SourceRange?) -> QueryError {
    QueryError(
      .argumentError, .runtime, "InvalidArgumentValue",
      Diagnostic(
        .error, code: "42N62", "no node has a property `\(name)`, which the option `group` names", at: range,
        help: nearest.map { ["did you mean `\($0)`?"] } ?? []))
  }
}
