import EntenteSyntax

/// A comparison as people read it on a terminal: what differs, an element a line, its properties below it.
///
///     --- race.pg@HEAD~1
///     +++ race.pg
///
///     nodes: 1 added, 1 changed, 14 the same
///       + deepseek :Company  DeepSeek
///       ~ nvidia :Company  Nvidia
///           name: 'NVIDIA' → 'Nvidia'
///
///     relationships: 1 ended, 37 the same
///       × Alibaba -[:PARTNERS_WITH]- Nvidia
///           until: + '2026-01'
public struct DifferenceText: Sendable {
  /// The whole text, ending with a line break; empty where nothing differs.
  public let text: String

  /// - Parameters:
  ///   - before, after: what the two graphs are called.
  ///   - color: whether to use terminal colours.
  public init(_ difference: GraphDifference, before: ComparedGraph, after: ComparedGraph, language: String, color: Bool)
  {
    guard !difference.isEmpty else {
      text = ""
      return
    }
    var writer = Writer(difference: difference, color: color, language: language)
    writer.out += writer.paint("--- \(TextGrid.oneLine(before.words))", "31") + "\n"
    writer.out += writer.paint("+++ \(TextGrid.oneLine(after.words))", "32") + "\n"
    writer.writeMetadata()
    writer.writeNodes()
    writer.writeRelationships()
    text = writer.out
  }

  private struct Writer {
    let difference: GraphDifference
    let color: Bool
    let language: String
    var out = ""

    func paint(_ text: String, _ code: String) -> String { color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }

    private func code(_ change: GraphDifference.Change) -> String {
      switch change {
      case .added: "32"
      case .removed: "31"
      case .ended: "35"
      case .changed: "33"
      case .unchanged: "2"
      }
    }

    mutating func writeMetadata() {
      guard !difference.metadata.isEmpty else { return }
      out += "\n" + paint("graph: \(difference.metadata.count) changed", "1") + "\n"
      writeProperties(difference.metadata, indent: "  ")
    }

    mutating func writeNodes() {
      guard difference.nodes.contains(where: { $0.change != .unchanged }) else { return }
      out += "\n" + heading("nodes", difference.nodes.map(\.change))
      for change in GraphDifference.Change.allCases where change != .unchanged {
        for node in difference.nodes where node.change == change {
          guard let (graph, id) = difference.latest(node) else { continue }
          let labels = graph.labels(of: id).map { ":\(graph.catalog.name(of: $0))" }
          let name = graph.displayName(of: id, in: language)
          let key = String(graph.elementID(of: id))
          line(change, ([key] + labels).joined(separator: " ") + (name == key ? "" : "  \(name)"))
          for text in node.details { detail(text) }
        }
      }
    }

    mutating func writeRelationships() {
      guard difference.relationships.contains(where: { $0.change != .unchanged }) else { return }
      out += "\n" + heading("relationships", difference.relationships.map(\.change))
      for change in GraphDifference.Change.allCases where change != .unchanged {
        for relationship in difference.relationships where relationship.change == change {
          guard let (graph, id) = difference.latest(relationship) else { continue }
          let ends = (graph.source(of: id), graph.target(of: id))
          let type = graph.catalog.name(of: graph.type(of: id))
          let key = graph.fileID(of: id).map { "\($0): " } ?? ""
          line(
            change,
            "\(key)\(graph.displayName(of: ends.0, in: language)) -[:\(type)]-\(graph.isUndirected(id) ? "" : ">")"
              + " \(graph.displayName(of: ends.1, in: language))")
          switch change {
          case .added, .removed, .unchanged: writeTelling(graph, id)
          case .changed: writeProperties(relationship.properties, indent: "      ")
          case .ended:
            writeProperties(relationship.properties, indent: "      ")
            if !relationship.properties.contains(where: { $0.key == "until" }) { writeUntil(graph, id) }
          }
        }
      }
    }

    private func heading(_ what: String, _ changes: [GraphDifference.Change]) -> String {
      paint("\(what): \(GraphDifference.counts(changes))", "1") + "\n"
    }

    private mutating func line(_ change: GraphDifference.Change, _ text: String) {
      out += "  " + paint("\(change.sign) \(TextGrid.oneLine(text))", code(change)) + "\n"
    }

    private mutating func detail(_ text: String) { out += "      \(TextGrid.oneLine(text))\n" }

    /// What tells a relationship from others between the same nodes.
    private mutating func writeTelling(_ graph: Graph, _ relationship: RelationshipID) {
      for key in graph.propertyKeys(of: relationship) {
        let name = graph.catalog.name(of: key)
        if ["name", "topic", "since", "until", "at", "status", "source"].contains(name) {
          detail("\(name): \(graph.property(key, of: relationship).literal)")
        }
      }
    }

    private mutating func writeUntil(_ graph: Graph, _ relationship: RelationshipID) {
      for name in ["until", "at"] as [Text] {
        if let key = graph.catalog.key(name), !graph.property(key, of: relationship).isNull {
          return detail("\(name): \(graph.property(key, of: relationship).literal)")
        }
      }
    }

    private mutating func writeProperties(_ properties: [GraphDifference.PropertyChange], indent: String) {
      for property in properties { out += indent + TextGrid.oneLine(property.text) + "\n" }
    }
  }
}

extension GraphDifference {
  /// `2 added, 1 ended, 37 the same`.
  static func counts(_ changes: [Change]) -> String {
    Change.allCases.compactMap { kind in
      let count = changes.count { $0 == kind }
      return count == 0 ? nil : "\(count) \(kind == .unchanged ? "the same" : kind.rawValue)"
    }.joined(separator: ", ")
  }

  /// A node as it is in the second graph, else in the first.
  public func latest(_ node: Element<NodeID>) -> (Graph, NodeID)? {
    node.after.map { (after, $0) } ?? node.before.map { (before, $0) }
  }

  public func latest(_ relationship: Element<RelationshipID>) -> (Graph, RelationshipID)? {
    relationship.after.map { (after, $0) } ?? relationship.before.map { (before, $0) }
  }
}

extension GraphDifference.Change {
  /// One character that tells it without colour.
  public var sign: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .ended: "×"
    case .changed: "~"
    case .unchanged: " "
    }
  }
}

extension GraphDifference.Element {
  /// What differs in words: labels, then properties.
  public var details: [String] {
    lostLabels.map { "- :\($0)" } + newLabels.map { "+ :\($0)" } + properties.map(\.text)
  }
}

extension GraphDifference.PropertyChange {
  /// `name: 'NVIDIA' → 'Nvidia'`; of lists the items that came and went.
  public var text: String {
    switch (before, after) {
    case (.null, let new): return "\(key): + \(new.literal)"
    case (let old, .null): return "\(key): - \(old.literal)"
    case (.list(let old), .list(let new)):
      let lost = Self.items(old, without: new).map { "- \($0.literal)" }
      let got = Self.items(new, without: old).map { "+ \($0.literal)" }
      // The same items in another order.
      guard !lost.isEmpty || !got.isEmpty else { break }
      return "\(key): \((lost + got).joined(separator: ", "))"
    default: break
    }
    return "\(key): \(before.literal) → \(after.literal)"
  }

  private static func items(_ items: ContiguousArray<Value>, without others: ContiguousArray<Value>) -> [Value] {
    var left: [EquivalenceKey: Int] = [:]
    for item in others { left[EquivalenceKey(item), default: 0] += 1 }
    return items.filter { item in
      let count = left[EquivalenceKey(item)] ?? 0
      if count > 0 { left[EquivalenceKey(item)] = count - 1 }
      return count == 0
    }
  }
}

extension Graph {
  /// The name in a language, else the name, else the id.
  func displayName(of node: NodeID, in language: String) -> String {
    for key in [Text("name@\(language)"), "name"] {
      if let key = catalog.key(key), case .string(let text) = property(key, of: node), !text.utf8.isEmpty {
        return String(text)
      }
    }
    return String(elementID(of: node))
  }
}
