/// What a reader has to know of an element before believing it.
///
///     unsourced     no source says it, in a graph whose relationships have sources
///     disputed      Evidence disputes it, or a value of it
///     conflicting   Evidence gives several values of one of its keys
///     ended         it had ended as of a date: by `until`, or by `status` "ended"
public struct Standing: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let unsourced = Standing(rawValue: 1)
  public static let disputed = Standing(rawValue: 2)
  public static let conflicting = Standing(rawValue: 4)
  public static let ended = Standing(rawValue: 8)
}

/// Reads how the elements of a graph stand.
///
///     let reader = StandingReader(graph, asOf: try PartialDate("1908"))
///     reader.standing(of: tie).contains(.ended)
public struct StandingReader: Sendable {
  private let index: SourceIndex
  private let asOf: PartialDate?
  private let hasSources: Bool

  private var graph: Graph { index.graph }

  /// - Parameter asOf: when something has ended; nil to ask nothing of dates.
  /// - Complexity: O(Source and Evidence nodes + values of `source`)
  public init(_ graph: Graph, asOf: PartialDate?) {
    index = SourceIndex(graph)
    self.asOf = asOf
    var hasSources = false
    graph.catalog.key("source").flatMap { graph.relationshipColumn($0) }?.forEachID { _, _ in hasSources = true }
    self.hasSources = hasSources
  }

  /// A node is a name and no claim: it is never unsourced.
  public func standing(of node: NodeID) -> Standing {
    standing(id: graph.fileID(of: node)) { key in graph.catalog.key(key).map { graph.property($0, of: node) } ?? .null }
  }

  public func standing(of relationship: RelationshipID) -> Standing {
    let id = graph.fileID(of: relationship)
    var standing = standing(id: id) { key in
      graph.catalog.key(key).map { graph.property($0, of: relationship) } ?? .null
    }
    if hasSources, index.sources(listed: index.listed(relationship), id: id).isEmpty { standing.insert(.unsourced) }
    return standing
  }

  private func standing(id: Text?, _ property: (Text) -> Value) -> Standing {
    var standing: Standing = []
    var values: [Text: [Value]] = [:]
    for evidence in index.evidence(about: id) {
      if evidence.disputes {
        standing.insert(.disputed)
      } else if let key = evidence.property, !evidence.value.isNull {
        values[key, default: []].append(evidence.value)
      }
    }
    if values.values.contains(where: { given in given.contains { !Value.areEquivalent($0, given[0]) } }) {
      standing.insert(.conflicting)
    }
    if hasEnded(property) { standing.insert(.ended) }
    return standing
  }

  /// A date that cannot be read ends nothing; the checks of graph files say so.
  private func hasEnded(_ property: (Text) -> Value) -> Bool {
    guard let asOf else { return false }
    if property("status").texts == ["ended"] { return true }
    let until = property("until")
    guard !until.isNull, let date = try? PartialDate.reading(until) else { return false }
    return date.start.epochDay <= asOf.start.epochDay
  }
}
