import Entente
import EntenteSyntax

/// A random query that writes, on a random graph: run in all ways it leaves the same graph, whose parts hold together
/// and which differs from the old one by what the counts of changes say.
struct UpdateCase {
  let content: GraphCase

  var text: String { content.text }

  init?(parsing text: ContiguousArray<UInt8>) {
    guard let content = GraphCase(parsing: text) else { return nil }
    self.content = content
  }

  private init(_ content: GraphCase) { self.content = content }

  static func make(using random: inout SplitMix64) -> UpdateCase {
    let graphText = GraphCase.graphText(nodes: 4, relationships: 5, using: &random)
    var writer = RandomQuery(random: random)
    let query = writer.updatingQuery()
    random = writer.random
    return UpdateCase(GraphCase(graphText: graphText, query: query))
  }

  var violation: String? {
    guard let graph = content.graph, isDeterministic(content.query.replacing("LIMIT", with: "")) else { return nil }
    let expected: [String]
    switch outcome(on: graph, QueryWays.plain) {
    case .failure(let violation): return violation.words
    case .success(nil): return nil
    case .success(let lines?): expected = lines
    }
    for options in QueryWays.others {
      switch outcome(on: graph, options) {
      case .failure(let violation): return "\(QueryWays.name(options)): \(violation.words)"
      case .success(nil): return "\(QueryWays.name(options)): an error where the plain plan writes"
      case .success(let lines?):
        if lines != expected { return "\(QueryWays.name(options)):\nexpected \(expected)\nfound    \(lines)" }
      }
    }
    return nil
  }

  private struct Violation: Error {
    let words: String
  }

  /// The rows, the counts of changes and the new graph; nil for an error of the query.
  private func outcome(on graph: Graph, _ options: QueryOptions) -> Result<[String]?, Violation> {
    guard let table = try? graph.query(content.source, parameters: QueryWays.parameters, options: options) else {
      return .success(nil)
    }
    let after = table.graph
    if let broken = after.checkInvariants().first { return .failure(Violation(words: broken)) }
    let effects = table.sideEffects
    let nodes = graph.nodeCount + effects.nodesCreated - effects.nodesDeleted
    let relationships = graph.relationshipCount + effects.relationshipsCreated - effects.relationshipsDeleted
    guard nodes == after.nodeCount, relationships == after.relationshipCount else {
      return .failure(
        Violation(
          words: "\(effects.words), but \(graph.nodeCount) nodes and \(graph.relationshipCount) relationships became "
            + "\(after.nodeCount) and \(after.relationshipCount)"))
    }
    let rows = table.rows.map { $0.map(\.literal).joined(separator: " | ") }
    return .success(rows + [effects.words] + Self.words(of: after))
  }

  /// The elements of a graph in words, sorted. Which way a new relationship of type U leads is left open: an undirected
  /// MERGE takes the direction of the row that comes first.
  private static func words(of graph: Graph) -> [String] {
    func node(_ id: NodeID) -> String {
      let labels = graph.labels(of: id).map { ":\(graph.catalog.name(of: $0))" }.sorted().joined()
      return "(\(labels) \(Value.map(graph.properties(of: id)).literal))"
    }
    let nodes = (0..<UInt32(graph.nodeCount)).map { node(NodeID($0)) }
    let relationships = (0..<UInt32(graph.relationshipCount)).map { index in
      let id = RelationshipID(index)
      let type = graph.catalog.name(of: graph.type(of: id))
      var ends = [node(graph.source(of: id)), node(graph.target(of: id))]
      if type == "U" { ends.sort() }
      return "\(ends[0])-[:\(type) \(Value.map(graph.properties(of: id)).literal)]-\(ends[1])"
    }
    return nodes.sorted() + relationships.sorted()
  }
}
