import EntenteSyntax

/// Writes `.pg`: a statement a block, nodes before edges, in the layout of the formatter.
enum GraphFileWriter {
  static func bytes(of document: GraphDocument) -> [UInt8] {
    var out: [UInt8] = []
    for node in document.nodes { append(node, to: &out) }
    if !document.nodes.isEmpty, !document.edges.isEmpty { out.append(0x0A) }
    for edge in document.edges { append(edge, of: document, to: &out) }
    return out
  }

  static func append(_ node: GraphDocument.Node, to out: inout [UInt8]) {
    append([GraphFile.Spelling.id(node.id.utf8)], node.labels, node.properties, to: &out)
  }

  static func append(_ edge: GraphDocument.Edge, of document: GraphDocument, to out: inout [UInt8]) {
    let ends = document.ends(of: edge)
    let id = edge.id.map { GraphFile.Spelling.id($0.utf8) + Array(": ".utf8) } ?? []
    let source = id + GraphFile.Spelling.id(ends.source.utf8)
    let target = Array((edge.isUndirected ? "-- " : "-> ").utf8) + GraphFile.Spelling.id(ends.target.utf8)
    append([source, target], edge.labels, edge.properties, to: &out)
  }

  private static func append(
    _ head: [[UInt8]], _ labels: [Text], _ properties: [GraphDocument.Property], to out: inout [UInt8]
  ) {
    let labels = labels.map { [0x3A] + GraphFile.Spelling.label($0.utf8) }
    StatementLayout(
      head: (head + labels).map(StatementLayout.Piece.init), properties: properties.map(pieces)
    ).append(to: &out)
    out.append(0x0A)
  }

  /// A key with its values, one piece a value.
  private static func pieces(_ property: GraphDocument.Property) -> [StatementLayout.Piece] {
    var pieces = property.values.map { spelled($0) + [0x2C] }
    if !pieces.isEmpty {
      pieces[0] = GraphFile.Spelling.key(property.key.utf8) + [0x3A] + pieces[0]
      pieces[pieces.count - 1].removeLast()
    }
    return pieces.map(StatementLayout.Piece.init)
  }

  static func spelled(_ value: Value) -> [UInt8] {
    switch value {
    case .string(let text): GraphFile.Spelling.value(text.utf8)
    case .integer(let integer): Array("\(integer)".utf8)
    case .float(let float): Array("\(float)".utf8)
    case .boolean(let boolean): Array("\(boolean)".utf8)
    // Refused before anything is written.
    case .null, .temporal, .list, .map, .node, .relationship, .path: []
    }
  }
}
