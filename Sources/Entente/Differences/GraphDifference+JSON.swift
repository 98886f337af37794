/// What one of the two sides of a comparison is called.
public struct ComparedGraph: Sendable {
  /// The file, with its revision where it has one.
  public let name: String
  public let asOf: String?

  public init(name: String, asOf: String?) {
    self.name = name
    self.asOf = asOf
  }

  var words: String { name + (asOf.map { " as of \($0)" } ?? "") }
}

extension GraphDifference {
  /// The comparison as one JSON object: `before`, `after` (`graph`, `asOf`), `counts`, then `graph`, `nodes` and
  /// `relationships` with what differs. A property has `key`, `before` and `after`, null where it is not there.
  public func json(before old: ComparedGraph, after new: ComparedGraph) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for (key, side) in [("before", old), ("after", new)] as [(Text, ComparedGraph)] {
      json.key(key)
      json.beginObject()
      json.key("graph")
      json.string(Text(side.name))
      json.key("asOf")
      if let date = side.asOf { json.string(Text(date)) } else { json.null() }
      json.endObject()
    }
    json.key("counts")
    json.beginObject()
    json.counts("nodes", nodes.map(\.change))
    json.counts("relationships", relationships.map(\.change))
    json.endObject()
    json.key("graph")
    json.properties(metadata)
    json.key("nodes")
    json.beginArray()
    for node in nodes where node.change != .unchanged {
      guard let (graph, id) = latest(node) else { continue }
      json.beginObject()
      json.entry("change", Text(node.change.rawValue))
      json.entry("id", graph.elementID(of: id))
      json.texts("labels", graph.labels(of: id).map { graph.catalog.name(of: $0) })
      json.texts("lostLabels", node.lostLabels)
      json.texts("newLabels", node.newLabels)
      json.key("properties")
      json.properties(allProperties(node.change, node.properties, graph.properties(of: id)))
      json.endObject()
    }
    json.endArray()
    json.key("relationships")
    json.beginArray()
    for relationship in relationships where relationship.change != .unchanged {
      guard let (graph, id) = latest(relationship) else { continue }
      json.beginObject()
      json.entry("change", Text(relationship.change.rawValue))
      json.key("id")
      if let key = graph.fileID(of: id) { json.string(key) } else { json.null() }
      json.entry("from", graph.elementID(of: graph.source(of: id)))
      json.entry("type", graph.catalog.name(of: graph.type(of: id)))
      json.entry("to", graph.elementID(of: graph.target(of: id)))
      json.key("undirected")
      json.boolean(graph.isUndirected(id))
      json.key("properties")
      json.properties(allProperties(relationship.change, relationship.properties, graph.properties(of: id)))
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes + [0x0A]
  }

  /// Of what is on one side only, all properties are told.
  private func allProperties(_ change: Change, _ changes: [PropertyChange], _ all: MapValue) -> [PropertyChange] {
    switch change {
    case .added: all.entries.map { PropertyChange(key: $0.key, before: .null, after: $0.value) }
    case .removed: all.entries.map { PropertyChange(key: $0.key, before: $0.value, after: .null) }
    case .ended, .changed, .unchanged: changes
    }
  }
}

extension JSONWriter {
  fileprivate mutating func entry(_ key: Text, _ text: Text) {
    self.key(key)
    string(text)
  }

  fileprivate mutating func texts(_ key: Text, _ texts: [Text]) {
    self.key(key)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  fileprivate mutating func counts(_ key: Text, _ changes: [GraphDifference.Change]) {
    self.key(key)
    beginObject()
    for kind in GraphDifference.Change.allCases {
      self.key(Text(kind.rawValue))
      integer(Int64(changes.count { $0 == kind }))
    }
    endObject()
  }

  fileprivate mutating func properties(_ changes: [GraphDifference.PropertyChange]) {
    beginArray()
    for change in changes {
      beginObject()
      entry("key", change.key)
      key("before")
      value(change.before)
      key("after")
      value(change.after)
      endObject()
    }
    endArray()
  }

  /// A property value; graphs hold no elements in properties.
  private mutating func value(_ value: Value) {
    switch value {
    case .null, .node, .relationship, .path: null()
    case .boolean(let boolean): self.boolean(boolean)
    case .integer(let integer): self.integer(integer)
    case .float(let number): float(number)
    case .string(let text): string(text)
    case .temporal(let temporal): string(Text(temporal.description))
    case .list(let items):
      beginArray()
      for item in items { self.value(item) }
      endArray()
    case .map(let map):
      beginObject()
      for entry in map.entries {
        key(entry.key)
        self.value(entry.value)
      }
      endObject()
    }
  }
}
