/// Writes PG-JSON and PG-JSONL, an element a line, with keys in a fixed order.
enum GraphJSONWriter {
  /// PG-JSON; labels are in code point order, as the format recommends.
  static func document(_ document: GraphDocument) -> [UInt8] {
    var out = Array("{\n".utf8)
    func section(_ name: String, _ elements: [[UInt8]], isLast: Bool) {
      out += Array("  \"\(name)\": [".utf8)
      for (index, element) in elements.enumerated() {
        out += Array((index == 0 ? "\n    " : ",\n    ").utf8)
        out += element
      }
      out += Array((elements.isEmpty ? "]" : "\n  ]").utf8)
      out += Array((isLast ? "\n" : ",\n").utf8)
    }
    section("nodes", document.nodes.map { element($0, isLine: false) }, isLast: false)
    section("edges", document.edges.map { element($0, of: document, isLine: false) }, isLast: true)
    return out + Array("}\n".utf8)
  }

  /// PG-JSONL; labels keep their order.
  static func lines(_ document: GraphDocument) -> [UInt8] {
    var out: [UInt8] = []
    for node in document.nodes { out += element(node, isLine: true) + [0x0A] }
    for edge in document.edges { out += element(edge, of: document, isLine: true) + [0x0A] }
    return out
  }

  private static func element(_ node: GraphDocument.Node, isLine: Bool) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    if isLine { field("type", "node", to: &json) }
    field("id", node.id, to: &json)
    describe(isLine ? node.labels : node.labels.sorted(), node.properties, to: &json)
    json.endObject()
    return json.bytes
  }

  private static func element(_ edge: GraphDocument.Edge, of document: GraphDocument, isLine: Bool) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    if isLine { field("type", "edge", to: &json) }
    if let id = edge.id { field("id", id, to: &json) }
    let ends = document.ends(of: edge)
    field("from", ends.source, to: &json)
    field("to", ends.target, to: &json)
    if edge.isUndirected {
      json.key("undirected")
      json.boolean(true)
    }
    describe(isLine ? edge.labels : edge.labels.sorted(), edge.properties, to: &json)
    json.endObject()
    return json.bytes
  }

  private static func field(_ key: Text, _ value: Text, to json: inout JSONWriter) {
    json.key(key)
    json.string(value)
  }

  private static func describe(
    _ labels: [Text], _ properties: [GraphDocument.Property], to json: inout JSONWriter
  ) {
    json.key("labels")
    json.beginArray()
    for label in labels { json.string(label) }
    json.endArray()
    json.key("properties")
    json.beginObject()
    for property in properties {
      json.key(property.key)
      json.beginArray()
      for value in property.values {
        switch value {
        case .string(let text): json.string(text)
        case .integer(let integer): json.integer(integer)
        case .float(let float): json.float(float)
        case .boolean(let boolean): json.boolean(boolean)
        // Refused before anything is written.
        case .null, .temporal, .list, .map, .node, .relationship, .path: json.null()
        }
      }
      json.endArray()
    }
    json.endObject()
  }
}
