import Entente

/// Reads what a picture says about the elements of a graph, in one language.
struct GraphReader {
  let graph: Graph
  let language: String
  let words: Words
  private let nameKeys: [KeyID]
  /// Names in the language by the names that values use, such as the topic `physical AI`; empty where both are the same.
  private let translations: [Text: Text]

  init(_ graph: Graph, language: String) {
    self.graph = graph
    self.language = language
    words = Words(language)
    let localized = graph.catalog.key(Text("name@\(language)"))
    let plain = graph.catalog.key("name")
    nameKeys = [localized, plain].compactMap { $0 }
    var translations: [Text: Text] = [:]
    if language != "en", let localized, let plain {
      for raw in 0..<UInt32(graph.nodeCount) {
        if case .string(let from) = graph.property(plain, of: NodeID(raw)),
          case .string(let to) = graph.property(localized, of: NodeID(raw)), translations[from] == nil
        {
          translations[from] = to
        }
      }
    }
    self.translations = translations
  }

  /// The title in the graph file.
  var title: String? {
    for key in ["title@\(language)", "title"] {
      if let text = graph.metadata[Text(key)].flatMap(text(of:)) { return text }
    }
    return nil
  }

  func labels(of node: NodeID) -> [String] {
    graph.labels(of: node).map { String(graph.catalog.name(of: $0)) }
  }

  func type(of relationship: RelationshipID) -> String {
    String(graph.catalog.name(of: graph.type(of: relationship)))
  }

  /// The name in the language, else the name, else the id.
  func name(of node: NodeID) -> String {
    for key in nameKeys {
      if let text = text(of: graph.property(key, of: node)), !text.isEmpty { return text }
    }
    return String(graph.elementID(of: node))
  }

  func link(of node: NodeID) -> String? {
    for key in ["url", "link"] {
      if let text = property(key, of: node).flatMap(text(of:)) { return text }
    }
    return nil
  }

  func property(_ key: String, of node: NodeID) -> Value? {
    graph.catalog.key(Text(key)).map { graph.property($0, of: node) }.flatMap { $0.isNull ? nil : $0 }
  }

  func property(_ key: String, of relationship: RelationshipID) -> Value? {
    graph.catalog.key(Text(key)).map { graph.property($0, of: relationship) }.flatMap { $0.isNull ? nil : $0 }
  }

  /// A value in the language: `topic@ko` where there is one, else names that the graph knows in the language.
  func localizedText(_ key: String, of relationship: RelationshipID) -> String? {
    if let value = property("\(key)@\(language)", of: relationship), let text = text(of: value) {
      return text
    }
    return property(key, of: relationship).flatMap(text(of:))
  }

  /// A value in words: a list with commas between, names in the language; nil of what has no words.
  func text(of value: Value) -> String? {
    switch value {
    case .null, .map, .node, .relationship, .path: nil
    case .string(let text): String(translations[text] ?? text)
    case .temporal(let value): value.description
    case .boolean(let boolean): "\(boolean)"
    case .integer(let integer): "\(integer)"
    case .float(let float): "\(float)"
    case .list(let items):
      items.isEmpty ? nil : items.compactMap(text(of:)).joined(separator: words.comma)
    }
  }
}
