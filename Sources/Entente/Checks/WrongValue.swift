import EntenteSyntax

/// A value that is not of the type of its key.
enum WrongValue: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    guard graph.schema != nil else { return [] }
    let nodes = graph.nodes.flatMap { node in
      wrong(node.element, graph.types(of: node.element).flatMap(\.properties), in: graph)
    }
    let edges = graph.edges.flatMap { edge in
      wrong(edge.element, graph.types(of: edge).flatMap(\.properties), in: graph)
    }
    return nodes + edges
  }

  private static func wrong(
    _ element: CheckedGraph.Element, _ declared: [Schema.Property], in graph: CheckedGraph
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var seen: Set<String> = []
    for property in element.properties {
      guard let type = declared.first(where: { $0.matches(property.key) })?.type else { continue }
      let isFirst = seen.insert(property.key).inserted
      if case .list(let element) = type {
        found += property.values.compactMap { wrong($0, property.key, element, in: graph) }
      } else if property.values.count > 1 {
        found.append(CheckFindings.severalValues(property, in: graph.source))
      } else if isFirst {
        found += property.values.compactMap { wrong($0, property.key, type, in: graph) }
      }
    }
    return found
  }

  private static func wrong(
    _ value: GraphFile.PropertyValue, _ key: String, _ type: Schema.DataType, in graph: CheckedGraph
  ) -> Diagnostic? {
    let isRight: Bool
    switch (type, value.literal) {
    case (.string, .string), (.integer, .integer), (.float, .float), (.float, .integer), (.boolean, .boolean):
      isRight = true
    case (.date(let precision), _):
      guard let date = graph.date(value) else { return CheckFindings.noDate(value, key, in: graph.source) }
      let steps = Schema.Precision.allCases
      guard let found = steps.firstIndex(of: date.precision), let wanted = steps.firstIndex(of: precision),
        found < wanted
      else { return nil }
      return CheckFindings.impreciseDate(value, key, precision, in: graph.source)
    case (.enumeration(let values), _):
      let text = graph.text(value) ?? graph.source[value.range]
      return values.contains(text) ? nil : CheckFindings.notInEnumeration(value, text, key, values)
    default: isRight = false
    }
    return isRight ? nil : CheckFindings.wrongType(value, key, type, in: graph.source)
  }
}
