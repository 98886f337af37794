import Entente
import EntenteSyntax

/// Finds the node that a person names: by id, name, name in a language, or alias, in any script.
///
/// A whole name comes before the beginning of one, and the same case before another; the first of these ways that
/// finds something decides.
enum NamedNode {
  static func find(_ wanted: String, in graph: Graph) throws(CommandFailure) -> NodeID {
    let entries = (0..<UInt32(graph.nodeCount)).map { NodeID($0) }.map { (node: $0, names: names(of: $0, in: graph)) }
    let folded = wanted.lowercased()
    let ways: [(String) -> Bool] = [
      { $0 == wanted }, { $0.lowercased() == folded }, { $0.lowercased().hasPrefix(folded) },
    ]
    for way in ways where !wanted.isEmpty {
      let found = entries.filter { $0.names.contains(where: way) }
      if found.count == 1 { return found[0].node }
      if !found.isEmpty { throw several(found, wanted) }
    }
    let nearest = NearestName.of(wanted, among: entries.flatMap(\.names))
    throw CommandFailure(
      .badInput, code: "DR10", "no node is called `\(wanted)`",
      help: [.didYouMean(nearest) ?? "a node is found by its id, its names in all languages, and its aliases"])
  }

  private static func several(_ found: [(node: NodeID, names: [String])], _ wanted: String) -> CommandFailure {
    let limit = 12
    var notes = found.prefix(limit).map { entry in
      "`\(entry.names[0])`" + (entry.names.count > 1 ? ": " + entry.names.dropFirst().joined(separator: ", ") : "")
    }
    if found.count > limit { notes.append("… and \(found.count - limit) more") }
    return CommandFailure(
      .badInput,
      [
        Diagnostic(
          .error, code: "DR11", "`\(wanted)` may be any of \(found.count) nodes", notes: notes,
          help: ["write the whole name, or the id"])
      ])
  }

  /// Its id first.
  private static func names(of node: NodeID, in graph: Graph) -> [String] {
    var names = [String(graph.elementID(of: node))]
    for key in graph.propertyKeys(of: node) {
      let name = graph.catalog.name(of: key)
      guard name == "name" || name == "alias" || String(name).hasPrefix("name@") else { continue }
      let value = graph.property(key, of: node)
      let items: ContiguousArray<Value> = if case .list(let items) = value { items } else { [value] }
      for case .string(let text) in items where !names.contains(String(text)) { names.append(String(text)) }
    }
    return names
  }
}
