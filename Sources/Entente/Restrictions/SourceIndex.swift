/// Who says what: the sources of the elements of a graph.
///
///     source              on an element: the ids of the Source nodes that say it
///     cited_by            on a Source: the sources that only pass its word on
///     about, source,      on an Evidence node: an element, by its id, what the sources say of it (`stance` supports
///     stance, property,   or disputes), and which value of one of its keys they give
///     value
///
/// Where one source of an element only passes on the word of another, the word is the other's: it is not a second
/// source; see ``principals(among:)``.
struct SourceIndex {
  /// What an Evidence node says.
  struct Evidence {
    let node: NodeID
    let about: Text
    let sources: [Text]
    let disputes: Bool
    let property: Text?
    let value: Value
  }

  let graph: Graph
  /// By the id of the element.
  private let evidence: [Text: [Evidence]]
  /// By the id of a source.
  private let carriers: [Text: [Text]]
  private let sourceKey: KeyID?

  /// - Complexity: O(Source and Evidence nodes)
  init(_ graph: Graph) {
    self.graph = graph
    sourceKey = graph.catalog.key("source")
    func property(_ key: Text, _ node: NodeID) -> Value {
      graph.catalog.key(key).map { graph.property($0, of: node) } ?? .null
    }
    var evidence: [Text: [Evidence]] = [:]
    for node in graph.nodes(labelled: "Evidence") {
      for about in property("about", node).texts {
        evidence[about, default: []].append(
          Evidence(
            node: node, about: about, sources: property("source", node).texts,
            disputes: property("stance", node).texts == ["disputes"], property: property("property", node).texts.first,
            value: property("value", node)))
      }
    }
    self.evidence = evidence
    var carriers: [Text: [Text]] = [:]
    for node in graph.nodes(labelled: "Source") {
      guard let id = graph.fileID(of: node) else { continue }
      let by = property("cited_by", node).texts
      if !by.isEmpty { carriers[id] = by }
    }
    self.carriers = carriers
  }

  /// The sources that stand on an element itself.
  func listed(_ node: NodeID) -> [Text] { sourceKey.map { graph.property($0, of: node).texts } ?? [] }

  func listed(_ relationship: RelationshipID) -> [Text] {
    sourceKey.map { graph.property($0, of: relationship).texts } ?? []
  }

  /// The evidence about an element as a whole, or about values of its keys, in order.
  func evidence(about id: Text?) -> [Evidence] { id.flatMap { evidence[$0] } ?? [] }

  var allEvidence: [Evidence] { evidence.keys.sorted().flatMap { evidence[$0] ?? [] } }

  /// The sources behind an element as a whole: its own and those of evidence that supports it.
  func sources(listed: [Text], id: Text?) -> [Text] {
    var sources = listed
    for item in evidence(about: id) where !item.disputes && item.property == nil {
      for source in item.sources where !sources.contains(source) { sources.append(source) }
    }
    return sources
  }

  /// The sources that only pass on the word of a source.
  func carriers(of source: Text) -> [Text] { carriers[source] ?? [] }

  /// The sources whose own word it is: those that do not merely pass on the word of another one among them.
  ///
  /// Of an article and a report that it cites, the report.
  func principals(among sources: [Text]) -> [Text] {
    let passingOn = Set(sources.flatMap { source in carriers(of: source).filter { $0 != source } })
    let principals = sources.filter { !passingOn.contains($0) }
    return principals.isEmpty ? sources : principals
  }

  /// The sources that are known only through some, and these.
  func knownOnly(through sources: Set<Text>) -> Set<Text> {
    grow(sources) { carriers, known in carriers.allSatisfy(known.contains) }
  }

  /// What some sources cite, and these.
  func cited(by sources: Set<Text>) -> Set<Text> {
    grow(sources) { carriers, known in carriers.contains(where: known.contains) }
  }

  private func grow(_ start: Set<Text>, _ joins: ([Text], Set<Text>) -> Bool) -> Set<Text> {
    var known = start
    while true {
      let more = carriers.filter { !known.contains($0.key) && joins($0.value, known) }.keys
      if more.isEmpty { return known }
      known.formUnion(more)
    }
  }
}

extension Graph {
  /// The nodes with a label, ascending.
  func nodes(labelled label: Text) -> [NodeID] {
    guard let label = catalog.label(label) else { return [] }
    var nodes: [NodeID] = []
    self.nodes(with: label).forEach { nodes.append($0) }
    return nodes
  }
}

extension Value {
  /// A string, or the strings of a list.
  var texts: [Text] {
    switch self {
    case .string(let text): [text]
    case .list(let items): items.flatMap(\.texts)
    case .null, .boolean, .integer, .float, .temporal, .map, .node, .relationship, .path: []
    }
  }
}
