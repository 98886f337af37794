import EntenteSyntax

extension PatternPlanner {
  /// The nodes of a pattern whose id in the file its predicates say: `a.id = $id`, `{id: row.id}`, `a.id IN list`.
  ///
  ///     UNWIND $pairs AS p MATCH (a {id: p.from})-[r]-(b {id: p.to})
  ///
  ///     ExpandInto (a)-[r]-(b)
  ///       NodeSeek b.id = p.to
  ///         NodeSeek a.id = p.from
  ///           Unwind $pairs AS p
  ///
  /// A predicate that can fail stays at the end; the seek only leaves out nodes for which it would be false.
  struct Seeks {
    struct Seek {
      let node: Variable
      let ids: LogicalPlan.SoughtIDs
      /// The variables that rows must have before.
      let needs: Set<Variable>
      /// Where the predicate waits; nil where it stays at the end.
      let place: Int?
    }

    /// Those whose ids follow from nothing but parameters, by node.
    private var independent: [Variable: [Seek]] = [:]
    /// Those whose ids follow from other variables, in the order written.
    private var correlated: [Seek] = []

    init(_ predicates: [(predicate: BoundExpression, place: Int?)], in pattern: BoundPattern) {
      let nodes = Set(pattern.nodes.lazy.filter { !$0.isBound }.map(\.variable))
      for (predicate, place) in predicates {
        for node in predicate.variables.intersection(nodes).sorted(by: { $0.id < $1.id }) {
          guard let ids = predicate.ids(of: node) else { continue }
          let seek = Seek(node: node, ids: ids, needs: ids.value.variables, place: place)
          if seek.needs.isEmpty { independent[node, default: []].append(seek) } else { correlated.append(seek) }
        }
      }
    }

    func byValue(of node: Variable) -> Seek? { independent[node]?.first { !$0.ids.isList } }

    func byList(of node: Variable) -> Seek? { independent[node]?.first { $0.ids.isList } }

    /// A node that is in no part yet and whose id, or list of ids, the variables of a part say.
    mutating func next(after bound: Set<Variable>, placed: Set<Variable>, lists: Bool) -> Seek? {
      guard !correlated.isEmpty else { return nil }
      correlated.removeAll { placed.contains($0.node) }
      return correlated.first { $0.ids.isList == lists && $0.needs.isSubset(of: bound) }
    }
  }
}

extension BoundExpression {
  /// The ids of which a node must have one for the predicate to be true, where its form says that.
  fileprivate func ids(of node: Variable) -> LogicalPlan.SoughtIDs? {
    var ids: LogicalPlan.SoughtIDs?
    if let value = equals(property: "id", of: node) {
      ids = LogicalPlan.SoughtIDs(value: value, isList: false)
    } else if case .in(let element, let list) = self.node, case .property(let base, "id") = element.node,
      case .variable(node) = base.node
    {
      ids = LogicalPlan.SoughtIDs(value: list, isList: true)
    }
    return ids.flatMap { $0.value.variables.contains(node) || !$0.value.isRepeatable ? nil : $0 }
  }
}
