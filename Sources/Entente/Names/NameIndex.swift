public import EntenteSyntax

/// The names of the nodes of a graph, to be found by words in any script.
///
///     let index = try NameIndex(graph)
///     try index.find("ㅇㄹㅂㅂ").first?.name                      // 알리바바
///     if case .one(let match) = try index.resolve("nvidia") { … }
///
/// A node's names are its `name`, `name@LANG`, `alias`, `alias@LANG` (a text or a list) and its id. Words fit a name
/// as ``NameMatch/Way`` says, whatever the case, width and accents.
///
/// - Complexity: O(letters of all names) to build; some 20 bytes a name and 4 a letter.
public struct NameIndex: Sendable {
  public let graph: Graph
  let table: NameTable

  /// Reads the names of a graph.
  ///
  /// - Throws: a limit of the monitor.
  public init(_ graph: Graph, monitor: QueryMonitor = .unlimited) throws(QueryError) {
    self.init(graph, try NameTable(graph, monitor: monitor))
  }

  init(_ graph: Graph, _ table: NameTable) {
    self.graph = graph
    self.table = table
  }

  func match(_ entry: Int, _ fit: NameFit) -> NameMatch {
    let found = table.entries[entry]
    return NameMatch(
      node: found.node, name: found.text, key: found.key.map { graph.catalog.name(of: $0) } ?? "id", fit: fit)
  }

  /// What a node is called in a language: `name@LANG`, else `name`, else its id.
  public func name(of node: NodeID, in language: String) -> String {
    for key in ["name@\(language)", "name"] {
      guard let key = graph.catalog.key(Text(key)) else { continue }
      let value = graph.property(key, of: node)
      let first: Value = if case .list(let items) = value { items.first ?? .null } else { value }
      if case .string(let text) = first, !text.utf8.isEmpty { return String(text) }
    }
    return String(graph.elementID(of: node))
  }
}
