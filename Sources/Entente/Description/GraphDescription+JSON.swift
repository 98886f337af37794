import EntenteSyntax

extension GraphDescription {
  /// The description as one JSON object: `title`, `description`, `licence`, `languages`, `nodes`, `relationships`,
  /// `labels`, `types`, `patterns`, `sources`; what the graph does not say is null.
  ///
  /// - Parameters:
  ///   - parts: the graphs that it is the union of, under `graphs`.
  ///   - restriction: what of the graph is described, under `asOf`, `accordingTo` and `without` where it says so.
  public func json(
    parts: [DescribedGraph] = [], restriction: GraphRestriction = GraphRestriction()
  ) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.entry("title", title)
    json.entry("description", description)
    json.entry("licence", licence)
    json.array("languages", languages) { $0.string(Text($1)) }
    if let date = restriction.asOf { json.entry("asOf", date.text) }
    let named: [(key: Text, sources: [String])] = [
      ("accordingTo", restriction.accordingTo), ("without", restriction.without),
    ]
    for (key, sources) in named where !sources.isEmpty { json.array(key, sources) { $0.string(Text($1)) } }
    if !parts.isEmpty {
      json.array("graphs", parts) { json, part in
        json.beginObject()
        json.entry("path", part.path)
        json.entry("title", part.title)
        json.endObject()
      }
    }
    json.entry("nodes", nodes)
    json.entry("relationships", relationships)
    json.array("labels", labels) { json, label in
      json.beginObject()
      json.entry("label", label.name)
      json.entry("nodes", label.nodes)
      json.key("drawn")
      json.boolean(!label.isHidden)
      json.keys(label.keys)
      json.endObject()
    }
    json.array("types", types) { json, type in
      json.beginObject()
      json.entry("type", type.name)
      json.entry("sign", type.sign)
      json.key("symmetric")
      json.boolean(type.isSymmetric)
      json.entry("relationships", type.relationships)
      json.keys(type.keys)
      json.endObject()
    }
    json.array("patterns", patterns) { json, pattern in
      json.beginObject()
      json.entry("start", pattern.start.isEmpty ? nil : pattern.start)
      json.entry("type", pattern.type)
      json.entry("end", pattern.end.isEmpty ? nil : pattern.end)
      json.key("undirected")
      json.boolean(pattern.isUndirected)
      json.entry("relationships", pattern.relationships)
      json.endObject()
    }
    json.array("sources", sources) { json, source in
      json.beginObject()
      json.entry("id", source.id)
      json.entry("name", source.name)
      json.entry("elements", source.elements)
      json.endObject()
    }
    json.endObject()
    return json.bytes + [0x0A]
  }
}

extension JSONWriter {
  fileprivate mutating func entry(_ key: Text, _ text: String?) {
    self.key(key)
    if let text { string(Text(text)) } else { null() }
  }

  fileprivate mutating func entry(_ key: Text, _ number: Int) {
    self.key(key)
    integer(Int64(number))
  }

  fileprivate mutating func array<Item>(_ key: Text, _ items: [Item], _ write: (inout JSONWriter, Item) -> Void) {
    self.key(key)
    beginArray()
    for item in items { write(&self, item) }
    endArray()
  }

  fileprivate mutating func keys(_ keys: [GraphDescription.Key]) {
    array("keys", keys) { json, key in
      json.beginObject()
      json.entry("key", key.name)
      json.array("types", key.types) { $0.string(Text($1)) }
      json.entry("elements", key.elements)
      json.endObject()
    }
  }
}
