import EntenteSyntax

/// Counts what ``GraphDescription`` tells.
struct GraphCounts {
  private let graph: Graph
  private let language: String
  private(set) var labels: [GraphDescription.Label] = []
  private(set) var types: [GraphDescription.RelationshipType] = []
  private(set) var patterns: [GraphDescription.Pattern] = []
  private(set) var sources: [GraphDescription.Source] = []

  init(_ graph: Graph, language: String) {
    self.graph = graph
    self.language = language
    labels = countLabels()
    types = countTypes()
    patterns = countPatterns()
    sources = countSources()
  }

  // MARK: The graph itself

  /// A value of the node `@graph`, in the language where it has one.
  func metadata(_ key: String) -> String? {
    for key in ["\(key)@\(language)", key] {
      if case .string(let text)? = graph.metadata[Text(key)] { return String(text) }
    }
    return nil
  }

  var languages: [String] {
    switch graph.metadata["lang"] {
    case .string(let text)?: return [String(text)]
    case .list(let items)?:
      return items.compactMap { if case .string(let text) = $0 { String(text) } else { nil } }
    default: break
    }
    let keys = graph.catalog.keys.map { String(graph.catalog.name(of: $0)) }
    return keys.filter { $0.hasPrefix("name@") }.map { String($0.dropFirst(5)) }.sorted()
  }

  // MARK: Labels and types

  private func countLabels() -> [GraphDescription.Label] {
    var uses = Array(repeating: KeyUses(), count: graph.catalog.labels.count)
    for raw in 0..<UInt32(clamping: graph.nodeCount) {
      let node = NodeID(raw)
      let own = graph.labels(of: node)
      guard !own.isEmpty else { continue }
      for key in graph.propertyKeys(of: node) {
        let value = graph.property(key, of: node)
        for label in own { uses[Int(label.rawValue)].add(key, value) }
      }
    }
    let used = graph.catalog.labels.map { id in
      let name = String(graph.catalog.name(of: id))
      return GraphDescription.Label(
        name: name, nodes: graph.statistics.nodeCount(id), keys: uses[Int(id.rawValue)].keys(in: graph),
        isHidden: graph.facts.hiddenLabels.contains(name))
    }
    let unused = graph.facts.labels.subtracting(used.map(\.name)).sorted().map {
      GraphDescription.Label(name: $0, nodes: 0, keys: [], isHidden: graph.facts.hiddenLabels.contains($0))
    }
    return used.filter { $0.nodes > 0 }.sorted { ($1.nodes, $0.name) < ($0.nodes, $1.name) } + unused
  }

  private func countTypes() -> [GraphDescription.RelationshipType] {
    var uses = Array(repeating: KeyUses(), count: graph.catalog.types.count)
    for raw in 0..<UInt32(clamping: graph.relationshipCount) {
      let relationship = RelationshipID(raw)
      let type = Int(graph.type(of: relationship).rawValue)
      for key in graph.propertyKeys(of: relationship) {
        uses[type].add(key, graph.property(key, of: relationship))
      }
    }
    let facts = graph.facts
    func type(_ name: String, _ count: Int, _ keys: [GraphDescription.Key]) -> GraphDescription.RelationshipType {
      GraphDescription.RelationshipType(
        name: name, sign: facts.sign(ofType: name), isSymmetric: facts.symmetricTypes.contains(name),
        relationships: count, keys: keys)
    }
    let used = graph.catalog.types.map { id in
      type(
        String(graph.catalog.name(of: id)), graph.statistics.relationshipCount(id),
        uses[Int(id.rawValue)].keys(in: graph))
    }
    let unused = facts.types.subtracting(used.map(\.name)).sorted().map { type($0, 0, []) }
    return used.filter { $0.relationships > 0 }.sorted { ($1.relationships, $0.name) < ($0.relationships, $1.name) }
      + unused
  }

  // MARK: Patterns

  private struct PatternKey: Hashable {
    let start: LabelID?
    let type: TypeID
    let end: LabelID?
    let isUndirected: Bool
  }

  private func countPatterns() -> [GraphDescription.Pattern] {
    var counts: [PatternKey: Int] = [:]
    for raw in 0..<UInt32(clamping: graph.relationshipCount) {
      let relationship = RelationshipID(raw)
      let isUndirected = graph.isUndirected(relationship)
      var ends = [graph.source(of: relationship), graph.target(of: relationship)].map(mostTellingLabel)
      if isUndirected { ends.sort { $0?.rawValue ?? 0 < $1?.rawValue ?? 0 } }
      let key = PatternKey(
        start: ends[0], type: graph.type(of: relationship), end: ends[1], isUndirected: isUndirected)
      counts[key, default: 0] += 1
    }
    let name = { (label: LabelID?) in label.map { String(graph.catalog.name(of: $0)) } ?? "" }
    return counts.map { key, count in
      GraphDescription.Pattern(
        start: name(key.start), type: String(graph.catalog.name(of: key.type)), end: name(key.end),
        isUndirected: key.isUndirected, relationships: count)
    }.sorted { ($1.relationships, $0.text) < ($0.relationships, $1.text) }
  }

  /// The label that the fewest nodes have: `Company` of a company that is an actor too. Of two, the one written last.
  private func mostTellingLabel(of node: NodeID) -> LabelID? {
    graph.labels(of: node).reversed().min { graph.statistics.nodeCount($0) < graph.statistics.nodeCount($1) }
  }

  // MARK: Sources

  private func countSources() -> [GraphDescription.Source] {
    guard let label = graph.catalog.label("Source") else { return [] }
    var elements: [Text: Int] = [:]
    func count(_ value: Value) {
      switch value {
      case .string(let id): elements[id, default: 0] += 1
      case .list(let items): items.forEach(count)
      default: break
      }
    }
    if let key = graph.catalog.key("source") {
      for raw in 0..<UInt32(clamping: graph.nodeCount) { count(graph.property(key, of: NodeID(raw))) }
      for raw in 0..<UInt32(clamping: graph.relationshipCount) { count(graph.property(key, of: RelationshipID(raw))) }
    }
    var cursor: UInt32 = 0
    var ids: ContiguousArray<UInt32> = []
    let nodes = graph.nodes(with: label)
    while nodes.next(&cursor, limit: 4096, into: &ids) {}
    return ids.map { raw in
      let id = graph.elementID(of: NodeID(raw))
      return GraphDescription.Source(id: String(id), name: name(of: NodeID(raw)), elements: elements[id] ?? 0)
    }.sorted { ($1.elements, $0.id) < ($0.elements, $1.id) }
  }

  private func name(of node: NodeID) -> String {
    for key in ["name@\(language)", "name"] {
      if let key = graph.catalog.key(Text(key)), case .string(let text) = graph.property(key, of: node) {
        return String(text)
      }
    }
    return String(graph.elementID(of: node))
  }
}

/// How often each key is used, and with which types of values.
private struct KeyUses {
  private var counts: [KeyID: [String: Int]] = [:]

  mutating func add(_ key: KeyID, _ value: Value) { counts[key, default: [:]][Self.type(of: value), default: 0] += 1 }

  /// The keys in the order of their names, those of `name` first.
  func keys(in graph: Graph) -> [GraphDescription.Key] {
    counts.map { id, types in
      let name = String(graph.catalog.name(of: id))
      let isDate = graph.facts.dateKeys.contains(name)
      let sorted = types.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
      return GraphDescription.Key(
        name: name, types: isDate ? sorted.map { $0.replacing("STRING", with: "DATE") } : sorted,
        elements: types.values.reduce(0, +))
    }.sorted { ($0.name.hasPrefix("name") ? 0 : 1, $0.name) < ($1.name.hasPrefix("name") ? 0 : 1, $1.name) }
  }

  /// The type in the words of schemas.
  private static func type(of value: Value) -> String {
    switch value {
    case .null: "NULL"
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .float: "FLOAT"
    case .string: "STRING"
    case .temporal(let value): value.kind.words.uppercased()
    case .list(let items):
      "LIST<\(Set(items.map { type(of: $0) }).sorted().joined(separator: " | "))>"
    case .map: "MAP"
    case .node: "NODE"
    case .relationship: "RELATIONSHIP"
    case .path: "PATH"
    }
  }
}
