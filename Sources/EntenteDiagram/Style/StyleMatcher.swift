import Entente
import EntenteSyntax

/// Says which elements of a graph the selectors of style sheets select.
///
/// `:where(…)` is a query over the whole graph, asked once a selector and within limits that all selectors share; what
/// it cannot answer selects nothing, and ``StyleCheck`` says why.
struct StyleMatcher {
  let reader: GraphReader
  private let standings: Standings
  private var nodes: [Name: Set<NodeID>] = [:]
  private var relationships: [Name: Set<RelationshipID>] = [:]

  private var graph: Graph { reader.graph }

  init(_ reader: GraphReader, standings: Standings, selectors: [StyleSheet.Selector]) {
    self.reader = reader
    self.standings = standings
    let budget = Budget()
    for selector in selectors {
      for expression in selector.expressions {
        guard let table = try? budget.answer(expression, of: selector.target, in: reader.graph) else { continue }
        for row in table.rows {
          switch row.first {
          case .node(let node)?: nodes[expression, default: []].insert(node)
          case .relationship(let relationship)?: relationships[expression, default: []].insert(relationship)
          default: break
          }
        }
      }
    }
  }

  /// The time that all expressions have together, so that no number of them makes a picture wait longer.
  struct Budget {
    private let end = ContinuousClock.now + .seconds(5)

    /// The elements for which an expression is true.
    func answer(
      _ expression: Name, of target: StyleSheet.Target, in graph: Graph
    ) throws(QueryError) -> Table {
      var limits = QueryLimits()
      limits.time = max(.zero, end - ContinuousClock.now)
      limits.memory = 500_000_000
      // On lines of its own, since it may end in a comment.
      let condition = "(\n\(expression.text)\n)"
      return try graph.query(
        target == .node
          ? "MATCH (n) WHERE \(condition) RETURN n" : "MATCH ()-[r]->() WHERE \(condition) RETURN r", limits: limits)
    }
  }

  func matches(_ selector: StyleSheet.Selector, _ node: NodeID) -> Bool {
    guard selector.target == .node else { return false }
    let labels = reader.labels(of: node)
    return selector.labels.allSatisfy { labels.contains($0.text) }
      && selector.classes.allSatisfy { $0.standing.map(standings.of(node).contains) ?? false }
      && selector.identifiers.allSatisfy { $0.text == String(graph.elementID(of: node)) }
      && selector.conditions.allSatisfy { Self.holds($0, reader.property($0.key.text, of: node)) }
      && selector.expressions.allSatisfy { nodes[$0]?.contains(node) ?? false }
  }

  func matches(_ selector: StyleSheet.Selector, _ relationship: RelationshipID) -> Bool {
    guard selector.target == .relationship else { return false }
    let type = reader.type(of: relationship)
    return selector.labels.allSatisfy { $0.text == type }
      && selector.classes.allSatisfy {
        $0.standing.map(standings.of(relationship).contains) ?? (graph.facts.pseudoClass(ofType: type) == $0)
      }
      && selector.identifiers.allSatisfy { $0.text == String(graph.elementID(of: relationship)) }
      && selector.conditions.allSatisfy { Self.holds($0, reader.property($0.key.text, of: relationship)) }
      && selector.expressions.allSatisfy { relationships[$0]?.contains(relationship) ?? false }
  }

  /// A list meets a comparison where one of its items does; `!=` holds where `=` does not.
  static func holds(_ condition: StyleSheet.Condition, _ value: Value?) -> Bool {
    guard let value else { return false }
    guard let comparison = condition.comparison else { return true }
    let items: ContiguousArray<Value> = if case .list(let items) = value { items } else { [value] }
    if comparison.symbol == .notEqual { return items.allSatisfy { !holds(.equal, $0, comparison.literal) } }
    return items.contains { holds(comparison.symbol, $0, comparison.literal) }
  }

  private static func holds(
    _ symbol: StyleSheet.Condition.Operator, _ value: Value, _ literal: StyleSheet.Condition.Literal
  ) -> Bool {
    switch (value, literal) {
    case (.integer(let integer), .number(let number)): compare(Double(integer), symbol, number)
    case (.float(let float), .number(let number)): compare(float, symbol, number)
    case (.boolean(let boolean), .boolean(let other)): symbol.isEquality && boolean == other
    case (.string(let text), .text(let other)): compare(String(text), symbol, other)
    case (.temporal(let temporal), .text(let other)): compare(temporal.description, symbol, other)
    case (.temporal(let temporal), .number(let number)):
      // A year: dates are written with it in front.
      Double(temporal.description.drop { $0 == "~" }.prefix(4)).map { compare($0, symbol, number) } ?? false
    default: false
    }
  }

  private static func compare(_ left: Double, _ symbol: StyleSheet.Condition.Operator, _ right: Double) -> Bool {
    switch symbol {
    case .equal, .hasItem: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .startsWith, .endsWith, .contains: false
    }
  }

  /// By bytes, as everywhere: no two texts are merged that only look alike.
  private static func compare(_ left: String, _ symbol: StyleSheet.Condition.Operator, _ right: String) -> Bool {
    let (one, other) = (Array(left.utf8), Array(right.utf8))
    return switch symbol {
    case .equal, .hasItem: one == other
    case .notEqual: one != other
    case .less: one.lexicographicallyPrecedes(other)
    case .lessOrEqual: !other.lexicographicallyPrecedes(one)
    case .greater: other.lexicographicallyPrecedes(one)
    case .greaterOrEqual: !one.lexicographicallyPrecedes(other)
    case .startsWith: one.starts(with: other)
    case .endsWith: one.reversed().starts(with: other.reversed())
    case .contains: other.isEmpty || one.indices.contains { one[$0...].starts(with: other) }
    }
  }
}

extension StyleSheet.Condition.Operator {
  fileprivate var isEquality: Bool { self == .equal || self == .hasItem }
}

extension SchemaFacts {
  /// Partnership or rivalry: a symmetric type with a sign.
  func pseudoClass(ofType type: String) -> StyleSheet.PseudoClass? {
    guard symmetricTypes.contains(type) else { return nil }
    let sign = sign(ofType: type)
    return sign > 0 ? .partnership : sign < 0 ? .rivalry : nil
  }
}
