import EntenteSyntax

extension GraphDocument {
  /// What keeps the document from being written, each with element and key: in PG a property has at least one value,
  /// and a value is a string, a boolean or a finite number.
  var violations: [Diagnostic] {
    var found: [Diagnostic] = []
    for node in nodes {
      let name = "node \(Self.cited(node.id))"
      if node.id.utf8.isEmpty { found.append(Self.violation("PG201", "a node has an empty id")) }
      check(name, node.labels, node.properties, into: &found)
    }
    var edgeIDs: Set<Text> = []
    for edge in edges {
      let (source, target) = ends(of: edge)
      let name =
        edge.id.map { "edge \(Self.cited($0))" } ?? "an edge from \(Self.cited(source)) to \(Self.cited(target))"
      if let id = edge.id {
        if id.utf8.isEmpty { found.append(Self.violation("PG201", "an edge has an empty id")) }
        if !edgeIDs.insert(id).inserted { found.append(Self.violation("PG202", "\(name) is there twice")) }
      }
      check(name, edge.labels, edge.properties, into: &found)
    }
    return found
  }

  private func check(
    _ element: String, _ labels: [Text], _ properties: [Property], into found: inout [Diagnostic]
  ) {
    if labels.contains(where: \.utf8.isEmpty) {
      found.append(Self.violation("PG201", "\(element) has an empty label"))
    }
    for property in properties {
      if property.key.utf8.isEmpty { found.append(Self.violation("PG201", "\(element) has an empty key")) }
      let reasons = property.values.isEmpty ? ["an empty list"] : property.values.compactMap(Self.refusal)
      if let reason = reasons.first {
        found.append(
          Self.violation("PG204", "\(element) has \(reason) as a value of \(Self.cited(property.key))"))
      }
    }
  }

  /// What a value is, if a file cannot hold it.
  private static func refusal(of value: Value) -> String? {
    switch value {
    case .boolean, .integer, .string: nil
    case .float(let float): float.isFinite ? nil : float.isNaN ? "NaN" : "an infinite number"
    case .null: "null"
    case .temporal(let value): value.kind.words
    case .list: "a list in a list"
    case .map: "a map"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    }
  }

  private static func violation(_ code: String, _ message: String) -> Diagnostic {
    Diagnostic(
      .error, code: code, message,
      help: code == "PG204" ? ["a property holds strings, booleans and finite numbers, one or several"] : [])
  }

  static func cited(_ text: Text) -> String { "`\(text)`" }
}
