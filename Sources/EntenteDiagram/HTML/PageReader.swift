import Entente

/// Reads from a graph what a page says about elements.
struct PageReader {
  private let reader: GraphReader
  private let statements: [Text: [String]]
  private(set) var sources: [PageData.Source] = []
  private var places: [Text: Int] = [:]

  private static let evidenceKeys: Set<String> = [
    "source", "where", "page", "claim", "by", "quote", "since", "until", "at",
  ]

  init(_ reader: GraphReader) {
    self.reader = reader
    statements = Self.statements(reader)
  }

  mutating func element(_ node: NodeID) -> PageData.Element {
    let values = values(of: node)
    var element = PageData.Element(names: [reader.name(of: node)])
    for (key, value) in values where Self.isName(key) {
      for name in texts(value, translated: false) where !element.names.contains(name) { element.names.append(name) }
    }
    let id = String(reader.graph.elementID(of: node))
    if !element.names.contains(id) { element.names.append(id) }
    describe(&element, values, isNode: true)
    element.evidence.quotes += statements[reader.graph.elementID(of: node)] ?? []
    return element
  }

  mutating func element(_ relationship: RelationshipID) -> PageData.Element {
    let type = reader.type(of: relationship)
    var element = PageData.Element(
      type: type, what: reader.words.type(type), isDirected: !reader.graph.isUndirected(relationship))
    let keys = reader.graph.propertyKeys(of: relationship)
    let values = keys.map {
      (String(reader.graph.catalog.name(of: $0)), reader.graph.property($0, of: relationship))
    }
    describe(&element, values, isNode: false)
    element.evidence.quotes += statements[reader.graph.elementID(of: relationship)] ?? []
    return element
  }

  private func values(of node: NodeID) -> [(String, Value)] {
    reader.graph.propertyKeys(of: node).map {
      (String(reader.graph.catalog.name(of: $0)), reader.graph.property($0, of: node))
    }
  }

  private mutating func describe(_ element: inout PageData.Element, _ values: [(String, Value)], isNode: Bool) {
    let keys = Set(values.map(\.0))
    for (key, value) in values {
      let (base, language) = Self.parts(of: key)
      // A text in the language of the page stands for the one without a language.
      if let language, language != reader.language, !Self.isName(key) { continue }
      if language == nil, keys.contains("\(key)@\(reader.language)"), !Self.isName(key) { continue }
      let texts = texts(value, translated: !isNode)
      switch base {
      case "source": element.evidence.sources = references(value)
      case "where", "page": element.evidence.places += texts
      case "claim": element.evidence.claims = texts
      case "by": element.evidence.by = reader.sources(in: value)
      case "quote": element.evidence.quotes = texts
      case "name" where key == "name" && isNode: continue
      default:
        if !Self.evidenceKeys.contains(base), !texts.isEmpty {
          element.properties.append(
            PageData.Property(key: Self.isName(key) ? key : language == nil ? key : base, values: texts))
        }
      }
    }
    let dates = PageDates(values)
    (element.since, element.until, element.when) = (dates.since, dates.until, dates.text)
  }

  /// The texts of a value, one an item.
  private func texts(_ value: Value, translated: Bool) -> [String] {
    let items: ContiguousArray<Value> = if case .list(let items) = value { items } else { [value] }
    return items.compactMap { item in
      switch item {
      case .integer(let number): Self.grouped(number)
      case .string(let text) where !translated: String(text)
      default: reader.text(of: item)
      }
    }
  }

  /// The digits of a large number in groups of three.
  private static func grouped(_ number: Int64) -> String {
    let digits = Array("\(number.magnitude)")
    guard digits.count > 5 else { return "\(number)" }
    var text = number < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append("\u{202F}") }
      text.append(digit)
    }
    return text
  }

  private static func isName(_ key: String) -> Bool { ["name", "alias"].contains(String(key.prefix { $0 != "@" })) }

  /// A key without its language: `note@ko` is a note in Korean, `amount@USD` is no other key than it says.
  private static func parts(of key: String) -> (base: String, language: String?) {
    guard let at = key.lastIndex(of: "@") else { return (key, nil) }
    let suffix = key[key.index(after: at)...]
    guard let first = suffix.first, first.isLowercase else { return (key, nil) }
    return (String(key[..<at]), String(suffix))
  }

  // MARK: Sources

  private mutating func references(_ value: Value) -> [Int] {
    switch value {
    case .list(let items): return items.flatMap { references($0) }
    case .string(let id):
      if let place = places[id] { return [place] }
      places[id] = sources.count
      sources.append(source(id))
      return [sources.count - 1]
    case .null, .boolean, .integer, .float, .temporal, .map, .node, .relationship, .path: return []
    }
  }

  private func source(_ id: Text) -> PageData.Source {
    guard let node = reader.graph.node(withFileID: id) else {
      return PageData.Source(name: String(id), link: nil, details: [])
    }
    let details = ["author", "publisher", "date", "published"].compactMap { key in
      reader.property(key, of: node).flatMap { reader.text(of: $0) }.map { PageData.Property(key: key, values: [$0]) }
    }
    return PageData.Source(name: reader.name(of: node), link: reader.link(of: node), details: details)
  }

  /// What evidence says about elements, by their ids.
  private static func statements(_ reader: GraphReader) -> [Text: [String]] {
    guard let about = reader.graph.catalog.key("about"), let column = reader.graph.nodeColumn(about) else { return [:] }
    var statements: [Text: [String]] = [:]
    for raw in 0..<UInt32(reader.graph.nodeCount) where !column.isNull(at: raw) {
      let node = NodeID(raw)
      let value = column.value(at: raw)
      let items: ContiguousArray<Value> = if case .list(let items) = value { items } else { [value] }
      let origin = ["claim", "where"].compactMap { reader.property($0, of: node).flatMap { reader.text(of: $0) } }
      let text = reader.name(of: node) + (origin.isEmpty ? "" : " (\(origin.joined(separator: " · ")))")
      for case .string(let id) in items { statements[id, default: []].append(text) }
    }
    return statements
  }
}
