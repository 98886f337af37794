public import EntenteSyntax

/// Whom words mean.
public enum NameResolution: Sendable {
  case one(NameMatch)
  /// The words fit several nodes equally; the best first.
  case several([NameMatch])
  /// The words fit no node, but for typos; the nearest first.
  case none(nearest: [NameMatch])
}

extension NameIndex {
  /// The one node that words mean.
  ///
  ///     try index.resolve("alibaba")      // one: it is an id
  ///     try index.resolve("ㅇㅂㄷㅇ")        // one: nobody else has these initial consonants
  ///     try index.resolve("중국")          // one: a name, though 중국 정부 begins with it too
  ///     try index.resolve("nvida")        // none, Nvidia being the nearest: a typo is never taken for a name
  ///
  /// An id comes before a name, the text itself before one that only folds to it, and whole names before parts; a part
  /// is enough where it fits one node alone.
  /// - Throws: a limit of the monitor.
  /// - Complexity: O(*words*) for whole names, else as ``find(_:labels:language:limit:isGenerous:monitor:)``.
  public func resolve(
    _ words: String, labels: [LabelID]? = nil, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> NameResolution {
    if let whole = whole(words, labels) { return whole }
    let found = try find(words, labels: labels, monitor: monitor)
    let parts = found.filter { $0.way != .typo }
    if let only = parts.first { return parts.count == 1 ? .one(only) : .several(parts) }
    let nearest = found.isEmpty ? try find(words, labels: labels, isGenerous: true, monitor: monitor) : found
    return .none(nearest: nearest)
  }

  /// The one node that words mean, or an error that says which are meant or near.
  ///
  ///     let nvidia = try index.node("엔비디아")
  ///
  /// - Throws: that there is none, or several; a limit of the monitor.
  public func node(
    _ words: String, labels: [LabelID]? = nil, monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> NodeID {
    switch try resolve(words, labels: labels, monitor: monitor) {
    case .one(let match): return match.node
    case .several(let matches):
      throw .ambiguousNode(words, matches.map { "`\(graph.elementID(of: $0.node))`: \(names(of: $0.node))" })
    case .none(let nearest): throw .unknownNode(words, nearest: nearest.prefix(3).map { described($0.node) })
    }
  }

  /// All names of a node, its id apart.
  private func names(of node: NodeID) -> String {
    var names: [String] = []
    for entry in table.entries where entry.node == node && entry.key != nil && !names.contains(String(entry.text)) {
      names.append(String(entry.text))
    }
    return names.joined(separator: ", ")
  }

  /// The id of a node as messages show it, with its name where that is another.
  func described(_ node: NodeID) -> String {
    let id = "\(graph.elementID(of: node))"
    let name = name(of: node, in: "en")
    return name == id ? "`\(id)`" : "`\(id)` (\(name))"
  }

  private func whole(_ words: String, _ labels: [LabelID]?) -> NameResolution? {
    let text = Text(words)
    if let node = anonymousNode(text), fits(node, labels) {
      return .one(NameMatch(node: node, name: text, key: "id", fit: NameFit(way: .exact, isWhole: true)))
    }
    let equal = table.equals(FoldedName(words)).filter { fits(table.entries[$0].node, labels) }
    let exact = equal.filter { table.entries[$0].text == text }
    if let id = exact.first(where: { table.entries[$0].key == nil }) {
      return .one(match(id, NameFit(way: .exact, isWhole: true)))
    }
    let group = exact.isEmpty ? equal : exact
    var nodes: Set<NodeID> = []
    let matches = group.filter { nodes.insert(table.entries[$0].node).inserted }.map {
      match($0, NameFit(way: exact.isEmpty ? .folded : .exact, isWhole: true))
    }
    guard let first = matches.first else { return nil }
    return matches.count == 1 ? .one(first) : .several(matches)
  }

  private func fits(_ node: NodeID, _ labels: [LabelID]?) -> Bool {
    labels.map { $0.contains { graph.hasLabel(node, $0) } } ?? true
  }

  /// The node of an `elementId` such as `n:7`, where nodes have no ids of their own.
  private func anonymousNode(_ text: Text) -> NodeID? {
    let text = String(text)
    guard text.hasPrefix("n:"), let raw = UInt32(text.dropFirst(2)), raw < UInt32(graph.nodeCount) else { return nil }
    return graph.fileID(of: NodeID(raw)) == nil ? NodeID(raw) : nil
  }
}
