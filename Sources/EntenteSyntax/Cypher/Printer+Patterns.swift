extension Printer {
  mutating func write(_ pattern: PathPattern) {
    if let variable = pattern.variable {
      write(variable: variable.text)
      out += " = "
    }
    switch pattern.selector {
    case .all: break
    case .shortest: out += "shortestPath("
    case .allShortest: out += "allShortestPaths("
    }
    for (index, node) in pattern.nodes.enumerated() {
      if index > 0, index <= pattern.relationships.count { write(pattern.relationships[index - 1]) }
      write(node)
    }
    if pattern.selector != .all { out += ")" }
  }

  private mutating func write(_ node: NodePattern) {
    out += "("
    if let variable = node.variable { write(variable: variable.text) }
    write(labels: node.labels)
    write(properties: node.properties, spaced: node.variable != nil || !node.labels.isEmpty)
    out += ")"
  }

  private mutating func write(_ relationship: RelationshipPattern) {
    out += relationship.direction == .incoming ? "<-" : "-"
    let bare =
      relationship.variable == nil && relationship.types.isEmpty && relationship.length == nil
      && relationship.properties == nil
    if !bare {
      out += "["
      if let variable = relationship.variable { write(variable: variable.text) }
      if !relationship.types.isEmpty { out += ":" }
      list(relationship.types, "|") { $0.write(name: $1.text) }
      if let length = relationship.length { write(length) }
      write(
        properties: relationship.properties,
        spaced: relationship.variable != nil || !relationship.types.isEmpty
          || relationship.length != nil)
      out += "]"
    }
    out += relationship.direction == .outgoing ? "->" : "-"
  }

  private mutating func write(_ length: RelationshipPattern.Length) {
    out += "*"
    if let minimum = length.minimum { out += "\(minimum)" }
    if length.minimum != nil || length.maximum != nil, length.minimum != length.maximum { out += ".." }
    if let maximum = length.maximum, length.minimum != maximum { out += "\(maximum)" }
  }

  private mutating func write(properties: Expression?, spaced: Bool) {
    guard let properties else { return }
    if spaced { out += " " }
    write(properties)
  }

  mutating func write(labels: [Name]) {
    for label in labels {
      out += ":"
      write(name: label.text)
    }
  }
}
