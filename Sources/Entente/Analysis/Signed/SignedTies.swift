public import EntenteSyntax

/// How a tie stands to the best splits.
public enum TieStanding: String, CaseIterable, Sendable {
  /// Every best split satisfies it.
  case satisfied
  /// Every best split frustrates it.
  case frustrated
  /// Some do and some do not.
  case varies
}

extension Frustration {
  /// How each relationship of the view stands to the best splits, in order of the relationships.
  ///
  /// - Throws: as ``certainGroups(monitor:)``.
  public func ties(
    of view: GraphView, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> [(relationship: RelationshipID, sign: Int, standing: TieStanding)] {
    let groups = try certainGroups(monitor: monitor).groups
    let camps = best
    var ties: [(relationship: RelationshipID, sign: Int, standing: TieStanding)] = []
    for node in 0..<view.nodeCount {
      for place in view.outgoing.places(of: node) {
        let other = Int(view.outgoing.neighbours[place])
        let weight = view.outgoing.weight(at: place)
        guard weight != 0, view.isDirected || other >= node else { continue }
        let isFrustrated = (weight < 0) == (camps[node] == camps[other])
        ties.append(
          (
            RelationshipID(view.outgoing.relationships[place]), weight < 0 ? -1 : 1,
            groups[node] != groups[other] ? .varies : isFrustrated ? .frustrated : .satisfied
          ))
      }
    }
    return ties.sorted { $0.relationship < $1.relationship }
  }
}

/// Why two nodes are friends and enemies at once.
public enum FrenemyReason: String, CaseIterable, Sendable {
  /// They have both positive and negative ties.
  case both = "partners and rivals"
  /// They are partners, and in different camps in every best split.
  case acrossCamps = "partners across camps"
}

extension Frustration {
  /// Pairs of nodes that are partners and rivals, or partners across camps; by node of the view.
  ///
  /// Where the best splits are not proven, the camps are those of the best split found.
  public func frenemies(
    monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> [(first: Int, second: Int, reason: FrenemyReason)] {
    var groups: ContiguousArray<UInt32>?
    do throws(QueryError) {
      groups = try certainGroups(monitor: monitor).groups
    } catch {
      guard error.detail == "EffortLimit" else { throw error }
    }
    let camps = best
    return network.pairs.compactMap { pair in
      guard pair.positive > 0 else { return nil }
      if pair.negative > 0 { return (pair.first, pair.second, .both) }
      let isCertain = groups.map { $0[pair.first] == $0[pair.second] } ?? true
      return isCertain && camps[pair.first] != camps[pair.second] ? (pair.first, pair.second, .acrossCamps) : nil
    }
  }
}
