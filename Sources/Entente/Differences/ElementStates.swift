/// Which elements of a graph hold as of a date, and of the others whether they did or will.
struct ElementStates {
  enum State { case holds, over, notYet }

  private var nodes: [State]
  private var relationships: [State]

  /// A relationship does not hold without its ends. One whose `status` is `ended` is over, whatever its dates.
  ///
  /// - Throws: a ``RestrictionError`` for a date that cannot be read.
  init(_ graph: Graph, asOf date: PartialDate?) throws(RestrictionError) {
    let day = date.map { DaySpan($0) } ?? .always
    var dates = ElementDates()
    let keys = Set(ElementDates.keys.compactMap { graph.catalog.key($0) })
    let status = graph.catalog.key("status")
    nodes = [State](repeating: .holds, count: graph.nodeCount)
    relationships = [State](repeating: .holds, count: graph.relationshipCount)
    let datedNodes = keys.filter { graph.nodeColumn($0) != nil }
    if !datedNodes.isEmpty {
      for raw in 0..<UInt32(graph.nodeCount) {
        let node = NodeID(raw)
        do throws(UnreadableDate) {
          let span = try dates.span { key in graph.catalog.key(key).map { graph.property($0, of: node) } ?? .null }
          nodes[Int(raw)] = Self.state(span, on: day)
        } catch {
          throw error.error(of: "node \(graph.elementID(of: node))")
        }
      }
    }
    let hasDates = keys.contains { graph.relationshipColumn($0) != nil }
    for raw in 0..<UInt32(graph.relationshipCount) {
      let relationship = RelationshipID(raw)
      var state = State.holds
      if hasDates {
        do throws(UnreadableDate) {
          let span = try dates.span { key in
            graph.catalog.key(key).map { graph.property($0, of: relationship) } ?? .null
          }
          state = Self.state(span, on: day)
        } catch {
          throw error.error(of: "relationship \(graph.elementID(of: relationship))")
        }
      }
      if let status, case .string("ended") = graph.property(status, of: relationship), state == .holds { state = .over }
      for end in [graph.source(of: relationship), graph.target(of: relationship)] where state == .holds {
        state = nodes[Int(end.rawValue)]
      }
      relationships[Int(raw)] = state
    }
  }

  private static func state(_ span: DaySpan, on day: DaySpan) -> State {
    if span.overlaps(day) { return .holds }
    return span.first >= day.end ? .notYet : .over
  }

  subscript(node: NodeID) -> State { nodes[Int(node.rawValue)] }
  subscript(relationship: RelationshipID) -> State { relationships[Int(relationship.rawValue)] }
}
