import EntenteSyntax

/// Writes `.pg`: a statement a line, nodes before edges, long statements wrapped onto indented lines.
enum GraphFileWriter {
  /// The display columns after which a statement goes on in the next line.
  static let width = 100

  static func bytes(of document: GraphDocument) -> [UInt8] {
    var out: [UInt8] = []
    for node in document.nodes { append(node, to: &out) }
    if !document.nodes.isEmpty, !document.edges.isEmpty { out.append(0x0A) }
    for edge in document.edges { append(edge, to: &out) }
    return out
  }

  static func append(_ node: GraphDocument.Node, to out: inout [UInt8]) {
    append([GraphFile.Spelling.id(node.id.utf8)] + description(node.labels, node.properties), to: &out)
  }

  static func append(_ edge: GraphDocument.Edge, to out: inout [UInt8]) {
    var head = edge.id.map { GraphFile.Spelling.id($0.utf8) + Array(": ".utf8) } ?? []
    head += GraphFile.Spelling.id(edge.source.utf8)
    head += Array((edge.isUndirected ? " -- " : " -> ").utf8)
    head += GraphFile.Spelling.id(edge.target.utf8)
    append([head] + description(edge.labels, edge.properties), to: &out)
  }

  private static func description(_ labels: [Text], _ properties: [GraphDocument.Property]) -> [[UInt8]] {
    labels.map { [0x3A] + GraphFile.Spelling.label($0.utf8) }
      + properties.map { property in
        var piece = GraphFile.Spelling.key(property.key.utf8) + [0x3A]
        for (index, value) in property.values.enumerated() {
          if index > 0 { piece.append(0x2C) }
          piece += spelled(value)
        }
        return piece
      }
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

  private static func append(_ pieces: [[UInt8]], to out: inout [UInt8]) {
    var column = 0
    for (index, piece) in pieces.enumerated() {
      let columns = DisplayWidth.of(String(decoding: piece, as: UTF8.self))
      if index > 0 {
        if column + 1 + columns > width {
          out += [0x0A, 0x20, 0x20]
          column = 2
        } else {
          out.append(0x20)
          column += 1
        }
      }
      out += piece
      column += columns
    }
    out.append(0x0A)
  }
}
