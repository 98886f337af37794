import EntenteSyntax

/// An arrow on a symmetric type, or none on a type with a direction.
enum WrongDirection: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    graph.edges.compactMap { edge in
      guard let type = edge.type?.name else { return nil }
      if graph.facts.symmetricTypes.contains(type), !edge.isUndirected {
        return CheckFindings.arrowOnSymmetric(type, edge.directionRange)
      }
      guard edge.isUndirected, let types = graph.schema?.edgeTypes(type), let first = types.first, !first.isSymmetric
      else { return nil }
      let forward = types.contains { graph.fits(edge.source, $0.start) && graph.fits(edge.target, $0.end) }
      let backward = types.contains { graph.fits(edge.target, $0.start) && graph.fits(edge.source, $0.end) }
      return CheckFindings.missingArrow(type, edge.directionRange, isCertain: forward && !backward)
    }
  }
}
