import Entente
import EntenteSyntax

/// A random query that looks nodes up by id and joins patterns by equalities, on a random graph, run in all ways.
struct LookUpCase {
  let content: GraphCase

  var text: String { content.text }

  init?(parsing text: ContiguousArray<UInt8>) {
    guard let content = GraphCase(parsing: text) else { return nil }
    self.content = content
  }

  private init(_ content: GraphCase) { self.content = content }

  static func make(using random: inout SplitMix64) -> LookUpCase {
    var graphText = GraphCase.graphText(nodes: 6, relationships: 8, using: &random)
    // A node that stores a property `id`: that is what `n.id` gives then.
    if random.chance(15) { graphText += "m :A id:\(random.pick(["n0", "n1", "zz", "1"])) p:1\n" }
    return LookUpCase(GraphCase(graphText: graphText, query: query(using: &random)))
  }

  var violation: String? {
    guard let graph = content.graph, isDeterministic(content.query) else { return nil }
    return QueryWays.difference(of: content.source, on: graph)
  }

  // MARK: Queries

  private static func query(using random: inout SplitMix64) -> String {
    var clauses: [String] = []
    var nodes: [String] = []
    var outer: [String] = []
    switch random.next() % 6 {
    case 0: break
    case 1:
      clauses.append("UNWIND ['n0', 'n1', 'n1', null, 'zz', 1] AS x")
      outer = ["x"]
    case 2:
      clauses.append("UNWIND [{k: 'n0', q: 1}, {k: 'n2', q: 0.5}, {q: 'a', l: ['n1', null, 'n3', 'n1']}] AS x")
      outer = ["x.k", "x.q", "x.l"]
    case 3:
      // What is no map is an error as soon as a row asks it for a property.
      clauses.append("UNWIND [{k: 'n1', q: 1}, \(random.pick(["7", "null", "'n0'"]))] AS x")
      outer = ["x.k", "x.q"]
    case 4:
      clauses.append("MATCH (x\(random.pick(["", ":A"])))")
      outer = ["x.id", "x.p", "x.i", "x.f", "x.v", "x.l"]
    default:
      clauses.append("CREATE (x:A {id: \(random.pick(["'n0'", "'new'", "1"])), p: 1, q: 'n1'}) WITH x")
      outer = ["x.id", "x.p", "x.q"]
    }
    for _ in 0..<random.pick([1, 1, 2]) {
      let optional = random.chance(25) ? "OPTIONAL " : ""
      let new = patterns(known: nodes, using: &random)
      nodes = Array(Set(nodes + new.names)).sorted()
      let conditions = (0..<random.pick([1, 1, 2, 3])).map { _ in condition(nodes, outer, using: &random) }
      clauses.append(
        "\(optional)MATCH \(new.text)" + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")))
    }
    let returned = random.chance(70) ? nodes + (outer.isEmpty ? [] : ["x"]) : []
    clauses.append("RETURN " + (returned.isEmpty ? "count(*) AS n" : returned.joined(separator: ", ")))
    return clauses.joined(separator: " ")
  }

  private static func patterns(known: [String], using random: inout SplitMix64) -> (text: String, names: [String]) {
    var names: [String] = []
    func node(_ random: inout SplitMix64) -> String {
      let name = random.pick(["a", "b", "c", "d"])
      names.append(name)
      let properties = random.chance(15) ? " {id: \(random.pick(["'n0'", "'n3'", "$s", "toLower('N1')"]))}" : ""
      return "(\(name)\(known.contains(name) ? "" : random.pick(["", "", ":A", ":B"]))\(properties))"
    }
    let paths = (0..<random.pick([1, 2, 2, 3])).map { _ in
      var path = node(&random)
      for _ in 0..<random.pick([0, 0, 1, 1, 2]) {
        let (left, right) = random.pick([("-", "->"), ("<-", "-"), ("-", "-")])
        path += "\(left)[\(random.pick(["", ":R", ":S", ":R*1..2"]))]\(right)" + node(&random)
      }
      return path
    }
    return (paths.joined(separator: ", "), names)
  }

  private static func condition(_ nodes: [String], _ outer: [String], using random: inout SplitMix64) -> String {
    let node = random.pick(nodes)
    let other = random.pick(nodes)
    let constants = ["'n0'", "'n2'", "1", "null", "$nothing", "0.5", "'a'"]
    let keys = ["id", "p", "i", "f", "v", "l", "s"]
    let values = outer + constants + ["\(other).\(random.pick(keys))"]
    let lists = ["['n1', 'n2', 'n1', null]", "$list", "[\(random.pick(values)), 'n3']"] + outer
    switch random.next() % 10 {
    case 0, 1: return "\(node).id = \(random.pick(outer + constants))"
    case 2: return "\(random.pick(values)) = \(node).id"
    case 3: return "\(node).id IN \(random.pick(lists))"
    case 4, 5: return "\(node).\(random.pick(keys)) = \(random.pick(values))"
    case 6: return "\(node) = \(other)"
    case 7: return "\(node):\(random.pick(["A", "B"]))"
    case 8:
      let inner = random.pick(["(y)-[]-(z)", "(y), (z:A)", "(y:B)"])
      return "EXISTS { MATCH \(inner) WHERE y.\(random.pick(keys)) = \(node).\(random.pick(keys)) }"
    default: return "\(node).p + 1 = \(other).i"
    }
  }
}
