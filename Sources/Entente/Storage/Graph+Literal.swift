extension Graph {
  /// A value as a Cypher literal, with its nodes, relationships and paths written out.
  ///
  ///     (:Actor:Company {name: 'Nvidia'})
  ///     [:INVESTS_IN {amount: 5}]
  ///     <(:A)-[:T]->(:B)<-[:T]-(:C)>
  ///     <(:A)-[:PARTNERS_WITH]-(:B)>          undirected
  ///
  /// - Complexity: O(size of the text)
  public func literal(_ value: Value) -> String {
    var writer = LiteralWriter { [self] writer, element in write(element, to: &writer) }
    writer.write(value)
    return String(decoding: writer.utf8, as: UTF8.self)
  }

  private func write(_ element: Value, to writer: inout LiteralWriter) {
    switch element {
    case .node(let node): write(node, to: &writer)
    case .relationship(let relationship): write(relationship, to: &writer)
    case .path(let path):
      writer.write("<")
      var here: NodeID?
      for (node, relationship) in zip(path.nodes, [nil] + path.relationships.map(Optional.some)) {
        if let relationship {
          let isUndirected = isUndirected(relationship)
          let isForward = source(of: relationship) == here
          writer.write(isUndirected || isForward ? "-" : "<-")
          write(relationship, to: &writer)
          writer.write(isUndirected || !isForward ? "-" : "->")
        }
        write(node, to: &writer)
        here = node
      }
      writer.write(">")
    case .null, .boolean, .integer, .float, .string, .temporal, .list, .map: writer.write(element)
    }
  }

  private func write(_ node: NodeID, to writer: inout LiteralWriter) {
    writer.write("(")
    for label in labels(of: node) {
      writer.write(":")
      writer.write(name: catalog.name(of: label))
    }
    let properties = properties(of: node).entries
    if !properties.isEmpty {
      if !labels(of: node).isEmpty { writer.write(" ") }
      writer.write(entries: properties.lazy.map { ($0.key, $0.value) })
    }
    writer.write(")")
  }

  private func write(_ relationship: RelationshipID, to writer: inout LiteralWriter) {
    writer.write("[:")
    writer.write(name: catalog.name(of: type(of: relationship)))
    let properties = properties(of: relationship).entries
    if !properties.isEmpty {
      writer.write(" ")
      writer.write(entries: properties.lazy.map { ($0.key, $0.value) })
    }
    writer.write("]")
  }
}
