import Entente
import EntenteSyntax
import EntenteTestSupport
import Testing

@Suite struct `Reading graphs from JSON` {
  private func findings(_ text: String, _ format: GraphFormat = .pgJSON) -> [String] {
    let source = SourceText(text, name: "x")
    return format.read(source).diagnostics.map { diagnostic in
      let place = diagnostic.range.map { source.position(of: $0.lower) }
      return "\(place.map { "\($0.line):\($0.column) " } ?? "")\(diagnostic.severity) \(diagnostic.message)"
    }
  }

  @Test(arguments: [
    ("", "1:1 error expected `{`, found the end"),
    ("[]", "1:1 error expected `{`, found `[`"),
    ("{", "1:2 error expected a key in quotation marks, found the end"),
    ("{\"nodes\":[],\"edges\":[],}", "1:24 error expected another member after the comma, found `}`"),
    ("{\"nodes\":[] \"edges\":[]}", "1:13 error expected `,` or `}`, found `\"`"),
    ("{\"nodes\":[],\"edges\":[]} x", "1:25 error expected the end of the text, found `x`"),
    ("{\"nodes\" []}", "1:10 error expected `:` after the key, found `[`"),
    ("{\"nodes\":[01],\"edges\":[]}", "1:11 error `01` is no number as JSON writes it"),
    ("{\"nodes\":[nul],\"edges\":[]}", "1:11 error expected a value, found `nul`"),
    ("{\"nodes\":[\"a", "1:11 error the string has no end: expected a closing quotation mark"),
    ("{\"nodes\":[\"\\x\"", "1:12 error unknown escape sequence in a string"),
    (
      "{\"nodes\":[\"\\ud800\"",
      "1:12 error the escape sequence is half a character: a high and a low surrogate belong together"
    ),
  ]) func `says where the text is no JSON`(_ pair: (String, String)) {
    #expect(findings(pair.0).filter { !$0.contains("has no `") }.last == pair.1)
  }

  @Test func `finds all errors of a document at once`() {
    let text = """
      {"nodes": [
        {"id": "a", "labels": ["X", "", 1], "properties": {"k": 1, "l": [], "m": [null, [1], 1e400]}},
        {"id": "a"}, {"labels": []}, {"id": null}, {"id": 1}, 7,
        {"id": "b", "lables": [], "from": "a"}
      ], "edgs": {"x": [1]}, "edges": [
        {"id": "e", "from": "a", "to": "b", "labels": "X"}, {"id": "e", "from": "a", "to": "b"},
        {"from": "a"}, {"from": "a", "to": "c", "undirected": 1, "undirected": true}
      ]}
      """
    #expect(
      findings(text.replacing(", 1e400", with: "")) == [
        "2:31 error an empty text cannot stand in `labels`",
        "2:35 error the value of `labels` is not a string",
        "2:59 error the value of `k` is not an array of values", "2:62 error the property `l` has no value",
        "2:77 error the value of `m` is not a string, a number, true or false",
        "2:83 error the value of `m` is not a string, a number, true or false",
        "3:10 error the node id `a` is given twice", "3:16 error the node has no `id`",
        "3:32 error the node has no `id`", "3:53 error the value of `id` is not a string",
        "3:57 error this is not an object for a node or an edge",
        "4:3 warning a node has no `from`, which is left out",
        "4:15 warning the field `lables` is not known and left out",
        "5:4 warning the field `edgs` is not known and left out",
        "6:49 error the value of `labels` is not an array of strings",
        "6:62 error the edge id `e` is given twice", "7:3 error the edge has no `to`",
        "7:57 error the value of `undirected` is not true or false",
        "7:60 error the field `undirected` is there twice",
      ])
  }

  @Test func `reads lines one by one and merges nodes`() throws {
    let text = """
      {"type": "edge", "from": "a", "to": "b", "id": null, "labels": ["L"], "properties": {}}

      {"type": "node", "id": "a", "labels": ["X"], "properties": {"k": [1]}}
      {"type": "node", "id": "a", "labels": ["Y"], "properties": {"k": [2]}}
      {"type": "nod", "id": "c"}
      {"id": "d"}
      nonsense
      {"type": "node", "id": "e"} {"x": 1}
      {"type": "node", "id": "f"}
      """
    #expect(
      findings(text, .pgJSONL) == [
        "5:10 error `nod` is neither \"node\" nor \"edge\"", "6:1 error the element has no `type`",
        "7:1 error expected a value, found `nonsense`", "8:29 error expected the end of the text, found `{`",
      ])
    let document = GraphFormat.pgJSONL.read(SourceText(text, name: "x")).document
    #expect(
      try String(decoding: GraphFormat.pg.write(document), as: UTF8.self)
        == "a :X :Y k:1,2\nb\ne\nf\n\na -> b :L\n")
  }

  @Test func `gives one clear error for what is no text`() {
    for format in [GraphFormat.pgJSON, .pgJSONL] {
      let source = SourceText(utf8: [0x7B, 0x00], name: "x")
      #expect(format.read(source).diagnostics.map(\.message) == ["this is no text file: byte 2 is NUL"])
    }
  }

  @Test func `takes deep nesting without harm`() {
    let deep = String(repeating: "[", count: 200_000)
    #expect(findings("{\"nodes\": [], \"edges\": [], \"x\": \(deep)").count == 2)
    let closed = deep + String(repeating: "]", count: 200_000)
    #expect(
      findings("{\"nodes\": [], \"edges\": [], \"x\": \(closed)}") == [
        "1:28 warning the field `x` is not known and left out"
      ])
  }

  @Test func `never traps on mutated text`() throws {
    let seed: UInt64 = 8259
    var generator = SplitMix64(seed: seed)
    let document = GraphFormat.pg.read(SourceText(GraphFileMutations.seedText, name: "x")).document
    for format in [GraphFormat.pgJSON, .pgJSONL] {
      let text = String(decoding: try format.write(document), as: UTF8.self)
      for round in 0..<200 {
        let bytes = GraphFileMutations.mutated(text, using: &generator, illFormed: round % 5 == 0)
        let reading = format.read(SourceText(utf8: bytes, name: "x"))
        for diagnostic in reading.diagnostics {
          let upper = diagnostic.range?.upper ?? 0
          #expect(upper <= bytes.count, "seed \(seed), round \(round): \(diagnostic)")
        }
      }
    }
  }
}
