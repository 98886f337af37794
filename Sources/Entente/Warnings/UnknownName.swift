import EntenteSyntax

/// A label, relationship type or property key that neither the graph nor its schema has: nothing can match it.
///
/// A name that the query itself writes is known. Each unknown name is told once, where it stands first.
enum UnknownName: QueryWarningRule {
  static func warnings(about references: GraphReferences, on graph: Graph) -> [Diagnostic] {
    let known = KnownNames(graph, references)
    var told: [GraphReferences.Role: Set<Text>] = [:]
    var warnings: [Diagnostic] = []
    for name in references.names where !known.contains(name.text, as: name.role) {
      guard told[name.role, default: []].insert(name.text).inserted else { continue }
      warnings.append(
        .unknownName(
          name, known: known.candidates(for: name.role), otherRole: known.otherRole(of: name.text, than: name.role),
          hasSchema: !graph.facts.labels.isEmpty || !graph.facts.types.isEmpty))
    }
    return warnings
  }
}

/// The names that a query may look for in a graph.
private struct KnownNames {
  private let graph: Graph
  private let references: GraphReferences

  init(_ graph: Graph, _ references: GraphReferences) {
    self.graph = graph
    self.references = references
  }

  func contains(_ name: Text, as role: GraphReferences.Role) -> Bool {
    switch role {
    case .label: isLabel(name)
    case .type: isType(name)
    case .labelOrType: isLabel(name) || isType(name)
    case .key: isKey(name)
    }
  }

  private func isLabel(_ name: Text) -> Bool {
    graph.catalog.label(name) != nil || graph.facts.labels.contains(String(name))
      || references.writtenLabels.contains(name)
  }

  private func isType(_ name: Text) -> Bool {
    graph.catalog.type(name) != nil || graph.facts.types.contains(String(name))
      || references.writtenTypes.contains(name)
  }

  private func isKey(_ name: Text) -> Bool {
    let facts = graph.facts
    // Keys that are lists or dates by convention are no slips where a graph happens to have none.
    return graph.catalog.key(name) != nil || references.writtenKeys.contains(name) || references.writesComputedKeys
      || [facts.keys, facts.listKeys, facts.dateKeys].contains { $0.contains(utf8: name.utf8) }
      || name == "id" && graph.hasElementIDs || isOfKnownFamily(name)
  }

  /// Whether a key such as `name@de` is one more language or currency of keys that there are.
  private func isOfKnownFamily(_ name: Text) -> Bool {
    guard let at = name.utf8.firstIndex(of: UInt8(ascii: "@")), at > 0 else { return false }
    let base = name.utf8[..<at]
    return graph.catalog.keys.contains { key in
      let other = graph.catalog.name(of: key).utf8
      return other.starts(with: base) && (other.count == at || other[at] == UInt8(ascii: "@"))
    }
  }

  /// What may have been meant.
  func candidates(for role: GraphReferences.Role) -> [String] {
    let catalog = graph.catalog
    let labels = catalog.labels.map { String(catalog.name(of: $0)) } + graph.facts.labels
    let types = catalog.types.map { String(catalog.name(of: $0)) } + graph.facts.types
    let keys = catalog.keys.map { String(catalog.name(of: $0)) } + graph.facts.keys.keys
    let names =
      switch role {
      case .label: labels
      case .type: types
      case .labelOrType: labels + types
      case .key: keys + (graph.hasElementIDs ? ["id"] : [])
      }
    return Set(names.map { Text($0) }).sorted().map { String($0) }
  }

  /// What the name is the name of, if not of this.
  func otherRole(of name: Text, than role: GraphReferences.Role) -> GraphReferences.Role? {
    switch role {
    case .label: isType(name) ? .type : nil
    case .type: isLabel(name) ? .label : nil
    case .labelOrType, .key: nil
    }
  }
}
