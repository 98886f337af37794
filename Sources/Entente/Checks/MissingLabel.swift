import EntenteSyntax

/// A node with a label whose type has others, which the node does not have: a `Company` that is no `Actor`.
enum MissingLabel: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    graph.nodes.compactMap { node in
      // A label that is misspelt is told as that, and not as missing too.
      guard node.element.labels.allSatisfy({ graph.facts.labels.contains($0.name) }),
        let (label, types) = graph.missingLabels(of: node.element)
      else { return nil }
      let missing = types[0].labels.filter { !node.element.has($0) }
      return CheckFindings.missingLabels(missing, beside: label, of: node.id, isCertain: types.count == 1)
    }
  }
}
