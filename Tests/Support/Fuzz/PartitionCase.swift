import Entente
import EntenteSyntax
import Foundation

/// A query with a predicate in place of `?`: the rows for which it is true, false and null are all rows.
struct PartitionCase {
  let content: GraphCase

  var text: String { content.text }

  init?(parsing text: ContiguousArray<UInt8>) {
    guard let content = GraphCase(parsing: text) else { return nil }
    self.content = content
  }

  private init(_ content: GraphCase) { self.content = content }

  private static let divider = " WHERE "

  static func make(using random: inout SplitMix64) -> PartitionCase {
    let graphText = GraphCase.graphText(nodes: 5, relationships: 7, using: &random)
    var writer = RandomQuery(random: random)
    writer.scope = [
      .init(name: "a", kind: .node), .init(name: "r", kind: .relationship), .init(name: "b", kind: .node),
    ]
    let pattern = writer.random.pick(["(a)-[r]->(b)", "(a)-[r]-(b)", "(a:A)-[r:R]->(b), (b)-[q]-(c)"])
    let query = "MATCH \(pattern)\(divider)\(writer.boolean(3))"
    random = writer.random
    return PartitionCase(GraphCase(graphText: graphText, query: query))
  }

  var violation: String? {
    guard let graph = content.graph, let cut = content.query.range(of: Self.divider) else { return nil }
    let match = content.query[..<cut.lowerBound]
    let predicate = content.query[cut.upperBound...]
    guard isDeterministic(content.query), (try? Parser.parseExpression(SourceText(String(predicate), name: "p"))) != nil
    else { return nil }
    let conditions = ["(\(predicate))", "NOT (\(predicate))", "(\(predicate)) IS NULL"]
    guard let all = count("\(match)", on: graph) else { return nil }
    var parts: [Int] = []
    for condition in conditions {
      guard let part = count("\(match) WHERE \(condition)", on: graph) else { return nil }
      parts.append(part)
    }
    return parts.reduce(0, +) == all
      ? nil : "\(all) rows, but the predicate is true on \(parts[0]), false on \(parts[1]), null on \(parts[2])"
  }

  /// How many rows there are; nil where the query fails.
  private func count(_ match: String, on graph: Graph) -> Int? {
    let source = SourceText("\(match) RETURN count(*) AS n", name: "query")
    guard case .rows(let rows) = QueryWays.outcome(of: source, on: graph, QueryOptions(limits: QueryWays.limits))
    else { return nil }
    return rows.first.flatMap { Int($0) }
  }
}
