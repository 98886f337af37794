import EntenteDiagram
import EntenteTestSupport
import Testing

/// No text ends its place in a flowchart: every line has one of a few forms, whatever the names are.
struct HostileMermaidTests {
  @Test(arguments: 0..<60)
  func `hostile texts stay between their quotes`(seed: Int) throws {
    var texts = HostileText(seed: UInt64(seed) + 500)
    var diagram = Diagram(title: texts.next(), caption: [texts.next()], language: "ko")
    let shape = Diagram.Shape.allCases[seed % Diagram.Shape.allCases.count]
    let kind = Diagram.NodeKind(
      texts.next(), className: texts.next(), shape: shape, fill: texts.next(), stroke: texts.next())
    for _ in 0..<4 { _ = diagram.addNode(.init(id: texts.next(), label: texts.next(), kind: kind, link: texts.next())) }
    let line = Diagram.EdgeKind(texts.next(), color: texts.next(), line: seed % 2 == 0 ? .dashed : .solid)
    for to in 1..<4 { diagram.edges.append(.init(id: texts.next(), from: 0, to: to, kind: line, label: texts.next())) }
    diagram.clusters = [.init(id: texts.next(), label: texts.next(), nodes: [0, 1])]
    // Between quotes: letters of any script, a few marks, entities by number, line breaks.
    let text = #/(?:[A-Za-z0-9 ,'.\-+\/!?]|[^\x00-\x9F]|\#[0-9]+;|<br\/>)*/#
    var body = diagram.mermaid.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    if body.first == "---" {
      #expect(
        body.dropFirst().first?.hasPrefix("title: \"") == true && body.dropFirst(2).first == "---", "seed \(seed)")
      body = body.dropFirst(3)
    }
    #expect(body.first == "flowchart LR")
    var counts = (nodes: 0, edges: 0)
    for line in body.dropFirst() where !line.isEmpty {
      let words = line.drop { $0 == " " }
      let isQuoted = words.split(separator: "\"", omittingEmptySubsequences: false).count
      if words.hasPrefix("accTitle: ") || words.hasPrefix("accDescr: ") {
        #expect(
          isQuoted == 1 && !words.contains(";") && !words.contains("#") && !words.contains("{"), "seed \(seed): \(line)"
        )
        continue
      }
      #expect(isQuoted == 1 || isQuoted == 3, "seed \(seed): \(line)")
      if isQuoted == 3 {
        let inside = words.split(separator: "\"", omittingEmptySubsequences: false)[1]
        if !words.hasPrefix("click ") {
          #expect(inside.wholeMatch(of: text) != nil, "seed \(seed): \(line)")
        }
      }
      if words.contains(" -->") || words.contains(" -.-") {
        counts.edges += 1
      } else if words.hasPrefix("n_") {
        counts.nodes += 1
      }
    }
    #expect(counts == (4, 3), "seed \(seed)\n\(diagram.mermaid)")
  }
}
