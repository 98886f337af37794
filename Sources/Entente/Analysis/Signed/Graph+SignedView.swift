public import EntenteSyntax

extension Graph {
  /// A part of this graph as a signed graph: partnership weighs 1, rivalry -1, and what has no sign is left out.
  ///
  ///     let index = try graph.signedView().frustration().index
  ///
  /// The sign of a relationship is that which `signs` gives its type, else its own property `sign`, else that of its
  /// type in the schema. Directions do not count, and a node without a signed relationship is left out.
  ///
  /// - Throws: an error for a property `sign` that is not 1, -1 or 0.
  /// - Complexity: O(nodes + relationships)
  public func signedView(
    _ projection: GraphProjection = GraphProjection(), signs: [TypeID: Int] = [:],
    monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> GraphView {
    let signs = try relationshipSigns(overridden: signs)
    var projection = projection
    let predicate = projection.predicate
    projection.direction = .undirected
    projection.parallel = .keep
    projection.predicate = { id in signs(id) != 0 && predicate?(id) ?? true }
    projection.weight = .computed { id in Double(signs(id)) }
    let view = try view(projection, monitor: monitor)
    projection.nodes = (0..<view.nodeCount).filter { view.outgoing.degree(of: $0) > 0 }.map { view.node(at: $0) }
    return try self.view(projection, monitor: monitor)
  }

  /// The sign of each relationship.
  func relationshipSigns(overridden: [TypeID: Int]) throws(QueryError) -> @Sendable (RelationshipID) -> Int {
    let known = Dictionary(
      uniqueKeysWithValues: catalog.types.map { ($0, facts.sign(ofType: String(catalog.name(of: $0)))) })
    guard let key = catalog.key("sign"), relationshipColumn(key) != nil else {
      return { [self] id in
        let type = type(of: id)
        return overridden[type] ?? known[type] ?? 0
      }
    }
    for raw in 0..<UInt32(relationshipCount) {
      let value = property(key, of: RelationshipID(raw))
      if !value.isNull, value.sign == nil { throw .noSign(value, of: elementID(of: RelationshipID(raw))) }
    }
    return { [self] id in
      let type = type(of: id)
      return overridden[type] ?? property(key, of: id).sign ?? known[type] ?? 0
    }
  }
}

extension Value {
  /// 1, -1 or 0, where the value is one of these.
  var sign: Int? {
    switch self {
    case .integer(let value): (-1...1).contains(value) ? Int(value) : nil
    case .float(let value): [-1, 0, 1].contains(value) ? Int(value) : nil
    default: nil
    }
  }
}
