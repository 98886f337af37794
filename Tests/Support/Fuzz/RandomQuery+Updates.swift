/// Queries that write, in ways that do not depend on the order of the rows: what a row writes into an element depends
/// on that element alone.
extension RandomQuery {
  mutating func updatingQuery() -> String {
    scope = []
    var clauses = [updateMatch()]
    for _ in 0..<(1 + Int(random.next() % 3)) { clauses.append(update()) }
    switch random.next() % 4 {
    case 0: break
    case 1: clauses.append("RETURN count(*) AS n")
    case 2:
      clauses.append("WITH count(*) AS n MATCH (m) OPTIONAL MATCH (m)-[q]-() RETURN n, count(m) AS m, count(q) AS q")
    default: clauses.append("WITH count(*) AS n LIMIT \(random.next() % 2) RETURN n")
    }
    return clauses.joined(separator: " ")
  }

  private mutating func updateMatch() -> String {
    scope = [Variable(name: "a", kind: .node), Variable(name: "b", kind: .node)]
    let pattern = random.pick(["(a), (b)", "(a:A), (b:B)", "(a)-[r]->(b)", "(a)-[r:R]-(b)", "(a)-[r]-(b:B)"])
    if pattern.contains("[r") { scope.append(Variable(name: "r", kind: .relationship)) }
    return "\(random.chance(20) ? "OPTIONAL MATCH" : "MATCH") \(pattern)"
      + (random.chance(40) ? " WHERE \(boolean(1))" : "")
  }

  private mutating func update() -> String {
    let node = random.pick(["a", "b"])
    let relationship = variables(.relationship).first
    switch random.next() % 14 {
    case 0: return "CREATE (:C {p: \(node).p, s: 'new'})"
    case 1: return "CREATE (\(node))-[:T {w: 1}]->(:C {p: \(random.next() % 2)})"
    case 2: return "CREATE (a)-[:T]->(b)"
    case 3: return "MERGE (:\(random.pick(["A", "C"])) {p: coalesce(\(node).p, 0)})"
    case 4:
      let new = name("c")
      return "MERGE (\(new):C {p: 1}) ON CREATE SET \(new).made = 1 ON MATCH SET \(new).seen = 1"
    case 5: return "MERGE (a)\(random.pick(["-[:T]->", "<-[:T]-", "-[:U]-", "-[:R {w: 1}]->"]))(b)"
    case 6: return "MERGE (\(node))-[:T]->(:C {p: 1})"
    case 7:
      let value = random.pick([
        "1", "null", "\(node).i", "[1, 2]", "coalesce(\(node).f, 0) + 1", "size(labels(\(node)))",
      ])
      return "SET \(node).\(random.pick(["p", "i", "new"])) = \(value)"
    case 8: return "SET \(node) \(random.pick(["=", "+="])) {p: \(node).p, s: null, x: 1}"
    case 9: return "SET \(node):\(random.pick(["A", "C", "A:C"]))"
    case 10: return "REMOVE \(node)\(random.pick([".p", ".s", ":A", ":B:C"]))"
    case 11: return relationship.map { "DELETE \($0)" } ?? "DETACH DELETE \(node)"
    case 12: return random.chance(70) ? "DETACH DELETE \(node)" : "DELETE \(node)"
    default: return "FOREACH (e IN [1, \(node).p] | CREATE (:C {p: e}) MERGE (:C {p: 5}))"
    }
  }
}
