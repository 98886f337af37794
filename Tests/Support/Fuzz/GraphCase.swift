import Entente
import EntenteSyntax

/// A small graph in PG format and a query: the text of a case, a line `---` between the two.
struct GraphCase {
  let graphText: String
  let query: String

  var text: String { graphText + "---\n" + query }

  init(graphText: String, query: String) {
    self.graphText = graphText
    self.query = query
  }

  /// Nil where the text has no such line or is no UTF-8.
  init?(parsing bytes: ContiguousArray<UInt8>) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let divider = lines.firstIndex(of: "---") else { return nil }
    graphText = lines[..<divider].map { $0 + "\n" }.joined()
    query = lines[(divider + 1)...].joined(separator: "\n")
  }

  /// The graph, nil where its text has errors.
  var graph: Graph? {
    let reading = GraphFormat.pg.read(SourceText(graphText, name: "graph.pg"), linting: false)
    return reading.hasErrors ? nil : try? reading.document.graph()
  }

  var source: SourceText { SourceText(query, name: "query") }

  /// A random graph of one to `nodes` nodes with labels A and B, types R and S, and properties of every type.
  static func graphText(nodes: Int, relationships: Int, using random: inout SplitMix64) -> String {
    var text = ""
    let count = 1 + Int(random.next() % UInt64(nodes))
    for node in 0..<count {
      let labels = ["A", "B"].filter { _ in random.chance(50) }.map { " :\($0)" }.joined()
      text += "n\(node)\(labels) p:\(random.pick([0, 1]))\(properties(using: &random))\n"
    }
    for _ in 0..<Int(random.next() % UInt64(relationships + 1)) {
      let from = random.next() % UInt64(count)
      let to = random.next() % UInt64(count)
      let arrow = random.chance(20) ? "--" : "->"
      text +=
        "n\(from) \(arrow) n\(to) :\(random.pick(["R", "S"])) w:\(random.pick([0, 1]))\(properties(using: &random))\n"
    }
    return text
  }

  /// `i` holds integers, `f` floats, `s` strings, `b` booleans, `v` anything, `l` lists; each may be missing.
  private static func properties(using random: inout SplitMix64) -> String {
    var text = ""
    if random.chance(50) { text += " i:\(random.pick(["-2", "0", "1", "3", "9223372036854775807"]))" }
    if random.chance(40) { text += " f:\(random.pick(["0.5", "-1.25", "2.75", "1e300"]))" }
    if random.chance(50) { text += " s:\(random.pick(["a", "b", "ab", "\"\"", "é", "\"e\u{301}\"", "한"]))" }
    if random.chance(40) { text += " b:\(random.pick(["true", "false"]))" }
    if random.chance(40) { text += " v:\(random.pick(["1", "0.5", "x", "true", "1,2", "a,1"]))" }
    if random.chance(30) { text += " l:\(random.pick(["1,2", "a,b", "0.5,1", "true,a"]))" }
    return text
  }
}
