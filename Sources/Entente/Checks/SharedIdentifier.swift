import EntenteSyntax

/// Two nodes with the same values of keys that the schema calls an identifier.
enum SharedIdentifier: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for constraint in graph.schema?.constraints ?? [] {
      guard case .identifier(let keys) = constraint.rule else { continue }
      var owners: [[[String]]: CheckedGraph.Node] = [:]
      for (index, node) in graph.nodes.enumerated() where graph.fits(index, constraint.nodes) {
        let values = keys.map { key in node.element.values(key).map { graph.text($0) ?? graph.source[$0.range] } }
        guard values.allSatisfy({ !$0.isEmpty }) else { continue }
        if let other = owners[values] {
          // That two nodes share a name is told by its own rule, in other words.
          guard keys.contains(where: { $0.prefix { $0 != "@" } != "name" }) else { continue }
          found.append(CheckFindings.sharedIdentifier(keys, of: node, other: other, in: graph))
        } else {
          owners[values] = node
        }
      }
    }
    return found
  }
}
