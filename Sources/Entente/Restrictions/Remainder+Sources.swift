extension Remainder {
  /// Leaves out what does not stand by the sources to be believed.
  ///
  /// - A relationship stands while one of the sources whose own word it is stands; without any source it is nobody's
  ///   word: it falls where sources are chosen, and stands where some are left out.
  /// - A node stands likewise, but without a source always: it is a name, and no claim.
  /// - A source stands if it is chosen, or cited by a chosen one (or if none is chosen), and is not left out and not
  ///   known only through such as are. One that does not stand is not in the graph, nor in `source` of what stands.
  /// - A value that evidence gives goes with all the evidence that gives it.
  /// - Where a confidence is chosen, a relationship needs it; a node only where it has one.
  mutating func leaveOutWhatDoesNotStand(
    accordingTo chosen: SourceSelection, without left: SourceSelection, in graph: Graph
  ) {
    let standing = StandingSources(chosen, left, SourceIndex(graph))
    let index = standing.index
    for id in 0..<UInt32(graph.nodeCount) {
      let node = NodeID(id)
      let listed = index.listed(node)
      let sources = index.sources(listed: listed, id: graph.fileID(of: node))
      if standing.isFallenSource(node) || !(sources.isEmpty || standing.carry(sources))
        || !standing.suffices(confidence: standing.confidence(of: node), orNone: true)
      {
        fallenNodes.insert(id)
      } else if let rest = standing.rest(of: listed) {
        nodeValues["source", default: [:]][id] = rest
      }
    }
    for id in 0..<UInt32(graph.relationshipCount) {
      let relationship = RelationshipID(id)
      let listed = index.listed(relationship)
      let sources = index.sources(listed: listed, id: graph.fileID(of: relationship))
      if !(sources.isEmpty ? chosen.sources.isEmpty : standing.carry(sources))
        || !standing.suffices(confidence: standing.confidence(of: relationship), orNone: false)
      {
        fallenRelationships.insert(id)
      } else if let rest = standing.rest(of: listed) {
        relationshipValues["source", default: [:]][id] = rest
      }
    }
    leaveOutValues(standing)
  }

  /// Leaves out the values of keys that only fallen evidence gives.
  private mutating func leaveOutValues(_ standing: StandingSources) {
    let graph = standing.index.graph
    let given = Dictionary(grouping: standing.index.allEvidence.filter { $0.property != nil && !$0.disputes }) {
      [$0.about, $0.property ?? ""]
    }
    for (place, evidence) in given {
      let stands = evidence.map { $0.sources.isEmpty || standing.carry($0.sources) }
      guard stands.contains(false) else { continue }
      let kept = zip(evidence, stands).filter(\.1).map(\.0.value)
      let gone = zip(evidence, stands).filter { !$0.1 }.map(\.0.value).filter { value in
        !kept.contains { Value.areEquivalent($0, value) }
      }
      guard let key = graph.catalog.key(place[1]), !gone.isEmpty else { continue }
      if let node = graph.node(withFileID: place[0]) {
        nodeValues[place[1], default: [:]][node.rawValue] = graph.property(key, of: node).without(gone)
      } else if let relationship = graph.relationship(withFileID: place[0]) {
        let value = graph.property(key, of: relationship).without(gone)
        relationshipValues[place[1], default: [:]][relationship.rawValue] = value
      }
    }
  }
}

/// Which sources are to be believed.
private struct StandingSources {
  let index: SourceIndex
  private let chosen: SourceSelection
  private let left: SourceSelection
  /// Nil for all.
  private let trusted: Set<Text>?
  private let fallen: Set<Text>

  init(_ chosen: SourceSelection, _ left: SourceSelection, _ index: SourceIndex) {
    self.index = index
    self.chosen = chosen
    self.left = left
    trusted = chosen.sources.isEmpty ? nil : index.cited(by: chosen.sources)
    fallen = index.knownOnly(through: left.sources)
  }

  func stands(_ source: Text) -> Bool { !fallen.contains(source) && (trusted?.contains(source) ?? true) }

  /// Whether one of the sources whose own word something is stands.
  func carry(_ sources: [Text]) -> Bool { index.principals(among: sources).contains(where: stands) }

  func isFallenSource(_ node: NodeID) -> Bool {
    guard let label = index.graph.catalog.label("Source"), index.graph.hasLabel(node, label) else { return false }
    return !stands(index.graph.elementID(of: node))
  }

  /// The sources that stand, as the value of `source`; nil where all do.
  func rest(of listed: [Text]) -> Value? {
    let rest = listed.filter(stands)
    if rest.count == listed.count { return nil }
    return rest.isEmpty ? .null : .list(ContiguousArray(rest.map(Value.string)))
  }

  func confidence(of node: NodeID) -> Value {
    index.graph.catalog.key("confidence").map { index.graph.property($0, of: node) } ?? .null
  }

  func confidence(of relationship: RelationshipID) -> Value {
    index.graph.catalog.key("confidence").map { index.graph.property($0, of: relationship) } ?? .null
  }

  func suffices(confidence: Value, orNone: Bool) -> Bool {
    if left.asksForConfidence, left.matches(confidence) { return false }
    guard chosen.asksForConfidence else { return true }
    return confidence.isNull ? orNone : chosen.matches(confidence)
  }
}

extension Value {
  /// A list without some values, null where none is left or where it is one of them itself.
  fileprivate func without(_ gone: [Value]) -> Value {
    func isGone(_ value: Value) -> Bool { gone.contains { Value.areEquivalent($0, value) } }
    guard case .list(let items) = self else { return isGone(self) ? .null : self }
    let rest = items.filter { !isGone($0) }
    return rest.isEmpty ? .null : .list(ContiguousArray(rest))
  }
}
