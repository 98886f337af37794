import Entente
import EntenteSyntax
import EntenteTestSupport
import Testing

@Suite struct `Graph formats` {
  private static let awkward: [String] = [
    "a", "a:b", "a:", ":a", "a,b", "a--b", "a->b", "-1", "1", "1e5", "01", "2024-10-01", "true", "null", "",
    " ", "a b", "#a",
    "a#b", "http://e.org/?a=1#x", "http://e.org/:", "\"", "'", "\\", "a\nb", "\t", "\u{0}", "\u{1F}",
    "\u{7F}", "\u{2028}",
    "\u{FEFF}", "é", "e\u{301}", "알리바바", "👩‍💻", "[1", "1]", "{}", "|", "`", "“x”", "→", "--", "->", "\u{A0}",
    "@graph", "name@ko",
  ]

  private func pick(_ generator: inout SplitMix64, orEmpty: Bool = false) -> Text {
    let text = Self.awkward.randomElement(using: &generator) ?? "x"
    return text.isEmpty && !orEmpty ? "x" : Text(text)
  }

  private func properties(_ generator: inout SplitMix64) -> [GraphDocument.Property] {
    var keys: Set<Text> = []
    return (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in
      let key = pick(&generator)
      guard keys.insert(key).inserted else { return nil }
      let values = (0...Int.random(in: 0...2, using: &generator)).map { _ -> Value in
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: .integer(Int64.random(in: .min ... .max, using: &generator))
        case 1: .float(Double.random(in: -1e300...1e300, using: &generator))
        case 2:
          .float([0, -0.0, 1, 1e16, 2.5e-308, 1.7976931348623157e308].randomElement(using: &generator) ?? 0)
        case 3: .boolean(Bool.random(using: &generator))
        default: .string(pick(&generator, orEmpty: true))
        }
      }
      return GraphDocument.Property(key, values)
    }
  }

  private func labels(_ generator: inout SplitMix64) -> [Text] {
    Array(Set((0..<Int.random(in: 0...2, using: &generator)).map { _ in pick(&generator) })).sorted()
  }

  private func random(_ generator: inout SplitMix64) -> GraphDocument {
    var document = GraphDocument()
    var ids: Set<Text> = []
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      let id = pick(&generator)
      guard ids.insert(id).inserted else { continue }
      document.addNode(id, labels: labels(&generator), properties: properties(&generator))
    }
    var edgeIDs: Set<Text> = []
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let id = Bool.random(using: &generator) ? pick(&generator) : nil
      if let id, !edgeIDs.insert(id).inserted { continue }
      document.addEdge(
        id: id, from: ids.randomElement(using: &generator) ?? "x", to: pick(&generator),
        isUndirected: Bool.random(using: &generator), labels: labels(&generator),
        properties: properties(&generator))
    }
    return document
  }

  @Test func `give back any graph that they wrote, with the same bytes`() throws {
    let seed: UInt64 = 1907
    var generator = SplitMix64(seed: seed)
    for round in 0..<300 {
      let document = random(&generator)
      let lines = String(decoding: try GraphFormat.pgJSONL.write(document), as: UTF8.self)
      for format in GraphFormat.allCases {
        let bytes = try format.write(document)
        let reading = format.read(SourceText(utf8: ContiguousArray(bytes), name: "x"), linting: false)
        #expect(reading.diagnostics.isEmpty, "seed \(seed), round \(round): \(reading.diagnostics)")
        let again = String(decoding: try GraphFormat.pgJSONL.write(reading.document), as: UTF8.self)
        #expect(
          again.unicodeScalars.elementsEqual(lines.unicodeScalars),
          "seed \(seed), round \(round), \(format):\n\(String(decoding: bytes, as: UTF8.self))\n\(lines)\n\(again)"
        )
      }
    }
  }

  @Test func `write PG that says nothing a reader could misread`() throws {
    var document = GraphDocument()
    for (index, text) in Self.awkward.enumerated() where !text.isEmpty {
      document.addNode(
        Text(text), labels: [Text(text)],
        properties: [
          GraphDocument.Property(Text(text), [.string(Text(text))]),
          GraphDocument.Property("k", [.integer(Int64(index))]),
        ])
    }
    let bytes = try GraphFormat.pg.write(document)
    let reading = GraphFormat.pg.read(SourceText(utf8: ContiguousArray(bytes), name: "x"))
    #expect(reading.diagnostics.isEmpty, "\(String(decoding: bytes, as: UTF8.self))\n\(reading.diagnostics)")
  }

  @Test func `write PG for people`() throws {
    let text = """
      a :Actor :Company
        name:Alibaba name@ko:알리바바 since:"2028" founded:1999-04-04 ok:true share:0.5 n:1
        note:"a text of many words that does not fit in the rest of the line",x
        url:http://example.org/?a=1
      "b c"

      ab: a -> "b c" :OWNS
      a -- a

      """
    let reading = GraphFormat.pg.read(SourceText(text, name: "x"))
    let written = String(decoding: try GraphFormat.pg.write(reading.document), as: UTF8.self)
    #expect(written == text, "\(written)")
  }

  @Test func `write JSON with keys in a fixed order`() throws {
    let pg = "b :Y :X k:1,true,\"é\",1.0\ne: b -> a :L z:1 y:2\na -- b"
    let document = GraphFormat.pg.read(SourceText(pg, name: "x"), linting: false).document
    #expect(
      String(decoding: try GraphFormat.pgJSON.write(document), as: UTF8.self) == """
        {
          "nodes": [
            {"id": "b", "labels": ["X", "Y"], "properties": {"k": [1, true, "é", 1.0]}},
            {"id": "a", "labels": [], "properties": {}}
          ],
          "edges": [
            {"id": "e", "from": "b", "to": "a", "labels": ["L"], "properties": {"z": [1], "y": [2]}},
            {"from": "a", "to": "b", "undirected": true, "labels": [], "properties": {}}
          ]
        }

        """)
    #expect(
      String(decoding: try GraphFormat.pgJSONL.write(document), as: UTF8.self) == """
        {"type": "node", "id": "b", "labels": ["Y", "X"], "properties": {"k": [1, true, "é", 1.0]}}
        {"type": "node", "id": "a", "labels": [], "properties": {}}
        {"type": "edge", "id": "e", "from": "b", "to": "a", "labels": ["L"], "properties": {"z": [1], "y": [2]}}
        {"type": "edge", "from": "a", "to": "b", "undirected": true, "labels": [], "properties": {}}

        """)
  }

  @Test func `merge statements about one node, and repeated keys and labels`() throws {
    let pg = "a :x :x k:1 m:true\nb -> a\na :y :x k:2,2 k:3"
    let document = GraphFormat.pg.read(SourceText(pg, name: "x"), linting: false).document
    #expect(
      try String(decoding: GraphFormat.pg.write(document), as: UTF8.self)
        == "a :x :y k:1,2,2,3 m:true\nb\n\nb -> a\n")
  }

  @Test func `refuse what a file cannot hold before anything is written`() {
    var document = GraphDocument()
    document.addNode(
      "a", properties: [GraphDocument.Property("k", [.float(.nan)]), GraphDocument.Property("l", [])])
    document.addNode("", labels: [""], properties: [GraphDocument.Property("m", [.map(MapValue([]))])])
    document.addEdge(
      id: nil, from: "a", to: "a", isUndirected: false, labels: [],
      properties: [GraphDocument.Property("", [.null])])
    for format in GraphFormat.allCases {
      do throws(GraphFormatError) {
        _ = try format.write(document)
        Issue.record("written as \(format)")
      } catch {
        #expect(
          error.diagnostics.map(\.message) == [
            "node `a` has NaN as a value of `k`", "node `a` has an empty list as a value of `l`",
            "a node has an empty id", "node `` has an empty label", "node `` has a map as a value of `m`",
            "an edge from `a` to `a` has an empty key", "an edge from `a` to `a` has null as a value of ``",
          ])
      }
    }
  }

  @Test func `are known by the ending of a file name`() {
    #expect(GraphFormat(fileName: "a/b.pg") == .pg)
    #expect(GraphFormat(fileName: "a.JSON") == .pgJSON)
    #expect(GraphFormat(fileName: "a.pgjson") == .pgJSON)
    #expect(GraphFormat(fileName: "a.jsonl") == .pgJSONL)
    #expect(GraphFormat(fileName: "a.txt") == nil)
    #expect(GraphFormat(fileName: "pg") == nil)
  }
}
