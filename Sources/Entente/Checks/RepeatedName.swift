import EntenteSyntax

/// Two nodes of one kind with one name or alias, and an alias that the node has already.
enum RepeatedName: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var owners: [String: [Int]] = [:]
    for (index, node) in graph.nodes.enumerated() {
      var own: Set<String> = []
      var ownOfKey: [String: Set<String>] = [:]
      for property in node.element.properties {
        let base = property.key.prefix { $0 != "@" }
        guard base == "name" || base == "alias" else { continue }
        for value in property.values {
          guard let text = graph.text(value) else { continue }
          let name = text.lowercased()
          let isRepeated = base == "alias" ? own.contains(name) : ownOfKey[property.key]?.contains(name) == true
          if isRepeated { found.append(CheckFindings.repeatedAlias(text, value.range, of: node.id)) }
          ownOfKey[property.key, default: []].insert(name)
          guard own.insert(name).inserted else { continue }
          let others = owners[name, default: []].map { graph.nodes[$0] }
          if let other = others.first(where: { isOneKind($0.element, node.element) }) {
            found.append(CheckFindings.repeatedName(text, value.range, of: node.id, other: other, in: graph))
          }
          owners[name, default: []].append(index)
        }
      }
    }
    return found
  }

  /// Whether one has all labels of the other: a place and a country may share a name.
  private static func isOneKind(_ left: CheckedGraph.Element, _ right: CheckedGraph.Element) -> Bool {
    let (a, b) = (Set(left.labels.map(\.name)), Set(right.labels.map(\.name)))
    return a.isSubset(of: b) || b.isSubset(of: a)
  }
}
