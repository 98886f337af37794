import EntenteSyntax

/// One array with an object a row, or one object a line; keys are column names in column order.
///
///     [{"a": {"id": "nvidia", "labels": ["Actor"], "properties": {…}}, "n": 3}]
///
/// A node has `id`, `labels`, `properties`; a relationship `id`, `type`, `start`, `end`, `undirected`, `properties`;
/// a path `nodes` and `relationships`. Integers are numbers, NaN and the infinities strings. Footnotes are a field
/// `sources`: an array of objects with `source` (ids) and, where given, `name`, `where`, `claim`, `by`, `quote`.
public struct JSONFormat: TableFormat {
  public enum Layout: Sendable { case array, lines }

  public let layout: Layout

  public init(_ layout: Layout) {
    self.layout = layout
  }

  public func text(of answer: Table) throws(TableFormatError) -> String {
    let table = answer.withSources()
    var seen: Set<Text> = []
    for column in table.columns where !seen.insert(Text(column)).inserted {
      throw .duplicateColumn(column)
    }
    var writer = ValueJSONWriter(graph: table.graph)
    if layout == .array { writer.raw("[") }
    for (index, row) in table.rows.enumerated() {
      if layout == .array { writer.raw(index == 0 ? "\n" : ",\n") }
      writer.object(zip(table.columns, row).map { (Text($0), $1) })
      if layout == .lines { writer.raw("\n") }
    }
    if layout == .array { writer.raw(table.rows.isEmpty ? "]\n" : "\n]\n") }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes values as JSON.
struct ValueJSONWriter {
  let graph: Graph
  private(set) var bytes: [UInt8] = []

  init(graph: Graph) { self.graph = graph }

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func string(_ text: Text) { JSONEscaping.append(text.utf8, to: &bytes) }

  mutating func object(_ entries: some Sequence<(Text, Value)>) {
    raw("{")
    var isFirst = true
    for (key, value) in entries {
      if !isFirst { raw(", ") }
      isFirst = false
      string(key)
      raw(": ")
      write(value)
    }
    raw("}")
  }

  private mutating func array<Element>(
    _ elements: some Sequence<Element>, _ write: (inout ValueJSONWriter, Element) -> Void
  ) {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(", ") }
      isFirst = false
      write(&self, element)
    }
    raw("]")
  }

  mutating func write(_ value: Value) {
    switch value {
    case .null: raw("null")
    case .boolean(let value): raw(value ? "true" : "false")
    case .integer(let value): raw(String(value))
    case .float(let value) where value.isNaN: raw("\"NaN\"")
    case .float(let value) where value.isInfinite: raw(value < 0 ? "\"-Infinity\"" : "\"Infinity\"")
    case .float(let value): raw("\(value)")
    case .string(let text): string(text)
    case .temporal(let value): string(Text(value.description))
    case .list(let items): array(items) { $0.write($1) }
    case .map(let map): object(map.entries.map { ($0.key, $0.value) })
    case .node(let node): write(node)
    case .relationship(let relationship): write(relationship)
    case .path(let path):
      raw("{\"nodes\": ")
      array(path.nodes) { $0.write($1) }
      raw(", \"relationships\": ")
      array(path.relationships) { $0.write($1) }
      raw("}")
    }
  }

  private mutating func write(_ node: NodeID) {
    // The query has deleted it.
    guard graph.contains(node) else { return raw("{\"id\": null, \"labels\": [], \"properties\": {}}") }
    raw("{\"id\": ")
    string(graph.elementID(of: node))
    raw(", \"labels\": ")
    array(graph.labels(of: node)) { $0.string($0.graph.catalog.name(of: $1)) }
    raw(", \"properties\": ")
    object(graph.propertyKeys(of: node).map { (graph.catalog.name(of: $0), graph.property($0, of: node)) })
    raw("}")
  }

  private mutating func write(_ relationship: RelationshipID) {
    guard graph.contains(relationship) else {
      return raw("{\"id\": null, \"type\": null, \"start\": null, \"end\": null, \"properties\": {}}")
    }
    raw("{\"id\": ")
    string(graph.elementID(of: relationship))
    raw(", \"type\": ")
    string(graph.catalog.name(of: graph.type(of: relationship)))
    raw(", \"start\": ")
    string(graph.elementID(of: graph.source(of: relationship)))
    raw(", \"end\": ")
    string(graph.elementID(of: graph.target(of: relationship)))
    if graph.isUndirected(relationship) { raw(", \"undirected\": true") }
    raw(", \"properties\": ")
    object(
      graph.propertyKeys(of: relationship).map { (graph.catalog.name(of: $0), graph.property($0, of: relationship)) })
    raw("}")
  }
}
