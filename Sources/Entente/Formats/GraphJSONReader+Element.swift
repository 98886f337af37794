import EntenteSyntax

extension GraphJSONReader {
  enum ElementKind: Text {
    case node = "node"
    case edge = "edge"
  }

  /// The fields of an element as they come, in any order.
  private struct Draft {
    var type: ElementKind?
    var hasUnknownType = false
    var id: (text: Text, range: SourceRange)?
    var hasNullID = false
    var source: (text: Text, range: SourceRange)?
    var target: (text: Text, range: SourceRange)?
    var isUndirected = false
    var labels: [Text] = []
    var properties: [GraphDocument.Property] = []
    var seen: Set<Text> = []
  }

  private static let fields: [Text] = ["type", "id", "from", "to", "undirected", "labels", "properties"]

  /// A node or an edge; without a kind, its `type` says which.
  mutating func readElement(as kind: ElementKind?) throws(JSONReader.Failure) {
    guard try json.kind() == .object else {
      try json.skipValue()
      return report(JSONErrors.wrongKind(of: nil, "an object for a node or an edge", at: json.lastRange))
    }
    let errors = diagnostics.count
    try json.beginObject()
    let start = json.lastRange
    var draft = Draft()
    while let key = try json.nextKey() {
      if !draft.seen.insert(key.text).inserted { report(JSONErrors.repeatedField(key)) }
      try readField(key, into: &draft)
    }
    let place = start.union(SourceRange(json.position - 1..<json.position))
    guard let kind = kind ?? draft.type else {
      if !draft.hasUnknownType { report(JSONErrors.missingField("type", of: "the element", at: place)) }
      return
    }
    switch kind {
    case .node: addNode(draft, at: place)
    case .edge:
      addEdge(draft, at: place, isSound: diagnostics[errors...].allSatisfy { $0.severity == .warning })
    }
  }

  private mutating func addNode(_ draft: Draft, at place: SourceRange) {
    for name: Text in ["from", "to", "undirected"] where draft.seen.contains(name) {
      report(JSONErrors.misplacedField(name, at: place))
    }
    guard let id = draft.id else {
      if draft.hasNullID || !draft.seen.contains("id") {
        report(JSONErrors.missingField("id", of: "the node", at: place))
      }
      return
    }
    if !nodeIDs.insert(id.text).inserted, !mergesNodes {
      report(JSONErrors.repeatedID(id.text, "node", at: id.range))
    }
    document.addNode(id.text, labels: draft.labels, properties: draft.properties)
  }

  private mutating func addEdge(_ draft: Draft, at place: SourceRange, isSound: Bool) {
    for name: Text in ["from", "to"] where !draft.seen.contains(name) {
      report(JSONErrors.missingField(name, of: "the edge", at: place))
    }
    if let id = draft.id {
      if edgeIDs[id.text] != nil { return report(JSONErrors.repeatedID(id.text, "edge", at: id.range)) }
      edgeIDs[id.text] = id.range
    }
    guard isSound, let source = draft.source, let target = draft.target else { return }
    document.addEdge(
      id: draft.id?.text, from: source.text, to: target.text, isUndirected: draft.isUndirected,
      labels: draft.labels, properties: draft.properties)
  }

  private mutating func readField(_ key: JSONReader.Key, into draft: inout Draft) throws(JSONReader.Failure) {
    switch key.text {
    case "type":
      guard let type = try readName(key) else { return draft.hasUnknownType = true }
      draft.type = ElementKind(rawValue: type.text)
      if draft.type == nil {
        draft.hasUnknownType = true
        report(JSONErrors.unknownType(type.text, at: type.range))
      }
    case "id":
      // null is as good as no id, for an edge.
      if try json.kind() == .null, draft.type != .node {
        try json.null()
        draft.hasNullID = true
      } else {
        draft.id = try readName(key)
      }
    case "from": draft.source = try readName(key)
    case "to": draft.target = try readName(key)
    case "undirected":
      guard try json.kind() == .boolean else {
        try json.skipValue()
        return report(JSONErrors.wrongKind(of: key.text, "true or false", at: json.lastRange))
      }
      draft.isUndirected = try json.boolean()
    case "labels": draft.labels = try readLabels(key)
    case "properties": draft.properties = try readProperties(key)
    default:
      report(JSONErrors.unknownField(key, among: Self.fields))
      try json.skipValue()
    }
  }

  /// A string that is not empty.
  private mutating func readName(_ key: JSONReader.Key) throws(JSONReader.Failure) -> (
    text: Text, range: SourceRange
  )? {
    guard try json.kind() == .string else {
      try json.skipValue()
      report(JSONErrors.wrongKind(of: key.text, "a string", at: json.lastRange))
      return nil
    }
    let text = try json.string()
    if text.utf8.isEmpty {
      report(JSONErrors.empty(key.text, at: json.lastRange))
      return nil
    }
    return (text, json.lastRange)
  }

  private mutating func readLabels(_ key: JSONReader.Key) throws(JSONReader.Failure) -> [Text] {
    guard try json.kind() == .array else {
      try json.skipValue()
      report(JSONErrors.wrongKind(of: key.text, "an array of strings", at: json.lastRange))
      return []
    }
    var labels: [Text] = []
    try json.beginArray()
    while try json.nextElement() {
      if let label = try readName(key) { labels.append(label.text) }
    }
    return labels
  }

  private mutating func readProperties(_ key: JSONReader.Key) throws(JSONReader.Failure) -> [GraphDocument
    .Property]
  {
    guard try json.kind() == .object else {
      try json.skipValue()
      report(JSONErrors.wrongKind(of: key.text, "an object", at: json.lastRange))
      return []
    }
    var properties: [GraphDocument.Property] = []
    var seen: Set<Text> = []
    try json.beginObject()
    while let property = try json.nextKey() {
      if property.text.utf8.isEmpty { report(JSONErrors.empty("properties", at: property.range)) }
      if !seen.insert(property.text).inserted { report(JSONErrors.repeatedField(property)) }
      guard try json.kind() == .array else {
        try json.skipValue()
        report(JSONErrors.wrongKind(of: property.text, "an array of values", at: json.lastRange))
        continue
      }
      let values = try readValues(of: property)
      if !values.isEmpty { properties.append(GraphDocument.Property(property.text, values)) }
    }
    return properties
  }

  private mutating func readValues(of property: JSONReader.Key) throws(JSONReader.Failure) -> [Value] {
    var values: [Value] = []
    var isEmpty = true
    try json.beginArray()
    while try json.nextElement() {
      isEmpty = false
      switch try json.kind() {
      case .string: values.append(.string(try json.string()))
      case .boolean: values.append(.boolean(try json.boolean()))
      case .number:
        let number = try json.number()
        if number.losesDigits { report(JSONErrors.largeInteger(json.lastRange, in: json.source)) }
        switch number.value {
        case .integer(let integer): values.append(.integer(integer))
        case .float(let float): values.append(.float(float))
        case nil: break
        }
      case .null, .object, .array:
        try json.skipValue()
        report(
          JSONErrors.wrongKind(of: property.text, "a string, a number, true or false", at: json.lastRange))
      }
    }
    if isEmpty { report(JSONErrors.emptyList(property)) }
    return values
  }
}
