import EntenteSyntax

/// A node with fewer or more relationships of a type than the schema says.
enum WrongCount: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for constraint in graph.schema?.constraints ?? [] {
      guard case .count(let minimum, let maximum, let type, let direction, let other) = constraint.rule else {
        continue
      }
      var edges: [Int: [CheckedGraph.Edge]] = [:]
      for edge in graph.edges where edge.type?.name == type {
        if direction != .incoming, graph.fits(edge.target, other) { edges[edge.source, default: []].append(edge) }
        if direction != .outgoing, graph.fits(edge.source, other), direction == .incoming || edge.source != edge.target
        {
          edges[edge.target, default: []].append(edge)
        }
      }
      for (index, node) in graph.nodes.enumerated() where graph.fits(index, constraint.nodes) {
        let own = edges[index] ?? []
        if own.count < minimum || own.count > maximum ?? .max {
          found.append(
            CheckFindings.wrongCount(
              node, type: type, direction: direction, found: own, minimum: minimum, maximum: maximum, in: graph))
        }
      }
    }
    return found
  }
}
