import EntenteSyntax

/// An end that the edge type does not allow.
enum WrongEnd: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    guard let schema = graph.schema else { return [] }
    return graph.edges.compactMap { edge in
      guard let type = edge.type else { return nil }
      let types = schema.edgeTypes(type.name)
      // That a type has a direction and the edge none is told by a rule of its own.
      guard let first = types.first, !types.contains(where: { graph.fits(edge, $0) }),
        first.isSymmetric || !edge.isUndirected
      else { return nil }
      let fitStart = types.filter { graph.fits(edge.source, $0.start) }
      let fitEnd = types.filter { graph.fits(edge.target, $0.end) }
      let isStart = fitStart.isEmpty || !fitEnd.isEmpty && fitStart.count > fitEnd.count
      let relevant = isStart ? (fitEnd.isEmpty ? types : fitEnd) : fitStart
      let isReversed = types.contains { graph.fits(edge.target, $0.start) && graph.fits(edge.source, $0.end) }
      return CheckFindings.wrongEnd(
        edge, type: type.name, isStart: isStart, expected: relevant.flatMap { isStart ? $0.start : $0.end },
        isReversed: isReversed, in: graph)
    }
  }
}
