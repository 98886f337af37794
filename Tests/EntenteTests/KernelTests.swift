import Entente
import EntenteSyntax
import EntenteTestSupport
import Testing

/// Typed kernels give what the general evaluator gives, on columns of every type with and without nulls.
struct KernelTests {
  @Test(arguments: 0..<20)
  func `predicates select the same rows with kernels and without`(batch: Int) throws {
    let seed = UInt64(0x4E12) &+ UInt64(batch)
    var random = SplitMix64(seed: seed)
    let graph = try Self.graph(&random)
    for _ in 0..<40 {
      let predicate = Self.predicate(&random, depth: 2)
      for query in [
        "MATCH (n) WHERE \(predicate) RETURN n.v", "MATCH ()-[n]->() WHERE \(predicate) RETURN n.v",
        "MATCH (n) RETURN \(predicate) AS p",
      ] {
        let source = SourceText(query, name: "query")
        let fast = try graph.query(source, parameters: [:], options: QueryOptions())
        let general = try graph.query(source, parameters: [:], options: QueryOptions(usesKernels: false))
        #expect(
          fast.rows.map { $0.map(\.literal) } == general.rows.map { $0.map(\.literal) }, "seed \(seed): \(query)")
      }
    }
  }

  private static func value(_ random: inout SplitMix64, _ kind: Int) -> Value {
    switch kind {
    case 0: .integer(Int64(random.next() % 4))
    case 1: [.float(0.5), .float(1), .float(.nan), .float(2.5)][Int(random.next() % 4)]
    case 2: .string((["a", "b", "e\u{301}", "é"] as [Text])[Int(random.next() % 4)])
    case 3: .boolean(random.next() % 2 == 0)
    default: value(&random, Int(random.next() % 4))
    }
  }

  /// A graph whose key `v` is of one type or of all, and missing on some elements.
  private static func graph(_ random: inout SplitMix64) throws -> Graph {
    var builder = GraphBuilder()
    let kind = Int(random.next() % 5)
    let gaps = random.next() % 3
    func properties(_ random: inout SplitMix64) -> [(Text, Value)] {
      gaps > 0 && random.next() % 3 < gaps ? [] : [("v" as Text, value(&random, kind))]
    }
    var nodes: [NodeID] = []
    for _ in 0..<30 {
      let labels: [Text] = random.next() % 2 == 0 ? ["L"] : []
      nodes.append(builder.addNode(id: nil, labels: labels, properties: properties(&random)))
    }
    for _ in 0..<30 {
      let source = nodes[Int(random.next() % 30)]
      let target = nodes[Int(random.next() % 30)]
      builder.addRelationship(
        id: nil, from: source, to: target, type: "R", undirected: false, properties: properties(&random))
    }
    return try builder.build()
  }

  private static func predicate(_ random: inout SplitMix64, depth: Int) -> String {
    func pick(_ items: [String]) -> String { items[Int(random.next() % UInt64(items.count))] }
    if depth > 0, random.next() % 2 == 0 {
      let left = predicate(&random, depth: depth - 1)
      let right = predicate(&random, depth: depth - 1)
      return pick(["(\(left) AND \(right))", "(\(left) OR \(right))", "(NOT \(left))", "(\(left) XOR \(right))"])
    }
    let constant = pick(["0", "1", "3", "0.5", "1.0", "'a'", "'é'", "true", "null", "[1]", "n.v", "0.0 / 0.0"])
    let comparison = pick(["=", "<>", "<", "<=", ">", ">="])
    return pick(["n.v \(comparison) \(constant)", "\(constant) \(comparison) n.v", "n.v IS NULL", "n.w IS NOT NULL"])
  }
}
