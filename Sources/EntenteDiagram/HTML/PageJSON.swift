import EntenteDrawing
import EntenteSyntax

/// Writes the data of a page as JSON that may stand in an element `script`: no `<` is left in it.
struct PageJSON {
  private var bytes: [UInt8] = []

  static func text(of data: PageData, _ diagram: Diagram, _ drawn: Diagram.Drawn) -> String {
    var json = PageJSON()
    json.write(data, diagram, drawn)
    return String(decoding: json.bytes, as: UTF8.self).replacing("<", with: "\\u003c")
  }

  private mutating func write(_ data: PageData, _ diagram: Diagram, _ drawn: Diagram.Drawn) {
    let edges = zip(diagram.edges, data.edges).filter {
      diagram.nodes.indices.contains($0.0.from) && diagram.nodes.indices.contains($0.0.to)
    }
    var types: [EdgeType] = []
    var places: [EdgeType: Int] = [:]
    for (edge, element) in edges {
      let type = EdgeType(type: element.type, what: element.what, kind: ElementIdentifiers.word(edge.kind.className))
      if places[type] == nil {
        places[type] = types.count
        types.append(type)
      }
    }
    raw("{\n\"nodes\": [")
    list(zip(zip(diagram.nodes, data.nodes), drawn.nodeNames), isTall: true) { json, item in
      let ((node, element), group) = item
      json.raw("{")
      json.field("group", group, isFirst: true)
      json.field("kind", ElementIdentifiers.word(node.kind.className))
      json.field("names", element.names)
      json.write(element)
      json.raw("}")
    }
    raw("],\n\"edges\": [")
    list(zip(edges, drawn.edgeNames), isTall: true) { json, item in
      let ((edge, element), group) = item
      json.raw("{")
      json.field("group", group, isFirst: true)
      json.raw(",\"from\":\(edge.from),\"to\":\(edge.to)\(element.isDirected ? ",\"directed\":true" : "")")
      let type = EdgeType(type: element.type, what: element.what, kind: ElementIdentifiers.word(edge.kind.className))
      json.raw(",\"type\":\(places[type] ?? 0)")
      json.write(element)
      json.raw("}")
    }
    raw("],\n\"types\": [")
    list(types, isTall: true) { json, type in
      json.raw("{")
      json.field("type", type.type, isFirst: true)
      json.field("what", type.what)
      json.field("kind", type.kind)
      json.raw("}")
    }
    raw("],\n\"nodeKinds\": {")
    let nodeKinds = Self.distinct(diagram.nodes.map(\.kind), by: \.className)
    list(nodeKinds, isTall: true) { json, kind in
      let (fill, stroke) = (kind.attributes.text(.fillcolor) ?? kind.fill, kind.attributes.text(.color) ?? kind.stroke)
      json.kind(kind.className, [("name", kind.name), ("fill", fill), ("stroke", stroke)])
    }
    raw("},\n\"edgeKinds\": {")
    let edgeKinds = Self.distinct(diagram.edges.map(\.kind), by: \.className)
    list(edgeKinds, isTall: true) { json, kind in
      let (color, line) = (kind.attributes.text(.color) ?? kind.color, kind.attributes.text(.style) ?? "solid")
      json.kind(kind.className, [("name", kind.name), ("stroke", color), ("line", line)])
    }
    raw("},\n\"sources\": [")
    list(data.sources, isTall: true) { json, source in
      json.raw("{")
      json.field("name", source.name, isFirst: true)
      if let link = source.link { json.field("link", link) }
      json.raw(",\"details\":[")
      json.list(source.details) { json, detail in json.pair(detail.key, detail.values.first ?? "") }
      json.raw("]}")
    }
    raw("],\n\"footnotes\": [")
    list(data.footnotes, isTall: true) { json, note in json.text(note) }
    raw("],\n\"steps\": [")
    list(data.steps, isTall: true) { json, step in
      json.raw("{")
      json.field("title", step.title, isFirst: true)
      if let text = step.text { json.field("text", text) }
      for (key, places) in [("nodes", step.nodes), ("edges", step.edges)] {
        json.raw(",\"\(key)\":[\(places.map(String.init).joined(separator: ","))]")
      }
      json.raw("}")
    }
    raw("],\n\"times\": [")
    list(data.moments) { json, moment in
      json.raw("{")
      json.field("label", moment.label, isFirst: true)
      json.raw(",\"start\":\(moment.start),\"end\":\(moment.end)}")
    }
    raw("]\n}")
  }

  /// What relationships share, told once.
  private struct EdgeType: Hashable {
    let type, what, kind: String
  }

  /// What is empty is left out.
  private mutating func write(_ element: PageData.Element) {
    if !element.properties.isEmpty {
      raw(",\"properties\":[")
      list(element.properties) { json, property in
        json.raw("[")
        json.text(property.key)
        json.raw(",")
        json.texts(property.values)
        json.raw("]")
      }
      raw("]")
    }
    let evidence = element.evidence
    let fields = [
      ("places", evidence.places), ("claims", evidence.claims), ("by", evidence.by), ("quotes", evidence.quotes),
    ].filter { !$0.1.isEmpty }
    if !evidence.sources.isEmpty || !fields.isEmpty {
      raw(",\"evidence\":{\"sources\":[\(evidence.sources.map(String.init).joined(separator: ","))]")
      for (key, values) in fields { field(key, values) }
      raw("}")
    }
    if !element.standing.isEmpty { field("standing", element.standing) }
    if !element.notes.isEmpty { raw(",\"notes\":[\(element.notes.map(String.init).joined(separator: ","))]") }
    if let since = element.since { raw(",\"since\":\(since)") }
    if let until = element.until { raw(",\"until\":\(until)") }
    if let when = element.when { field("when", when) }
  }

  /// The first of each class, in order.
  private static func distinct<Kind>(_ kinds: [Kind], by name: KeyPath<Kind, String>) -> [Kind] {
    var seen: Set<String> = []
    return kinds.filter { seen.insert($0[keyPath: name]).inserted }
  }

  // MARK: JSON

  private mutating func kind(_ className: String, _ fields: [(String, String)]) {
    text(ElementIdentifiers.word(className))
    raw(":{")
    for (place, field) in fields.enumerated() { self.field(field.0, field.1, isFirst: place == 0) }
    raw("}")
  }

  private mutating func field(_ key: String, _ value: String, isFirst: Bool = false) {
    raw(isFirst ? "\"\(key)\":" : ",\"\(key)\":")
    text(value)
  }

  private mutating func field(_ key: String, _ values: [String]) {
    raw(",\"\(key)\":")
    texts(values)
  }

  private mutating func pair(_ first: String, _ second: String) { texts([first, second]) }

  private mutating func texts(_ values: [String]) {
    raw("[")
    list(values) { json, value in json.text(value) }
    raw("]")
  }

  private mutating func list<Items: Sequence>(
    _ items: Items, isTall: Bool = false, _ write: (inout PageJSON, Items.Element) -> Void
  ) {
    for (place, item) in items.enumerated() {
      if place > 0 { raw(",") }
      if isTall { raw("\n") }
      write(&self, item)
    }
  }

  private mutating func text(_ text: String) { JSONEscaping.append(text.utf8, to: &bytes) }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

extension Attributes {
  /// The text of an attribute, where it is one.
  func text(_ attribute: Attribute) -> String? {
    if case .text(let text)? = self[attribute] { text } else { nil }
  }
}
